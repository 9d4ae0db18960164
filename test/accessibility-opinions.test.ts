import type { Page } from 'playwright-core'
import { nobodyIsShutOut } from './support/accessible.ts'

const team = '/dorset/west-dorset'
const desk = `/desk${team}`

nobodyIsShutOut('what people think of a page and of priorities', async ({ page, url, open, signIn, look, press }) => {
  const ofPage = `${team}/page-feedback?about=priorities`
  const ofPriority = await firstOf(page, `${url}${team}/you-said-we-did`, 'a[href$="/feedback"]')
  const closed = await firstOf(page, `${url}${team}/priorities`, '.meetings a >> nth=-1')
  await open(ofPage, `${team}/page-feedback/thanks?about=priorities`, ofPriority, `${ofPriority}/thanks`)
  await page.goto(`${url}${closed}/feedback`)
  await look('a priority that was closed long ago', /Nobody is asked about this now/)
  for (const address of [ofPage, ofPriority]) {
    await page.goto(url + address)
    await press('Send')
    await look(`mistakes at ${address.includes('about') ? 'the page' : 'a priority'}`, /There is a problem/)
    await page.getByLabel('Very much').first().check()
    await page.getByLabel('Partly').last().check()
    await page.getByRole('textbox').last().fill('Somebody of your team was late')
    await page.waitForTimeout(3_000)
    await press('Send')
    await look('thanks for an opinion', /Thank you/)
  }
  await signIn('sergeant')
  await open(`${desk}/feedback`, `${desk}/feedback/page/priorities`)
  await open(`${desk}/feedback/priorities/${ofPriority.split('/')[4]}`)
})

async function firstOf(page: Page, address: string, which: string): Promise<string> {
  await page.goto(address)
  return (await page.locator(which).first().getAttribute('href')) ?? ''
}
