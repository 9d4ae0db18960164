import { measureSchema, type Measure } from '#measures/measure.ts'
import { day, type Day } from '#platform/day.ts'
import type { Language } from '#platform/language/language.ts'
import { sayIn } from '#platform/language/say.ts'
import { EvidenceIndex, type Evidence } from '#standings/evidence-index.ts'
import type { Question, SubjectLifetime } from '#standings/question.ts'
import { standingOf } from '#standings/standing-of.ts'
import type { Standing } from '#standings/standing.ts'

/** A year of a team for tests of rules: evidence written as a list, no database. */
export type Case = {
  readonly year?: readonly [string, string]
  readonly asAt: string
  readonly evidence?: readonly Told[]
  readonly subjects?: readonly SubjectLifetime[]
  readonly halfTerms?: readonly (readonly [name: string, from: string, to: string])[]
  readonly bankHolidays?: readonly string[]
  readonly language?: Language
}

export type Told = Partial<Omit<Evidence, 'on' | 'at'>> & { readonly on: string; readonly at?: string }

/** A measure as a file would write it, checked by the schema. */
export const measure = (written: object): Measure => measureSchema.parse(written)

export function questionOf(given: Case): Question {
  const asAt = day(given.asAt)
  const [from, to] = given.year ?? ['2019-08-02', '2020-08-01']
  return {
    year: { from: day(from), to: day(to) },
    asAt,
    evidence: new EvidenceIndex((given.evidence ?? []).map(evidence), asAt),
    subjects: given.subjects ?? [],
    calendar: {
      timeZone: 'Europe/London',
      bankHolidays: new Set((given.bankHolidays ?? []).map(day)),
      halfTerms: given.halfTerms?.map(([name, begins, ends]) => ({ name, from: day(begins), to: day(ends) })) ?? null,
    },
    say: sayIn(given.language ?? 'en'),
  }
}

/** How a promise of one or several measures stands. */
export const stands = (written: object | readonly object[], given: Case): Standing =>
  standingOf([written].flat().map(measure), questionOf(given))

export const evidence = (told: Told, n: number): Evidence => ({
  entry: n + 1,
  kind: 'engagement held',
  subjects: [],
  quantities: {},
  facets: {},
  about: null,
  ...told,
  on: day(told.on),
  at: told.at === undefined ? null : Date.parse(told.at),
})

export const subject = (id: string, kind: string, from = '2010-01-01', to: string | null = null): SubjectLifetime => ({
  id,
  kind,
  label: id,
  from: day(from),
  to: to === null ? null : (day(to) as Day),
})
