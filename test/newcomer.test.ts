import assert from 'node:assert/strict'
import test from 'node:test'
import type { Page } from 'playwright-core'
import { openPage } from './support/browser.ts'
import { demonstrationSite } from './support/site.ts'

/** What the quiet line after a promise says. */
const lineOf = async (page: Page, ref: string): Promise<string> =>
  (await page.locator(`#${ref} .promise__line`).innerText()).replaceAll(/\s+/g, ' ')

test('a newcomer finds West Dorset, reads how each promise stands, goes back in time, and sees a recorded engagement change it', async (t) => {
  const { url } = await demonstrationSite(t)
  const page = await openPage()

  await page.goto(url)
  await page
    .getByLabel(/place|neighbourhood|team/i)
    .first()
    .fill('Bridport')
  await page.getByRole('button', { name: /find/i }).click()
  await page
    .getByRole('link', { name: /West Dorset/ })
    .first()
    .click()
  assert.match((await page.locator('h1').innerText()) ?? '', /West Dorset/)

  await page.goto(`${url}/dorset/west-dorset/contract/2019`)
  const promises = await page.locator('.promise').count()
  assert.equal(promises, 53)
  assert.equal(
    await page.locator('.promise .promise__line .standing').count(),
    promises,
    'each promise says how it stands',
  )
  assert.match(await lineOf(page, 'T1'), /^Kept 8,204 likes/)
  assert.match(await lineOf(page, 'T2'), /^Missed/)

  await page
    .locator('#R35')
    .getByRole('link', { name: /pieces of evidence/ })
    .click()
  assert.match(await page.locator('.verdict').innerText(), /Missed[\s\S]*3 of 4 on schedule[\s\S]*Lyme Regis/)
  assert.deepEqual((await page.locator('.obligations tbody tr .standing').allInnerTexts()).sort(), [
    'Kept',
    'Kept',
    'Kept',
    'Missed',
  ])
  assert.match(await page.locator('main').innerText(), /11 March 2020[\s\S]*Clerk of Dorchester Town Council/)

  await page.locator('input[type=date]').fill('2019-12-01')
  await page.getByRole('button', { name: 'Show' }).click()
  assert.match(await page.locator('.verdict').innerText(), /1 December 2019/)
  assert.doesNotMatch(await page.locator('.verdict').innerText(), /Missed/)

  await page.goto(`${url}/dorset/west-dorset/contract`)
  const before = await lineOf(page, 'R09')
  assert.match(before, /^(On course|Due)/)

  await page.goto(`${url}/sign-in`)
  await page.locator('button[value=sergeant]').click()
  assert.match(await page.locator('h1').innerText(), /This week/)
  await page
    .getByRole('button', { name: 'Record an engagement' })
    .or(page.getByRole('link', { name: 'Record an engagement' }))
    .first()
    .click()
  await page.getByLabel('What was it?').fill('Saturday market')
  await page.getByLabel('How did you meet people?').selectOption({ label: 'Community event' })
  await page.getByLabel('Where?').fill('Bucky Doo Square, Bridport')
  await page.getByRole('textbox', { name: 'Reached' }).fill('40')
  await page.getByRole('textbox', { name: 'Spoke with' }).fill('12')
  await page.getByRole('button', { name: 'Save the engagement' }).click()
  assert.match(await page.locator('main').innerText(), /Saturday market/)

  await page.goto(`${url}/dorset/west-dorset/contract`)
  const after = await lineOf(page, 'R09')
  assert.match(after, /^Kept/)
  const resident = await openPage({ width: 320, height: 700 })
  await resident.goto(`${url}/dorset/west-dorset/contract`)
  assert.equal(await lineOf(resident, 'R09'), after, 'the public sees the same figure')
})

test('a form sent twice over a bad connection records one engagement', async (t) => {
  const { url } = await demonstrationSite(t)
  const page = await openPage()
  await page.goto(`${url}/sign-in`)
  await page.locator('button[value=pcso]').click()
  await page.goto(`${url}/desk/dorset/west-dorset/engagements/new`)
  const id = await page.locator('main input[name=id]').inputValue()
  const filled = {
    id,
    title: 'Foot patrol twice',
    method: 'foot patrol',
    place: 'South Street',
    heldOn: new Date(Date.now() - 86_400_000).toISOString().slice(0, 10),
    footfall: 'counted',
    reached: '5',
    spokeWith: '2',
    raisedAConcern: '0',
  }
  const answers = await Promise.all([1, 2, 3].map(() => page.request.post(page.url(), { form: filled })))
  assert.deepEqual(
    answers.map((answer) => answer.ok()),
    [true, true, true],
  )
  await page.goto(`${url}/dorset/west-dorset`)
  assert.equal(await page.getByText('Foot patrol twice').count(), 1)
})
