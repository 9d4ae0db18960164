import type { Force } from '#areas/area.ts'
import { typed, typedList, type FieldErrors, type FormValues } from '#platform/form.ts'
import { backLink, button, checkboxes, errorSummary, radios } from '#platform/govuk.ts'
import { html, type Html } from '#platform/html.ts'
import { page, type SiteChrome } from '#platform/page.ts'

type Person = { readonly id: string; readonly name: string }

type Asked = {
  readonly site: SiteChrome
  readonly force: Force
  readonly round: { readonly id: string; readonly year: number }
  /** Who of the office is here and sits on the panel, and who may join it. */
  readonly members: readonly Person[]
  readonly others: readonly Person[]
  readonly values: FormValues
  readonly errors: FieldErrors
}

/** Where somebody joins a panel, or another leads it. */
export function changePanelPage({ site, force, round, members, others, values, errors }: Asked): Html {
  const title = `Change the panel of ${round.year}`
  const choices = (people: readonly Person[]) => people.map(({ id, name }) => ({ value: id, words: name }))
  const body = html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
${errorSummary(errors)}
<span class="govuk-caption-l">${force.name}</span>
<h1 class="govuk-heading-l">${title}</h1>
<p class="govuk-body">Nobody is taken off the panel: what they gave counts.</p>
<form class="desk-form" method="post" action="/desk/${force.id}/rounds/${round.id}/panel" novalidate>
${others.length > 0 && checkboxes({ name: 'joining', legend: 'Who joins it?', choices: choices(others), values: typedList(values, 'joining'), size: 's', small: true })}
${radios({ name: 'chairId', legend: 'Who leads it?', choices: choices([...members, ...others]), value: typed(values, 'chairId'), error: errors['chairId'], size: 's', small: true })}
${button('Change the panel')}
</form>
</div></div>`
  const before = backLink(`/desk/${force.id}/rounds`, 'Rounds of the panel')
  return page({ title: `${title} – ${force.name}`, body, site, before, mistaken: Object.keys(errors).length > 0 })
}
