import { dayAt, inWords } from '#platform/day.ts'
import { button, summaryList } from '#platform/govuk.ts'
import { html, type Html } from '#platform/html.ts'
import { fewest, mostPoints } from './points.ts'

/** A question as the desk reads it, with its mean. */
export type Mean = { readonly question: string; readonly mean: number | null }

/** How many answered and the mean of each question; few answers are said to be few. */
export const meansOfAll = (answers: number, means: readonly Mean[]): Html =>
  answers === 0
    ? html`<p class="govuk-body">Nobody has answered yet.</p>`
    : html`${summaryList([
        { key: 'Answers', value: String(answers) },
        ...means.map(({ question, mean }) => ({
          key: question,
          value: `${pointsIn(mean)} of ${mostPoints}, on average`,
        })),
      ])}${answers < fewest && html`<p class="govuk-body">Fewer than ${fewest} answers: read them one by one, since a mean of so few says little.</p>\n`}`

/** The same in one line, for lists. */
export const meansInLine = (answers: number, means: readonly Mean[]): string =>
  [
    `${answers} ${answers === 1 ? 'answer' : 'answers'}`,
    ...means.map(({ question, mean }) => `${question} ${pointsIn(mean)}`),
  ].join(' · ')

const pointsIn = (mean: number | null): string => (mean === null ? '–' : mean.toFixed(1))

/** One answer, with what somebody needs who may erase its words. */
export type Answer = {
  readonly timeZone: string
  readonly receivedAt: Date
  readonly scores: readonly { readonly question: string; readonly points: number }[]
  readonly words: string
  /** Where its words are erased; null for whoever may not. */
  readonly erase: string | null
}

/** One answer with its words. */
export function answerShown({ timeZone, receivedAt, scores, words, erase }: Answer): Html {
  const on = inWords(dayAt(receivedAt, timeZone))
  const line = [on, ...scores.map(({ question, points }) => `${question} ${points} of ${mostPoints}`)].join(' · ')
  const erasing =
    erase !== null &&
    words !== '' &&
    html`<form method="post" action="${erase}">${button(html`Erase these words<span class="govuk-visually-hidden"> of ${on}</span>`, { kind: 'secondary' })}</form>`
  return html`<div class="received"><p class="govuk-body-s govuk-!-margin-bottom-1">${line}</p>
${words === '' ? html`<p class="govuk-body">No words.</p>` : html`<p class="govuk-body received__words">${words}</p>`}${erasing}</div>
`
}
