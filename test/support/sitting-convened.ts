import type { Page } from 'playwright-core'
import { linkIn } from './community.ts'

/** Convenes a panel of today over West Dorset and others, and invites one member by hand. */
export async function convened(page: Page, url: string): Promise<{ readonly link: string; readonly sitting: string }> {
  await page.goto(`${url}/desk/dorset/sittings/new?year=2019&panel=community%20panel`)
  const now = new Date()
  for (const name of ['heldOn', 'closesOn']) {
    await page.fill(`#${name}`, String(now.getDate()))
    await page.fill(`#${name}-month`, String(now.getMonth() + 1))
    await page.fill(`#${name}-year`, String(now.getFullYear()))
  }
  await page.fill('#place', 'Bridport town hall')
  await page.getByRole('button', { name: 'Convene it' }).click()
  const sitting = new URL(page.url()).pathname
  await page.fill('#label', 'for the anglers')
  await page.getByRole('button', { name: 'Invite', exact: true }).click()
  return { sitting, link: linkIn(await page.locator('main').innerText()) }
}

/** Keys in three sheets for West Dorset, and who came. */
export async function threeSheets(page: Page, url: string, sitting: string): Promise<void> {
  for (const sheet of ['1', '2', '3']) {
    await page.goto(`${url}${sitting}/west-dorset/paper`)
    await page.fill('#sheet', sheet)
    await page.getByLabel('Partly kept its word', { exact: true }).first().check()
    await page.getByLabel('Good', { exact: true }).check()
    await page.getByRole('button', { name: 'Keep this sheet' }).click()
  }
  await page.goto(`${url}${sitting}/record`)
  await page.getByLabel('Farming').fill('2')
  await page.getByLabel('Rural').fill('22')
  await page.getByRole('button', { name: 'Keep this' }).click()
}
