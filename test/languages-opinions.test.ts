import assert from 'node:assert/strict'
import test from 'node:test'
import type { Page } from 'playwright-core'
import { openDatabase } from '#platform/database/database.ts'
import { openPage } from './support/browser.ts'
import { comparedWith, offerWelsh, readInBoth, readPage, wholly, type InBoth } from './support/in-welsh.ts'
import { demonstrationSite } from './support/site.ts'

const team = '/dorset/west-dorset'

test('a resident says in Welsh what they think of a page and of a priority, and reads what others think', async (t) => {
  const { url, databaseUrl } = await demonstrationSite(t)
  const names = await offerWelsh(url, databaseUrl)
  const page = await openPage()
  const asked = await thoughtOf(page, url, databaseUrl)
  const forms = [`${team}/page-feedback?about=contract`, `${asked}/feedback`]
  const paths: Readonly<Record<string, number>> = {
    [asked]: 200,
    [`${asked}/feedback`]: 200,
    [`${asked}/feedback/thanks`]: 200,
    [`${await closedLongAgo(page, url)}/feedback`]: 409,
    [`${team}/page-feedback`]: 200,
    [`${team}/page-feedback/thanks?about=the-team`]: 200,
    [`${team}/page-feedback?about=nothing`]: 404,
    [`${team}/priorities/none/feedback`]: 404,
  }
  const shown: Record<string, InBoth> = {}
  for (const path of Object.keys(paths)) shown[path] = await readInBoth(page, url, path, names)
  for (const path of forms) {
    const english = await mistaken(page, url + path)
    const welsh = await mistaken(page, `${url}/cy${path}`)
    shown[`${path}, mistaken`] = comparedWith(english, welsh, { status: 422, names })
  }
  const meant = [...Object.entries(paths), ...forms.map((path): [string, number] => [`${path}, mistaken`, 422])]
  assert.deepEqual(shown, Object.fromEntries(meant.map(([path, status]) => [path, wholly(status)])))
  await page.goto(`${url}/cy${asked}`)
  assert.match(await page.locator('main').innerText(), /Mae 5 o bobl wedi dweud eu barn: 4 o 5 mai dyna’r peth iawn/)
})

/** A priority that people are asked about, of which five people have said what they think. */
async function thoughtOf(page: Page, url: string, databaseUrl: string): Promise<string> {
  await page.goto(`${url}${team}/you-said-we-did`)
  const form = (await page.locator('a[href$="/feedback"]').first().getAttribute('href')) ?? ''
  const database = openDatabase(databaseUrl, { connections: 1 })
  await database`
    insert into opinion (id, team_id, priority_id, first, second, received_at)
    select gen_random_uuid(), ${team.slice(1)}, ${form.split('/')[4] ?? ''}, 4, 3, now() from generate_series(1, 5)`
  await database.end()
  return form.replace(/\/feedback$/, '')
}

async function closedLongAgo(page: Page, url: string): Promise<string> {
  await page.goto(`${url}${team}/priorities`)
  return (await page.locator('.meetings a').last().getAttribute('href')) ?? ''
}

/** Sends a form with nothing in it. */
async function mistaken(page: Page, address: string) {
  await page.goto(address)
  await page.locator('main form button[type=submit]').first().click()
  await page.locator('.govuk-error-summary').waitFor()
  return readPage(page)
}
