import type { MonthOfCrime } from '#crime/crime-by-month.sql.ts'
import { html, type Html } from '#platform/html.ts'
import type { Say } from '#platform/language/say.ts'
import { barChart } from '../bar-chart.ts'
import { block } from './block.part.ts'

/** Crime nearby in the last months that are known; nothing where none is. */
export function crimeNearby(months: readonly MonthOfCrime[], say: Say): Html | false {
  const last = months.at(-1)
  if (!last || months.every(({ crimes }) => crimes === 0)) return false
  const fictional = months.some((month) => month.fictional)
  const chart = barChart(
    {
      title: say.text`Crime and anti-social behaviour, ${say.count(months.length, { one: '{n} month', other: '{n} months' })} to ${say.month(last.month)}`,
      bars: months.map((month) => barOf(month, say)),
      target: null,
      head: say.text`Recorded`,
    },
    say,
  )
  return block(
    { id: 'crime', title: say`Crime nearby` },
    html`${fictional && html`<p class="govuk-body">${say`These figures are invented for the demonstration.`}</p>\n`}${chart}`,
  )
}

const barOf = ({ month, crimes }: MonthOfCrime, say: Say) => ({
  label: say.month(month).slice(0, 3),
  value: crimes,
  of: null,
  shown: `${say.month(month)}: ${say.number(crimes)}`,
  word: null,
})
