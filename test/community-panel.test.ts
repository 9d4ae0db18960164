import assert from 'node:assert/strict'
import test from 'node:test'
import type { Page } from 'playwright-core'
import { openDatabase } from '#platform/database/database.ts'
import { browser } from './support/browser.ts'
import { linkIn } from './support/community.ts'
import { demonstrationSite } from './support/site.ts'

const narrow = { viewport: { width: 320, height: 800 }, javaScriptEnabled: false }

test('a convener calls a community panel; members vote by a link on a phone without JavaScript and on paper; the public reads all sides', async (t) => {
  const { url, databaseUrl } = await demonstrationSite(t)
  const newPage = async () => (await (await browser()).newContext(narrow)).newPage()
  const [convener, phone] = [await newPage(), await newPage()]
  const words = (page: Page) => page.locator('main').innerText()
  const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()
  const status = async (page: Page, path: string) => (await page.goto(url + path))?.status()
  const fits = async (page: Page) =>
    assert.equal(await page.locator('html').evaluate('document.documentElement.scrollWidth'), 320, page.url())

  await convener.request.post(`${url}/sign-in/demonstration`, { form: { person: 'opcc' } })
  await convener.goto(`${url}/desk`)
  await convener.getByRole('link', { name: 'Community panels and forums' }).click()
  await convener.getByRole('link', { name: 'Convene a community panel on 2019' }).click()
  await today(convener, 'heldOn')
  await today(convener, 'closesOn')
  await press(convener, 'Convene it')
  assert.match(await words(convener), /There is a problem[^]*Enter where it is held/)
  await convener.getByLabel('Where?').fill('Bridport town hall')
  await press(convener, 'Convene it')
  const sitting = convener.url()
  assert.match(await words(convener), /Community panel of[^]*Nobody is invited yet/)
  const links: string[] = []
  for (const label of ['for the anglers', 'for the carers']) {
    await convener.getByLabel('Name, or what you call them').fill(label)
    await press(convener, 'Invite')
    links.push(linkIn(await words(convener)))
    await convener.goto(sitting)
  }
  const [link = '', other = ''] = links
  await fits(convener)

  await phone.goto(url + link)
  assert.match(
    await words(phone),
    /Your place on the community panel[^]*Nothing chosen yet[^]*first time that this link/,
  )
  await fits(phone)
  await phone.getByRole('link', { name: 'West Dorset: the contract of 2019' }).click()
  assert.match(await words(phone), /worked out from the evidence alone[^]*Call 999[^]*Did the team keep its word/)
  await fits(phone)
  const standards = phone.getByRole('group', { name: 'Did the team keep its word?' })
  await standards.nth(0).getByLabel('Did not keep its word', { exact: true }).check()
  await phone.getByLabel('Why? (optional)').nth(0).fill('Nobody asked us <script>alert(1)</script>')
  await press(phone, 'Save what I chose')
  assert.match(await words(phone), /What you chose for West Dorset is kept[^]*You chose for 1 standard\./)
  await phone.getByRole('link', { name: 'West Dorset: the contract of 2019' }).click()
  for (let n = 1; n < (await standards.count()); n++)
    await standards.nth(n).getByLabel('Kept its word', { exact: true }).check()
  await phone.getByLabel('Good', { exact: true }).check()
  await press(phone, 'Save what I chose')
  assert.match(await words(phone), /You chose for 10 standards\./)
  await phone.goto(`${url}${link}/contracts/west-dorset/words`)
  await phone.getByLabel('What should be read beside the outcome?').fill('The villages were left out')
  await press(phone, 'Keep my words')
  assert.match(await words(phone), /yet to look whether they name anybody/)
  await phone.goto(`${url}${link}/large-print`)
  await fits(phone)
  const letters = (await phone.evaluate(
    'Math.min(...[...document.querySelectorAll(".large-print p, .large-print li")].map((e) => parseFloat(getComputedStyle(e).fontSize)))',
  )) as number
  assert.ok(letters >= 29, `letters of ${letters} pixels are less than 22 points`)
  assert.deepEqual(await phone.context().cookies(), [])
  assert.equal(await status(phone, `${link}/contracts/purbeck`), 404)

  for (const sheet of ['1', '2']) {
    await convener.goto(`${sitting}/west-dorset/paper`)
    await convener.getByLabel('Number on the sheet').fill(sheet)
    await convener.getByLabel('Did not keep its word', { exact: true }).first().check()
    await convener.getByLabel('Requires improvement', { exact: true }).check()
    await press(convener, 'Keep this sheet')
    assert.match(await words(convener), new RegExp(`Sheet ${sheet} is kept`))
  }
  await convener.getByLabel('Number on the sheet').fill('2')
  await convener.getByLabel('Good', { exact: true }).check()
  await press(convener, 'Keep this sheet')
  assert.match(await words(convener), /Sheet 2 was keyed in before/)
  await convener.goto(`${sitting}/west-dorset`)
  assert.match(await words(convener), /shown once 3 of them have voted[^]*\? \+ 2 = \?[^]*Nobody wrote anything/)

  await convener.goto(`${sitting}/record`)
  await convener.getByLabel('Farming').fill('6')
  await convener.getByLabel('Disability').fill('2')
  await convener.getByLabel('Minutes').fill('We read every promise aloud.')
  await press(convener, 'Keep this')
  assert.match(await words(convener), /What to talk about first[^]*8 people came/)
  await press(convener, 'Close the sitting and publish its outcome')
  assert.match(await words(convener), /Not now[^]*Decide first/)
  await convener.getByLabel('It is published', { exact: true }).check()
  await press(convener, 'Decide')
  const verdict = '/dorset/west-dorset/contract/2019/verdict'
  await phone.goto(url + verdict)
  assert.doesNotMatch(await words(phone), /Bridport town hall|villages were left out/)
  await press(convener, 'Close the sitting and publish its outcome')
  assert.match(await words(convener), /Closed on[^]*its outcome is published[^]*Member 1/)
  assert.doesNotMatch(await words(convener), /anglers|carers/)

  await phone.goto(url + verdict)
  const told = await words(phone)
  assert.match(told, /The commissioner’s panel\s+good[^]*The community\s+requires improvement/)
  assert.match(told, /of 100 points apart: best by [^]*, worst by the community/)
  assert.match(told, /Not all see it so\s+The villages were left out[^]*We read every promise aloud/)
  assert.match(told, /Disability: withheld[^]*Farming: withheld/)
  await fits(phone)
  await phone.goto(`${url}${link}/contracts/west-dorset`)
  assert.match(await words(phone), /The outcome is published[^]*You chose: did not keep its word/)
  assert.equal(await phone.getByRole('button').count(), 0)
  assert.equal(await status(phone, other), 200)

  const db = openDatabase(databaseUrl, { connections: 1 })
  t.after(() => db.end())
  const evidence = await db`
    select kind, facets from evidence where source = ${`sitting/${sitting.split('/').at(-1)}/dorset/west-dorset/2019`} order by seq`
  assert.deepEqual(
    [...evidence],
    [
      { kind: 'panel held', facets: { panel: 'community panel' } },
      {
        kind: 'judgement given',
        facets: { by: 'community panel', grade: 'requires improvement', question: 'rating' },
      },
    ],
  )
})

async function today(page: Page, name: string): Promise<void> {
  const now = new Date()
  await page.fill(`#${name}`, String(now.getDate()))
  await page.fill(`#${name}-month`, String(now.getMonth() + 1))
  await page.fill(`#${name}-year`, String(now.getFullYear()))
}
