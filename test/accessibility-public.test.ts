import assert from 'node:assert/strict'
import test from 'node:test'
import { firstEvent, nobodyIsShutOut } from './support/accessible.ts'
import { eventBegun } from './support/begun.ts'
import { linksOfFollower } from './support/followed.ts'
import { demonstrationSite } from './support/site.ts'

const forEverybody = [
  '/',
  '/?q=Bridport',
  '/?q=Atlantis',
  '/?q=DT6+3LF',
  '/find',
  '/find?at=50.7336,-2.7584',
  '/find/map',
  '/find/map/dorset',
  '/dorset',
  '/dorset/west-dorset',
  '/dorset/poole-north',
  '/dorset/west-dorset/contract/2019',
  '/dorset/west-dorset/contract/2019?as-at=2019-12-01',
  '/dorset/west-dorset/contract/2019/standards/D-8',
  '/dorset/west-dorset/contract/2019/commitments/R35',
  '/dorset/west-dorset/contract/2019/commitments/T1',
  '/dorset/west-dorset/contract/2019/commitments/R09',
  '/dorset/west-dorset/ledger',
  '/dorset/west-dorset/people',
  '/dorset/west-dorset/events',
  '/dorset/west-dorset/events/embed',
  '/dorset/west-dorset/events/follow',
  '/dorset/west-dorset/news',
  '/dorset/purbeck/news',
  '/follow/asked',
  '/devon-and-cornwall/launceston',
  '/devon-and-cornwall/launceston/contract',
  '/frameworks',
  '/frameworks/dorset-2019',
  '/frameworks/devon-and-cornwall-2017',
  '/frameworks/dorset-2019/standards/D-2',
  '/sign-in',
  '/field',
  '/my-record/nobody',
  '/nowhere',
  '/dorset/west-dorset/contract/1999',
]

nobodyIsShutOut('any public page', async ({ page, url, open }) => {
  await open(...forEverybody)
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
  for (const path of forEverybody) {
    const answer = await fetch(url + path)
    const text = await answer.text()
    assert.doesNotMatch(text, /<script(?![^>]*\bsrc=)|\sstyle=|<style|\son[a-z]+=/, path)
    assert.equal(answer.headers.get('set-cookie'), null, path)
    assert.match(answer.headers.get('content-security-policy') ?? '', /default-src 'none'/, path)
    assert.equal((text.match(/<h1[ >]/g) ?? []).length, 1, `${path} has one h1`)
  }
})
