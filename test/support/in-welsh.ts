import type { Page } from 'playwright-core'
import { pagesChanged } from '#ledger/pages-changed.sql.ts'
import { openDatabase } from '#platform/database/database.ts'

/** Lets every force of a running site offer Welsh; answers the names in its database, which no language changes. */
export async function offerWelsh(url: string, databaseUrl: string): Promise<readonly string[]> {
  const database = openDatabase(databaseUrl, { connections: 1 })
  await database`
    insert into force_appearance (force_id, languages, changed_at) select id, '{en,cy}', now() from force
    on conflict (force_id) do update set languages = '{en,cy}'`
  await pagesChanged(database, 'dorset')
  const names = await database<{ name: string }[]>`
    select name from force union select id from force union select name from team union select id from team
    union select name from neighbourhood union select name from team_officer union select name from senior_officer union select name from key_individual union select label from subject
    union select title from framework union select title from planned_engagement union select place from planned_engagement
    union select title from priority union select title from page_text_version where title <> ''`
  await database.end()
  for (let tries = 0; (await fetch(`${url}/cy/dorset`, { redirect: 'manual' })).status !== 200; tries++) {
    if (tries === 100) throw new Error('The site never offered Welsh')
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  return names.map(({ name }) => name).toSorted((a, b) => b.length - a.length)
}

/** What somebody reads or hears on a page, and the addresses of the site that it leads to. */
export type Read = {
  readonly language: string
  readonly texts: readonly string[]
  readonly links: readonly string[]
}

/** Reads a page, leaving out what it marks as English within another language. */
export const readPage = (page: Page): Promise<Read> => page.evaluate<Read>(reading)

// The types of the browser are not those of the tests.
const reading = `(() => {
  const language = document.documentElement.lang
  const isMarked = (element) => element.closest('[lang]').lang !== language
  const texts = []
  const walker = document.createTreeWalker(document.documentElement, NodeFilter.SHOW_TEXT)
  while (walker.nextNode()) {
    const { parentElement, data } = walker.currentNode
    if (parentElement.localName !== 'script' && !isMarked(parentElement)) texts.push(data)
  }
  for (const element of document.querySelectorAll('[title], [alt], [aria-label], [placeholder], meta[name=description], [value]')) {
    if (isMarked(element)) continue
    for (const name of ['title', 'alt', 'aria-label', 'placeholder', 'content']) texts.push(element.getAttribute(name) ?? '')
    if (element.matches('input[type=submit]')) texts.push(element.value)
  }
  const links = [...document.querySelectorAll('a[href^="/"]:not([hreflang]), form')].map(
    (element) => element.getAttribute('href') ?? element.getAttribute('action') ?? '')
  return { language, texts: texts.map((text) => text.replaceAll(/\\s+/g, ' ').trim()), links }
})()`

/** How a page in Welsh differs from what it should be, beside the status with which it answered. */
export type InBoth = {
  readonly status: number | undefined
  readonly languages: readonly string[]
  readonly leftInEnglish: readonly string[]
  readonly ledAway: readonly string[]
}

/** Where a link of a Welsh page leads: on in Welsh, within the page, or to data, which has no language. */
const ledOn = /^(?:\/assets\/|\/api\/|\/cy(?:\/|$)|#)/

/** Opens a page in English, then in Welsh, and compares them. */
export async function readInBoth(page: Page, url: string, path: string, names: readonly string[]): Promise<InBoth> {
  await page.goto(url + path)
  const english = await readPage(page)
  const answer = await page.goto(`${url}/cy${path}`)
  return comparedWith(english, await readPage(page), { status: answer?.status(), names })
}

type Beside = { readonly status: number | undefined; readonly names: readonly string[] }

/** Compares what was read of the same page in both languages. */
export const comparedWith = (english: Read, welsh: Read, { status, names }: Beside): InBoth => ({
  status,
  languages: [english.language, welsh.language],
  leftInEnglish: leftInEnglish(welsh, english, names),
  ledAway: welsh.links.filter((link) => !ledOn.test(link)),
})

/** What a page in both languages should be. */
export const wholly = (status: number): InBoth => ({
  status,
  languages: ['en', 'cy'],
  leftInEnglish: [],
  ledAway: [],
})

/** Words that are the same in every language. */
const everywhere = [
  'Frankpledge',
  'GeoJSON',
  'JSON',
  'CSV',
  '/api',
  'PDF',
  'Word',
  'data.police.uk',
  'www.police.uk',
  'GOV.UK',
  'Facebook',
  'Twitter',
  'YouTube',
]

/** The texts of a Welsh page that are told as on the English one, names, ids, seals and mail addresses aside. */
export function leftInEnglish(welsh: Read, english: Read, names: readonly string[]): string[] {
  const same = new Set(english.texts)
  return [...new Set(welsh.texts)].filter((text) => same.has(text) && /\p{L}/u.test(withoutNames(text, names)))
}

function withoutNames(text: string, names: readonly string[]): string {
  let rest = text.replaceAll(/\b[A-Z]{1,3}-?\d+(?:\.\d+)*[a-z]?\b|\b[0-9a-f]{64}\b|[\w.-]+@[\w.-]+/g, '')
  for (const name of [...names, ...everywhere]) rest = rest.replaceAll(name, '')
  return rest
}
