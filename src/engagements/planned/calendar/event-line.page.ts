import { inWords, weekdayInWords, type Day } from '#platform/day.ts'
import { tag } from '#platform/govuk.ts'
import { html, type Html } from '#platform/html.ts'
import { advertisingInWords } from '../advertising/advertising-checklist.page.ts'
import type { CalendarEvent } from './calendar-events.ts'
import type { PlannedEngagement } from '../planned-engagement.ts'

type Around = {
  readonly events: readonly CalendarEvent[]
  readonly bankHolidays: readonly string[]
  /** Whether lines name the team and say what advertising lacks, as a calendar of the whole force does. */
  readonly ofForce: boolean
}

/** Days with what is planned on each, one below the other. */
export const daysList = (days: readonly Day[], around: Around): Html =>
  html`<ul class="meetings calendar-list">\n${days.map((on) => dayRow(on, around))}</ul>`

function dayRow(on: Day, { events, bankHolidays, ofForce }: Around): Html {
  const onDay = events.filter(({ planned }) => planned.heldOn === on)
  const lines = onDay.map((event) => line(event, ofForce))
  return html`<li><p class="meetings__day"><time datetime="${on}">${weekdayInWords(on)} ${inWords(on).replace(/ \S+$/, '')}</time>${bankHolidays.includes(on) && html`<br>Bank holiday`}</p>
<div class="meetings__what">${lines.length === 0 ? html`<p class="calendar-list__none">Nothing planned</p>` : lines}</div></li>
`
}

function line({ planned, teamName, who, clashes, unclosed, still }: CalendarEvent, ofForce: boolean): Html {
  const isOpen = planned.state === 'planned' && !unclosed
  return html`<p class="meetings__one">${ofForce && html`<b class="meetings__team">${teamName}</b> `}<a class="govuk-link" href="${hrefOf(planned)}">${planned.title}</a> ${stateTag(planned, unclosed)}<br>${planned.begins} to ${planned.ends} · ${planned.place}${who.length > 0 && html`<br>${who.join(', ')}`}${clashes.map((words) => html`<br><strong>${words}</strong>`)}${ofForce && isOpen && html`<br>${still.tooLate ? html`<strong>${advertisingInWords(still)}</strong>` : advertisingInWords(still)}`}</p>
`
}

/** Where a plan is looked at from the desk. */
export const hrefOf = ({ teamId, id }: PlannedEngagement): string => `/desk/${teamId}/events/${id}`

/** What became of a plan, where it is not simply still planned; one that is over and unclosed is not evidenced. */
export function stateTag({ state, moved }: Pick<PlannedEngagement, 'state' | 'moved'>, unclosed = false): Html | false {
  if (state === 'cancelled') return tag('Cancelled', 'red')
  if (state === 'held') return tag('Recorded', 'green')
  if (unclosed) return tag('Not evidenced', 'orange')
  return moved && tag('Moved', 'yellow')
}
