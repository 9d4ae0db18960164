import assert from 'node:assert/strict'
import test from 'node:test'
import type { Page } from 'playwright-core'
import { openDatabase } from '#platform/database/database.ts'
import { nobodyIsShutOut } from './support/accessible.ts'
import { openPage } from './support/browser.ts'
import { linkIn } from './support/community.ts'
import { comparedWith, offerWelsh, readInBoth, readPage, wholly, type InBoth } from './support/in-welsh.ts'
import { demonstrationSite } from './support/site.ts'

const verdict = '/dorset/west-dorset/contract/2019/verdict'

nobodyIsShutOut('community panels', async ({ page, url, open, look, press, signIn }) => {
  await signIn('opcc')
  await open('/desk/dorset/sittings')
  await page.getByRole('link', { name: 'Convene a community panel on 2019' }).click()
  await look('convening a panel', /When is it held\?/)
  await press('Convene it')
  await look('a sitting with mistakes', /There is a problem/)
  const { link, sitting } = await convened(page, url)
  await look('a link that is shown once', /Give them this link/)
  await press('Invite')
  await look('an invitation with mistakes', /Enter a name/)
  await open(sitting, `${sitting}/record`, `${sitting}/west-dorset`, `${sitting}/west-dorset/sheets`)
  await open(`${sitting}/west-dorset/paper`)
  await press('Keep this sheet')
  await look('a sheet with mistakes', /Enter the number on the sheet/)
  await open(link, `${link}/contracts/west-dorset`, `${link}/contracts/west-dorset/words`, `${link}/large-print`)
  await open(`/panel/${'A'.repeat(43)}`)
  await page.goto(`${url}${link}/contracts/west-dorset`)
  await press('Save what I chose')
  await look('a vote with mistakes', /Choose something, or write a comment/)
  await page.getByLabel('Kept its word', { exact: true }).first().check()
  await press('Save what I chose')
  await look('a vote that is kept', /What you chose for West Dorset is kept/)
  await page.goto(`${url}${link}/contracts/west-dorset/words`)
  await page.fill('#words', 'The villages were left out')
  await press('Keep my words')
  await look('a vote with own words', /yet to look whether/)
  await page.goto(url + sitting)
  await press('Decide')
  await look('a decision with mistakes', /Choose what becomes of it/)
  await page.getByLabel('It is published', { exact: true }).check()
  await press('Decide')
  await press('Close the sitting and publish its outcome')
  await look('a closed sitting', /its outcome is published/)
  await open(verdict, link, `${link}/contracts/west-dorset`)
  await signIn('sergeant')
  await open('/desk/dorset/west-dorset/sittings', sitting.replace('/dorset/', '/dorset/west-dorset/'))
})

test('a member votes in Welsh, the public reads the outcome in Welsh, and neither meets English that is not marked so', async (t) => {
  const { url, databaseUrl } = await demonstrationSite(t)
  const [page, desk] = [await openPage(), await openPage()]
  await desk.request.post(`${url}/sign-in/demonstration`, { form: { person: 'opcc' } })
  const { link, sitting } = await convened(desk, url)
  const names = [...(await offerWelsh(url, databaseUrl)), 'Bridport town hall']
  const read: Record<string, InBoth> = {}
  const shown = async (path: string, as = path) => (read[as] = await readInBoth(page, url, path, names))
  const contract = `${link}/contracts/west-dorset`
  for (const path of [link, contract, `${contract}/words`, `${link}/large-print`]) await shown(path)
  for (const path of [contract, `${contract}/words`])
    read[`${path}, mistaken`] = comparedWith(
      await mistaken(page, url + path),
      await mistaken(page, `${url}/cy${path}`),
      {
        status: 200,
        names,
      },
    )
  await page.goto(`${url}/cy${contract}`)
  await page.getByLabel('Cadwodd ei air', { exact: true }).first().check()
  await page.getByRole('button', { name: 'Cadw’r hyn a ddewisais', exact: true }).click()
  assert.equal(new URL(page.url()).pathname, `/cy${link}`)
  await shown(`${link}?saved=west-dorset`)
  await threeSheets(desk, url, sitting)
  await desk.goto(url + sitting)
  await desk.getByRole('button', { name: 'Close the sitting and publish its outcome' }).click()
  await shown(verdict)
  await shown(contract, 'after the end')
  assert.deepEqual(read, Object.fromEntries(Object.keys(read).map((path) => [path, wholly(200)])))
  const db = openDatabase(databaseUrl, { connections: 1 })
  await db`update community_link set ended_at = now()`
  await db.end()
  assert.deepEqual(
    [await readInBoth(page, url, link, names), await readInBoth(page, url, '/panel/nobody', names)],
    [wholly(410), wholly(404)],
  )
})

/** Convenes a panel of today over West Dorset and others, and invites one member by hand. */
async function convened(page: Page, url: string): Promise<{ readonly link: string; readonly sitting: string }> {
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

async function threeSheets(page: Page, url: string, sitting: string): Promise<void> {
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

/** Sends a form with nothing in it. */
async function mistaken(page: Page, address: string) {
  await page.goto(address)
  await page.locator('main form button[type=submit]').last().click()
  await page.locator('.govuk-error-summary').waitFor()
  return readPage(page)
}
