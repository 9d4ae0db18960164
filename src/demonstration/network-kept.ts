import type { Fact } from '#ledger/evidence.ts'
import type { Subject } from '#ledger/subjects.sql.ts'
import { saveInspector } from '#network/councils/notes.sql.ts'
import type { KeyIndividual } from '#network/key-individual.ts'
import { saveKeyIndividuals } from '#network/key-individuals.sql.ts'
import type { Organisation, OrganisationKind } from '#network/organisation.ts'
import { saveOrganisations } from '#network/organisations.sql.ts'
import type { PostRole } from '#network/post.ts'
import { saveHolding, savePost } from '#network/posts.sql.ts'
import { nextDueOf, type Relationship } from '#network/relationship.ts'
import { saveRelationships } from '#network/relationships.sql.ts'
import type { Role } from '#people/person.ts'
import type { Sql } from '#platform/database/database.ts'
import { addDays, type Day } from '#platform/day.ts'
import { identityOf } from '#platform/identity.ts'
import type { SchoolFacts } from './demonstration-files.ts'
import { fictionalPersonOf } from './fictional-people.ts'
import { locationOfCouncil } from './known-places.ts'
import type { TeamTold } from './record-told.ts'

/** Subjects that are organisations, and of which kind. */
const kindOf: Readonly<Record<string, OrganisationKind>> = {
  council: 'council',
  school: 'school',
  'watch scheme': 'watch scheme',
  partnership: 'partnership',
  'neighbouring force': 'neighbouring force',
  'community group': 'community group',
  business: 'business',
  charity: 'charity',
  'safer schools team': 'safer schools team',
}

/** Subjects that are posts of a council, and which. */
const roleOf: Readonly<Record<string, PostRole>> = {
  'council clerk': 'clerk',
  'councillor advocate': 'councillor advocate',
}

/** First names; everybody here is called Fictional, so that nobody is taken for somebody. */
// prettier-ignore
const firstNames = ['Morgan', 'Rowan', 'Eden', 'Harper', 'Quinn', 'Avery', 'Reese', 'Skyler', 'Jules', 'Marlow', 'Ellis', 'Indigo',
  'Sage', 'Blake', 'Wren'] as const

type Setting = { readonly now: Date; readonly today: Day; readonly schools: readonly SchoolFacts[] }

/** A subject of a team, and so of its network. */
type Own = Subject & { readonly teamId: string }

/**
 * Puts those whom the demonstration's teams keep in touch with behind the subjects that its evidence speaks of: organisations,
 * fictional people and their posts, with what the evidence says of agreements, contacts and reviews. Adds no evidence.
 */
export async function keepNetwork(
  sql: Sql,
  subjects: readonly Subject[],
  told: readonly TeamTold[],
  { now, today, schools }: Setting,
): Promise<void> {
  const own = subjects.filter((subject): subject is Own => subject.teamId !== null)
  const posts = own.filter(({ kind }) => kind in roleOf)
  const speakers = own.filter(({ kind }) => kind === 'key individual')
  const kept = { at: now, by: null }
  const bodies = own.filter(({ kind }) => kind in kindOf).map((subject) => organisationOf(subject, schools))
  await saveOrganisations(sql, bodies, kept)
  const people = [...speakers, ...posts].map((subject, n) => personOf(subject, n, today))
  await saveKeyIndividuals(sql, people, kept)
  for (const post of posts) await fillPost(sql, post, own)
  const facts = told.flatMap((each) => each.told.team)
  const related = own.filter(({ kind }) => kind in kindOf || kind in roleOf || kind === 'key individual')
  await saveRelationships(sql, relationshipsFrom(related, facts, today))
  await saveInspector(sql, inspectorNamed(facts, today), { at: now, by: fictionalPersonOf('administrator') })
}

/** The ledger tells since when one is named, and never who. */
const inspectorNamed = (facts: readonly Fact[], today: Day) => ({
  id: identityOf('responsible inspector dorset/west-dorset'),
  teamId: 'dorset/west-dorset',
  personId: fictionalPersonOf('inspector'),
  since: facts.find(({ kind }) => kind === 'inspector named')?.happenedOn ?? today,
})

function organisationOf(
  { id, forceId, teamId, kind, label, from, to }: Own,
  schools: readonly SchoolFacts[],
): Organisation {
  const urn = kind === 'school' ? Number(id.split('/').at(-1)) : null
  const school = schools.find((one) => one.urn === urn)
  return {
    id: identityOf(`organisation ${id}`),
    forceId,
    teamId,
    kind: kindOf[kind] ?? 'community group',
    name: label,
    place: kind === 'council' ? label.replace(/ Town Council$/, '') : (school?.town ?? ''),
    postcode: school?.postcode ?? null,
    location: kind === 'council' ? locationOfCouncil(label) : null,
    website: null,
    tags: kind === 'business' ? ['trade'] : kind === 'charity' ? ['voluntary'] : [],
    subjectId: id,
    urn,
    opensOn: kind === 'school' ? from : null,
    closesOn: to,
    members: null,
  }
}

function personOf({ id, forceId, teamId, kind, label, from }: Own, n: number, today: Day): KeyIndividual {
  const name = `${firstNames[n % firstNames.length]} Fictional`
  return {
    id: identityOf(`person ${id}`),
    forceId,
    teamId,
    name,
    email: `${name.split(' ')[0]?.toLowerCase()}@example.org`,
    telephone: null,
    address: null,
    languages: ['English'],
    reachBy: n % 3 === 0 ? 'telephone' : 'e-mail',
    speaksFor: label.replace(/^(Key individual: |Clerk of |Councillor advocate for )/, ''),
    neighbourhoodIds: [],
    tags: kind === 'council clerk' ? ['clerk'] : [],
    lawfulBasis: 'public task',
    purpose: 'keeping in touch about local policing',
    toldOn: from <= today ? from : null,
    reviewOn: addDays(today, 60 + n * 20),
    subjectId: kind === 'key individual' ? id : null,
    objectedOn: null,
    leftOn: null,
  }
}

/** "Clerk of Bridport Town Council" is a post of the council of that name; an advocate is one of the team's only council. */
async function fillPost(sql: Sql, { id, teamId, kind, label, from }: Own, own: readonly Own[]): Promise<void> {
  const councils = own.filter((other) => other.kind === 'council' && other.teamId === teamId)
  const council = councils.find((other) => label.endsWith(other.label)) ?? councils[0]
  if (!council) return
  const organisationId = identityOf(`organisation ${council.id}`)
  const role = roleOf[kind] ?? 'contact'
  const post = await savePost(sql, { id: identityOf(`post ${id}`), organisationId, role, ward: '', subjectId: id })
  const keyIndividualId = identityOf(`person ${id}`)
  await saveHolding(sql, {
    id: identityOf(`holding ${id}`),
    postId: post.id,
    keyIndividualId,
    party: null,
    since: from,
    until: null,
  })
}

function relationshipsFrom(related: readonly Own[], facts: readonly Fact[], today: Day): Relationship[] {
  const [contacts, agreements, reviews] = [
    lastOf(facts, 'contact made', today),
    lastOf(facts, 'contact level agreed', today),
    lastOf(facts, 'relationship reviewed', today),
  ]
  return related.map(({ id, teamId, kind, from, to }) => {
    const agreed = agreements.get(id)
    const every = agreed?.facets?.['every']
    const isAgreed = typeof every === 'string'
    const relationship: Relationship = {
      id: identityOf(`relationship ${id}`),
      teamId,
      subjectId: id,
      organisationId: kind in kindOf ? identityOf(`organisation ${id}`) : null,
      postId: kind in roleOf ? identityOf(`post ${id}`) : null,
      keyIndividualId: kind === 'key individual' ? identityOf(`person ${id}`) : null,
      ownerId: fictionalPersonOf(ownerOf(kind, teamId)),
      every: isAgreed ? every : null,
      agreedOn: isAgreed ? (agreed?.happenedOn ?? null) : null,
      agreedWith: isAgreed ? 'both' : null,
      lastContactOn: contacts.get(id)?.happenedOn ?? null,
      nextDue: null,
      reviewedOn: reviews.get(id)?.happenedOn ?? null,
      beganOn: from,
      endedOn: to !== null && to <= today ? to : null,
    }
    return { ...relationship, nextDue: nextDueOf(relationship) }
  })
}

/** The fictional people are of Dorset; elsewhere the administrator keeps the network. */
function ownerOf(kind: string, teamId: string): Role {
  if (!teamId.startsWith('dorset/')) return 'administrator'
  if (kind === 'key individual') return 'pcso'
  return kind === 'council' || kind === 'council clerk' ? 'inspector' : 'sergeant'
}

/** The last fact of a kind of each subject before a day. */
function lastOf(facts: readonly Fact[], kind: string, before: Day): ReadonlyMap<string, Fact> {
  const last = new Map<string, Fact>()
  for (const fact of facts) {
    if (fact.kind !== kind || fact.happenedOn >= before) continue
    for (const subject of fact.subjects ?? [])
      if ((last.get(subject)?.happenedOn ?? '') <= fact.happenedOn) last.set(subject, fact)
  }
  return last
}
