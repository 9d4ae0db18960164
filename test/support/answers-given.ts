import type { Page } from 'playwright-core'
import { unzipSync } from 'fflate'
import { pdfRead, wordRead } from './read-documents.ts'

/** What somebody was answered at an address, as words, whatever kind of document it is. */
export type Given = { readonly path: string; readonly status: number; readonly type: string; readonly words: string }

/**
 * All that addresses answer somebody: routes are filled in with what is known; those that ask for more are left out, and so are
 * pictures.
 */
export async function answersGiven(
  page: Page,
  url: string,
  routes: readonly string[],
  known: Readonly<Record<string, string>>,
): Promise<Given[]> {
  const paths = routes.map((route) => route.replaceAll(/:(\w+)/g, (whole, name: string) => known[name] ?? whole))
  const given: Given[] = []
  for (const path of [...new Set(paths)].filter((each) => !/[:*]|\.png$/.test(each))) {
    const answer = await page.request.get(url + path)
    const type = answer.headers()['content-type'] ?? ''
    given.push({ path, status: answer.status(), type, words: await inWords(await answer.body()) })
  }
  return given
}

async function inWords(body: Buffer): Promise<string> {
  const begins = body.subarray(0, 4).toString('latin1')
  if (begins === '%PDF') return (await pdfRead(body)).text
  if (!begins.startsWith('PK')) return body.toString('utf8')
  const files = unzipSync(body)
  if ('word/document.xml' in files) return (await wordRead(body)).text
  const parts = await Promise.all(Object.values(files).map((part) => inWords(Buffer.from(part))))
  return parts.join('\n')
}

/**
 * The answers that tell what others gave: their words anywhere, or one of their grades more often than a grade that nobody gave,
 * since a form names every grade once.
 */
export const tellingOf = (
  given: readonly Given[],
  others: { readonly words: RegExp; readonly grades: readonly string[]; readonly nobodys: string },
): string[] =>
  given
    .filter(
      ({ words }) =>
        others.words.test(words) || others.grades.some((grade) => times(grade, words) !== times(others.nobodys, words)),
    )
    .map(({ path }) => path)

const times = (word: string, words: string): number => words.toLowerCase().split(word.toLowerCase()).length - 1
