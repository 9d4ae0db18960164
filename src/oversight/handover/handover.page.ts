import type { Team } from '#areas/area.ts'
import {
  addressedTo,
  introducedWithin,
  introductionTemplate,
  suggestOwner,
  type Owned,
} from '#network/handover/handover.ts'
import { roleInWords } from '#people/person.ts'
import { teamRoles } from '#people/team/leave-team.ts'
import type { Colleague } from '#people/team/team-people.sql.ts'
import { addDays, inWords, type Day } from '#platform/day.ts'
import { typed, typedDay, type FieldErrors, type FormValues } from '#platform/form.ts'
import {
  backLink,
  button,
  dateInput,
  details,
  errorSummary,
  input,
  insetText,
  radios,
  select,
  textarea,
} from '#platform/govuk.ts'
import { html, nothing, type Html } from '#platform/html.ts'
import { page, type SiteChrome } from '#platform/page.ts'
import type { LeftBehind } from './left-behind.ts'

type Shown = LeftBehind & {
  readonly site: SiteChrome
  readonly team: Team
  readonly teams: readonly Team[]
  readonly today: Day
  readonly person: Colleague
  readonly id: string
  readonly mayLetGo: boolean
  readonly values: FormValues
  readonly errors: FieldErrors
}

/** Everything somebody would leave behind in a team, each with who takes it over, and what becomes of them. */
export function handoverPage(shown: Shown): Html {
  const { site, team, person, errors, candidates } = shown
  const body = html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
${errorSummary(errors)}
<span class="govuk-caption-l">Handover · ${team.name}</span>
<h1 class="govuk-heading-l">What <bdi>${person.name}</bdi> hands over</h1>
${candidates.length === 0 ? insetText('Nobody else is here who could take anything over. Add somebody to the team first.') : form(shown)}
</div></div>`
  return page({
    title: `Handover: ${person.name}`,
    body,
    site,
    before: backLink(`/desk/${team.id}/handover`, 'Owners'),
    mistaken: Object.keys(errors).length > 0,
  })
}

function form(shown: Shown): Html {
  const { team, person, id, open, ended, plans, tasks, actions, recommendations } = shown
  return html`<p class="govuk-body">${open.length} relationships, ${plans.length} planned engagements, ${tasks.length} offered tasks, ${actions.length} actions and ${recommendations.length} recommendations of the panel. All of it goes at once, or nothing does.</p>
<form class="desk-form" method="post" action="/desk/${team.id}/handover/${person.id}" novalidate>
<input type="hidden" name="id" value="${id}">
${open.length > 0 && html`<h2 class="govuk-heading-m">Relationships</h2>`}
${open.map((one) => relationshipFields(one, shown))}
${ended.length > 0 && ownerSelect(shown, { name: 'endedTo', label: `Who answers for the ${ended.length} that ended?`, offered: mostLikely(shown) })}
${plans.length > 0 && html`<h2 class="govuk-heading-m">Planned engagements</h2>`}
${plans.map(({ id: plan, title, heldOn, place }) => ownerSelect(shown, { name: `plan-${plan}`, label: `${title}, ${inWords(heldOn)}, ${place}`, offered: mostLikely(shown) }))}
${
  tasks.length > 0 &&
  html`<h2 class="govuk-heading-m">Tasks for volunteers</h2>
${ownerSelect(shown, { name: 'tasksTo', label: `Who answers for ${tasks.length === 1 ? 'the task' : `the ${tasks.length} tasks`} they offered?`, offered: mostLikely(shown) })}`
}
${
  actions.length > 0 &&
  html`<h2 class="govuk-heading-m">Actions of meetings</h2>
<ul class="govuk-list govuk-list--bullet">${actions.map(({ words }) => html`<li>${words}</li>`)}</ul>
${ownerSelect(shown, { name: 'actionsTo', label: 'Who does them?', offered: mostLikely(shown) })}`
}
${
  recommendations.length > 0 &&
  html`<h2 class="govuk-heading-m">Recommendations of the panel</h2>
<ul class="govuk-list govuk-list--bullet">${recommendations.map(({ words }) => html`<li>${words}</li>`)}</ul>
${ownerSelect(shown, { name: 'recommendationsTo', label: 'Who owns them?', offered: mostLikely(shown) })}`
}
${thenFields(shown)}
${button('Hand everything over')}
</form>`
}

/** Whoever comes first, where nothing says who would be better. */
const mostLikely = ({ candidates }: Shown): string => candidates[0]?.id ?? ''

type Asked = { readonly name: string; readonly label: string; readonly offered: string }

function ownerSelect({ candidates, values, errors }: Shown, { name, label, offered }: Asked): Html {
  const choices = candidates.map((one) => ({ value: one.id, words: one.name }))
  return select({ name, label, choices, value: typed(values, name) || offered, error: errors[name], size: 's' })
}

function relationshipFields(owned: Owned, shown: Shown): Html {
  const { team, person, candidates, today, values, errors } = shown
  const { id, label, name, email } = owned
  const about = html`<span class="govuk-visually-hidden">: ${label}</span>`
  const [by, draft] = [`by-${id}`, `draft-${id}`]
  const words = typed(values, draft) || addressedAs(introductionTemplate(person.name, team.name), name)
  const how = email === null ? 'To print or to read out.' : 'It goes by mail, as they like it.'
  return html`<fieldset class="govuk-fieldset confirm-promise"><legend class="govuk-fieldset__legend govuk-fieldset__legend--s">${label}${name !== null && html` · <bdi>${name}</bdi>`}</legend>
${ownerSelect(shown, { name: `owner-${id}`, label: 'New owner', offered: suggestOwner(owned, candidates) ?? '' })}
${input({ name: by, label: html`Introduced by${about}`, hint: 'Year, month, day', value: typed(values, by) || addDays(today, introducedWithin), error: errors[by], width: '10' })}
${details(html`The introduction${about}`, textarea({ name: draft, label: html`Words${about}`, hint: `${how} What stands in braces is filled in.`, value: words, error: errors[draft], rows: 8 }), { open: errors[draft] !== undefined })}
</fieldset>`
}

/** An organisation has no name to be greeted by. */
const addressedAs = (draft: string, name: string | null): string => (name === null ? addressedTo(draft, null) : draft)

function thenFields({ mayLetGo, person, team, teams, values, errors }: Shown): Html {
  if (!mayLetGo || person.teamId !== team.id) return nothing
  const lastDay = dateInput({
    name: 'lastDay',
    legend: 'Their last day, where they leave',
    hint: 'After it they cannot sign in.',
    value: typedDay(values, 'lastDay'),
    error: errors['lastDay'],
  })
  const others = teams.filter(({ id }) => id !== team.id).map(({ id, name }) => ({ value: id, words: name }))
  const roles = teamRoles.map((value) => ({ value, words: roleInWords[value] }))
  const move = html`${select({ name: 'teamId', label: 'To which team, where they move?', choices: others, value: typed(values, 'teamId'), error: errors['teamId'] })}
${select({ name: 'role', label: 'As what?', choices: roles, value: typed(values, 'role') || person.role, error: errors['role'] })}`
  const what = radios({
    name: 'then',
    legend: 'And then?',
    choices: [
      { value: 'stays', words: 'They stay in the team' },
      { value: 'ends', words: 'They leave' },
      { value: 'moves', words: 'They move to another team' },
    ],
    value: typed(values, 'then'),
    error: errors['then'],
    size: 'm',
  })
  return html`${what}${lastDay}${move}`
}
