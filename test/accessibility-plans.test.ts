import type { Page } from 'playwright-core'
import { nobodyIsShutOut } from './support/accessible.ts'

const desk = '/desk/dorset/west-dorset/contract'

nobodyIsShutOut('the plan of the next year', async ({ page, url, open, signIn, look, press }) => {
  await signIn('sergeant')
  await page.goto(url + desk)
  await page.getByRole('link', { name: /^The contract of \d{4}$/ }).click()
  await page.getByRole('link', { name: 'The plan, to be read and written' }).click()
  const plan = new URL(page.url()).pathname
  await open(
    plan,
    `${plan}/answers/section-or-department`,
    `${plan}/good-practice`,
    `${plan}/promises/new`,
    `${plan}/promises/R10`,
  )
  await open(`${plan}/library?words=clerk`, `${plan}/consultations/new`, `${plan}/profiles/new`)
  await page.goto(`${url}${plan}/promises/new`)
  await press('Show how it will be measured')
  await look('a promise without words', /There is a problem/)
  await page.goto(`${url}${plan}/promises/R10`)
  const other = await page.context().newPage()
  await other.goto(page.url())
  await other.getByLabel('What do you promise?').fill('We are at the market every month')
  await other.getByRole('button', { name: 'Keep this promise' }).click()
  await other.waitForURL(/#promise-R10/)
  await other.close()
  await page.getByLabel('What do you promise?').fill('We are at the fair every month')
  await press('Keep this promise')
  await look('a promise that two wrote at once', /What you typed/)
  await open(`${plan}/compare`)
  await page.goto(`${url}${plan}/consultations/new`)
  await press('Save')
  await look('a consultation with nothing told', /There is a problem/)
  await tellOfConsultation(page)
  await press('Save')
  await page.getByRole('link', { name: /^Withdraw/ }).click()
  await press('Withdraw it')
  await look('a withdrawal without a reason', /Say why it does not count for the plan/)
  await page.getByLabel('Why is it withdrawn?').fill('It was told twice')
  await press('Withdraw it')
  await look('a plan with a consultation that was withdrawn', /Withdrawn on .*: It was told twice/)
  await signIn('inspector')
  await open('/desk/dorset/purbeck/contract/begin')
  await press('Begin the draft')
  await look('a first contract without a day', /There is a problem/)
})

async function tellOfConsultation(page: Page): Promise<void> {
  const [year = '', month = '', day = ''] = new Date().toISOString().slice(0, 10).split('-')
  for (const [label, value] of Object.entries({ Day: day, Month: month, Year: year }))
    await page.getByLabel(label, { exact: true }).fill(value)
  await page.getByLabel('Who was asked?').fill('People at Bridport market')
  await page.getByLabel('A meeting').check()
  await page.getByLabel('How many answered?').fill('45')
  await page.getByLabel('What was said?').fill('They want to know when we are in town.')
  await page.getByLabel('What changed in the plan?').fill('Dates are advertised a week ahead.')
}
