import type { Team } from '#areas/area.ts'
import { daysBetween, type Day } from '#platform/day.ts'
import { tag } from '#platform/govuk.ts'
import { html, type Html } from '#platform/html.ts'
import { english } from '#platform/language/say.ts'
import { listed } from '#standings/question.ts'
import { freshUntil, labelOf, slugOf, type SectionAge } from '#web-pages/facts/section.ts'
import { quietButton } from './week-rows.page.ts'
import { byWhen } from './when.ts'

type Setting = { readonly team: Team; readonly today: Day; readonly mayCheck: boolean }

/** Sections of the public page that are stale or soon will be; those that nobody ever looked at make one row. */
export function staleSectionRows(ages: readonly SectionAge[], setting: Setting): Html[] {
  const never = ages.filter(({ checkedOn }) => checkedOn === null).map(({ section }) => labelOf(section))
  const rows = ages.flatMap((age) => (age.checkedOn === null ? [] : [agedRow(age, age.checkedOn, setting)]))
  return never.length === 0 ? rows : [...rows, neverRow(never, setting)]
}

function agedRow(age: SectionAge, checkedOn: Day, setting: Setting): Html {
  const { today } = setting
  const by = freshUntil(age) ?? today
  const label = labelOf(age.section)
  const days = daysBetween(checkedOn, today)
  const state = by < today ? tag('Stale', 'red') : tag('Soon stale', 'yellow')
  const when = html`<span><b>${by < today ? 'Was due by' : 'By'}</b> ${byWhen(by, today)}</span>`
  return row(
    `“${label}” was last checked ${days} ${days === 1 ? 'day' : 'days'} ago`,
    html`${state} ${when}`,
    slugOf(age.section),
    setting,
  )
}

const neverRow = (never: readonly string[], setting: Setting): Html =>
  row(
    `Nobody has said yet that the public page is right: ${listed(never)}`,
    tag('Never checked', 'orange'),
    '',
    setting,
  )

/** Crime nearby is checked by nobody: newer figures are loaded. */
export function oldCrimeRow(month: Day, team: Team): Html {
  const what = `“Crime nearby” tells nothing newer than ${english.month(month)}`
  return html`<li class="week-row">
<div class="week-row__told">
<p class="week-row__what"><a class="govuk-link" href="/${team.id}#crime">${what}</a></p>
<p class="week-row__facts">${tag('Stale', 'red')}</p>
</div>
${quietButton('Load newer figures', `/desk/${team.forceId}/crime`, what)}
</li>
`
}

const row = (what: string, facts: Html, anchor: string, { team, mayCheck }: Setting): Html => html`<li class="week-row">
<div class="week-row__told">
<p class="week-row__what"><a class="govuk-link" href="/${team.id}">${what}</a></p>
<p class="week-row__facts">${facts}</p>
</div>
${mayCheck && quietButton('Check the public page', `/desk/${team.id}/page${anchor && `#${anchor}`}`, what)}
</li>
`
