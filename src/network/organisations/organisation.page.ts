import type { Team } from '#areas/area.ts'
import { inWords, type Day } from '#platform/day.ts'
import { backLink, buttonLink, summaryList, table } from '#platform/govuk.ts'
import { html, nothing, type Html } from '#platform/html.ts'
import { page, type SiteChrome } from '#platform/page.ts'
import { capitalised } from '#platform/capitalised.ts'
import { contactList } from '../contacts/contact-list.page.ts'
import type { ContactLine } from '../contacts.sql.ts'
import { timeOf } from '../individuals/posts-held.page.ts'
import { networkOf } from '../keeper-at.ts'
import type { Organisation } from '../organisation.ts'
import type { PostHeld } from '../post.ts'
import type { RelationshipLine } from '../relationships.sql.ts'
import { relationshipFacts } from '../relationships/relationship-facts.page.ts'

type Holder = PostHeld & { readonly role: string; readonly ward: string; readonly name: string }

type Shown = {
  readonly site: SiteChrome
  readonly team: Team
  readonly today: Day
  readonly organisation: Organisation
  readonly relationships: readonly RelationshipLine[]
  readonly holders: readonly Holder[]
  readonly contacts: readonly ContactLine[]
  readonly mayManage: boolean
}

/** An organisation: how it stands with it and its posts, who holds them now and held them before, and what passed between us. */
export function organisationPage(shown: Shown): Html {
  const { site, team, today, organisation, relationships, contacts, mayManage } = shown
  const network = networkOf(team.id)
  const body = html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<span class="govuk-caption-l">${capitalised(organisation.kind)} · ${team.name}</span>
<h1 class="govuk-heading-l"><bdi>${organisation.name}</bdi></h1>
${factsOf(organisation)}
${relationships.map(
  (line) => html`<h2 class="govuk-heading-m">${line.postId === null ? 'Keeping in touch' : line.label}</h2>
${relationshipFacts(line, today)}`,
)}
${postsOf(shown)}
${mayManage && html`<p class="govuk-body"><a class="govuk-link" href="${network}/individuals/new?organisation=${organisation.id}">Add somebody who holds a post of it</a></p>`}
<h2 class="govuk-heading-m">Contacts with it and its posts</h2>
${contactList(team.id, contacts)}
${mayManage && buttonLink('Change', `${network}/organisations/${organisation.id}/change`, { kind: 'secondary' })}
</div></div>`
  const title = `${organisation.name} – ${team.name}`
  return page({ title, body, site, before: backLink(network, 'Network') })
}

function factsOf({ place, postcode, website, tags, members, opensOn, closesOn }: Organisation): Html {
  const where = [place, postcode ?? ''].filter((part) => part !== '').join(', ')
  const facts = [
    { key: 'Where', value: where },
    { key: 'Website', value: website && html`<a class="govuk-link" href="${website}">${website}</a>` },
    { key: 'Members', value: members === null ? '' : String(members) },
    { key: 'Tags', value: tags.join(', ') },
    { key: 'Opened', value: opensOn && inWords(opensOn) },
    { key: 'Closes', value: closesOn && inWords(closesOn) },
  ]
  const known = facts.flatMap(({ key, value }) => (value === null || value === '' ? [] : [{ key, value }]))
  return known.length === 0 ? nothing : summaryList(known)
}

function postsOf({ team, holders, today }: Shown): Html {
  const isNow = ({ until }: Holder) => until === null || until >= today
  const rows = (list: readonly Holder[]) =>
    list.map((held) => [
      `${capitalised(held.role)}${held.ward === '' ? '' : `, ${held.ward}`}`,
      html`<a class="govuk-link" href="${networkOf(team.id)}/individuals/${held.keyIndividualId}"><bdi>${held.name || 'Erased'}</bdi></a>${held.party !== null && ` (${held.party})`}`,
      timeOf(held),
    ])
  const [now, before] = [holders.filter(isNow), holders.filter((held) => !isNow(held))]
  const head = ['Post', 'Who', 'When']
  return html`<h2 class="govuk-heading-m">Posts</h2>
${now.length === 0 ? html`<p class="govuk-body">Nobody is known to hold a post of it.</p>` : table({ caption: 'Now', captionSize: 's', head, rows: rows(now) })}
${before.length > 0 && table({ caption: 'Before', captionSize: 's', head, rows: rows(before) })}`
}
