import type { Neighbourhood, Team } from '#areas/area.ts'
import { inWords } from '#platform/day.ts'
import { typed, typedDay, type FieldErrors, type FormValues } from '#platform/form.ts'
import { backLink, button, dateInput, errorSummary, input, insetText, select, textarea } from '#platform/govuk.ts'
import { html, joined, type Html } from '#platform/html.ts'
import { page, type SiteChrome } from '#platform/page.ts'
import type { HotspotLine } from './hotspots.sql.ts'

type Shown = {
  readonly site: SiteChrome
  readonly team: Team
  readonly neighbourhoods: readonly Neighbourhood[]
  readonly hotspots: readonly HotspotLine[]
  /** Kept in the form, so that sending it twice names one hotspot. */
  readonly id: string
  readonly values: FormValues
  readonly errors: FieldErrors
  readonly mayRecord: boolean
}

/** Where crime gathers: the hotspots of a team, those without an answer first, and the form that names one (R11). */
export function hotspotsPage(shown: Shown): Html {
  const { site, team, hotspots, errors, mayRecord } = shown
  const body = html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
${errorSummary(errors)}
<span class="govuk-caption-l">${team.name}</span>
<h1 class="govuk-heading-l">Hotspots</h1>
<p class="govuk-body">Where crime gathers in one place, a street corner meeting there answers it.</p>
${hotspots.length === 0 && insetText('No hotspot has been named here.')}
${hotspots.length > 0 && html`<ul class="week-list__rows">\n${hotspots.map((hotspot) => row(hotspot, shown))}</ul>`}
${mayRecord && naming(shown)}
</div></div>`
  return page({
    title: `Hotspots – ${team.name}`,
    body,
    site,
    before: backLink(`/desk/${team.id}`, 'This week'),
    mistaken: Object.keys(errors).length > 0,
  })
}

function row(hotspot: HotspotLine, { team, neighbourhoods, mayRecord }: Shown): Html {
  const { id, place, why, neighbourhoodId, identifiedOn, answeredBy, answeredOn } = hotspot
  const where = neighbourhoods.find((each) => each.id === neighbourhoodId)?.name
  const fate =
    answeredBy === null || answeredOn === null
      ? html`<span>Not answered yet</span>`
      : html`<span><b>Answered</b> <a class="govuk-link" href="/desk/${team.id}/engagements/${answeredBy}">${inWords(answeredOn)}</a></span>`
  const answer = `/desk/${team.id}/engagements/new?method=${encodeURIComponent('street corner meeting')}&hotspot=${id}`
  return html`<li class="week-row">
<div class="week-row__told">
<p class="week-row__what">${place}</p>
<p class="week-row__facts"><span><b>Named</b> ${inWords(identifiedOn)}</span> ${where !== undefined && html`<span><b>In</b> ${where}</span> `}${fate}</p>
<p class="week-row__why">${why}</p>
</div>
${mayRecord && answeredBy === null && html`<a class="govuk-button govuk-button--secondary week-row__button" href="${answer}">Record the meeting<span class="govuk-visually-hidden">: ${place}</span></a>`}
</li>
`
}

function naming({ team, neighbourhoods, id, values, errors }: Shown): Html {
  const field = (name: string) => ({ name, value: typed(values, name), error: errors[name], size: 's' as const })
  const places = neighbourhoods.map((each) => ({ value: each.id, words: each.name }))
  return html`<h2 class="govuk-heading-m">Name a hotspot</h2>
<form class="desk-form" method="post" action="/desk/${team.id}/hotspots" novalidate>
<input type="hidden" name="id" value="${id}">
${joined([
  input({ ...field('place'), label: 'Where is it?', hint: 'For example, the bus station, Bridport. Never a home.' }),
  places.length > 1 &&
    select({
      ...field('neighbourhood'),
      label: 'In which neighbourhood?',
      choices: [{ value: '', words: 'Not said' }, ...places],
    }),
  textarea({
    ...field('why'),
    label: 'Why?',
    hint: 'For example, bicycles stolen on three evenings. Name nobody.',
    rows: 2,
  }),
  dateInput({
    name: 'identifiedOn',
    legend: 'Since when do you know of it?',
    value: typedDay(values, 'identifiedOn'),
    error: errors['identifiedOn'],
    size: 's',
  }),
])}
${button('Name the hotspot')}
</form>`
}
