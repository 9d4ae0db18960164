import type { ClosedRating, Judged } from '#assessments/ratings.sql.ts'
import { roleInWords } from '#people/person.ts'
import { addDays, inWords } from '#platform/day.ts'
import { html, type Html } from '#platform/html.ts'
import { heading, list, paragraph, table, where, type Document } from './document.ts'
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
export function letterDocument(told: LetterTold): Document {
  const { teamName, year, rating, judged, dissents, recommendations, frozen } = told
  const title = `Letter of the panel on the contract of ${year} – ${teamName}`
  const blocks = [
    heading(1, title),
    paragraph(inWords(rating.closedOn)),
    paragraph(`To the neighbourhood policing team of ${teamName}.`),
    paragraph(html`The panel rates your contract <strong>${rating.grade}</strong>.`),
    paragraph(rating.reason),
    heading(2, 'Each standard'),
    table({
      caption: 'How the panel judged each standard',
      head: ['Standard', 'Grade', 'Why'],
      rows: judged.map(({ standardId, title: words, grade, reason }) => [`${standardId} ${words}`, grade, reason]),
    }),
    ...where(dissents.length > 0, heading(2, 'Not all of us agree'), ...dissents.map(({ words }) => paragraph(words))),
    heading(2, 'What we recommend'),
    recommendations.length === 0
      ? paragraph('We recommend nothing this year.')
      : list(recommendations.map(recommended), { isNumbered: true }),
    ...where(
      recommendations.length > 0,
      paragraph(`Answer them by ${inWords(addDays(rating.closedOn, rating.answerWithin))}. Your answers are public.`),
    ),
    paragraph(`The OPCC panel, ${rating.members === 1 ? 'one member' : `${rating.members} members`}.`),
    ...(frozen === null ? [] : [heading(2, 'What we judged'), paragraph(sealed(frozen))]),
  ]
  return { title, language: 'en', asAt: rating.closedOn, blocks }
}

const recommended = ({ standardId, words, closedBy, ownerRole, dueOn }: FirstRecommended): Html =>
  html`Standard ${standardId}: ${words} Owner: ${roleInWords[ownerRole]}. To be done by ${inWords(dueOn)}. We would take as proof: ${closedBy}`

const sealed = (hash: string): Html =>
  html`We judged what was frozen under the SHA-256 <strong>${hash}</strong>. Whoever has the pack of the year can check that it holds just that.`
