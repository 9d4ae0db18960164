import type { ClosedRating, Judged } from '#assessments/ratings/ratings.sql.ts'
import { roleInWords } from '#people/person.ts'
import { addDays, type Day } from '#platform/day.ts'
import { html, type Html } from '#platform/html.ts'
import type { Say } from '#platform/language/say.ts'
import { heading, list, paragraph, table, where, type Block, type Document } from './document.ts'
import type { FirstRecommended } from './letter.sql.ts'

/** What a letter is made from. */
export type LetterTold = {
  readonly teamName: string
  readonly year: number
  readonly rating: ClosedRating
  readonly judged: readonly Judged[]
  readonly dissents: readonly { readonly words: string }[]
  readonly recommendations: readonly FirstRecommended[]
  /** The SHA-256 of what was frozen for the panel; null where nothing was. */
  readonly frozen: string | null
}

/** The panel’s letter to a team as it was sent: what it decided, why, what it asks for, and the seal of what it judged. */
export function letterDocument(told: LetterTold, say: Say): Document {
  const { teamName, year, rating, dissents, recommendations, frozen } = told
  const title = say.text`Letter of the panel on the contract of ${year} – ${teamName}`
  const blocks = [
    heading(1, title),
    paragraph(say.day(rating.closedOn)),
    paragraph(say`To the neighbourhood policing team of ${teamName}.`),
    paragraph(say`The panel rates your contract ${html`<strong>${say.told(rating.grade)}</strong>`}.`),
    paragraph(say.own(rating.reason)),
    ...standardsJudged(told, say),
    ...where(
      dissents.length > 0,
      heading(2, say`Not all of us agree`),
      ...dissents.map(({ words }) => paragraph(say.own(words))),
    ),
    heading(2, say`What we recommend`),
    ...recommendationsMade(recommendations, addDays(rating.closedOn, rating.answerWithin), say),
    paragraph(
      say`The OPCC panel: ${rating.scored} of ${say.count(rating.members, { one: '{n} member', other: '{n} members' })} scored every standard.`,
    ),
    ...(frozen === null ? [] : [heading(2, say`What we judged`), paragraph(sealed(frozen, say))]),
  ]
  return { title, language: say.language, asAt: rating.closedOn, blocks }
}

const standardsJudged = ({ judged }: LetterTold, say: Say): Block[] => [
  heading(2, say`Each standard`),
  table({
    caption: say`How the panel judged each standard`,
    head: [say`Standard`, say`Grade`, say`Why`],
    rows: judged.map(({ standardId, title, grade, reason, fewWhy }) => [
      html`${standardId} ${say.own(title)}`,
      say.told(grade),
      fewWhy === null
        ? say.own(reason)
        : html`${say.own(reason)} ${say`Decided with fewer than two scores: ${say.own(fewWhy)}`}`,
    ]),
  }),
]

function recommendationsMade(made: readonly FirstRecommended[], answerBy: Day, say: Say): Block[] {
  if (made.length === 0) return [paragraph(say`We recommend nothing this year.`)]
  return [
    list(
      made.map((each) => recommended(each, say)),
      { isNumbered: true },
    ),
    paragraph(say`Answer them by ${say.day(answerBy)}. Your answers are public.`),
  ]
}

const recommended = ({ standardId, words, closedBy, ownerRole, dueOn }: FirstRecommended, say: Say): Html =>
  say`Standard ${standardId}: ${say.own(words)} Owner: ${say.word(roleInWords[ownerRole])}. To be done by ${say.day(dueOn)}. We would take as proof: ${say.own(closedBy)}`

const sealed = (hash: string, say: Say): Html =>
  say`We judged what was frozen under the SHA-256 ${html`<strong>${hash}</strong>`}. Whoever has the pack of the year can check that it holds just that.`
