import type { Force } from '#areas/area.ts'
import { capitalised } from '#platform/capitalised.ts'
import { inWords } from '#platform/day.ts'
import { typed, typedDay, typedList, type FieldErrors, type FormValues } from '#platform/form.ts'
import { backLink, button, buttonLink, checkboxes, dateInput, errorSummary, input, textarea } from '#platform/govuk.ts'
import { html, type Html } from '#platform/html.ts'
import { page, type SiteChrome } from '#platform/page.ts'
import { panels, type Panel, type Sitting } from './sitting.ts'

type OfForce = { readonly site: SiteChrome; readonly force: Force }

/** The sittings of a force’s community panels and forums, and the years for which one can be convened. */
export function sittingsPage({
  site,
  force,
  sittings,
  years,
}: OfForce & { readonly sittings: readonly Sitting[]; readonly years: readonly number[] }): Html {
  const title = 'Community panels and forums'
  const [newest] = years
  const body = html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<span class="govuk-caption-l">${force.name}</span>
<h1 class="govuk-heading-l">${title}</h1>
<p class="govuk-body">People who speak for their communities read what teams promised and how it stands, and vote by a link of their own or on paper. They need no account.</p>
${sittings.length === 0 ? html`<p class="govuk-body">None was convened yet.</p>` : html`<ul class="week-list__rows">${sittings.map((each) => sittingRow(`/desk/${force.id}/sittings/${each.id}`, each))}</ul>`}
${newest !== undefined && panels.map((panel) => buttonLink(`Convene a ${panel} on the contracts of ${newest}`, addressOfNew(force, panel, newest), { kind: 'secondary' }))}
${years.length > 1 && html`<h2 class="govuk-heading-m">On earlier years</h2><ul class="govuk-list">${years.slice(1).flatMap((year) => panels.map((panel) => html`<li><a class="govuk-link" href="${addressOfNew(force, panel, year)}">Convene a ${panel} on ${year}</a></li>\n`))}</ul>`}
</div></div>`
  return page({ title: `${title} – ${force.name}`, body, site, before: backLink('/desk', 'Teams and their contracts') })
}

const addressOfNew = (force: Force, panel: Panel, year: number): string =>
  `/desk/${force.id}/sittings/new?year=${year}&panel=${encodeURIComponent(panel)}`

/** A sitting in a list, with where it leads. */
export const sittingRow = (href: string, { panel, year, heldOn, place, closedOn }: Sitting): Html =>
  html`<li class="week-row"><div class="week-row__told"><p class="week-row__what"><a class="govuk-link" href="${href}">${capitalised(panel)} of ${inWords(heldOn)}</a></p>
<p class="week-row__why">${place}. On the contracts of ${year}. ${closedOn === null ? 'Not closed yet.' : `Closed on ${inWords(closedOn)}.`}</p></div></li>
`

type Choice = { readonly value: string; readonly words: string }
type Asked = OfForce & {
  readonly year: number
  readonly panel: Panel
  readonly contracts: readonly Choice[]
  readonly values: FormValues
  readonly errors: FieldErrors
}

/** Convening a sitting: where and when, what it judges, and what members may choose. */
export function newSittingPage({ site, force, year, panel, contracts, values, errors }: Asked): Html {
  const title = `Convene a ${panel}`
  const body = html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
${errorSummary(errors)}
<span class="govuk-caption-l">${force.name}, contracts of ${year}</span>
<h1 class="govuk-heading-l">${title}</h1>
<form class="desk-form" method="post" action="${addressOfNew(force, panel, year)}" novalidate>
<input type="hidden" name="id" value="${typed(values, 'id')}"><input type="hidden" name="panel" value="${panel}">
${dateInput({ name: 'heldOn', legend: 'When is it held?', value: typedDay(values, 'heldOn'), error: errors['heldOn'], size: 's' })}
${input({ name: 'place', label: 'Where?', value: typed(values, 'place'), error: errors['place'], size: 's' })}
${dateInput({ name: 'opensOn', legend: 'From when may members vote by their links?', value: typedDay(values, 'opensOn'), error: errors['opensOn'], size: 's' })}
${dateInput({ name: 'closesOn', legend: 'What is the last day to vote by a link?', hint: 'Sheets of paper can be keyed in until you close the sitting.', value: typedDay(values, 'closesOn'), error: errors['closesOn'], size: 's' })}
${checkboxes({ name: 'contracts', legend: 'Which contracts come before it?', choices: contracts, values: typedList(values, 'contracts'), error: errors['contracts'], size: 's', small: true })}
${textarea({ name: 'choices', label: 'What may members choose of each standard?', hint: 'One on a line, the best first. That they cannot say is always there.', value: typed(values, 'choices'), error: errors['choices'], rows: 4, size: 's' })}
${textarea({ name: 'grades', label: 'What may they say of the whole contract?', hint: 'One on a line, the best first. The framework measures by the words that stand here.', value: typed(values, 'grades'), error: errors['grades'], rows: 5, size: 's' })}
${button('Convene it')}
</form>
</div></div>`
  return page({
    title: `${title} – ${force.name}`,
    body,
    site,
    before: backLink(`/desk/${force.id}/sittings`, 'Community panels and forums'),
    mistaken: Object.keys(errors).length > 0,
  })
}
