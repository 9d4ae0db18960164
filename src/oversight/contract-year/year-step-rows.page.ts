import type { Team } from '#areas/area.ts'
import { deskOfYear } from '#contract-year/contract-year-at.ts'
import { momentOf, toBeDone, type YearStep } from '#monitoring/reminders/year-step.ts'
import type { Day } from '#platform/day.ts'
import { tag } from '#platform/govuk.ts'
import { html, type Html } from '#platform/html.ts'
import { quietButton } from '../week-rows.page.ts'
import { byWhen } from '../when.ts'

type Setting = { readonly team: Team; readonly today: Day; readonly mayWrite: boolean }

/** What the contract in force waits for by the year’s own days (R01): the other contracts stand in the list already. */
export const yearStepRows = (steps: readonly YearStep[], setting: Setting): Html[] =>
  steps
    .filter((step) => !step.ownDay && (step.state === 'in force' || step.what === 'next contract'))
    .flatMap((step) => (momentOf(step) === null ? [] : [row(step, setting)]))

function row(step: YearStep, { team, today, mayWrite }: Setting): Html {
  const { year, dueOn, what } = step
  const href = deskOfYear(team.id, year)
  const isOver = dueOn < today
  const press = what === 'next contract' ? 'Begin the next contract' : 'Draft the self evaluation'
  return html`<li class="week-row">
<div class="week-row__told">
<p class="week-row__what"><a class="govuk-link" href="${href}">Contract ${year}</a></p>
<p class="week-row__facts">${isOver ? tag('Overdue', 'red') : tag('Soon', 'yellow')} <span>It ${toBeDone(step)}.</span> <span><b>${isOver ? 'Was due by' : 'By'}</b> ${byWhen(dueOn, today)}</span></p>
</div>
${mayWrite && quietButton(press, href, `contract ${year}`)}
</li>
`
}
