import assert from 'node:assert/strict'
import test from 'node:test'
import { firstEvent, nobodyIsShutOut } from './support/accessible.ts'
import { eventBegun } from './support/begun.ts'
import { linksOfFollower } from './support/followed.ts'
import { publicPages } from './support/public-pages.ts'
import { demonstrationSite } from './support/site.ts'

nobodyIsShutOut('any public page', async ({ page, url, open }) => {
  await open(...publicPages)
  const event = await firstEvent(page, `${url}/dorset/west-dorset/events`)
  await open(event, `${event}/follow`)
})

nobodyIsShutOut(
  'what a resident’s form leads to, mistakes among it,',
  async ({ page, url, databaseUrl, look, press }) => {
    await page.goto(`${url}/dorset/west-dorset/events/follow`)
    await press('Tell me')
    await look('a wish to be told with mistakes', /There is a problem/)
    await page.getByLabel('Your e-mail address').fill('resident@example.org')
    await press('Tell me')
    await look('a wish to be told', /look at your mail/)
    const { confirm, leave } = await linksOfFollower(databaseUrl)
    await page.goto(url + confirm)
    await look('the question whether to be told', /Do you want us to tell you/)
    await press('Yes, tell me')
    await look('the yes', /We will tell you/)
    await page.goto(url + leave)
    await look('the question whether to stop', /Do you want to stop/)
    await press('Yes, stop it')
    await look('the stop', /We will write no more/)
    await page.goto(url + leave)
    await look('a dead link', /does not work any more/)

    await page.goto(`${url}/sign-in`)
    await page.getByRole('button', { name: 'Sign in', exact: true }).click()
    await look('a sign-in with nothing in it', /There is a problem/)
    const begun = `${url}${await eventBegun(databaseUrl)}/feedback`
    await page.goto(begun)
    await look('three questions about an engagement', /How was it\?/)
    await press('Send')
    await look('three questions with mistakes', /There is a problem/)
    await page.getByLabel('Very much').first().check()
    await page.getByLabel('Partly').last().check()
    await page.waitForTimeout(3_000)
    await press('Send')
    await look('thanks for an answer', /Thank you/)
    await page.goto(
      begun.replace(/[0-9a-f-]{36}/, (await firstEvent(page, `${url}/dorset/west-dorset/events`)).split('/')[4] ?? ''),
    )
    await look('questions that are not asked yet', /Nobody is asked about this now/)
  },
)

test('public pages need no script, hold no inline style or script, and set no cookie', async (t) => {
  const { url } = await demonstrationSite(t)
  for (const path of publicPages) {
    const answer = await fetch(url + path)
    const text = await answer.text()
    assert.doesNotMatch(text, /<script(?![^>]*(?:\bsrc=|="application\/ld\+json"))|\sstyle=|<style|\son[a-z]+=/, path)
    assert.equal(answer.headers.get('set-cookie'), null, path)
    assert.match(answer.headers.get('content-security-policy') ?? '', /default-src 'none'/, path)
    assert.equal((text.match(/<h1[ >]/g) ?? []).length, 1, `${path} has one h1`)
  }
})
