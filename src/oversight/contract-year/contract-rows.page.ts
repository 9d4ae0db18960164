import type { Team } from '#areas/area.ts'
import { deskOfYear } from '#contract-year/contract-year-at.ts'
import { leadOf, nextStep } from '#contract-year/state.ts'
import { stepPress, waitsFor } from '#contract-year/step-words.ts'
import type { ContractWaiting } from '#contract-year/week.sql.ts'
import type { Permission } from '#people/permissions.ts'
import type { Day } from '#platform/day.ts'
import { tag } from '#platform/govuk.ts'
import { html, type Html } from '#platform/html.ts'
import { quietButton } from '../week-rows.page.ts'
import { byWhen } from '../when.ts'

type Setting = {
  readonly team: Team
  readonly today: Day
  readonly allows: { readonly enter: (needs: Permission) => boolean }
}

/** Contracts of a team that wait for a step (R01), with whoever has it in hand and by when; one's own step has a button. */
export const contractRows = (waiting: readonly ContractWaiting[], setting: Setting): Html[] =>
  waiting.flatMap((each) => row(each, setting))

function row({ year, state, owner, dueOn }: ContractWaiting, { team, today, allows }: Setting): Html[] {
  const step = nextStep(state)
  if (step === null) return []
  const href = deskOfYear(team.id, year)
  const isOver = dueOn !== null && dueOn < today
  const press = allows.enter(leadOf(state, step).needs) ? stepPress[step] : null
  const mine = press === null ? false : quietButton(press, href, `contract ${year}`)
  return [
    html`<li class="week-row">
<div class="week-row__told">
<p class="week-row__what"><a class="govuk-link" href="${href}">Contract ${year}</a></p>
<p class="week-row__facts">${isOver ? tag('Overdue', 'red') : tag(state, 'yellow')} <span>${waitsFor[step]}</span>${owner !== null && html` <span><b>In hand with</b> ${owner}</span>`}${dueOn !== null && html` <span><b>${isOver ? 'Was due by' : 'By'}</b> ${byWhen(dueOn, today)}</span>`}</p>
</div>
${mine}
</li>
`,
  ]
}
