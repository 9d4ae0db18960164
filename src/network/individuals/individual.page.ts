import type { Neighbourhood, Team } from '#areas/area.ts'
import { inWords, type Day } from '#platform/day.ts'
import type { FieldErrors, FormValues } from '#platform/form.ts'
import { backLink, buttonLink, errorSummary, insetText, summaryList, tag } from '#platform/govuk.ts'
import { html, type Html } from '#platform/html.ts'
import { page, type SiteChrome } from '#platform/page.ts'
import { capitalised } from '#platform/capitalised.ts'
import { contactList } from '../contacts/contact-list.page.ts'
import { careLinks } from '../care/care-links.page.ts'
import type { ContactLine } from '../contacts.sql.ts'
import { networkOf } from '../keeper-at.ts'
import type { KeyIndividual } from '../key-individual.ts'
import type { Organisation } from '../organisation.ts'
import type { RelationshipLine } from '../relationships.sql.ts'
import { relationshipFacts } from '../relationships/relationship-facts.page.ts'
import { postsOfIndividual, type HeldPost } from './posts-held.page.ts'

export type IndividualShown = {
  readonly site: SiteChrome
  readonly team: Team
  readonly today: Day
  readonly person: KeyIndividual
  readonly neighbourhoods: readonly Neighbourhood[]
  readonly relationships: readonly RelationshipLine[]
  readonly contacts: readonly ContactLine[]
  readonly posts: readonly HeldPost[]
  readonly organisations: readonly Organisation[]
  readonly mayManage: boolean
  readonly maySeeSensitive: boolean
  /** What the form that appoints them starts with. */
  readonly values: FormValues
  readonly errors: FieldErrors
  /** The form of an appointment with its id, so that sending it twice appoints once. */
  readonly appointmentId: string
}

/** What is held about a key individual, how it stands with them, their posts over time, and what passed between us. */
export function individualPage(shown: IndividualShown): Html {
  const { site, team, person, relationships, today, errors, contacts } = shown
  const body = html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
${errorSummary(errors)}
<span class="govuk-caption-l">Key individual · ${team.name}</span>
<h1 class="govuk-heading-l"><bdi>${person.name}</bdi></h1>
<p class="govuk-body-l">Speaks for ${person.speaksFor}</p>
${person.objectedOn !== null && insetText(`They objected on ${inWords(person.objectedOn)} to our holding this.`)}
${relationships.map(
  (line) => html`<h2 class="govuk-heading-m">${line.postId === null ? 'Keeping in touch' : line.label}</h2>
${relationshipFacts(line, today)}`,
)}
${relationships.length === 0 && insetText('Contact with them counts for the post they hold: say below which one it is.')}
<h2 class="govuk-heading-m">How to reach them</h2>
${reaching(person)}
${postsOfIndividual(shown)}
<h2 class="govuk-heading-m">Contacts</h2>
${contactList(team.id, contacts)}
<h2 class="govuk-heading-m">What is held, and why</h2>
${holding(shown)}
${buttonLink('Change', `${networkOf(team.id)}/individuals/${person.id}/change`, { kind: 'secondary' })}
${careLinks({ ...shown, teamId: team.id, id: person.id })}
</div></div>`
  return page({
    title: `${person.name} – ${team.name}`,
    body,
    site,
    before: backLink(networkOf(team.id), 'Network'),
    mistaken: Object.keys(errors).length > 0,
  })
}

function reaching({ email, telephone, address, languages, reachBy }: KeyIndividual): Html {
  const facts = [
    { key: 'Likes', value: reachBy && capitalised(reachBy) },
    {
      key: 'Telephone',
      value:
        telephone && html`<a class="govuk-link" href="tel:${telephone.replaceAll(/[^\d+]/g, '')}">${telephone}</a>`,
    },
    { key: 'E-mail', value: email && html`<a class="govuk-link" href="mailto:${email}">${email}</a>` },
    { key: 'Address', value: address },
    { key: 'Languages', value: languages.length === 0 ? null : languages.join(', ') },
  ]
  const known = facts.flatMap(({ key, value }) => (value === null || value === '' ? [] : [{ key, value }]))
  return known.length === 0 ? html`<p class="govuk-body">Nobody has noted how.</p>` : summaryList(known)
}

function holding({ person, neighbourhoods, today }: IndividualShown): Html {
  const { neighbourhoodIds, tags, lawfulBasis, purpose, toldOn, reviewOn } = person
  const names = neighbourhoods.filter(({ id }) => neighbourhoodIds.includes(id)).map(({ name }) => name)
  return summaryList([
    ...(names.length === 0 ? [] : [{ key: 'Neighbourhoods', value: names.join(', ') }]),
    ...(tags.length === 0 ? [] : [{ key: 'Tags', value: tags.join(', ') }]),
    { key: 'Lawful basis', value: capitalised(lawfulBasis) },
    { key: 'Purpose', value: purpose },
    { key: 'Told that we hold it', value: toldOn === null ? html`${tag('not yet', 'yellow')}` : inWords(toldOn) },
    {
      key: 'To be looked at again',
      value: html`by ${inWords(reviewOn)}${reviewOn < today && html` ${tag('overdue', 'red')}`}`,
    },
  ])
}
