import type { Html } from '#platform/html.ts'
import type { Day, Span } from '#platform/day.ts'
import type { Say } from '#platform/language/say.ts'
import type { PromiseStanding } from '#standings/contract-standing.ts'
import { periodInWords } from '#standings/question.ts'
import { barChart, type Bar, type Chart } from './bar-chart.ts'
import { mark, titled } from '#standings/standing-mark.ts'
import { figureInWords } from '#standings/figure-in-words.ts'
import { middleOf, standingByMonth, type MonthStanding } from './year-months.ts'

/** The year of one promise as a small drawing with its table behind it; nothing where its figures make no series. */
export function yearChart(promise: PromiseStanding, year: Span, asAt: Day, say: Say): Html | null {
  const chart = levelsOf(promise, say) ?? keptOf(promise, year, asAt, say)
  if (chart === null) return null
  return barChart(chart, say)
}

const levelled = ['count', 'sum', 'distinct', 'share', 'coverage', 'growth']

/** A figure in each period, where there are few enough of them to be seen apart. */
function levelsOf({ standing, measures }: PromiseStanding, say: Say): Chart | null {
  const measure = measures[0]
  const { periods, unit, target } = standing
  if (standing.isWithheld === true) return null
  if (!measure || !levelled.includes(measure.measure) || periods.length < 2 || periods.length > 60) return null
  const bars = periods.map((period) => ({
    label: say.month(middleOf(period)).slice(0, 3),
    value: period.value,
    of: null,
    shown: `${periodInWords(period, say)}: ${figureInWords({ value: period.value, unit }, say) ?? say.text`no figure`}`,
    word: mark(period.standing, say),
  }))
  return {
    title: levelsTitle(unit, say),
    bars,
    target,
    head: say.text`Figure`,
  }
}

function levelsTitle(unit: string | null, say: Say): string {
  if (unit === null) return say.text`Each period of the year`
  return unit === '%'
    ? say.text`Each period of the year, in percent`
    : say.text`Each period of the year: ${say.word(unit)}`
}

function keptOf(promise: PromiseStanding, year: Span, asAt: Day, say: Say): Chart | null {
  const { periods, obligations } = promise.standing
  if (periods.length + obligations.flatMap((each) => each.periods).length < 2) return null
  const months = standingByMonth([promise], year, asAt)
  if (months.every(({ judged }) => judged === 0)) return null
  return {
    title: say.text`Kept of what fell due, month by month`,
    bars: months.map((month) => keptBar(month, say)),
    target: null,
    head: titled('kept', say),
  }
}

const keptBar = ({ month, word, kept, judged }: MonthStanding, say: Say): Bar => ({
  label: say.month(middleOf(month)).slice(0, 3),
  value: judged === 0 ? null : kept,
  of: judged,
  shown: `${say.month(middleOf(month))}: ${judged === 0 ? say.text`nothing fell due` : say.text`${kept} of ${judged}`}`,
  word: word && mark(word, say),
})
