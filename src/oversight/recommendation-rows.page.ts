import type { Team } from '#areas/area.ts'
import { isLevel, levelInWords } from '#assessments/follow-up/escalation.ts'
import { standsAt } from '#assessments/recommendations/recommendation.ts'
import type { Recommendation } from '#assessments/recommendations/recommendations.sql.ts'
import { addDays, type Day } from '#platform/day.ts'
import { tag } from '#platform/govuk.ts'
import { html, type Html } from '#platform/html.ts'
import { quietButton, shortened } from './week-rows.page.ts'
import { byWhen } from './when.ts'

type Setting = {
  readonly team: Team
  readonly today: Day
  readonly personId: string | null
  readonly mayAnswer: boolean
}

/** What a panel recommended and the team still owes (R49): an answer, or the thing itself; the reader’s own first. */
export const recommendationRows = (owed: readonly Recommendation[], setting: Setting): Html[] =>
  owed
    .filter(({ state }) => state !== 'closure proposed')
    .toSorted((a, b) => Number(b.ownerId === setting.personId) - Number(a.ownerId === setting.personId))
    .map((each) => row(each, setting))

function row(each: Recommendation, { team, today, personId, mayAnswer }: Setting): Html {
  const { id, words, answerBy, ownerId, ownerName, ownerLeft } = each
  const { state, dueOn, overdueSince, asksUntil } = standsAt(each, today)
  const next = state === 'not answered' && answerBy !== null && answerBy < dueOn ? answerBy : dueOn
  const due = overdueSince === null ? next : addDays(overdueSince, -1)
  const isOver = overdueSince !== null
  const href = `/desk/${team.id}/recommendations#recommendation-${id}`
  const owner = ownerId === personId ? 'You' : ownerName
  return html`<li class="week-row">
<div class="week-row__told">
<p class="week-row__what"><a class="govuk-link" href="${href}">${shortened(words)}</a></p>
<p class="week-row__facts">${isOver ? tag('Overdue', 'red') : tag(state === 'not answered' ? 'To be answered' : 'To be done', 'yellow')} <span><b>${isOver ? 'Was due by' : 'By'}</b> ${byWhen(due, today)}</span> <span><b>Owner</b> ${owner}${ownerLeft && ', who has left the team'}</span>${toldOf(each, overdueSince)}</p>
${asksUntil !== null && html`<p class="week-row__why">More time is asked for, until ${byWhen(asksUntil, today)}.</p>`}
</div>
${mayAnswer && button(ownerLeft, href, team, each)}
</li>
`
}

function button(ownerLeft: boolean, href: string, team: Team, { id, words }: Recommendation): Html {
  const follow = `/desk/${team.id}/recommendations/${id}`
  return ownerLeft ? quietButton('Give it another owner', follow, words) : quietButton('Answer it', href, words)
}

function toldOf({ escalations }: Recommendation, since: Day | null): Html | false {
  const last = escalations.findLast(({ level, overdueSince }) => level !== 'owner' && overdueSince === since)
  return last !== undefined && isLevel(last.level) && html` <span><b>Told</b> ${levelInWords[last.level]}</span>`
}
