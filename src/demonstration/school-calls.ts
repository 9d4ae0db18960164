import type { Fact } from '#ledger/evidence.ts'
import { addDays, daysBetween, weekdayOf, type Day, type Span } from '#platform/day.ts'
import { between, chanceFrom } from './random.ts'

/** A school that the team calls on, by its subject id, and from when it is open. */
export type School = { readonly id: string; readonly from: Day; readonly to: Day | null }

/** Each half term the safeguarding officer of each open school is called (R54), but for one school in the first. */
export function schoolCalls(
  schools: readonly School[],
  halfTerms: readonly Span[],
  leftOut: string | undefined,
): Fact[] {
  return halfTerms.flatMap((halfTerm, n) =>
    schools
      .filter((school) => school.from <= halfTerm.from && (school.to === null || school.to >= halfTerm.to))
      .filter((school) => n > 0 || school.id !== leftOut)
      .map((school) => callOf(school, halfTerm)),
  )
}

function callOf(school: School, halfTerm: Span): Fact {
  const chance = chanceFrom(`${school.id} ${halfTerm.from}`)
  const happenedOn = weekday(addDays(halfTerm.from, between(2, daysBetween(halfTerm.from, halfTerm.to) - 1, chance)))
  return {
    kind: 'contact made',
    happenedOn,
    subjects: [school.id],
    facets: {
      how: chance() < 0.3 ? 'visit' : 'telephone',
      'safeguarding officer': true,
      'concern heard': chance() < 0.2,
    },
    source: `demonstration/school-call/${happenedOn}/${school.id}`,
  }
}

const weekday = (d: Day): Day => (weekdayOf(d) > 5 ? addDays(d, 5 - weekdayOf(d)) : d)
