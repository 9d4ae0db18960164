import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { day, type Day } from '#platform/day.ts'

/** What machines found when the pages were last looked at, and what people know beside it. */
export type Audit = {
  readonly on: Day
  readonly preparedOn: Day
  readonly axe: string
  readonly htmlValidate: string
  /** How wide the screen was, in pixels. */
  readonly widths: readonly number[]
  readonly walks: readonly Walk[]
  /** What is known not to work. */
  readonly faults: readonly string[]
  readonly notTested: readonly string[]
}

/** One way through the site, with all that was looked at on it. */
export type Walk = {
  readonly of: string
  readonly pages: readonly string[]
  readonly faults: readonly { readonly page: string; readonly fault: string }[]
}

const dayWritten = z.string().transform(day)
const texts = z.array(z.string())
const found = z.array(z.object({ page: z.string(), fault: z.string() }))

/** `bin/record-accessibility.ts` writes it. */
const runSchema = z.object({
  on: dayWritten,
  axe: z.string(),
  htmlValidate: z.string(),
  widths: z.array(z.number()),
  walks: z.array(z.object({ of: z.string(), pages: texts, faults: found })),
})

/** People write it. */
const knownSchema = z.object({ preparedOn: dayWritten, faults: texts, notTested: texts })

const folder = new URL('../../../accessibility/', import.meta.url)
const read = (name: string): unknown => JSON.parse(readFileSync(new URL(name, folder), 'utf8'))

/** The last audit. */
export const lastAudit: Audit = { ...runSchema.parse(read('last-run.json')), ...knownSchema.parse(read('known.json')) }

/** How many things fail: what machines found and what people know (S10). */
export const failuresOf = ({ walks, faults }: Pick<Audit, 'walks' | 'faults'>): number =>
  walks.reduce((count, walk) => count + walk.faults.length, faults.length)

/** How many different pages were looked at. */
export const pagesOf = ({ walks }: Pick<Audit, 'walks'>): number => new Set(walks.flatMap(({ pages }) => pages)).size
