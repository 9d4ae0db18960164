import type { Subject } from '#ledger/subjects.sql.ts'
import type { KeyIndividual } from '#network/key-individual.ts'
import { saveKeyIndividuals } from '#network/key-individuals.sql.ts'
import { saveHolding, savePost } from '#network/posts.sql.ts'
import type { Sql } from '#platform/database/database.ts'
import { addDays, type Day } from '#platform/day.ts'
import { identityOf } from '#platform/identity.ts'

/** Long and unlike each other, so that nobody is taken for a duplicate of somebody else. */
// prettier-ignore
const firstNames = ['Tabitha', 'Ainsley', 'Barnaby', 'Beverley', 'Cameron', 'Clement', 'Courtney', 'Dominic', 'Ignatius', 'Florence',
  'Frances', 'Georgia', 'Gwendolen', 'Lucretia', 'Winifred', 'Jocelyn', 'Kendall', 'Leonora', 'Lindsay', 'Madison', 'Meredith', 'Nerissa',
  'Octavia', 'Peregrine', 'Phoebe', 'Quentin', 'Rosalind', 'Shelley', 'Tamsin', 'Vivian', 'Whitney', 'Yvonne', 'Zachary'] as const

type OfTeam = Subject & { readonly teamId: string }

/** Gives the open schools of the demonstration their fictional safeguarding officers (C9, R54); each team's last has none yet. */
export async function keepSafeguardingOfficers(
  sql: Sql,
  subjects: readonly Subject[],
  { now, today }: { readonly now: Date; readonly today: Day },
): Promise<void> {
  const open = subjects.filter(
    (one): one is OfTeam => one.kind === 'school' && one.teamId !== null && (one.to === null || one.to > today),
  )
  const schools = open.filter((one) => one !== open.findLast(({ teamId }) => teamId === one.teamId))
  const officers = schools.map((school, n) => officerOf(school, n, today))
  await saveKeyIndividuals(sql, officers, { at: now, by: null })
  for (const school of schools) {
    const { id } = school
    const organisationId = identityOf(`organisation ${id}`)
    const post = { id: identityOf(`safeguarding post ${id}`), organisationId, role: 'safeguarding officer', ward: '', subjectId: null } as const // prettier-ignore
    await savePost(sql, post)
    const held = { id: identityOf(`safeguarding holding ${id}`), postId: post.id, keyIndividualId: identityOf(`safeguarding ${id}`) } // prettier-ignore
    await saveHolding(sql, { ...held, party: null, since: sinceOf(school, today), until: null })
  }
}

/** Nobody holds such a post for ever: for a year, or since the school opened. */
function sinceOf({ from }: OfTeam, today: Day): Day {
  const lastYear = addDays(today, -400)
  return from > lastYear ? from : lastYear
}

function officerOf(school: OfTeam, n: number, today: Day): KeyIndividual {
  const { id, forceId, teamId, label } = school
  return {
    id: identityOf(`safeguarding ${id}`),
    forceId,
    teamId,
    name: `${firstNames[n % firstNames.length]} Fictional`,
    email: null,
    telephone: null,
    address: null,
    languages: ['English'],
    reachBy: null,
    speaksFor: label,
    neighbourhoodIds: [],
    tags: ['safeguarding'],
    lawfulBasis: 'public task',
    purpose: 'keeping children safe',
    toldOn: sinceOf(school, today),
    reviewOn: addDays(today, 90 + n * 10),
    subjectId: null,
    objectedOn: null,
    leftOn: null,
  }
}
