import assert from 'node:assert/strict'
import test from 'node:test'
import type { Page } from 'playwright-core'
import { openDatabase } from '#platform/database/database.ts'
import { openPage } from './support/browser.ts'
import { demonstrationSite } from './support/site.ts'

const clerks = ['Bridport', 'Dorchester', 'Lyme Regis', 'Sherborne'].map((town) => `Clerk of ${town} Town Council`)

/** Finds somebody by typing, without a button, and opens what is kept up with them. */
async function find(page: Page, network: string, label: string): Promise<void> {
  await page.goto(network)
  await page.getByLabel('Find a person, an organisation or a post').pressSequentially(label)
  await page.locator('#search-results').getByRole('link', { name: label, exact: true }).click()
  await page.getByRole('heading', { level: 1, name: label }).waitFor()
}

async function brief(page: Page): Promise<void> {
  await page.getByRole('radio', { name: 'Meeting' }).check()
  await page.getByLabel('What did they raise?').fill('Speeding past the school')
  await page.getByRole('checkbox', { name: 'A briefing' }).check()
  await page.getByRole('checkbox', { name: 'Feedback on what we did' }).check()
  await page.getByRole('button', { name: 'Log the contact' }).click()
}

test('an inspector agrees a half year with four clerks, briefs three, is reminded of the fourth, and keeps R35', async (t) => {
  const { url, databaseUrl } = await demonstrationSite(t)
  const db = openDatabase(databaseUrl, { connections: 1 })
  t.after(() => db.end())
  await db`
    update relationship r set last_contact_on = null, next_due = null from subject s
    where s.id = r.subject_id and s.kind = 'council clerk' and r.team_id = 'dorset/west-dorset'`
  const page = await openPage({ width: 390, height: 800 })
  await page.request.post(`${url}/sign-in/demonstration`, { form: { person: 'inspector' } })
  const week = `${url}/desk/dorset/west-dorset`
  const due = page.getByRole('region', { name: /People due a call/ })

  for (const clerk of clerks) {
    await find(page, `${week}/network`, clerk)
    await page.getByRole('radio', { name: 'Every 6 months' }).check()
    await page.getByRole('radio', { name: 'They and we' }).check()
    await page.getByLabel('Year').last().fill('2025')
    await page.getByRole('button', { name: 'Save the level' }).click()
    assert.match(await page.locator('main').innerText(), /every 6 months, agreed with them/)
  }
  await page.goto(week)
  for (const clerk of clerks) assert.match(await due.innerText(), new RegExp(clerk))

  for (const clerk of clerks.slice(0, 3)) {
    await page.goto(week)
    await due.getByRole('link', { name: clerk, exact: true }).click()
    await page.getByRole('button', { name: /^Log a contact/ }).click()
    await brief(page)
    assert.match(await page.locator('main').innerText(), /It counts towards \d+ promises/)
  }
  await page.goto(week)
  const left = await due.innerText()
  assert.deepEqual(
    clerks.map((clerk) => left.includes(clerk)),
    [false, false, false, true],
  )

  await due.getByRole('link', { name: /Log a contact.*Clerk of Sherborne/ }).click()
  await brief(page)
  await page.goto(week)
  assert.doesNotMatch(await page.locator('main').innerText(), /Clerk of Sherborne Town Council\n[^\n]*lapsed/)
  const [contract] = await db<{ year: number }[]>`
    select max(year) as year from contract where team_id = 'dorset/west-dorset'`
  await page.goto(`${url}/dorset/west-dorset/contract/${contract?.year}/commitments/R35`)
  assert.match(await page.locator('main').innerText(), /4 of 4 on schedule/)
  assert.equal((await db`select id from contact`).length, 4)
})

test('without a script, the button finds the same people', async (t) => {
  const { url } = await demonstrationSite(t)
  const page = await openPage()
  await page.request.post(`${url}/sign-in/demonstration`, { form: { person: 'pcso' } })
  await page.route('**/*.js', (route) => route.abort())
  await page.goto(`${url}/desk/dorset/west-dorset/network`)
  await page.getByLabel('Find a person, an organisation or a post').fill('Shirbourne')
  await page.getByRole('button', { name: 'Find' }).click()
  assert.match(await page.locator('#search-results').innerText(), /found for “Shirbourne”[\s\S]*Sherborne Town Council/)
})
