import type { Team } from '#areas/area.ts'
import { typed, typedDay, type FieldErrors, type FormValues } from '#platform/form.ts'
import { backLink, button, dateInput, errorSummary, input, radios, select } from '#platform/govuk.ts'
import { html, type Html } from '#platform/html.ts'
import { page, type SiteChrome } from '#platform/page.ts'
import type { Organisation } from '../organisation.ts'

type Shown = {
  readonly site: SiteChrome
  readonly team: Team
  readonly scheme: Organisation
  /** Whom a coordinator may be chosen from. */
  readonly people: readonly { readonly value: string; readonly words: string }[]
  readonly id: string
  readonly values: FormValues
  readonly errors: FieldErrors
}

/** Who coordinates one watch scheme (R20), and how many members it has. */
export function schemePage(shown: Shown): Html {
  const { site, team, scheme, errors, id } = shown
  const address = `/desk/${team.id}/schemes/${scheme.id}`
  const body = html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
${errorSummary(errors)}
<span class="govuk-caption-l">Watch scheme · ${team.name}</span>
<h1 class="govuk-heading-l">${scheme.name}</h1>
<h2 class="govuk-heading-m">Coordinator or deputy</h2>
<form class="desk-form" method="post" action="${address}/coordinator" novalidate>
<input type="hidden" name="id" value="${id}">
${coordinatorFields(shown)}
${button('Save who it is', { kind: 'secondary' })}
</form>
<h2 class="govuk-heading-m">Members</h2>
<form class="desk-form" method="post" action="${address}/members" novalidate>
${membersFields(shown)}
${button('Save the count', { kind: 'secondary' })}
</form>
</div></div>`
  return page({
    title: `${scheme.name} – ${team.name}`,
    body,
    site,
    before: backLink(`/desk/${team.id}/schemes`, 'Watch schemes'),
    mistaken: Object.keys(errors).length > 0,
  })
}

const posts = [
  { value: 'coordinator', words: 'Coordinator' },
  { value: 'deputy', words: 'Deputy' },
]

function coordinatorFields({ people, values, errors }: Shown): Html {
  const field = (name: string) => ({ name, value: typed(values, name), error: errors[name], size: 's' as const })
  const choices = [{ value: '', words: 'Nobody: the post is vacant' }, ...people]
  return html`${radios({ ...field('post'), legend: 'Which post?', choices: posts, small: true })}
${select({ ...field('who'), label: 'Who is it?', hint: 'Somebody new is added to the network first.', choices })}
${dateInput({ name: 'since', legend: 'Since when?', value: typedDay(values, 'since'), error: errors['since'], size: 's' })}`
}

const membersFields = ({ values, errors }: Shown): Html =>
  html`${input({ name: 'members', label: 'How many members are there?', value: typed(values, 'members'), error: errors['members'], size: 's', numeric: true, width: '5' })}
${dateInput({ name: 'countedOn', legend: 'Counted when?', value: typedDay(values, 'countedOn'), error: errors['countedOn'], size: 's' })}`
