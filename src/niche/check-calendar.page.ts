import type { Team } from '#areas/area.ts'
import { counted } from '#evidence-import/counted.ts'
import type { Fault } from '#evidence-import/fault.ts'
import { inWords } from '#platform/day.ts'
import { button, checkboxes } from '#platform/govuk.ts'
import { html, type Html } from '#platform/html.ts'
import { page, type SiteChrome } from '#platform/page.ts'
import { mappingFields } from './calendar.form.ts'
import type { Mapping } from './calendar-columns.ts'
import type { CalendarRow } from './calendar-row.ts'
import type { FileTaken } from './file-taken.sql.ts'
import { backTo, carriedFields, homeOf } from './import-calendar.page.ts'
import { faultList, listed } from './lists.page.ts'
import type { ToldEngagement } from './told-engagement.ts'
import type { WeighedTold } from './weigh-told.ts'

type Shown = { readonly site: SiteChrome; readonly team: Team }
type Checked = Shown & {
  readonly rows: readonly CalendarRow[]
  readonly weighed: WeighedTold
  readonly faults: readonly Fault[]
  readonly mapping: Mapping
  readonly file: string
  readonly filename: string
  readonly chosen: number
}

/** What would come of each row of a calendar, to be confirmed. */
export function checkCalendarPage(checked: Checked): Html {
  const { site, team, rows, weighed, faults, mapping, filename } = checked
  const fresh = new Set(weighed.fresh.map(({ line }) => line))
  const [planned, held] = (['planned', 'held'] as const).map((becomes) =>
    rows.flatMap((row) => (row.becomes === becomes && fresh.has(row.told.line) ? [row.told] : [])),
  )
  const isNothing = weighed.fresh.length + weighed.doubtful.length === 0
  const body = html`<span class="govuk-caption-l">${filename}</span>
<h1 class="govuk-heading-l">${isNothing ? 'Nothing to bring in' : 'Check before anything is saved'}</h1>
<dl class="facts">
<dt>To be planned</dt><dd>${counted(planned?.length ?? 0, engagements)}</dd>
<dt>To be recorded as held</dt><dd>${counted(held?.length ?? 0, engagements)}</dd>
<dt>Likely here already</dt><dd>${counted(weighed.doubtful.length, rowsCounted)}</dd>
<dt>Brought in before</dt><dd>${counted(weighed.here, rowsCounted)}</dd>
<dt>To put right</dt><dd>${counted(new Set(faults.map(({ line }) => line)).size, rowsCounted)}</dd>
</dl>
<form class="desk-form" method="post" action="${homeOf(team)}/confirm">
${carriedFields(checked)}
${Object.entries(mappingFields(mapping)).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">\n`)}
${inDoubt(weighed)}
${!isNothing && button('Bring them in')}
</form>
${rowsOf('To be planned', 'Everybody can see them on the team’s page as soon as you confirm. Where no end is told, an hour is taken.', planned ?? [])}
${rowsOf('To be recorded as held', 'They count as evidence, with the figures that the file gives and no others.', held ?? [])}
${faultList('Rows to put right', 'They are left out. Put them right and bring the file in again: the rest is not taken twice.', faults)}
<p class="govuk-body"><a class="govuk-link" href="${homeOf(team)}">Choose another file</a></p>`
  return page({ title: 'Check a calendar', body, site, before: backTo(team) })
}

const engagements = ['engagement', 'engagements'] as const
const rowsCounted = ['row', 'rows'] as const

const inDoubt = ({ doubtful }: WeighedTold): Html | false =>
  doubtful.length > 0 &&
  checkboxes({
    name: 'own',
    legend: 'Likely here already: tick those that are engagements of their own',
    choices: doubtful.map(({ told, like }) => ({
      value: String(told.line),
      words: `Row ${told.line}: ${told.title}, ${told.place}, ${inWords(told.day)}`,
      hint: `Like ${like}`,
    })),
    size: 'm',
    small: true,
  })

const rowsOf = (title: string, told: string, rows: readonly ToldEngagement[]): Html =>
  listed({
    title,
    told,
    head: ['Row', 'Day', 'Time', 'What', 'Where', 'How', 'Reached'],
    rows: rows.map((one) => [
      one.line,
      inWords(one.day),
      [one.begins, one.ends].filter((time) => time !== null).join(' to '),
      one.title,
      one.place,
      one.method,
      one.reached,
    ]),
  })

/** What came of a calendar. */
export function calendarTakenPage({ site, team, taken }: Shown & { readonly taken: FileTaken }): Html {
  const count = (name: string) => counted(taken.counts[name] ?? 0, engagements)
  const body = html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-l">The calendar was brought in</h1>
<dl class="facts">
<dt>Planned</dt><dd>${count('planned')}</dd>
<dt>Recorded as held</dt><dd>${count('recorded')}</dd>
</dl>
<p class="govuk-body">What its columns mean is remembered for the next time.</p>
<p class="govuk-body"><a class="govuk-link" href="/desk/${team.id}/events">Planned engagements</a></p>
</div></div>`
  return page({ title: 'The calendar was brought in', body, site, before: backTo(team) })
}
