import type { Team } from '#areas/area.ts'
import { inWords } from '#platform/day.ts'
import { typed, type FieldErrors, type FormValues } from '#platform/form.ts'
import { backLink, button, errorSummary, textarea } from '#platform/govuk.ts'
import { html, type Html } from '#platform/html.ts'
import { page, type SiteChrome } from '#platform/page.ts'
import { networkOf } from '../keeper-at.ts'
import type { MeetingLine } from './meetings.sql.ts'

type Shown = {
  readonly site: SiteChrome
  readonly team: Team
  readonly meeting: MeetingLine
  readonly values: FormValues
  readonly errors: FieldErrors
}

/** Asks why a meeting is withdrawn or called off. */
export function withdrawMeetingPage({ site, team, meeting, values, errors }: Shown): Html {
  const address = `${networkOf(team.id)}/meetings/${meeting.id}`
  const title = meeting.state === 'held' ? 'Withdraw a meeting' : 'Call off a meeting'
  const told =
    meeting.state === 'held' ? 'It will count towards nothing any more; its record stays, marked as withdrawn.' : ''
  const body = html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
${errorSummary(errors)}
<span class="govuk-caption-l">${meeting.title}, ${inWords(meeting.heldOn)}</span>
<h1 class="govuk-heading-l">${title}</h1>
${told !== '' && html`<p class="govuk-body">${told}</p>`}
<form class="desk-form" method="post" action="${address}/withdraw" novalidate>
${textarea({ name: 'reason', label: 'Why?', value: typed(values, 'reason'), error: errors['reason'], rows: 3, size: 's' })}
${button(title, { kind: 'warning' })}
</form>
</div></div>`
  return page({ title, body, site, before: backLink(address), mistaken: Object.keys(errors).length > 0 })
}
