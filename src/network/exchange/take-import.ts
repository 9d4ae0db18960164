import { audit } from '#platform/audit.ts'
import { transaction, type Database, type Sql } from '#platform/database/database.ts'
import { dayAt } from '#platform/day.ts'
import { identityOf } from '#platform/identity.ts'
import { Refusal } from '#platform/refusal.ts'
import { begun } from '../begin-relationship.ts'
import type { Keeper } from '../keeper.ts'
import { ledgerLabelOf, type KeyIndividual } from '../key-individual.ts'
import { saveKeyIndividuals } from '../key-individuals.sql.ts'
import { subjectKindOf, type Organisation } from '../organisation.ts'
import { saveOrganisations } from '../organisations.sql.ts'
import { postLabel, subjectKindOfPost } from '../post.ts'
import { saveRelationships } from '../relationships.sql.ts'
import { findImport, rowsToTake, saveTaken, type Otherwise } from './imports.sql.ts'
import { subjectsBegun } from './subjects-begun.ts'
import { beginPosts, holdPosts, newOrganisations, saveSubjectsOfPosts, type NewOrganisation } from './take.sql.ts'
import type { ToldRow } from './told-row.ts'
import { batch, weighImport } from './weigh-import.ts'
import { saveKnownOrganisations } from './weigh.sql.ts'

type Taking = { readonly importId: string; readonly otherwise: Otherwise; readonly own: readonly number[] }

/**
 * Takes in a file, all or nothing: organisations, people and the posts they hold (R17, R30); the rows are held against the
 * network anew. `ownLines` are likely duplicates that are people of their own. Taken in twice, it adds nothing. Throws a
 * Refusal (404, 409) where it is not there, or nobody said what its columns mean.
 */
export const takeImport = (
  database: Database,
  importId: string,
  ownLines: readonly number[],
  keeper: Keeper,
): Promise<void> =>
  transaction(database, async (sql) => {
    const waiting = await findImport(sql, keeper.teamId, importId, { hold: true })
    if (!waiting) throw new Refusal('That file is not here any more: choose it again.', 404)
    if (waiting.counts !== null) return
    if (waiting.told === null) throw new Refusal('Say first what the columns mean.', 409)
    await weighImport(sql, importId, keeper)
    const taking = { importId, otherwise: waiting.told.otherwise, own: ownLines }
    const organisations = await takeOrganisations(sql, taking, keeper)
    const people = await takePeople(sql, taking, keeper)
    const { held, takenAlready } = await takePosts(sql, taking, keeper)
    const counts = { people, organisations, posts: held, 'posts taken already': takenAlready }
    await saveTaken(sql, importId, counts, keeper.at)
    const { at, personId } = keeper
    await audit(sql, { at, personId, verb: 'import network', about: `network-import/${importId}`, detail: counts })
  })

async function takeOrganisations(sql: Sql, { importId, otherwise, own }: Taking, keeper: Keeper): Promise<number> {
  let taken = 0
  for (let after = ''; ;) {
    const told = await newOrganisations(sql, importId, own, { after, most: batch })
    const fresh = told.map((one) => organisationOf(one, otherwise, keeper))
    const subjects = await subjectsBegun(
      sql,
      fresh.map(({ id, kind, name }) => ({ recordId: id, kind: subjectKindOf[kind], label: name })),
      keeper,
    )
    await saveOrganisations(sql, fresh.map((one) => ({ ...one, subjectId: subjects.get(one.id) ?? null })), { at: keeper.at, by: keeper.personId }) // prettier-ignore
    await saveRelationships(sql, fresh.map(({ id }) => begun({ subjectId: subjects.get(id) ?? '', organisationId: id }, keeper))) // prettier-ignore
    await saveKnownOrganisations(sql, told.map(({ folded }, n) => ({ id: fresh[n]?.id ?? '', folded }))) // prettier-ignore
    taken += fresh.length
    if (told.length < batch) return taken
    after = told.at(-1)?.folded ?? after
  }
}

const organisationOf = (told: NewOrganisation, otherwise: Otherwise, { forceId, teamId }: Keeper): Organisation => ({
  id: identityOf('organisation', teamId, told.folded),
  forceId,
  teamId,
  kind: told.kind ?? otherwise.organisationKind,
  name: told.name,
  place: told.place,
  postcode: told.postcode,
  location: null,
  website: told.website,
  tags: [],
  subjectId: null,
  urn: null,
  opensOn: null,
  closesOn: null,
  members: null,
})

/** Who stands for an organisation stands for it alone: the ledger knows the organisation, or the post. */
async function takePeople(sql: Sql, { importId, otherwise, own }: Taking, keeper: Keeper): Promise<number> {
  let taken = 0
  for (let after = 0; ;) {
    const rows = await rowsToTake(sql, importId, own, { after, most: batch })
    const people = rows.map(({ told }) => individualOf(told, otherwise, keeper))
    const alone = people.filter((_, n) => rows[n]?.told.organisation === '')
    const subjects = await subjectsBegun(
      sql,
      alone.map((one) => ({ recordId: one.id, kind: 'key individual', label: ledgerLabelOf(one) })),
      keeper,
    )
    const saved = await saveKeyIndividuals(sql, people.map((one) => ({ ...one, subjectId: subjects.get(one.id) ?? null })), { at: keeper.at, by: keeper.personId }) // prettier-ignore
    await saveRelationships(sql, alone.map(({ id }) => begun({ subjectId: subjects.get(id) ?? '', keyIndividualId: id }, keeper))) // prettier-ignore
    taken += saved.length
    if (rows.length < batch) return taken
    after = rows.at(-1)?.told.line ?? after
  }
}

const individualOf = (told: ToldRow, otherwise: Otherwise, { forceId, teamId }: Keeper): KeyIndividual => ({
  id: told.individualId ?? '',
  forceId,
  teamId,
  name: told.name,
  email: told.email,
  telephone: told.telephone,
  address: told.address,
  languages: told.languages,
  reachBy: told.reachBy,
  speaksFor: told.speaksFor ?? otherwise.speaksFor,
  neighbourhoodIds: [],
  tags: told.tags,
  lawfulBasis: otherwise.lawfulBasis,
  purpose: otherwise.purpose,
  toldOn: null,
  reviewOn: otherwise.reviewOn,
  subjectId: null,
  objectedOn: null,
  leftOn: null,
})

async function takePosts(sql: Sql, { importId, own }: Taking, keeper: Keeper) {
  const begunPosts = await beginPosts(sql, importId, own, Object.keys(subjectKindOfPost))
  const toKnow = begunPosts.flatMap((post) => {
    const kind = subjectKindOfPost[post.role]
    return kind === undefined ? [] : [{ recordId: post.id, kind, label: postLabel(post, post.organisation) }]
  })
  const subjects = await subjectsBegun(sql, toKnow, keeper)
  const known = [...subjects].map(([id, subjectId]) => ({ id, subjectId }))
  await saveSubjectsOfPosts(sql, known)
  await saveRelationships(
    sql,
    known.map(({ id, subjectId }) => begun({ subjectId, postId: id }, keeper)),
  )
  return holdPosts(sql, dayAt(keeper.at, keeper.timeZone))
}
