import type { Team } from '#areas/area.ts'
import { addMonths, day, inWords, monthInWords, weekdayInWords, type Day } from '#platform/day.ts'
import { backLink, buttonLink, tag } from '#platform/govuk.ts'
import { html, type Html } from '#platform/html.ts'
import { page, type SiteChrome } from '#platform/page.ts'
import type { PlannedEngagement } from './planned-engagement.ts'
import { clashesOf } from './planned-engagement.ts'

type Shown = {
  readonly site: SiteChrome
  readonly team: Team
  /** The first day of the month that is shown. */
  readonly month: Day
  readonly planned: readonly PlannedEngagement[]
  readonly bankHolidays: readonly string[]
}

/** What a team plans in a month, with what overlaps and what falls on a bank holiday. */
export function plannedMonthPage({ site, team, month, planned, bankHolidays }: Shown): Html {
  const clashes = clashesOf(planned)
  const days = [...new Set([...planned.map(({ heldOn }) => String(heldOn)), ...bankHolidays])].toSorted().map(day)
  const rows = days.map((on) => {
    const onDay = planned.filter(({ heldOn }) => heldOn === on)
    return dayRow(on, bankHolidays.includes(on), onDay, { team, clashes })
  })
  const body = html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-l"><span class="govuk-caption-l">${team.name}</span> Planned engagements, ${monthInWords(month)}</h1>
${buttonLink('Plan an engagement', `/desk/${team.id}/events/new`)}
${rows.length === 0 ? html`<p class="govuk-body">Nothing is planned in ${monthInWords(month)}.</p>` : html`<ul class="meetings">\n${rows}</ul>`}
<nav class="desk-links" aria-label="Other months"><ul class="govuk-list">
${[addMonths(month, -1), addMonths(month, 1)].map((other) => html`<li><a class="govuk-link" href="/desk/${team.id}/events?month=${other.slice(0, 7)}">${monthInWords(other)}</a></li>\n`)}<li><a class="govuk-link" href="/${team.id}/events">What the public sees</a></li>
</ul></nav>
</div></div>`
  return page({
    title: `Planned engagements, ${monthInWords(month)} – ${team.name}`,
    body,
    site,
    before: backLink(`/desk/${team.id}`, 'This week'),
  })
}

type Around = { readonly team: Team; readonly clashes: ReadonlyMap<string, readonly string[]> }

const dayRow = (on: Day, isHoliday: boolean, planned: readonly PlannedEngagement[], around: Around): Html =>
  html`<li><p class="meetings__day"><time datetime="${on}">${weekdayInWords(on)} ${inWords(on).replace(/ \S+ \S+$/, '')}</time>${isHoliday && html`<br>Bank holiday`}</p>
<div class="meetings__what">${planned.map((one) => line(one, around))}</div></li>
`

function line(planned: PlannedEngagement, { team, clashes }: Around): Html {
  const others = clashes.get(planned.id) ?? []
  return html`<p class="meetings__one"><a class="govuk-link" href="/desk/${team.id}/events/${planned.id}">${planned.title}</a> ${stateTag(planned)}<br>${planned.begins} to ${planned.ends} · ${planned.place}${others.length > 0 && html`<br><strong>Clashes with ${others.join(', ')}</strong>`}</p>
`
}

/** What became of a plan, where it is not simply still planned. */
export function stateTag({ state, moved }: Pick<PlannedEngagement, 'state' | 'moved'>): Html | false {
  if (state === 'cancelled') return tag('Cancelled', 'red')
  if (state === 'held') return tag('Recorded', 'green')
  return moved && tag('Moved', 'yellow')
}
