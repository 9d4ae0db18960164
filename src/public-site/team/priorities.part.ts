import { daysBetween, type Day } from '#platform/day.ts'
import { html, type Html } from '#platform/html.ts'
import type { Say } from '#platform/language/say.ts'
import type { PriorityShown } from '#priorities/priorities.sql.ts'
import { outcomeWords } from '../priorities/priority-line.ts'
import { ageOf, block, daysAgo } from './block.part.ts'
import { words } from './contact.part.ts'
import type { TeamShown } from './team-shown.ts'

/** What the team works on, with what it last told of each, and where to tell it what matters. */
export function priorities(shown: TeamShown): Html {
  const { team, priorities: open, today, say } = shown
  const list = html`<ol class="working-on">${open.slice(0, most).map((priority) => line(team.id, priority, today, say))}</ol>`
  const more =
    open.length > most &&
    html`<p class="govuk-body"><a class="govuk-link" href="/${team.id}/priorities">${say`All ${open.length} priorities`}</a></p>\n`
  return block(
    { id: 'priorities', title: say`What we are working on`, age: ageOf('priorities', shown) },
    html`${open.length === 0 ? html`<p class="govuk-body">${say`No priority is set at the moment.`}</p>` : list}
${more}<p class="govuk-body"><a class="govuk-link" href="/${team.id}/you-said-we-did">${say`You said, we did: what came of it`}</a></p>
<p class="govuk-body"><a class="govuk-link govuk-!-font-weight-bold" href="/${team.id}/tell-us">${say`Tell us what matters here ›`}</a></p>`,
  )
}

const most = 5

function line(teamId: string, priority: PriorityShown, today: Day, say: Say): Html {
  const { id, title, neighbourhood, updatedOn, update, outcome } = priority
  return html`<li><p class="working-on__what"><a class="govuk-link" href="/${teamId}/priorities/${id}">${say.own(title)}</a>${neighbourhood !== null && html` <span class="working-on__where">${neighbourhood}</span>`}</p>
<p class="working-on__last">${outcome !== null && html`<b>${say.word(outcomeWords[outcome])}</b> · `}${updatedOn === null ? say`No update yet` : lastTold(updatedOn, say.own(shortened(update ?? '')), today, say)}</p></li>
`
}

function lastTold(on: Day, update: Html, today: Day, say: Say): Html {
  const days = daysBetween(on, today)
  if (days <= 0) return say`Last update today: ${update}`
  return days === 1 ? say`Last update yesterday: ${update}` : say`Last update ${say.count(days, daysAgo)}: ${update}`
}

const shortened = (text: string): string =>
  text.length <= 160 ? text : `${text.slice(0, 150).replace(/[\s,;:.]+\S*$/, '')} …`

/** What the team does with others about problems, in its own words; nothing where it wrote nothing. */
export function problemSolving(shown: TeamShown): Html | false {
  const written = words(shown, 'problem solving')
  const age = ageOf('problem solving', shown)
  return written !== false && block({ id: 'problem-solving', title: shown.say`What we do with others`, age }, written)
}
