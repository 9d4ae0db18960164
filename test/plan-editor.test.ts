import assert from 'node:assert/strict'
import test from 'node:test'
import type { Page } from 'playwright-core'
import type { Role } from '#people/person.ts'
import { openPage } from './support/browser.ts'
import { demonstrationSite } from './support/site.ts'

async function signedIn(url: string, role: Role): Promise<Page> {
  const page = await openPage()
  await page.goto(`${url}/sign-in`)
  await page.click(`button[value="${role}"]`)
  return page
}

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()

/** Writes the promise of a form as its reader sees it: first how it will be measured, then keeps it. */
async function keep(page: Page): Promise<string> {
  await press(page, 'Show how it will be measured')
  const sentence = await page.locator('.govuk-inset-text').innerText()
  await press(page, 'Keep this promise')
  await page.waitForURL(/\/plan#/)
  return sentence
}

async function tellConsultation(page: Page, plan: string): Promise<void> {
  await page.goto(`${plan}/consultations/new`)
  const yesterday = new Date(Date.now() - 86_400_000)
  await page.getByLabel('Day', { exact: true }).fill(String(yesterday.getUTCDate()))
  await page.getByLabel('Month', { exact: true }).fill(String(yesterday.getUTCMonth() + 1))
  await page.getByLabel('Year', { exact: true }).fill(String(yesterday.getUTCFullYear()))
  await page.getByLabel('Who was asked?').fill('People at Bridport market')
  await page.getByLabel('A survey').check()
  await page.getByLabel('How many answered?').fill('45')
  await page.getByLabel('What was said?').fill('Come on Saturdays as well.')
  await page.getByLabel('What changed in the plan?').fill('We come on Saturdays.')
  await press(page, 'Save')
  await page.waitForURL(/\/plan#asked/)
}

test('two sergeants write the plan of the next year at once, and what they promise stands in public once it is published', async (t) => {
  const { url } = await demonstrationSite(t)
  const [sergeant, colleague] = [await signedIn(url, 'sergeant'), await signedIn(url, 'sergeant')]
  const [inspector, smt] = [await signedIn(url, 'inspector'), await signedIn(url, 'smt')]
  await sergeant.goto(`${url}/desk/dorset/west-dorset/contract`)
  await sergeant.getByRole('link', { name: /^The contract of \d{4}$/ }).click()
  const year = sergeant.url()
  await sergeant.getByRole('link', { name: 'The plan, to be read and written' }).click()
  const plan = sergeant.url()
  await sergeant.getByRole('button', { name: 'Add a promise' }).click()
  await sergeant.getByLabel('What do you promise?').fill('We hold a drop-in at the library of Beaminster every month')
  await sergeant.getByLabel('D-2 Face to face').check()
  await sergeant.getByLabel('Done again and again').check()
  await sergeant.getByLabel('How often').selectOption('FREQ=MONTHLY')
  const colleagues = colleague.goto(`${plan}/promises/R10`)
  assert.match(await keep(sergeant), /Asks for at least one of engagements \(method: drop-in\) every month\./)
  await colleagues

  await sergeant.goto(`${plan}/promises/R10`)
  await sergeant.getByLabel('What do you promise?').fill('Twice a month we are at an advertised local event.')
  await press(sergeant, 'Keep this promise')
  await sergeant.waitForURL(/#promise-R10/)
  await colleague.getByLabel('What do you promise?').fill('Once a month we are at a local event, in each town in turn.')
  await press(colleague, 'Keep this promise')
  const beside = colleague.locator('.plan-beside-texts')
  await beside.waitFor()
  assert.match(
    await beside.innerText(),
    /saved\s+Twice a month we are[\s\S]*What you typed\s+Once a month we are at a local event, in each town in turn\./,
  )
  const both = 'Twice a month we are at an advertised local event, in each town in turn.'
  assert.match(
    await colleague.getByLabel('What do you promise?').inputValue(),
    /in each town in turn/,
    'nothing typed is lost',
  )
  await colleague.getByLabel('What do you promise?').fill(both)
  await press(colleague, 'Keep this promise')
  await colleague.waitForURL(/#promise-R10/)

  await tellConsultation(colleague, plan)
  await sergeant.goto(`${plan}/compare`)
  assert.match(
    await sergeant.locator('#summary').innerText(),
    /last year’s plan, \d{4}: 2 new, 0 gone, 2 changed, \d+ the same\./,
  )
  assert.equal(await sergeant.locator('.word-changes ins', { hasText: 'Twice' }).count(), 1)

  const step = async (page: Page, name: string) => {
    await page.goto(year)
    await press(page, name)
    await page.waitForLoadState()
  }
  await step(sergeant, 'Submit it for signature')
  await sergeant.goto(plan)
  assert.equal(
    await sergeant.getByRole('button', { name: 'Add a promise' }).count(),
    0,
    'what was submitted is written no more',
  )
  await step(inspector, 'Sign it')
  await step(smt, 'Endorse it')
  await step(inspector, 'Publish it')
  const resident = await openPage({ width: 320, height: 800 })
  await resident.goto(`${year.replace('/desk', '')}`)
  const promise = resident.locator('.promise', {
    hasText: 'We hold a drop-in at the library of Beaminster every month',
  })
  assert.match(await promise.innerText(), /Due|Unknown|On course|Late|Missed|Kept|Not begun/i)
  assert.equal(await resident.locator('.promise', { hasText: both }).count(), 1)
})
