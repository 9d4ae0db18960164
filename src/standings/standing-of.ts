import type { Measure } from '#measures/measure.ts'
import { addDays } from '#platform/day.ts'
import { earlier } from './calendar.ts'
import type { Question } from './question.ts'
import { cadence } from './reading/cadence.ts'
import { coverage } from './reading/coverage.ts'
import { growth } from './reading/growth.ts'
import { latency } from './reading/latency.ts'
import { age, judged, present } from './reading/states.ts'
import { count, distinct, share, sum } from './reading/tallies.ts'
import { soonest, standing, worstOf, type Standing } from './standing.ts'

/**
 * The one function from promise, evidence, calendar and day to a standing; it reads nothing else and changes nothing. A
 * promise of several measures stands as the worst of them and shows the figure of the first; one with none is an
 * assertion. Days after the contract's end are answered as the day after it ended.
 */
export function standingOf(measures: readonly Measure[], question: Question): Standing {
  const asAt = earlier(question.asAt, addDays(question.year.to, 1))
  const [first, ...rest] = measures.map((measure) => ofYear(one(measure, { ...question, asAt }), question))
  if (!first)
    return standing(
      'unmeasurable',
      question.say.text`This is an assertion: nobody has said how anyone could tell whether it is kept.`,
    )
  return rest.length === 0 ? first : joined(first, rest)
}

/** What speaks of no period of its own speaks of the contract year. */
const ofYear = (stands: Standing, { year }: Question): Standing => ({ ...stands, period: stands.period ?? year })

function one(measure: Measure, question: Question): Standing {
  switch (measure.measure) {
    case 'count':
      return count(measure, question)
    case 'sum':
      return sum(measure, question)
    case 'distinct':
      return distinct(measure, question)
    case 'coverage':
      return coverage(measure, question)
    case 'cadence':
      return cadence(measure, question)
    case 'growth':
      return growth(measure, question)
    case 'share':
      return share(measure, question)
    case 'latency':
      return latency(measure, question)
    case 'age':
      return age(measure, question)
    case 'present':
      return present(measure, question)
    case 'judged':
      return judged(measure, question)
  }
}

function joined(first: Standing, rest: readonly Standing[]): Standing {
  const all = [first, ...rest]
  return {
    ...first,
    standing: worstOf(all.map((each) => each.standing)) ?? first.standing,
    reason: all.map((each) => each.reason).join(' '),
    nextDue: soonest(all.map((each) => each.nextDue)),
    periods: all.find((each) => each.periods.length > 0)?.periods ?? [],
    gaps: all.flatMap((each) => each.gaps),
    evidence: [...new Set(all.flatMap((each) => each.evidence))].sort((a, b) => a - b),
    obligations: all.flatMap((each) => each.obligations),
  }
}
