import type { Team } from '#areas/area.ts'
import { inWords } from '#platform/day.ts'
import type { FieldErrors, FormValues } from '#platform/form.ts'
import { backLink, button, errorSummary } from '#platform/govuk.ts'
import { html, type Html } from '#platform/html.ts'
import { page, type SiteChrome } from '#platform/page.ts'
import type { OpenPriority } from './linked-priorities.sql.ts'
import { comingFields, datesField, furtherFields, whatFields } from './plan-fields.page.ts'
import type { PlannedEngagement } from './planned-engagement.ts'

type Shown = {
  readonly site: SiteChrome
  readonly team: Team
  readonly planned: PlannedEngagement
  readonly priorities: readonly OpenPriority[]
  readonly values: FormValues
  readonly errors: FieldErrors
}

/** The form that describes a plan, or the rest of its series, anew; time and place are moved, not described. */
export function changePlanPage({ site, team, planned, priorities, values, errors }: Shown): Html {
  const back = `/desk/${team.id}/events/${planned.id}`
  const body = html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
${errorSummary(errors)}
<span class="govuk-caption-l">${planned.title}, ${inWords(planned.heldOn)}</span>
<h1 class="govuk-heading-l">Change what it is</h1>
<p class="govuk-body">Calendars that follow it take the change over. To change day, time or place, move it.</p>
<form class="desk-form" method="post" action="${back}/change" novalidate>
<input type="hidden" name="sequence" value="${planned.sequence}">
${whatFields(values, errors)}
${comingFields(values, errors)}
${furtherFields(values, errors, priorities)}
${datesField(planned, 'dates-change', values)}
${button('Save the change')}
</form>
</div></div>`
  return page({
    title: `Change ${planned.title}`,
    body,
    site,
    before: backLink(back, planned.title),
    mistaken: Object.keys(errors).length > 0,
  })
}

/** What a plan says of itself, as its form would send it. */
export const describedAs = (planned: PlannedEngagement, priorities: readonly string[]): FormValues => ({
  title: planned.title,
  method: planned.method,
  accessibility: planned.accessibility,
  howToAsk: planned.howToAsk ?? '',
  ledBy: planned.ledBy,
  keyEvent: planned.keyEvent ? 'yes' : '',
  communities: planned.communities,
  priorities,
})
