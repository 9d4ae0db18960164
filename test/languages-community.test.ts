import assert from 'node:assert/strict'
import test from 'node:test'
import type { Page } from 'playwright-core'
import { openDatabase } from '#platform/database/database.ts'
import { openPage } from './support/browser.ts'
import {
  comparedWith,
  leftInEnglish,
  offerWelsh,
  readInBoth,
  readPage,
  wholly,
  type InBoth,
} from './support/in-welsh.ts'
import { pdfRead, wordRead } from './support/read-documents.ts'
import { convened, threeSheets } from './support/sitting-convened.ts'
import { demonstrationSite } from './support/site.ts'

const year = '/dorset/west-dorset/contract/2019'
const verdict = `${year}/verdict`

test('a member votes in Welsh, the public reads the outcome in Welsh, and neither meets English that is not marked so', async (t) => {
  const { url, databaseUrl } = await demonstrationSite(t)
  const [page, desk] = [await openPage(), await openPage()]
  await desk.request.post(`${url}/sign-in/demonstration`, { form: { person: 'opcc' } })
  const { link, sitting } = await convened(desk, url)
  const names = [...(await offerWelsh(url, databaseUrl)), 'Bridport town hall']
  const read: Record<string, InBoth> = {}
  const shown = async (path: string, as = path) => (read[as] = await readInBoth(page, url, path, names))
  const contract = `${link}/contracts/west-dorset`
  const reasons = await whyInEnglish(page, url + contract)
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
  await toldInWelsh(page, `${url}/cy${contract}`, reasons)
  await page.getByLabel('Cadwodd ei air', { exact: true }).first().check()
  await page.getByRole('button', { name: 'Cadw’r hyn a ddewisais', exact: true }).click()
  assert.equal(new URL(page.url()).pathname, `/cy${link}`)
  await shown(`${link}?saved=west-dorset`)
  await threeSheets(desk, url, sitting)
  await desk.goto(url + sitting)
  await desk.getByRole('button', { name: 'Close the sitting and publish its outcome' }).click()
  await shown(verdict)
  await shown(contract, 'after the end')
  for (const path of [contract, `${link}/large-print`]) await toldInWelsh(page, `${url}/cy${path}`, reasons)
  assert.deepEqual(read, Object.fromEntries(Object.keys(read).map((path) => [path, wholly(200)])))
  const db = openDatabase(databaseUrl, { connections: 1 })
  await db`update community_link set ended_at = now()`
  await db.end()
  assert.deepEqual(
    [await readInBoth(page, url, link, names), await readInBoth(page, url, '/panel/nobody', names)],
    [wholly(410), wholly(404)],
  )
})

test('a panel’s pack and the panel’s letter are as wholly Welsh in Word, as a PDF and in large print', async (t) => {
  const { url, databaseUrl } = await demonstrationSite(t)
  const [page, desk] = [await openPage(), await openPage()]
  await desk.request.post(`${url}/sign-in/demonstration`, { form: { person: 'opcc' } })
  const { link } = await convened(desk, url)
  const names = [...(await offerWelsh(url, databaseUrl)), 'SHA-256']
  const reasons = await whyInEnglish(page, `${url}${link}/contracts/west-dorset`)
  for (const [path, title] of [
    [`${link}/contracts/west-dorset/pack`, 'West Dorset: contract 2019'],
    [`${year}/rating`, 'Llythyr y panel ar gontract 2019 – West Dorset'],
  ] as const)
    for (const size of ['', '?size=large'])
      assert.deepEqual(await drawnInWelsh(url, { path, size, names, reasons }), {
        title,
        languages: ['cy-GB', 'cy-GB'],
        leftInEnglish: [],
        reasonsInEnglish: [],
        notInPdf: [],
      })
})

type Drawn = {
  readonly path: string
  readonly size: string
  readonly names: readonly string[]
  readonly reasons: readonly string[]
}

/** What is wrong with a document in Welsh; a PDF must have each word of the Word file. */
async function drawnInWelsh(url: string, { path, size, names, reasons }: Drawn) {
  const taken = async (address: string) => Buffer.from(await (await fetch(url + address)).arrayBuffer())
  const english = await wordRead(await taken(`${path}.docx${size}`))
  const welsh = await wordRead(await taken(`/cy${path}.docx${size}`))
  const pdf = await pdfRead(await taken(`/cy${path}.pdf${size}`))
  const said = { language: '', links: [] }
  const inPdf = new Set(wordsIn(pdf.text))
  return {
    title: pdf.title,
    languages: [welsh.language, pdf.language],
    leftInEnglish: leftInEnglish({ ...said, texts: unmarked(welsh) }, { ...said, texts: unmarked(english) }, names),
    reasonsInEnglish: reasons.filter((reason) => welsh.text.includes(reason)),
    notInPdf: welsh.runs.flatMap(({ words }) => wordsIn(words)).filter((word) => !inPdf.has(word)),
  }
}

const unmarked = ({ runs }: Awaited<ReturnType<typeof wordRead>>): string[] =>
  runs.flatMap(({ words, language }) => (language === undefined ? [words.trim()] : []))

const wordsIn = (text: string): readonly string[] => text.match(/\p{L}{4,}/gu) ?? []

/** Why each promise stands so, as a member reads it in English. */
async function whyInEnglish(page: Page, address: string): Promise<readonly string[]> {
  await page.goto(address)
  const reasons = await page.locator('.week-row__why').allTextContents()
  assert.ok(reasons.length > 20)
  return reasons
}

/** Also what is marked as English is none of the program’s own sentences. */
async function toldInWelsh(page: Page, address: string, reasons: readonly string[]): Promise<void> {
  await page.goto(address)
  const told = await page.locator('.week-row__why').allTextContents()
  assert.deepEqual([told.length, told.filter((reason) => reasons.includes(reason))], [reasons.length, []])
}

/** Sends a form with nothing in it. */
async function mistaken(page: Page, address: string) {
  await page.goto(address)
  await page.locator('main form button[type=submit]').last().click()
  await page.locator('.govuk-error-summary').waitFor()
  return readPage(page)
}
