import assert from 'node:assert/strict'
import test from 'node:test'
import { openPage } from './support/browser.ts'
import { demonstrationSite } from './support/site.ts'

const team = '/dorset/west-dorset'

test('on paper there is nothing to press, and all of it is black on white within the sheet', async (t) => {
  const { url } = await demonstrationSite(t)
  // A sheet of A4 between its margins, in the browser's pixels.
  const page = await openPage({ width: 680, height: 1009 })
  await page.emulateMedia({ media: 'print' })
  for (const path of [team, `${team}/events`, `${team}/priorities`, `${team}/contract/2019`]) {
    await page.goto(url + path)
    assert.equal(await page.locator('nav:visible, form:visible, button:visible, textarea:visible').count(), 0, path)
    const colours = await page
      .locator('main a:visible')
      .evaluateAll((links) => [
        ...new Set(links.map((link) => Reflect.get(globalThis, 'getComputedStyle')(link).color)),
      ])
    assert.deepEqual(colours, ['rgb(0, 0, 0)'], path)
    const ground = await page.evaluate<string>('getComputedStyle(document.documentElement).backgroundColor')
    assert.equal(ground, 'rgba(0, 0, 0, 0)', path)
    const over = await page.evaluate<number>(
      'document.documentElement.scrollWidth - document.documentElement.clientWidth',
    )
    assert.equal(over, 0, path)
  }
})
