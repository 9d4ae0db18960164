import type { Team } from '#areas/area.ts'
import { roleInWords } from '#people/person.ts'
import { inWords } from '#platform/day.ts'
import { typed, type FieldErrors, type FormValues } from '#platform/form.ts'
import { backLink, button, errorSummary, input, passwordInput, radios, tag } from '#platform/govuk.ts'
import { html, type Html } from '#platform/html.ts'
import { page, type SiteChrome } from '#platform/page.ts'
import { teamRoles } from './leave-team.ts'
import type { Colleague } from './team-people.sql.ts'

type Shown = {
  readonly site: SiteChrome
  readonly team: Team
  readonly people: readonly Colleague[]
  readonly values: FormValues
  readonly errors: FieldErrors
}

/** Who works in a team, with what can be done about each, and a form for somebody new. */
export function teamPeoplePage(shown: Shown): Html {
  const { site, team, people, errors } = shown
  const body = html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
${errorSummary(errors)}
<span class="govuk-caption-l">${team.name}</span>
<h1 class="govuk-heading-l">People of the team</h1>
${people.length === 0 ? html`<p class="govuk-body">Nobody is here yet.</p>` : html`<ul class="week-list__rows">\n${people.map((one) => personRow(team, one))}</ul>`}
<p class="govuk-body"><a class="govuk-link" href="/desk/${team.id}/handover">Who owns what the team keeps up</a></p>
${newPersonForm(shown)}
</div></div>`
  return page({
    title: `People of the team – ${team.name}`,
    body,
    site,
    before: backLink(`/desk/${team.id}`, 'This week'),
    mistaken: Object.keys(errors).length > 0,
  })
}

function personRow(team: Team, { id, name, role, endedOn }: Colleague): Html {
  const address = `/desk/${team.id}/people/${id}`
  return html`<li class="week-row"><div class="week-row__told">
<p class="week-row__what"><a class="govuk-link" href="${address}"><bdi>${name}</bdi></a></p>
<p class="week-row__facts"><span>${roleInWords[role]}</span>${endedOn !== null && html` ${tag('left', 'grey')} <span><b>Last day</b> ${inWords(endedOn)}</span>`}</p>
</div>
${endedOn === null && html`<a class="govuk-button govuk-button--secondary week-row__button" href="/desk/${team.id}/handover/${id}">Hand over<span class="govuk-visually-hidden">: ${name}</span></a>`}</li>
`
}

function newPersonForm({ team, values, errors }: Shown): Html {
  const field = (name: string) => ({ name, value: typed(values, name), error: errors[name], size: 's' as const })
  return html`<section aria-labelledby="new-person"><h2 class="govuk-heading-m" id="new-person">Add somebody</h2>
<form class="desk-form" method="post" action="/desk/${team.id}/people" novalidate>
${input({ ...field('name'), label: 'Name', autocomplete: 'off' })}
${input({ ...field('email'), label: 'E-mail address at work', type: 'email', autocomplete: 'off' })}
${roleChoice(field('role'))}
${passwordInput({ name: 'password', label: 'First password', hint: 'Tell it to them in person.', error: errors['password'], size: 's', autocomplete: 'new-password' })}
${button('Add them')}
</form></section>`
}

/** What somebody of one team may be. */
export const roleChoice = (field: {
  readonly name: string
  readonly value: string
  readonly error: string | undefined
  readonly size: 's'
}): Html =>
  radios({
    ...field,
    legend: 'What are they?',
    choices: teamRoles.map((value) => ({ value, words: roleInWords[value] })),
    small: true,
  })
