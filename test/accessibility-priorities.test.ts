import type { Page } from 'playwright-core'
import { nobodyIsShutOut } from './support/accessible.ts'
import { linksOfTheirOwn } from './support/links-of-their-own.ts'

const team = '/dorset/west-dorset'
const desk = `/desk${team}`

nobodyIsShutOut(
  'what a resident tells and reads of priorities',
  async ({ page, url, databaseUrl, open, look, press }) => {
    const { concern, yes } = await linksOfTheirOwn(databaseUrl)
    await open(
      concern,
      yes,
      `${team}/tell-us`,
      `${team}/tell-us/thanks`,
      `${team}/priorities`,
      `${team}/you-said-we-did`,
      '/dorset/purbeck/priorities',
      '/my-concern/nobody',
      '/my-concern/confirm/nobody',
    )
    await open(await firstOf(page, `${url}${team}/priorities`, '.meetings a'))
    await page.goto(url + yes)
    await press('Yes, tell me')
    await look('the yes to an answer', /We will tell you/)
    await page.goto(`${url}${team}/tell-us`)
    await press('Send')
    await look('the form with a mistake', /There is a problem/)
  },
)

nobodyIsShutOut('concerns and priorities at the desk', async ({ page, url, open, signIn, look, press }) => {
  await signIn('sergeant')
  await open(`${desk}/concerns`, `${desk}/concerns?which=all`, `${desk}/priorities`, `${desk}/priorities/new`)
  const concern = await firstOf(page, `${url}${desk}/concerns`, '.week-row__button')
  await open(concern)
  await press('Decide')
  await look('a decision with a mistake', /There is a problem/)
  const one = await firstOf(page, `${url}${desk}/priorities`, '.week-row a')
  const steps = ['set', 'plan', 'task', 'update', 'report-back', 'reopen', 'turn-down']
  await open(one, ...steps.map((step) => `${one}/${step}`))
  const closed = await firstOf(page, `${url}${desk}/priorities`, '.week-row a >> nth=-1')
  const told = await firstOf(page, `${url}${closed}`, 'a[href*="/updates/"]')
  await open(told)
  await press('Publish these words')
  await look('a rewording without a reason', /Say why you reword it/)
})

async function firstOf(page: Page, address: string, which: string): Promise<string> {
  await page.goto(address)
  return (await page.locator(which).first().getAttribute('href')) ?? ''
}
