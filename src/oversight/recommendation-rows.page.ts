import type { Recommendation } from '#assessments/recommendations.sql.ts'
import type { Team } from '#areas/area.ts'
import type { Day } from '#platform/day.ts'
import { tag } from '#platform/govuk.ts'
import { html, type Html } from '#platform/html.ts'
import { quietButton, shortened } from './week-rows.page.ts'
import { byWhen } from './when.ts'

type Setting = { readonly team: Team; readonly today: Day; readonly mayAnswer: boolean }

/** What a panel recommended and the team still owes (R49): an answer, or the thing itself; overdue ones say so. */
export const recommendationRows = (owed: readonly Recommendation[], setting: Setting): Html[] =>
  owed.filter(({ state }) => state !== 'closure proposed').map((each) => row(each, setting))

function row({ id, words, state, dueOn, answerBy, ownerName }: Recommendation, setting: Setting): Html {
  const { team, today, mayAnswer } = setting
  const due = state === 'not answered' && answerBy !== null && answerBy < dueOn ? answerBy : dueOn
  const isOver = due < today
  const href = `/desk/${team.id}/recommendations#recommendation-${id}`
  return html`<li class="week-row">
<div class="week-row__told">
<p class="week-row__what"><a class="govuk-link" href="${href}">${shortened(words)}</a></p>
<p class="week-row__facts">${isOver ? tag('Overdue', 'red') : tag(state === 'not answered' ? 'To be answered' : 'To be done', 'yellow')} <span><b>${isOver ? 'Was due by' : 'By'}</b> ${byWhen(due, today)}</span> <span><b>Owner</b> ${ownerName}</span></p>
</div>
${mayAnswer && quietButton('Answer it', href, words)}
</li>
`
}
