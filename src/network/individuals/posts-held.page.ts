import { inWords, type Day } from '#platform/day.ts'
import { typed, typedDay } from '#platform/form.ts'
import { button, dateInput, details, input, select } from '#platform/govuk.ts'
import { html, nothing, type Html } from '#platform/html.ts'
import { capitalised } from '#platform/capitalised.ts'
import { networkOf } from '../keeper-at.ts'
import { postRoles, type PostHeld } from '../post.ts'
import type { IndividualShown } from './individual.page.ts'

export type HeldPost = PostHeld & {
  readonly role: string
  readonly ward: string
  readonly organisation: string
  readonly organisationId: string
}

/** The posts somebody holds and held, and the form that appoints them to another. */
export function postsOfIndividual(shown: IndividualShown): Html {
  const { posts, mayManage } = shown
  return html`<h2 class="govuk-heading-m">Posts</h2>
${posts.length === 0 ? html`<p class="govuk-body">They hold no post that we know of.</p>` : postList(shown)}
${mayManage ? appointForm(shown) : nothing}`
}

function postList({ team, person, posts, mayManage }: IndividualShown): Html {
  const network = networkOf(team.id)
  return html`<ul class="govuk-list govuk-list--spaced">
${posts.map(
  (
    held,
  ) => html`<li>${capitalised(held.role)} of <a class="govuk-link" href="${network}/organisations/${held.organisationId}">${held.organisation}</a>${held.ward !== '' && `, ${held.ward}`}${held.party !== null && ` (${held.party})`},
${timeOf(held)}${held.until === null && mayManage && html` – <a class="govuk-link" href="${network}/individuals/${person.id}/posts/${held.id}/end">they left it<span class="govuk-visually-hidden">: ${held.role} of ${held.organisation}</span></a>`}</li>
`,
)}</ul>`
}

/** "since 2 May 2024", "2 May 2024 to 3 June 2026" */
export const timeOf = ({ since, until }: { readonly since: Day; readonly until: Day | null }): string =>
  until === null ? `since ${inWords(since)}` : `${inWords(since)} to ${inWords(until)}`

function appointForm({ team, person, organisations, values, errors, appointmentId }: IndividualShown): Html {
  const field = (name: string) => ({ name, value: typed(values, name), error: errors[name], size: 's' as const })
  const form = html`<form class="desk-form" method="post" action="${networkOf(team.id)}/individuals/${person.id}/posts" novalidate>
<input type="hidden" name="id" value="${appointmentId}">
${select({
  ...field('organisation'),
  label: 'Organisation',
  choices: [{ value: '', words: 'Choose' }, ...organisations.map(({ id, name }) => ({ value: id, words: name }))],
})}
${select({
  ...field('role'),
  label: 'Post',
  choices: [{ value: '', words: 'Choose' }, ...postRoles.map((value) => ({ value, words: capitalised(value) }))],
})}
${input({ ...field('ward'), label: 'Ward or part (optional)', hint: 'For example, a councillor’s ward.' })}
${input({ ...field('party'), label: 'Party (optional)', hint: 'For councillors only. It stays here and never enters the ledger.' })}
${dateInput({ name: 'since', legend: 'Since when?', value: typedDay(values, 'since'), error: errors['since'], size: 's' })}
${button('Appoint', { kind: 'secondary' })}
</form>`
  const open = Object.keys(errors).length > 0 || typed(values, 'organisation') !== ''
  return details('They took a post', form, { id: 'appoint', open })
}
