import type { Team } from '#areas/area.ts'
import { day, inWords, monthInWords, type Day } from '#platform/day.ts'
import { backLink, buttonLink, table } from '#platform/govuk.ts'
import { html, nothing, type Html } from '#platform/html.ts'
import { page, type SiteChrome } from '#platform/page.ts'
import type { CalendarEvent } from './calendar-events.ts'
import { beside, daysOf, views, weeksOf, type Shown as Span, type View } from './calendar.ts'
import { daysList, hrefOf, stateTag } from './event-line.page.ts'
import { capitalised } from '#platform/capitalised.ts'

type Shown = Span & {
  readonly site: SiteChrome
  readonly team: Team
  readonly events: readonly CalendarEvent[]
  readonly bankHolidays: readonly string[]
  /** Only what the person is down for is shown. */
  readonly mine: boolean
  readonly seesForce: boolean
}

/** What a team plans in a month, a week or the next weeks, with what overlaps and what falls on a bank holiday. */
export function teamCalendarPage(shown: Shown): Html {
  const { site, team, view, events } = shown
  const title = `Planned engagements${view === 'month' ? ',' : ''} ${spanInWords(shown)}`
  const nothingPlanned = html`<p class="govuk-body">${shown.mine ? 'You are down for nothing' : 'Nothing is planned'} ${view === 'month' ? 'in ' : ''}${spanInWords(shown)}.</p>`
  const body = html`<h1 class="govuk-heading-l"><span class="govuk-caption-l">${team.name}</span> ${title}</h1>
${buttonLink('Plan an engagement', `/desk/${team.id}/events/new`)}
${waysOfLooking(shown)}
${view === 'month' && monthGrid(shown)}
${events.length === 0 && view !== 'week' ? nothingPlanned : nothing}
<div class="${view === 'month' ? 'calendar-days calendar-days--beside-grid' : 'calendar-days'}">${daysList(daysShown(shown), { ...shown, ofForce: false })}</div>
${otherSpans(shown)}`
  return page({ title: `${title} – ${team.name}`, body, site, before: backLink(`/desk/${team.id}`, 'This week') })
}

/** Each day of a week; of longer spans those on which something is. */
function daysShown({ view, span, events, bankHolidays }: Shown): readonly Day[] {
  if (view === 'week') return daysOf(span)
  return [...new Set([...events.map(({ planned }) => String(planned.heldOn)), ...bankHolidays])].toSorted().map(day)
}

function spanInWords({ view, span }: Pick<Shown, 'view' | 'span'>): string {
  if (view === 'month') return monthInWords(span.from)
  return `${view === 'week' ? 'in the week' : ''} from ${inWords(span.from)}`.trim()
}

function waysOfLooking({ team, view, span, mine, seesForce }: Shown): Html {
  const to = (changes: { view?: View; mine?: boolean }) =>
    addressOf(team, changes.view ?? view, span.from, changes.mine ?? mine)
  const link = (href: string, words: string, current: boolean) =>
    html`<li><a class="govuk-link" href="${href}"${current && html` aria-current="true"`}>${words}</a></li>\n`
  return html`<nav class="calendar-ways" aria-label="Ways of looking"><ul>
${views.map((one) => link(to({ view: one }), capitalised(one), one === view))}${link(to({ mine: false }), 'Everybody’s', !mine)}${link(to({ mine: true }), 'Mine', mine)}${seesForce && link(`/desk/${team.forceId}/events`, 'Whole force', false)}</ul></nav>`
}

function otherSpans(shown: Shown): Html {
  const { team, view, mine } = shown
  const { before, after } = beside(shown)
  const words = (on: Day) => (view === 'month' ? monthInWords(on) : `From ${inWords(on)}`)
  return html`<nav class="desk-links" aria-label="Other days"><ul class="govuk-list">
${[before, after].map((on) => html`<li><a class="govuk-link" href="${addressOf(team, view, on, mine)}">${words(on)}</a></li>\n`)}<li><a class="govuk-link" href="/${team.id}/events">What the public sees</a></li>
</ul></nav>`
}

const addressOf = (team: Team, view: View, from: Day, mine: boolean): string =>
  `/desk/${team.id}/events?view=${view}&from=${from}${mine ? '&mine=yes' : ''}`

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']

/** A month as its weeks, for wide screens; narrow ones and paper have the list below. */
const monthGrid = (shown: Shown): Html =>
  html`<div class="calendar-grid">${table({
    caption: monthInWords(shown.span.from),
    head: weekdays,
    rows: weeksOf(shown.span).map((week) => week.map((on) => cell(on, shown))),
    rowHeaders: false,
  })}</div>`

function cell(on: Day, { span, events, bankHolidays }: Shown): Html {
  const date = Number(on.slice(8))
  if (on < span.from || on > span.to) return html`<span class="calendar-grid__other">${date}</span>`
  const onDay = events.filter(({ planned }) => planned.heldOn === on)
  return html`<span class="calendar-grid__date">${date}</span>${bankHolidays.includes(on) && html` <span class="calendar-grid__holiday">Bank holiday</span>`}${onDay.map(
    ({ planned, clashes, unclosed }) =>
      html`<p class="calendar-grid__event">${planned.begins} <a class="govuk-link" href="${hrefOf(planned)}">${planned.title}</a> ${stateTag(planned, unclosed)}${clashes.length > 0 && html` <strong>Clash</strong>`}</p>`,
  )}`
}
