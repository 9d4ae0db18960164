import { dayAt } from '#platform/day.ts'
import { insetText, tag } from '#platform/govuk.ts'
import { html, type Html } from '#platform/html.ts'
import type { Say } from '#platform/language/say.ts'
import type { Freshness } from '#priorities/freshness.ts'
import type { UpdateShown } from '#priorities/history.sql.ts'
import type { PriorityShown } from '#priorities/priorities.sql.ts'
import type { Outcome } from '#priorities/priority.ts'

/** An outcome as the public reads it. */
export const outcomeWords: Readonly<Record<Outcome, string>> = {
  done: 'Done',
  partly: 'Partly done',
  'could not': 'We could not do it',
  'still trying': 'We are still trying',
}

const colours = { done: 'green', partly: 'blue', 'could not': 'grey', 'still trying': 'yellow' } as const

export const outcomeTag = (outcome: Outcome, say: Say): Html => tag(say.word(outcomeWords[outcome]), colours[outcome])

/** A priority in a list: what it is, where, and what was last told of it. */
export const priorityLine = (teamId: string, shown: PriorityShown, say: Say): Html => {
  const { id, title, neighbourhood, setOn, updatedOn, update, outcome, closedOn } = shown
  return html`<li><p class="meetings__day"><time datetime="${closedOn ?? setOn}">${say.day(closedOn ?? setOn)}</time></p>
<p class="meetings__what"><a class="govuk-link" href="/${teamId}/priorities/${id}"><strong>${say.own(title)}</strong></a>${neighbourhood !== null && `, ${neighbourhood}`}${outcome !== null && html` ${outcomeTag(outcome, say)}`}<br>${updatedOn === null ? say`Nothing told yet` : say`Last updated ${say.day(updatedOn)}: ${say.own(update)}`}</p></li>
`
}

/** That what was told was put differently since, and when. */
export const rewordedNote = ({ rewordedAt }: UpdateShown, timeZone: string, say: Say): Html | false =>
  rewordedAt !== null && html` (${say`reworded on ${say.day(dayAt(rewordedAt, timeZone))}`})`

/** How old what is told here is, and by when it is brought up to date again (R25). */
export function freshnessLine({ lastOn, dueOn, standing }: Freshness, say: Say): Html {
  if (lastOn === null || dueOn === null) return insetText(say`Nothing has been told here yet.`)
  const [last, due] = [say.day(lastOn), say.day(dueOn)]
  return standing === 'stale'
    ? insetText(say`Last brought up to date on ${last}. We promised to do so every quarter: it was due by ${due}.`)
    : html`<p class="govuk-body">${say`Last brought up to date on ${last}. The next time is by ${due}.`}</p>`
}

/** The way to tell a team what matters, with what it is not for. */
export const tellUsLink = (teamId: string, say: Say): Html => {
  const link = html`<a class="govuk-link" href="/${teamId}/tell-us">${say`Tell us what matters to you`}</a>`
  return html`<p class="govuk-body">${say`${link}. Not for emergencies: call 999, or 101 otherwise.`}</p>`
}
