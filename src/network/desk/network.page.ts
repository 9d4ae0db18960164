import type { Team } from '#areas/area.ts'
import { inWords, type Day } from '#platform/day.ts'
import { backLink, buttonLink, details, pagination } from '#platform/govuk.ts'
import { html, nothing, type Html } from '#platform/html.ts'
import { page, type SiteChrome } from '#platform/page.ts'
import { capitalised } from '#platform/capitalised.ts'
import { networkOf } from '../keeper-at.ts'
import { sundayOf } from '../relationship.ts'
import type { Narrowed, RelationshipLine } from '../relationships.sql.ts'
import type { Found } from '../search.sql.ts'
import { relationshipRow } from './relationship-row.page.ts'
import { searchResults } from './search-results.page.ts'

export type NetworkShown = {
  readonly site: SiteChrome
  readonly team: Team
  readonly today: Day
  readonly words: string
  /** What the words found; null where nothing was searched for. */
  readonly found: readonly Found[] | null
  readonly due: readonly RelationshipLine[]
  readonly notAgreed: readonly RelationshipLine[]
  readonly notReviewed: readonly RelationshipLine[]
  readonly everything: readonly RelationshipLine[]
  readonly kinds: readonly { readonly kind: string; readonly count: number }[]
  readonly tags: readonly string[]
  readonly narrowed: Narrowed
  readonly stretch: { readonly current: number; readonly pages: number }
  readonly mayManage: boolean
}

/** Whom a team keeps in touch with: who is due, who lapsed, with whom nothing is agreed, then everybody by kind. */
export function networkPage(shown: NetworkShown): Html {
  const { site, team, mayManage, found, words } = shown
  const network = networkOf(team.id)
  const body = html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<span class="govuk-caption-l">${team.name}</span>
<h1 class="govuk-heading-l">Network</h1>
${searchBox(network, words)}
<div id="search-results" aria-live="polite">${found === null ? nothing : searchResults(team.id, words, found)}</div>
<div class="network-add">${buttonLink('Add a key individual', `${network}/individuals/new`, { kind: 'secondary' })}
${mayManage && buttonLink('Add an organisation', `${network}/organisations/new`, { kind: 'secondary' })}</div>
${found === null && lists(shown)}
<p class="govuk-body"><a class="govuk-link" href="/desk/${team.id}/schools">Schools</a></p>
${mayManage && html`<p class="govuk-body"><a class="govuk-link" href="${network}/reviews">Records to look at</a></p>`}
${mayManage && html`<p class="govuk-body"><a class="govuk-link" href="${network}/duplicates">Likely duplicates</a> · <a class="govuk-link" href="${network}/import">Bring people in from a file</a> · <a class="govuk-link" href="${network}/export${askedOf(shown.narrowed, 1)}">Take the network out</a></p>`}
</div></div>`
  return page({
    title: `Network – ${team.name}`,
    body,
    site,
    before: backLink(`/desk/${team.id}`, 'This week'),
    assets: ['search-as-typed.js'],
  })
}

const searchBox = (network: string, words: string): Html =>
  html`<form class="network-search" method="get" action="${network}" role="search" data-search-as-typed="search-results">
<div class="govuk-form-group"><label class="govuk-label govuk-label--s" for="q">Find a person, an organisation or a post</label>
<div class="govuk-hint" id="q-hint">Any part of a name, place or tag; spelling is forgiven.</div>
<div class="network-search__row"><input class="govuk-input" id="q" name="q" type="search" value="${words}" dir="auto" autocomplete="off" aria-describedby="q-hint">
<button type="submit" class="govuk-button network-search__button">Find</button></div></div>
</form>`

function lists(shown: NetworkShown): Html {
  const { due, notAgreed, notReviewed, today } = shown
  const sunday = inWords(sundayOf(today))
  const lapsed = due.filter(({ nextDue }) => nextDue !== null && nextDue < today)
  const thisWeek = due.filter((line) => !lapsed.includes(line))
  return html`${list(shown, 'due', 'Due this week', thisWeek, `Nobody is due by Sunday ${sunday}.`)}
${list(shown, 'lapsed', 'Lapsed', lapsed, 'With nobody is it longer than agreed.')}
${folded(shown, 'not-agreed', 'Not agreed yet', notAgreed)}
${folded(shown, 'not-reviewed', 'Impact not reviewed for a year', notReviewed)}
${everybody(shown)}`
}

function list(
  { today }: NetworkShown,
  id: string,
  title: string,
  lines: readonly RelationshipLine[],
  empty: string,
): Html {
  const count = lines.length > 0 && html` <span class="week-list__count">${lines.length}</span>`
  const rows = lines.map((line) => relationshipRow(line, today, id))
  return html`<section class="week-list" aria-labelledby="${id}">
<h2 class="govuk-heading-m" id="${id}">${title}${count}</h2>
${lines.length === 0 ? html`<p class="govuk-body week-list__empty">${empty}</p>` : html`<ul class="week-list__rows">\n${rows}</ul>`}
</section>
`
}

/** What can wait is folded away, so that who is due stays in sight on a phone. */
function folded({ today }: NetworkShown, id: string, title: string, lines: readonly RelationshipLine[]): Html {
  if (lines.length === 0) return nothing
  const rows = lines.map((line) => relationshipRow(line, today, null))
  return details(`${title} (${lines.length})`, html`<ul class="week-list__rows">\n${rows}</ul>`, { id })
}

function everybody(shown: NetworkShown): Html {
  const { everything, today, stretch, narrowed, team } = shown
  const groups = [...Map.groupBy(everything, ({ subjectKind }) => subjectKind)]
  return html`<section class="week-list" aria-labelledby="everybody">
<h2 class="govuk-heading-m" id="everybody">Everybody</h2>
${filters(shown)}
${everything.length === 0 && html`<p class="govuk-body week-list__empty">Nobody is here yet.</p>`}
${groups.map(
  ([kind, lines]) => html`<h3 class="govuk-heading-s">${capitalised(kind)}</h3>
<ul class="week-list__rows">
${lines.map((line) => relationshipRow(line, today, null))}</ul>
`,
)}
${pagination({ label: 'Everybody', ...stretch, hrefOf: (n) => hrefOfList(team.id, narrowed, n) })}
</section>`
}

function filters({ team, kinds, tags, narrowed }: NetworkShown): Html {
  const kindLinks = kinds.map(({ kind, count }) => ({
    words: `${kind} (${count})`,
    to: { ...narrowed, kind: narrowed.kind === kind ? null : kind },
    chosen: narrowed.kind === kind,
  }))
  const tagLinks = tags.map((tag) => ({
    words: tag,
    to: { ...narrowed, tag: narrowed.tag === tag ? null : tag },
    chosen: narrowed.tag === tag,
  }))
  return html`${choices(team.id, 'Kinds', kindLinks)}${choices(team.id, 'Tags', tagLinks)}`
}

type FilterLink = { readonly words: string; readonly to: Narrowed; readonly chosen: boolean }

const choices = (teamId: string, title: string, links: readonly FilterLink[]): Html =>
  links.length === 0
    ? nothing
    : html`<nav class="network-filters" aria-label="${title}"><ul>
${links.map(
  ({ words, to, chosen }) =>
    html`<li><a class="govuk-link" href="${hrefOfList(teamId, to, 1)}"${chosen && html` aria-current="true"`}>${words}${chosen && html`<span class="govuk-visually-hidden"> (chosen: press to see all)</span>`}</a></li>
`,
)}</ul></nav>`

const hrefOfList = (teamId: string, narrowed: Narrowed, n: number): string =>
  `${networkOf(teamId)}${askedOf(narrowed, n)}#everybody`

function askedOf({ kind, tag }: Narrowed, n: number): string {
  const asked = new URLSearchParams({
    ...(kind === null ? {} : { kind }),
    ...(tag === null ? {} : { tag }),
    ...(n > 1 ? { page: String(n) } : {}),
  }).toString()
  return asked === '' ? '' : `?${asked}`
}
