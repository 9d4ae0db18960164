import type { Contract } from '#contracts/contract.ts'
import { html, type Html } from '#platform/html.ts'
import type { Span } from '#platform/day.ts'
import type { Say } from '#platform/language/say.ts'
import type { Standing } from '#standings/standing.ts'

export type Context = NonNullable<Contract['contexts']>[number]

/** What happened while a promise was not kept: it stands beside the figure, and excuses nothing. */
export function contextsBeside(standing: Standing, { contexts = [] }: Pick<Contract, 'contexts'>): readonly Context[] {
  const failed = spansNotKept(standing)
  return contexts.filter((context) => failed.some((span) => span.from <= context.to && context.from <= span.to))
}

function spansNotKept({ gaps, periods, obligations }: Standing): Span[] {
  const all = [...periods, ...obligations.flatMap((each) => each.periods)]
  return [...gaps, ...all.filter(({ standing }) => standing === 'missed' || standing === 'late')]
}

/** Each context in a sentence, for the head of a contract or a promise. */
export const contextNotes = (contexts: readonly Context[], id: string, say: Say): Html | false =>
  contexts.length > 0 &&
  html`<div class="govuk-inset-text context" id="${id}"><h2 class="govuk-heading-s">${say`What else happened in this time`}</h2>
${contexts.map(({ from, to, text }) => html`<p class="govuk-body">${say`${say.day(from)} to ${say.day(to)}: ${say.own(text)}`}</p>\n`)}<p class="context__note">${say`It stands here as context. It does not change how any promise stands.`}</p></div>
`

/** One quiet link from a promise to what happened while it was not kept. */
export const contextLink = (contexts: readonly Context[], ref: string, say: Say): Html | false =>
  contexts.length > 0 &&
  html` <a class="govuk-link" href="#context">${say`What happened then`}<span class="govuk-visually-hidden"> ${say`(promise ${ref})`}</span> ›</a>`
