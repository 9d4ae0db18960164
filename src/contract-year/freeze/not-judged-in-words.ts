import { html, type Html } from '#platform/html.ts'
import type { Say } from '#platform/language/say.ts'
import type { DaysNotJudged } from '../freezes.sql.ts'

/** That a contract was frozen before its year was over, and the reason that was given. */
export const notJudgedInWords = ({ days, reason }: DaysNotJudged, say: Say): Html =>
  html`${say.count(days, {
    one: 'It was frozen {n} day before its year was over, and that day is not judged.',
    other: 'It was frozen {n} days before its year was over, and those days are not judged.',
  })} ${say`The reason that was given: ${say.own(reason)}`}`
