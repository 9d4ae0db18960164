import type { Team } from '#areas/area.ts'
import { roleInWords } from '#people/person.ts'
import { inWords } from '#platform/day.ts'
import { typed, typedDay, type FieldErrors, type FormValues } from '#platform/form.ts'
import { backLink, button, dateInput, errorSummary, insetText, select } from '#platform/govuk.ts'
import { html, type Html } from '#platform/html.ts'
import { page, type SiteChrome } from '#platform/page.ts'
import { roleChoice } from './team-people.page.ts'
import type { Colleague } from './team-people.sql.ts'

type Shown = {
  readonly site: SiteChrome
  readonly team: Team
  readonly teams: readonly Team[]
  readonly person: Colleague
  readonly values: FormValues
  readonly errors: FieldErrors
}

/** One person of a team: another role or team, and their last day. */
export function colleaguePage(shown: Shown): Html {
  const { site, team, person, errors } = shown
  const { name, role, endedOn } = person
  const body = html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
${errorSummary(errors)}
<span class="govuk-caption-l">${roleInWords[role]} · ${team.name}</span>
<h1 class="govuk-heading-l"><bdi>${name}</bdi></h1>
${endedOn === null ? forms(shown) : insetText(`Their last day was ${inWords(endedOn)}; after it they cannot sign in.`)}
</div></div>`
  const people = `/desk/${team.id}/people`
  return page({
    title: `${name} – ${team.name}`,
    body,
    site,
    before: backLink(people, 'People of the team'),
    mistaken: Object.keys(errors).length > 0,
  })
}

function forms({ team, teams, person, values, errors }: Shown): Html {
  const address = `/desk/${team.id}/people/${person.id}`
  return html`${insetText(html`Whoever owns relationships hands them over first: <a class="govuk-link" href="/desk/${team.id}/handover/${person.id}">hand over</a>.`)}
<h2 class="govuk-heading-m">Change role or team</h2>
<form class="desk-form" method="post" action="${address}/place" novalidate>
${roleChoice({ name: 'role', value: typed(values, 'role'), error: errors['role'], size: 's' })}
${select({ name: 'teamId', label: 'Team', choices: teams.map((one) => ({ value: one.id, words: one.name })), value: typed(values, 'teamId'), error: errors['teamId'], size: 's' })}
${button('Save the change', { kind: 'secondary' })}
</form>
<h2 class="govuk-heading-m">They leave</h2>
<form class="desk-form" method="post" action="${address}/end" novalidate>
${dateInput({ name: 'lastDay', legend: 'Their last day', hint: 'After it they cannot sign in.', value: typedDay(values, 'lastDay'), error: errors['lastDay'], size: 's' })}
${button('Note their last day', { kind: 'warning' })}
</form>`
}
