import assert from 'node:assert/strict'
import test from 'node:test'
import type { Page } from 'playwright-core'
import { openDatabase } from '#platform/database/database.ts'
import { firstEvent, nobodyIsShutOut } from './support/accessible.ts'
import { eventBegun } from './support/begun.ts'
import { openPage } from './support/browser.ts'
import { comparedWith, offerWelsh, readInBoth, readPage, wholly, type InBoth } from './support/in-welsh.ts'
import { linkToCouncillorSurvey } from './support/councillor-survey.ts'
import { linksOfTheirOwn } from './support/links-of-their-own.ts'
import { demonstrationSite } from './support/site.ts'

const team = '/dorset/west-dorset'

/** What stands in place of the photos of the demonstration’s officers. */
const initials = ['RF', 'AF', 'MF', 'KF', 'JF']

/** Every page on which a resident finds a team, reads of it, tells it something or follows it, with its status. */
const inWelsh: Readonly<Record<string, number>> = {
  '/': 200,
  '/?q=Bridport': 200,
  '/?q=Atlantis': 200,
  '/?q=DT6+3LF': 200,
  '/?q=XX1': 200,
  '/?q=DT6+3L': 200,
  '/find': 200,
  '/find?at=50.7336,-2.7584': 200,
  '/find?at=51.5,-0.1': 200,
  '/find?at=nowhere': 400,
  '/find/map': 200,
  '/find/map/dorset': 200,
  [team]: 200,
  '/dorset/poole-north': 200,
  '/devon-and-cornwall/launceston': 200,
  [`${team}/people`]: 200,
  [`${team}/news`]: 200,
  [`${team}/news/none`]: 404,
  [`${team}/priorities`]: 200,
  [`${team}/priorities/none`]: 404,
  [`${team}/you-said-we-did`]: 200,
  [`${team}/tell-us`]: 200,
  [`${team}/tell-us/thanks`]: 200,
  [`${team}/events/follow`]: 200,
  '/follow/asked': 200,
  '/follow/confirm/nobody': 404,
  '/my-concern/nobody': 404,
  '/my-concern/confirm/nobody': 404,
  '/my-record/nobody': 404,
  '/reply/nobody': 404,
  '/sign-in': 200,
  '/accessibility': 200,
}

test('a resident finds, reads and tells a team everything in Welsh, and meets no English that is not marked so', async (t) => {
  const { url, databaseUrl } = await demonstrationSite(t)
  const names = [...(await offerWelsh(url, databaseUrl)), ...initials]
  const page = await openPage()
  const told = await pathsOf(databaseUrl)
  const event = await firstEvent(page, `${url}${team}/events`)
  const begun = await eventBegun(databaseUrl)
  const paths = { ...inWelsh, [`${event}/follow`]: 200, [`${event}/feedback`]: 409, [`${begun}/feedback`]: 200 }
  const shown: Record<string, InBoth> = {}
  const meant: Record<string, InBoth> = {}
  for (const [path, status] of [...Object.entries(paths), ...told.map((path): [string, number] => [path, 200])]) {
    shown[path] = await readInBoth(page, url, path, names)
    meant[path] = wholly(status)
  }
  assert.deepEqual(shown, meant)
})

test('what somebody wrote wrongly in a form is told in Welsh, and what they wrote stays', async (t) => {
  const { url, databaseUrl } = await demonstrationSite(t)
  const names = await offerWelsh(url, databaseUrl)
  const page = await openPage()
  const begun = await eventBegun(databaseUrl)
  const forms = [`${team}/tell-us`, `${team}/events/follow`, `${begun}/feedback`, '/sign-in']
  const shown: Record<string, InBoth> = {}
  for (const path of forms) {
    const english = await mistaken(page, url + path)
    const welsh = await mistaken(page, `${url}/cy${path}`)
    assert.equal(await page.locator('.govuk-error-summary').count(), 1, path)
    shown[path] = comparedWith(english, welsh, { status: 422, names })
  }
  assert.deepEqual(shown, Object.fromEntries(forms.map((path) => [path, wholly(422)])))

  await page.goto(`${url}/cy${team}/events/follow`)
  await page.getByLabel('Eich cyfeiriad e-bost').fill('resident@example.org')
  await page.getByRole('button', { name: 'Rhowch wybod i mi' }).click()
  assert.equal(new URL(page.url()).pathname, '/cy/follow/asked')
  const link = await linkMailed(databaseUrl)
  assert.match(link, /^\/cy\/follow\/confirm\//)
  await page.goto(url + link)
  await page.getByRole('button', { name: 'Ie, rhowch wybod i mi' }).click()
  assert.equal(await page.locator('h1').innerText(), 'Byddwn yn rhoi gwybod i chi')
  assert.deepEqual(await languagesOfMail(databaseUrl), ['cy'])
})

test('whoever follows a link of their own to the police reads and answers in Welsh', async (t) => {
  const { url, databaseUrl } = await demonstrationSite(t)
  const names = await offerWelsh(url, databaseUrl)
  const page = await openPage()
  const { record, concern, yes } = await linksOfTheirOwn(databaseUrl)
  const reply = new URL(await linkToCouncillorSurvey(url, databaseUrl)).pathname
  const shown: Record<string, InBoth> = {}
  const paths = [record, `${record}?saved=corrected`, `${record}/correct`, `${record}/object`, `${record}/leave`]
  for (const path of [...paths, concern, yes, reply]) shown[path] = await readInBoth(page, url, path, names)
  for (const path of [`${record}/leave`, reply]) {
    const english = await mistaken(page, url + path)
    const welsh = await mistaken(page, `${url}/cy${path}`)
    shown[`${path}, mistaken`] = comparedWith(english, welsh, { status: 200, names })
  }
  assert.deepEqual(shown, Object.fromEntries(Object.keys(shown).map((path) => [path, wholly(200)])))
})

nobodyIsShutOut('what residents read in Welsh', async ({ page, url, databaseUrl, open, look }) => {
  await offerWelsh(url, databaseUrl)
  await open(...Object.keys(inWelsh).map((path) => `/cy${path}`))
  await mistaken(page, `${url}/cy${team}/tell-us`)
  await look('a Welsh form with mistakes', /Mae problem/)
})

/** Sends a form with nothing in it. */
async function mistaken(page: Page, address: string) {
  await page.goto(address)
  await page.locator('main form button[type=submit]').first().click()
  await page.locator('.govuk-error-summary').waitFor()
  return readPage(page)
}

async function pathsOf(databaseUrl: string): Promise<readonly string[]> {
  const database = openDatabase(databaseUrl, { connections: 1 })
  const priorities = await database<{ path: string }[]>`
    select '/' || team_id || '/priorities/' || id as path from priority where team_id = 'dorset/west-dorset' order by id limit 3`
  const news = await database<{ path: string }[]>`
    select '/' || team_id || '/news/' || id as path from page_text where team_id = 'dorset/west-dorset' and section is null
    order by id limit 1`
  await database.end()
  return [...priorities, ...news].map(({ path }) => path)
}

/** The path of the link that the one mail that was written holds. */
async function linkMailed(databaseUrl: string): Promise<string> {
  const database = openDatabase(databaseUrl, { connections: 1 })
  const [mail] = await database<
    { text: string }[]
  >`select body_text as text from mail where to_address = 'resident@example.org'`
  await database.end()
  return /https?:\/\/[^/]+(\/\S*\/follow\/confirm\/[\w-]{43})/.exec(mail?.text ?? '')?.[1] ?? ''
}

/** In which languages followers are told of changes. */
async function languagesOfMail(databaseUrl: string): Promise<readonly string[]> {
  const database = openDatabase(databaseUrl, { connections: 1 })
  const kept = await database<{ language: string }[]>`select language from follower where confirmed_at is not null`
  await database.end()
  return kept.map(({ language }) => language)
}
