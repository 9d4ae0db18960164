import { readingsOf, kindsOf } from '#measures/check.ts'
import type { Measure } from '#measures/measure.ts'
import { addDays, weekdayOf, type Day } from '#platform/day.ts'
import type { CommitmentStanding, ContractStanding } from '#standings/contract-standing.ts'
import type { ObligationStanding, Standing, StandingWord } from '#standings/standing.ts'

/** The cheapest thing that would move a promise on; null where somebody must decide or judge instead. */
export type NextThing =
  | { readonly do: 'record an engagement'; readonly method: string | null }
  | { readonly do: 'import evidence'; readonly kind: string }

/** One promise that needs somebody this week. */
export type WeekRow = {
  readonly ref: string
  readonly text: string
  /** The councils, schools, schemes it is owed to; empty where it is owed to everybody. */
  readonly forWhom: readonly string[]
  /** The day it falls due, or where that has passed and it can still be mended, the day it fell due. */
  readonly by: Day | null
  readonly standing: StandingWord
  readonly reason: string
  readonly next: NextThing | null
}

export type Week = { readonly sunday: Day; readonly lapsing: readonly WeekRow[]; readonly slipping: readonly WeekRow[] }

/**
 * What of a contract needs somebody this week: what lapses by Sunday unless it is done, and what slips: late, missed but
 * still open, due, without figures, or waiting for a decision. A promise made good since it was missed is left alone.
 */
export function weekOf({ standards, others, today }: Pick<ContractStanding, 'standards' | 'others' | 'today'>): Week {
  const sunday = addDays(today, 7 - weekdayOf(today))
  const all = [...standards.flatMap(({ commitments }) => commitments), ...others]
  const once = [...new Map(all.map((each) => [each.ref, each])).values()]
  const parts = once.flatMap(partsOf)
  const lapsing = parts.filter((part) => lapses(part, today, sunday))
  const slipping = parts.filter((part) => !lapsing.includes(part) && slips(part, today))
  return {
    sunday,
    lapsing: together(lapsing).toSorted((a, b) => inTime(a.by, b.by)),
    slipping: together(slipping).toSorted((a, b) => places[a.standing] - places[b.standing] || inTime(a.by, b.by)),
  }
}

/** A promise, or one of the obligations it is made of. */
type Part = { readonly of: CommitmentStanding; readonly part: Standing | ObligationStanding }

const partsOf = (of: CommitmentStanding): Part[] =>
  of.standing.obligations.length > 0
    ? of.standing.obligations.map((part) => ({ of, part }))
    : [{ of, part: of.standing }]

function lapses({ of, part }: Part, today: Day, sunday: Day): boolean {
  if (part.nextDue === null || part.nextDue < today || part.nextDue > sunday) return false
  return isOpen(part) || of.measures.some((measure) => measure.measure === 'latency')
}

/** Whether what falls due next has not been done yet, whatever became of the periods before it. */
const isOpen = (part: Part['part']) => ['due', 'on course'].includes(part.periods.at(-1)?.standing ?? part.standing)

function slips({ of, part }: Part, today: Day): boolean {
  if (part.standing === 'missed') return canStillBeDone(part, today)
  if (part.standing === 'unmeasurable') return of.measures.length > 0
  return part.standing === 'late' || part.standing === 'due' || part.standing === 'unknown'
}

/** Overdue, or missed before and not done in the period now running; what was made good since is no longer open. */
const canStillBeDone = (part: Part['part'], today: Day) =>
  part.nextDue !== null && (part.nextDue < today || part.periods.at(-1)?.standing !== 'kept')

/** Obligations of one promise that stand alike and fall due together make one row. */
function together(parts: readonly Part[]): WeekRow[] {
  const groups = Map.groupBy(parts, ({ of, part }) =>
    [of.ref, part.standing, overdueSince(part), part.nextDue].join(' '),
  )
  return [...groups.values()].flatMap((group) => (group[0] ? [rowOf(group[0], group)] : []))
}

function rowOf({ of, part }: Part, group: readonly Part[]): WeekRow {
  return {
    ref: of.ref,
    text: of.text,
    forWhom: group.flatMap((each) => ('subject' in each.part && each.part.subject !== '' ? [each.part.subject] : [])),
    by: overdueSince(part) ?? part.nextDue,
    standing: part.standing,
    reason: group.length === 1 ? part.reason : of.standing.reason,
    next: part.standing === 'unmeasurable' ? null : nextThing(of.measures),
  }
}

/** The end of a period that is late and still without evidence. */
const overdueSince = ({ standing, periods }: Part['part']): Day | null =>
  standing === 'late'
    ? (periods.find((period) => period.standing === 'late' && period.evidence.length === 0)?.to ?? null)
    : null

function nextThing(measures: readonly Measure[]): NextThing | null {
  const computed = measures.filter(({ measure }) => measure !== 'judged')
  const readings = computed.flatMap(readingsOf)
  const held = readings.find((reading) => kindsOf(reading).includes('engagement held'))
  if (held) return { do: 'record an engagement', method: firstOf(held.where?.['method']) }
  const kind = readings.map((reading) => kindsOf(reading)[0]).at(-1)
  return kind === undefined ? null : { do: 'import evidence', kind }
}

const firstOf = (wanted: string | boolean | readonly string[] | undefined): string | null => {
  const [first] = typeof wanted === 'object' ? wanted : [wanted]
  return typeof first === 'string' ? first : null
}

const inTime = (a: Day | null, b: Day | null) => (a ?? '9999').localeCompare(b ?? '9999')

const places: Readonly<Record<StandingWord, number>> = {
  late: 0,
  missed: 1,
  due: 2,
  unknown: 3,
  unmeasurable: 4,
  'on course': 5,
  kept: 6,
}
