import { periodsOf } from '#measures/recurrence.ts'
import type { Measure } from '#measures/measure.ts'
import { addDays, daysBetween, type Day, type Span } from '#platform/day.ts'
import type { PromiseStanding } from '#standings/contract-standing.ts'
import { worstOf, type ObligationStanding, type Standing, type StandingWord } from '#standings/standing.ts'

/** A period of a promise that ended, or is open on the day that is asked about. */
export type Settled = { readonly on: Day; readonly standing: StandingWord }

/** What came of promises in one month: the worst word, whose it is, and how many periods were kept of those that ended. */
export type MonthStanding = {
  readonly month: Span
  readonly word: StandingWord | null
  readonly ref: string | null
  readonly kept: number
  readonly judged: number
}

/** The months of a contract year; a scrap of a month at either end joins its neighbour. */
export const monthsOf = (year: Span): readonly Span[] => periodsOf('FREQ=MONTHLY', year)

/** A day well inside a month, which names it whatever scrap joined it. */
export const middleOf = ({ from, to }: Span): Day => addDays(from, Math.floor(daysBetween(from, to) / 2))

/** How promises stood month by month; a month in which nothing fell due has no word. */
export function standingByMonth(promises: readonly PromiseStanding[], year: Span, asAt: Day): MonthStanding[] {
  const months = monthsOf(year)
  const each = promises.map((promise) => oneByMonth(promise, months, year, asAt))
  return months.map((month, n) => {
    const cells = each.map((row) => row[n] as MonthStanding)
    const word = worstOf(cells.flatMap((cell) => cell.word ?? []))
    const ref = cells.find((cell) => cell.word === word)?.ref ?? null
    return { month, word, ref, kept: sum(cells, 'kept'), judged: sum(cells, 'judged') }
  })
}

function oneByMonth(promise: PromiseStanding, months: readonly Span[], year: Span, asAt: Day): MonthStanding[] {
  const settled = settledOf(promise.standing, asAt < year.to ? asAt : year.to)
  const generally = generallyOf(promise.measures)
  return months.map((month) => {
    const inMonth = settled.filter(({ on }) => month.from <= on && on <= month.to)
    const judged = inMonth.filter(({ standing }) => isJudged(standing))
    const kept = judged.filter(({ standing }) => standing === 'kept').length
    const word = generally === null || judged.length === 0 ? worstWord(inMonth) : enough(kept, judged.length, generally)
    return { month, word, ref: word && promise.ref, kept, judged: judged.length }
  })
}

/** A period counts on the day it ended; one that is still open, and a promise without periods, on the day asked about. */
export function settledOf(standing: Standing, asAt: Day): Settled[] {
  const periods = [...standing.periods, ...standing.obligations.flatMap((each) => periodsOfOne(each, standing))]
  const now = { on: asAt, standing: standing.standing }
  if (periods.length === 0) return [now]
  const settled = periods.map((period) => ({ on: period.to < asAt ? period.to : asAt, standing: period.standing }))
  // A longest gap between two contacts runs on after the last of them, so what is due has no period yet.
  return standing.standing === 'due' ? [...settled, now] : settled
}

type Ended = { readonly to: Day; readonly standing: StandingWord }

/** An obligation of one period, such as one school in one half term, is told by the whole where the whole has periods. */
function periodsOfOne(each: ObligationStanding, whole: Standing): readonly Ended[] {
  if (each.periods.length > 0 || whole.periods.length > 0 || each.period === null) return each.periods
  return [{ to: each.period.to, standing: each.standing }]
}

const enough = (kept: number, judged: number, generally: number): StandingWord =>
  100 * kept >= generally * judged ? 'kept' : 'missed'

const worstWord = (settled: readonly Settled[]) => worstOf(settled.map(({ standing }) => standing))

const isJudged = (word: StandingWord) => word === 'kept' || word === 'late' || word === 'missed'

/** "Generally" forgives some periods, so a month is not missed for the sake of one day. */
const generallyOf = (measures: readonly Measure[]): number | null =>
  measures.flatMap((measure) => (measure.measure === 'cadence' ? (measure.generally ?? []) : []))[0] ?? null

const sum = (cells: readonly MonthStanding[], of: 'kept' | 'judged') => cells.reduce((all, cell) => all + cell[of], 0)
