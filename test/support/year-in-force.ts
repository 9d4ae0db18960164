import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import { press, words, type Account, type FullYear } from './full-year.ts'

/** The contract of the year at the desk, and as the public reads it. */
export const desk = '/desk/dorset/west-dorset/contract/2027'
export const contract = '/dorset/west-dorset/contract/2027'
const dropIn = 'We hold a drop-in at the library of Beaminster every month'

/** Waits until a page of the desk says where the contract is. */
export const isNow = (page: Page, state: string) => page.locator('h1 + p .govuk-tag', { hasText: state }).waitFor()

/** The year’s next step at the desk. */
async function step({ pages, url }: FullYear, who: Account, name: string, state: string): Promise<void> {
  const page = pages[who]
  await page.goto(url + desk)
  await press(page, name)
  await isNow(page, state)
}

/** Two sergeants write the plan of the next year, of which nobody outside reads anything yet. */
export async function writePlan(year: FullYear): Promise<void> {
  const { url, pages, moveTo, resident } = year
  await moveTo('2026-11-23')
  const { sergeant, colleague } = pages
  await sergeant.goto(`${url}${desk}/plan/promises/new`)
  await sergeant.getByLabel('What do you promise?').fill(dropIn)
  await sergeant.getByLabel('D-2 Face to face').check()
  await sergeant.getByLabel('Done again and again').check()
  await sergeant.getByLabel('How often').selectOption('FREQ=MONTHLY')
  await press(sergeant, 'Show how it will be measured')
  await press(sergeant, 'Keep this promise')
  await sergeant.waitForURL(/\/plan#/)
  await colleague.goto(`${url}${desk}/plan/promises/R10`)
  await colleague.getByLabel('What do you promise?').fill('Once a month we are at a local event that was advertised.')
  await press(colleague, 'Keep this promise')
  await colleague.waitForURL(/#promise-R10/)
  assert.match(await words(colleague), new RegExp(dropIn), 'neither overwrote the other')
  assert.equal((await resident.goto(url + contract))?.status(), 404, 'nobody reads a draft')
}

/** The plan is submitted, signed, endorsed and published, each by whoever may. */
export async function bringIntoForce(year: FullYear): Promise<void> {
  await year.moveTo('2027-07-05')
  await step(year, 'sergeant', 'Submit it for signature', 'submitted')
  await year.moveTo('2027-07-12')
  assert.equal(await year.pages.sergeant.getByRole('button', { name: 'Sign it' }).count(), 0)
  await step(year, 'inspector', 'Sign it', 'signed')
  await step(year, 'smt', 'Endorse it', 'endorsed')
  await year.moveTo('2027-08-02')
  await step(year, 'inspector', 'Publish it', 'in force')
}

/** How the promise of drop-ins stands, as a resident reads it. */
async function promised({ url, resident }: FullYear): Promise<string> {
  await resident.goto(url + contract)
  return resident.locator('.promise', { hasText: dropIn }).locator('.promise__line').innerText()
}

/** What a PCSO records moves the promise that was added, where a resident reads it. */
export async function keepPromise(year: FullYear): Promise<void> {
  const { url, pages, moveTo } = year
  await moveTo('2027-08-20')
  assert.match(await promised(year), /nothing has fallen due yet[^]*no evidence yet/)
  const { pcso } = pages
  await pcso.goto(`${url}/desk/dorset/west-dorset/engagements/new`)
  await pcso.getByLabel('What was it?').fill('Drop-in at the library')
  await pcso.getByLabel('How did you meet people?').selectOption({ label: 'Drop-in' })
  await pcso.getByLabel('Where?').fill('Library, Beaminster')
  await pcso.getByRole('textbox', { name: 'Reached' }).fill('14')
  await press(pcso, 'Save the engagement')
  assert.match(await words(pcso), /Drop-in at the library/)
  assert.match(await promised(year), /^Kept[^]*1 piece of evidence/)
}

/** The inspector amends the contract in force, and says why in public. */
export async function amend(year: FullYear): Promise<void> {
  const { url, pages, moveTo, resident } = year
  await moveTo('2028-03-23')
  const { inspector } = pages
  await inspector.goto(`${url}${desk}/amend/change/R10`)
  await inspector.getByLabel('What is promised').fill('Once a month we are at a local event, in each town in turn.')
  await inspector.getByLabel('Why?').fill('Parishes asked for it')
  await press(inspector, 'Publish the change')
  await inspector.getByText('Version 2').waitFor()
  await resident.goto(`${url}${contract}/versions/2/changes`)
  assert.match(await words(resident), /Why: Parishes asked for it/)
}

/** The year is evaluated from its evidence, edited, and frozen for the panel. */
export async function handIn(year: FullYear): Promise<void> {
  const { url, pages, moveTo } = year
  await moveTo('2028-08-05')
  const { sergeant } = pages
  await step(year, 'sergeant', 'Draft the self evaluation from the evidence', 'self evaluation drafted')
  await sergeant.goto(`${url}${desk}/self-evaluation/D-2`)
  await sergeant.getByLabel('Add a sentence, Best practice').fill('People come for the tea.')
  await press(sergeant, 'Save this part')
  await sergeant.waitForURL(/self-evaluation#D-2$/)
  await moveTo('2028-08-17')
  await step(year, 'inspector', 'Freeze it and give it to the panel', 'frozen')
}
