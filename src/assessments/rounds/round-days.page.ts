import type { Force } from '#areas/area.ts'
import { typedDay, type FieldErrors, type FormValues } from '#platform/form.ts'
import { backLink, button, dateInput, errorSummary, notificationBanner } from '#platform/govuk.ts'
import { html, type Html } from '#platform/html.ts'
import { page, type SiteChrome } from '#platform/page.ts'
import type { Days, Round } from './round.ts'

type Asked = {
  readonly site: SiteChrome
  readonly force: Force
  readonly round: Round
  readonly movable: readonly (keyof Days)[]
  readonly values: FormValues
  readonly errors: FieldErrors
  readonly refused: string | null
}

export const dayLegends: Readonly<Record<keyof Days, string>> = {
  opensOn: 'When does it open?',
  scoringOn: 'When does scoring begin?',
  moderationOn: 'When does moderation begin?',
  closesOn: 'When is it to close?',
}

/** Where the chair moves the days of what has not begun. */
export function roundDaysPage({ site, force, round, movable, values, errors, refused }: Asked): Html {
  const title = `Move the days of the round of ${round.year}`
  const fields = movable.map((name) =>
    dateInput({ name, legend: dayLegends[name], value: typedDay(values, name), error: errors[name], size: 's' }),
  )
  const body = html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
${errorSummary(errors)}${refused !== null && notificationBanner(refused, { title: 'This was not kept' })}
<span class="govuk-caption-l">${force.name}</span>
<h1 class="govuk-heading-l">${title}</h1>
<p class="govuk-body">Nothing begins before its day. The day of what has begun stays.</p>
<form class="desk-form" method="post" action="/desk/${force.id}/rounds/${round.id}/days" novalidate>
${fields}
${button('Move the days')}
</form>
</div></div>`
  const before = backLink(`/desk/${force.id}/rounds/${round.id}`, `Round of ${round.year}`)
  return page({ title: `${title} – ${force.name}`, body, site, before, mistaken: Object.keys(errors).length > 0 })
}
