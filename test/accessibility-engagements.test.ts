import { nobodyIsShutOut } from './support/accessible.ts'

const desk = '/desk/dorset/west-dorset'

/** What closes an engagement, or puts it right, and the words of a form sent empty. */
const closingParts = [
  ['concern', /Enter what somebody was worried about/],
  ['promise', /Enter what you promised/],
  ['learning', /Enter what you learned/],
  ['correct', /Enter why/],
  ['withdraw', /Enter why/],
] as const

nobodyIsShutOut(
  'what the forms of engagements lead to, mistakes among it,',
  async ({ page, url, look, press, signIn }) => {
    await signIn('inspector')
    await page.goto(`${url}/desk`)
    await look('the choice among teams', /Purbeck/)

    await page.goto(`${url}${desk}/engagements/new`)
    await press('Save the engagement')
    await look('an engagement with mistakes', /There is a problem/)
    await page.getByLabel('What was it?').fill('Saturday market')
    await page.getByLabel('How did you meet people?').selectOption({ label: 'Community event' })
    await page.getByLabel('Where?').fill('Bridport')
    await page.getByLabel('Nobody took a figure').check()
    await press('Save the engagement')
    await look('an engagement recorded', /Saturday market/)
    const engagement = page.url()
    await page.goto(`${engagement}/footfall`)
    await look('the figures of an engagement', /Reached/)
    await page.getByLabel('Reached', { exact: true }).fill('40')
    await press('Save the figures')
    for (const [part, words] of closingParts) {
      await page.goto(`${engagement}/${part}`)
      await page.locator('form.desk-form button[type=submit]').click()
      await look(`the form “${part}” with mistakes`, words)
    }
    await page.goto(`${engagement}/promise`)
    await page.getByLabel('What did you promise?').fill('A speed check')
    await page.getByLabel('To whom?').fill('the town council')
    await page.getByLabel('Day').fill('1')
    await page.getByLabel('Month').fill('3')
    await page.getByLabel('Year').fill('2030')
    await press('Add the promise')
    await look('an engagement with a promise', /A speed check/)
    for (const link of [/^Reword/, /^Say it is kept/]) {
      await page.goto(engagement)
      await page.getByRole('link', { name: link }).first().click()
      await look(`what “${link.source}” leads to`, /A speed check|Words/)
    }
  },
)
