import { day, inWords } from '#platform/day.ts'
import { html, type Html } from '#platform/html.ts'
import { networkOf } from '../keeper-at.ts'
import { logLink } from './relationship-row.page.ts'
import type { Found } from '../search.sql.ts'

/** What a search found: the part of the page that a script asks for while somebody types. */
export function searchResults(teamId: string, words: string, found: readonly Found[]): Html {
  const count = found.length === 0 ? 'Nobody' : found.length === 1 ? '1 found' : `${found.length} found`
  return html`<h2 class="govuk-heading-m">${found.length === 0 ? html`Nobody is like “<bdi>${words}</bdi>”` : html`${count} for “<bdi>${words}</bdi>”`}</h2>
${
  found.length === 0
    ? html`<p class="govuk-body">Try fewer letters, or the place.</p>`
    : html`<ul class="week-list__rows">
${found.map((one) => foundRow(teamId, one))}</ul>`
}`
}

const folders = { individual: 'individuals', organisation: 'organisations', post: 'relationships' } as const

function foundRow(teamId: string, { id, what, name, about, relationshipId, nextDue }: Found): Html {
  const network = networkOf(teamId)
  return html`<li class="week-row"><div class="week-row__told">
<p class="week-row__what"><a class="govuk-link" href="${network}/${folders[what]}/${id}"><bdi>${name}</bdi></a></p>
<p class="week-row__facts"><span>${what === 'individual' ? `speaks for ${about}` : about}</span>${nextDue !== null && html` <span><b>Due</b> by ${inWords(day(nextDue))}</span>`}</p>
</div>${relationshipId !== null && logLink(teamId, relationshipId, name)}</li>
`
}
