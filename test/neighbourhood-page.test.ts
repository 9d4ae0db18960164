import assert from 'node:assert/strict'
import test from 'node:test'
import { openDatabase } from '#platform/database/database.ts'
import type { Page } from 'playwright-core'
import { browser, openPage } from './support/browser.ts'
import { demonstrationSite } from './support/site.ts'

/** What the page says, in one line. */
const told = async (page: Page, part = 'main') => (await page.locator(part).innerText()).replaceAll(/\s+/g, ' ')

async function phoneWithoutScript(): Promise<Page> {
  const context = await (
    await browser()
  ).newContext({
    viewport: { width: 320, height: 640 },
    javaScriptEnabled: false,
  })
  return context.newPage()
}

test('a resident with an old phone reads when to meet the team, whom to ask, what it works on and how it keeps its promises', async (t) => {
  const { url } = await demonstrationSite(t)
  const page = await phoneWithoutScript()
  const answer = await page.goto(`${url}/dorset/west-dorset`)
  assert.equal(answer?.headers()['set-cookie'], undefined)

  const order = await page.locator('main h2').allInnerTexts()
  const asked = ['You can talk to us next', 'Your named officer', 'How to contact us', 'Be told']
  assert.deepEqual(order.slice(0, 4), asked)
  const later = ['What we are working on', 'How we keep our promises', 'Crime nearby', 'Where to find more']
  assert.deepEqual(
    order.filter((title) => later.includes(title)),
    later,
  )

  const named = page.locator('section', { has: page.locator('#the-team') })
  assert.match(await named.innerText(), /PCSO\s+Robin Fictional[\s\S]*robin\.fictional@example\.org/)
  assert.match(await named.innerText(), /This part was checked \d+ days ago\./)
  assert.match(await told(page), /In an emergency call 999\. When it is not an emergency, call 101\./)
  assert.match(await told(page), /These figures are invented for the demonstration\./)
  await page.getByText('The same as a table').click()
  assert.equal(
    await page
      .locator('section', { has: page.locator('#crime') })
      .locator('tbody tr')
      .count(),
    12,
  )

  await page.getByRole('link', { name: 'All the team' }).click()
  assert.equal(await page.locator('h1').count(), 1)
  assert.deepEqual(await page.locator('.officer__name bdi').allInnerTexts(), [
    'Robin Fictional',
    'Alex Fictional',
    'Morgan Fictional',
    'Kit Fictional',
  ])
})

test('the neighbourhood page weighs less than 100 KB on its way, with all it needs', async (t) => {
  const { url } = await demonstrationSite(t)
  const page = await openPage({ width: 320, height: 640 })
  const session = await page.context().newCDPSession(page)
  await session.send('Network.enable')
  let bytes = 0
  session.on('Network.loadingFinished', ({ encodedDataLength }) => (bytes += encodedDataLength))
  await page.goto(`${url}/dorset/west-dorset`, { waitUntil: 'networkidle' })
  const wide = await page.evaluate('document.documentElement.scrollWidth - window.innerWidth')
  assert.equal(wide, 0, 'nothing is cut off or scrolls sideways')
  assert.ok(bytes > 5_000 && bytes < 100 * 1024, `${bytes} bytes`)
})

test('a section that grows stale is told to its owner before the public notices, and one press makes it fresh and moves the promise', async (t) => {
  const { url, databaseUrl } = await demonstrationSite(t)
  const db = openDatabase(databaseUrl, { connections: 1 })
  t.after(() => db.end({ timeout: 1 }))
  await db`insert into section_interval (force_id, section, days) values ('dorset', 'opportunities to meet', 7)`

  const page = await openPage()
  const r33 = `${url}/dorset/west-dorset/contract`
  await page.goto(r33)
  const before = (await page.locator('#R33 .promise__line').innerText()).split(/\s{2,}|\n/)[0]
  assert.match(before ?? '', /Late|Missed/, 'the demonstration lately found its chances to meet out of date')

  await page.goto(`${url}/sign-in`)
  await page.locator('button[value=sergeant]').click()
  const row = page.locator('.week-row', { hasText: '“Opportunities to meet” was last checked' })
  assert.match(await row.innerText(), /Stale/)
  await row.getByRole('link', { name: /Check the public page/ }).click()
  await page.getByRole('button', { name: /This is right as it stands.*Opportunities to meet/ }).click()
  assert.match(await told(page), /Opportunities to meet: checked today\./)

  await page.goto(`${url}/desk/dorset/west-dorset`)
  assert.equal(await page.locator('.week-row', { hasText: '“Opportunities to meet” was last checked' }).count(), 0)
  await page.goto(`${url}/dorset/west-dorset`)
  const next = page.locator('section', { has: page.locator('#next') })
  assert.match(await next.innerText(), /This part was checked today\./)
  await page.goto(r33)
  assert.match(await page.locator('#R33 .promise__line').innerText(), /^Kept/)
})

test('a sergeant says that an officer may no longer be shown, and the pages stop showing them at once', async (t) => {
  const { url } = await demonstrationSite(t)
  const reader = await phoneWithoutScript()
  await reader.goto(`${url}/dorset/west-dorset/people`)
  assert.match(await told(reader), /Robin Fictional/)

  const desk = await openPage()
  await desk.goto(`${url}/sign-in`)
  await desk.locator('button[value=sergeant]').click()
  await desk.goto(`${url}/desk/dorset/west-dorset/page`)
  await desk.getByRole('link', { name: 'PCSO Robin Fictional' }).click()
  await desk.getByLabel('No, do not show them').check()
  await desk.getByRole('button', { name: 'Save who agreed' }).click()
  assert.match(await told(desk), /Robin Fictional Named officer Not shown nobody has agreed to it yet/i)

  await reader.reload()
  assert.doesNotMatch(await told(reader), /Robin Fictional/)
  await reader.goto(`${url}/dorset/west-dorset`)
  assert.doesNotMatch(await told(reader), /Robin Fictional/)
})
