import { daysBetween, within, type Day, type Span } from '#platform/day.ts'

/** A school as long as it is open. */
export type OpenSchool = { readonly subjectId: string; readonly from: Day; readonly to: Day | null }

/** A day on which a school's safeguarding officer was contacted. */
export type Call = { readonly subjectId: string; readonly on: Day }

/** How it stands with one school in one half term. */
export type Touched = { readonly word: 'contacted'; readonly on: Day } | { readonly word: 'left' | 'not open' }

/** Which schools a half term expects, and which of them were contacted. */
export type Coverage<School extends OpenSchool = OpenSchool> = {
  readonly expected: readonly School[]
  readonly left: readonly School[]
  readonly of: ReadonlyMap<string, Touched>
}

/**
 * The schools that were contacted in a half term, of those that were open for at least half of it or were contacted anyway,
 * up to a day (C9, R54): the same rule by which the promise's standing is told.
 */
export function coverageOf<School extends OpenSchool>(
  halfTerm: Span,
  schools: readonly School[],
  calls: readonly Call[],
  asAt: Day,
): Coverage<School> {
  const soFar = calls.filter(({ on }) => within(halfTerm, on) && on <= asAt)
  const first = new Map<string, Day>()
  for (const { subjectId, on } of soFar) if (on < (first.get(subjectId) ?? '9999')) first.set(subjectId, on)
  const of = new Map(
    schools.map((school) => [school.subjectId, touched(school, halfTerm, first.get(school.subjectId))]),
  )
  const is = (word: Touched['word']) => (school: School) => of.get(school.subjectId)?.word === word
  return { expected: schools.filter((school) => !is('not open')(school)), left: schools.filter(is('left')), of }
}

function touched(school: OpenSchool, halfTerm: Span, on: Day | undefined): Touched {
  if (on !== undefined) return { word: 'contacted', on }
  return { word: isOpenFor(school, halfTerm) ? 'left' : 'not open' }
}

/** Whether a school is open for at least half of the days of a half term. */
function isOpenFor({ from, to }: OpenSchool, halfTerm: Span): boolean {
  const opens = from > halfTerm.from ? from : halfTerm.from
  const closes = to !== null && to < halfTerm.to ? to : halfTerm.to
  const days = (first: Day, last: Day) => daysBetween(first, last) + 1
  return opens <= closes && days(opens, closes) * 2 >= days(halfTerm.from, halfTerm.to)
}
