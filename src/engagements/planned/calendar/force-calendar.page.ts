import type { Force } from '#areas/area.ts'
import { addDays, day, inWords, type Span } from '#platform/day.ts'
import { backLink } from '#platform/govuk.ts'
import { html, type Html } from '#platform/html.ts'
import { page, type SiteChrome } from '#platform/page.ts'
import type { CalendarEvent } from './calendar-events.ts'
import { daysList } from './event-line.page.ts'

type Shown = {
  readonly site: SiteChrome
  readonly force: Force
  readonly span: Span
  readonly events: readonly CalendarEvent[]
  readonly bankHolidays: readonly string[]
  /** Only what is not advertised in time, or not yet. */
  readonly lacking: boolean
  readonly setsAdvertising: boolean
}

/** What all teams of a force plan in four weeks, and which of it is not advertised in time (R10). */
export function forceCalendarPage(shown: Shown): Html {
  const { site, force, span, events, bankHolidays, lacking } = shown
  const open = events.filter(({ planned, unclosed }) => planned.state === 'planned' && !unclosed)
  const late = open.filter(({ still }) => still.tooLate).length
  const listed = lacking ? open.filter(({ still }) => still.missing > 0) : events
  const holidays = lacking ? [] : bankHolidays
  const days = [...new Set([...listed.map(({ planned }) => String(planned.heldOn)), ...holidays])].toSorted().map(day)
  const body = html`<h1 class="govuk-heading-l"><span class="govuk-caption-l">${force.name}</span> Planned engagements of all teams, ${inWords(span.from)} to ${inWords(span.to)}</h1>
<p class="govuk-body">${open.length} still to be held; ${late} of them not advertised in time.</p>
${ways(shown)}
${days.length === 0 ? html`<p class="govuk-body">${lacking ? 'Everything is advertised in time.' : 'No team plans anything in these weeks.'}</p>` : daysList(days, { events: listed, bankHolidays: holidays, ofForce: true })}
${otherWeeks(shown)}`
  return page({
    title: `Planned engagements of all teams – ${force.name}`,
    body,
    site,
    before: backLink('/desk', 'Your teams'),
  })
}

function ways({ force, span, lacking }: Shown): Html {
  const link = (words: string, query: string, current: boolean) =>
    html`<li><a class="govuk-link" href="/desk/${force.id}/events?from=${span.from}${query}"${current && html` aria-current="true"`}>${words}</a></li>\n`
  return html`<nav class="calendar-ways" aria-label="Ways of looking"><ul>
${link('Everything', '', !lacking)}${link('Not advertised yet', '&lacking=yes', lacking)}</ul></nav>`
}

function otherWeeks({ force, span, lacking, setsAdvertising }: Shown): Html {
  const query = lacking ? '&lacking=yes' : ''
  const others = [-28, 28].map((days) => addDays(span.from, days))
  const settings = `/desk/${force.id}/settings`
  return html`<nav class="desk-links" aria-label="Other days"><ul class="govuk-list">
${others.map((from) => html`<li><a class="govuk-link" href="/desk/${force.id}/events?from=${from}${query}">From ${inWords(from)}</a></li>\n`)}${setsAdvertising && html`<li><a class="govuk-link" href="${settings}/advertising">When an engagement counts as advertised</a></li>\n<li><a class="govuk-link" href="${settings}/assessment">The assessment criteria</a></li>\n`}</ul></nav>`
}
