import assert from 'node:assert/strict'
import test from 'node:test'
import { browser, openPage } from './support/browser.ts'
import { offerWelsh, readInBoth, wholly } from './support/in-welsh.ts'
import { demonstrationSite } from './support/site.ts'

test('an inspector amends a promise, and a resident reads what changed and why on a narrow phone without JavaScript', async (t) => {
  const { url } = await demonstrationSite(t)
  const resident = await (
    await browser()
  ).newContext({ viewport: { width: 320, height: 700 }, javaScriptEnabled: false })
  t.after(() => resident.close())
  const phone = await resident.newPage()
  await phone.goto(`${url}/dorset/west-dorset/contract`)
  const contract = new URL(phone.url()).pathname
  // Read before, so that kept pages are shown to be forgotten.
  await phone.getByRole('link', { name: 'its versions' }).click()
  assert.equal(await phone.getByRole('link', { name: /^Version \d+$/ }).count(), 1)

  const inspector = await openPage()
  await inspector.goto(`${url}/sign-in`)
  await inspector.click('button[value="inspector"]')
  await inspector.goto(`${url}/desk/dorset/west-dorset/contract`)
  await inspector.getByRole('link', { name: 'Amend it' }).click()
  await inspector.getByRole('link', { name: 'Change promise R10', exact: true }).click()
  const promised = inspector.getByLabel('What is promised')
  const before = await promised.inputValue()
  await promised.fill(`${before} Every second one is in a village.`)
  await inspector.getByRole('button', { name: 'Publish the change' }).click()
  assert.match(
    (await inspector.locator('.govuk-error-summary').textContent()) ?? '',
    /Say why, as the public will read it/,
  )
  await inspector.getByLabel('Why?').fill(`Parishes asked: see https://example.org/${'minutes-'.repeat(30)}`)
  await inspector.getByRole('button', { name: 'Publish the change' }).click()
  await inspector.getByText('Version 2').waitFor()

  await phone.reload()
  await fits(phone)
  await phone.getByRole('link', { name: 'What changed in version 2' }).click()
  assert.equal(new URL(phone.url()).pathname, `${contract}/versions/2/changes`)
  assert.match(await phone.locator('main').innerText(), /Why: Parishes asked/)
  assert.match((await phone.locator('ins').innerText()).trim(), /Every second one is in a village\./)
  await fits(phone)
  await phone.getByRole('link', { name: 'Version 2', exact: true }).click()
  await phone.getByText('This version is in force').waitFor()
  await fits(phone)
  await phone.goto(`${url}${contract}`)
  assert.match(await phone.locator('#R10 .promise__text').innerText(), /Every second one is in a village\.$/)

  await inspector.getByRole('link', { name: 'Withdraw this version, published in error' }).click()
  await inspector.getByLabel('Why?').fill('It was meant for another team')
  await inspector.getByRole('button', { name: 'Withdraw this version' }).click()
  await inspector.getByText('It says again what version 1 said.').waitFor()
  await phone.goto(`${url}${contract}/versions/2`)
  assert.match(await phone.locator('main').innerText(), /Withdrawn on .* because: It was meant for another team/)
  await phone.goto(`${url}${contract}`)
  assert.equal(await phone.locator('#R10 .promise__text').innerText(), before)
  const feed = await phone.request.get(`${url}/dorset/contracts/changes.atom`)
  assert.match(await feed.text(), /West Dorset: engagement contract \d{4} to \d{4}, version 3/)
})

type Phone = Awaited<ReturnType<typeof openPage>>

/** Nothing has to be scrolled sideways. */
async function fits(phone: Phone): Promise<void> {
  const main = await phone.locator('body').boundingBox()
  const widest = await phone
    .locator('main *')
    .evaluateAll((all) => Math.max(...all.map((each) => each.getBoundingClientRect().right)))
  assert.ok((main?.width ?? 0) <= 320 && widest <= 320, `${phone.url()} is ${widest} pixels wide`)
}

test('whoever reads in Welsh reads what changed in Welsh, beside the words of the team', async (t) => {
  const { url, databaseUrl } = await demonstrationSite(t)
  const names = await offerWelsh(url, databaseUrl)
  const page = await openPage()
  await page.request.post(`${url}/sign-in/demonstration`, { form: { person: 'inspector' } })
  await page.goto(`${url}/desk/dorset/west-dorset/contract`)
  const desk = page.url()
  await page.goto(`${desk}/amend/change/R10`)
  await page.getByLabel('What is promised').fill('Once a week we are at an event.')
  await page.getByLabel('Who does it').fill('the PCSOs')
  await page.getByRole('radio', { name: 'Not at all' }).check()
  await page.getByLabel('Why?').fill('Villages asked')
  await page.getByRole('button', { name: 'Publish the change' }).click()
  await page.goto(`${desk}/amend/withdraw/R35`)
  await page.getByLabel('Why?').fill('Clerks asked')
  await page.getByRole('button', { name: 'Publish that it is withdrawn' }).click()
  await page.goto(`${desk}/versions/3/withdraw`)
  await page.getByLabel('Why?').fill('A slip')
  await page.getByRole('button', { name: 'Withdraw this version' }).click()
  await page.getByText('Version 4').waitFor()
  await page.context().clearCookies()
  const versions = `${new URL(desk).pathname.replace('/desk', '')}/versions`
  const shown: Record<string, unknown> = {}
  const pages = {
    '': 200,
    '/1': 200,
    '/1/changes': 200,
    '/2': 200,
    '/2/changes': 200,
    '/3': 200,
    '/4/changes': 200,
    '/9': 404,
  }
  for (const path of Object.keys(pages)) shown[path] = await readInBoth(page, url, versions + path, names)
  assert.deepEqual(shown, Object.fromEntries(Object.entries(pages).map(([path, status]) => [path, wholly(status)])))
})
