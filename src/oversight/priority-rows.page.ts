import type { Team } from '#areas/area.ts'
import { inWords, type Day } from '#platform/day.ts'
import { tag } from '#platform/govuk.ts'
import { html, type Html } from '#platform/html.ts'
import type { PriorityState } from '#priorities/priority.ts'
import type { PriorityWeek } from '#priorities/week.ts'
import { quietButton } from './week-rows.page.ts'
import { byWhen } from './when.ts'

type Setting = { readonly team: Team; readonly today: Day; readonly mayWork: boolean }

const waitsFor: Partial<Readonly<Record<PriorityState, string>>> = {
  triaged: 'To be set',
  reopened: 'Said not to be fixed',
  'reported back': 'To be closed',
  set: 'To be planned',
  planned: 'To be begun',
}

/** Concerns that wait for longer than a week, priorities that wait for a step, and what the public reads that grows stale (R25). */
export const priorityRows = (week: PriorityWeek, setting: Setting): Html[] => [
  ...concernRow(week, setting),
  ...week.priorities.map(({ id, title, state, since }) =>
    row(
      { what: title, href: `/desk/${setting.team.id}/priorities/${id}`, press: 'Look at it' },
      html`${tag(waitsFor[state] ?? state, state === 'reopened' ? 'orange' : 'yellow')} <span><b>Since</b> ${inWords(since)}</span>`,
      setting,
    ),
  ),
  ...staleRow(week, setting),
]

function concernRow({ concerns: { count, oldest } }: PriorityWeek, setting: Setting): Html[] {
  if (count === 0 || oldest === null) return []
  const what = count === 1 ? 'One concern waits for a decision' : `${count} concerns wait for a decision`
  const to = { what, href: `/desk/${setting.team.id}/concerns`, press: 'Decide' }
  return [row(to, html`<span><b>The oldest was raised</b> ${inWords(oldest)}</span>`, setting)]
}

function staleRow({ freshness }: PriorityWeek, setting: Setting): Html[] {
  if (freshness === null || freshness.dueOn === null || freshness.standing === 'fresh') return []
  const { dueOn } = freshness
  const over = dueOn < setting.today
  const to = {
    what: '“You said, we did” is to be brought up to date each quarter',
    href: `/desk/${setting.team.id}/priorities`,
    press: 'Tell what was done',
  }
  return [row(to, html`<span><b>${over ? 'Was due by' : 'By'}</b> ${byWhen(dueOn, setting.today)}</span>`, setting)]
}

type To = { readonly what: string; readonly href: string; readonly press: string }

const row = ({ what, href, press }: To, facts: Html, { mayWork }: Setting): Html => html`<li class="week-row">
<div class="week-row__told">
<p class="week-row__what"><a class="govuk-link" href="${href}">${what}</a></p>
<p class="week-row__facts">${facts}</p>
</div>
${mayWork && quietButton(press, href, what)}
</li>
`
