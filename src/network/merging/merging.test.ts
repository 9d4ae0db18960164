import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import test from 'node:test'
import fc from 'fast-check'
import { transaction, type Database } from '#platform/database/database.ts'
import { day } from '#platform/day.ts'
import { deskOf, saturday, wordsOf } from '../../../test/support/desk.ts'
import { individual, keeperOf, organisation } from '../../../test/support/network.ts'
import { agreeLevel } from '../agree-level.ts'
import { appointToPost } from '../appoint-to-post.ts'
import { keepKeyIndividual } from '../keep-key-individual.ts'
import { keepOrganisation } from '../keep-organisation.ts'
import { findKeyIndividual } from '../key-individuals.sql.ts'
import type { Keeper } from '../keeper.ts'
import { logContact } from '../log-contact.ts'
import type { PostRole } from '../post.ts'
import { relationshipsThrough } from '../relationships.sql.ts'
import { individualParts, mergeKeyIndividuals, type IndividualPart } from './merge-key-individuals.ts'
import { mergeOrganisations } from './merge-organisations.ts'
import { mergingRoutes } from './merging.routes.ts'
import { undoMerge } from './undo-merge.ts'

const network = '/desk/dorset/west-dorset/network'

async function begun(t: Parameters<typeof deskOf>[0]) {
  const desk = await deskOf(t, mergingRoutes)
  const sergeant = await desk.as('sergeant')
  return { ...desk, sergeant, keeper: keeperOf(sergeant.id, saturday) }
}

/** Every row that a merge may touch, and the evidence, as text. */
async function everything(db: Database): Promise<Record<string, readonly unknown[]>> {
  const names = ['key_individual', 'organisation', 'post', 'post_held', 'relationship', 'contact', 'relationship_review', 'subject', 'evidence'] // prettier-ignore
  const rows: Record<string, readonly unknown[]> = {}
  for (const name of names) {
    const found = await db`select t::text as row from ${db(name)} t order by t::text collate "C"`
    rows[name] = found.map(({ row }) => row)
  }
  return rows
}

const contact = async (db: Database, personId: string, keeper: Keeper, on: string) => {
  const [line] = await relationshipsThrough(db, keeper.teamId, personId)
  if (!line) return
  const logged = { id: randomUUID(), relationshipId: line.id, teamId: keeper.teamId, madeOn: day(on), how: 'visit' as const, heard: 'Speeding', voiced: '', promised: '', promisedBy: null, facets: [] } // prettier-ignore
  await transaction(db, (sql) => logContact(sql, logged, line, keeper))
}

test('two records of one person become one with all their contacts, and the old id leads to it', async (t) => {
  const { db, sergeant, keeper } = await begun(t)
  const kept = individual({ name: 'Morgan Fictional', email: 'morgan@example.org' }, saturday)
  const other = individual({ name: 'Morgen Fictional', email: 'MORGAN@example.org', telephone: '01305 222222', speaksFor: 'a market' }, saturday) // prettier-ignore
  for (const one of [kept, other]) await transaction(db, (sql) => keepKeyIndividual(sql, one, keeper))
  const [line] = await relationshipsThrough(db, keeper.teamId, other.id)
  await transaction(db, (sql) => agreeLevel(sql, line as never, { every: 'P1M', on: day('2026-11-01'), with: 'both' }, keeper)) // prettier-ignore
  await contact(db, kept.id, keeper, '2026-11-03')
  await contact(db, other.id, keeper, '2026-11-10')
  const list = await sergeant.look(`${network}/duplicates`)
  assert.match(
    wordsOf(list.body),
    /People .*(Morgan|Morgen) Fictional and (Morgan|Morgen) Fictional same e-mail address/,
  )
  const address = `${network}/duplicates/individuals/${kept.id}/${other.id}`
  assert.equal((await sergeant.send(address, {})).status, 422)
  const form = { id: randomUUID(), kept: kept.id, telephone: other.id, name: kept.id }
  const sent = await sergeant.send(address, form)
  assert.equal(sent.to, `${network}/individuals/${kept.id}`)
  assert.equal((await sergeant.send(address, form)).status, 303)
  const found = await findKeyIndividual(db, keeper.teamId, other.id)
  assert.deepEqual([found?.id, found?.name, found?.telephone, found?.speaksFor], [kept.id, 'Morgan Fictional', '01305 222222', 'traders of Bridport']) // prettier-ignore
  const lines = await db`
    select r.key_individual_id as who, r.every, r.last_contact_on as last, r.next_due as due, r.ended_on as ended, s.ends_on as ends,
      (select count(*)::int from contact where relationship_id = r.id) as contacts
    from relationship r join subject s on s.id = r.subject_id order by r.ended_on nulls first`
  assert.deepEqual([...lines], [
    { who: kept.id, every: 'P1M', last: '2026-11-10', due: '2026-12-10', ended: null, ends: null, contacts: 2 },
    { who: other.id, every: 'P1M', last: '2026-11-10', due: '2026-12-10', ended: '2026-11-21', ends: '2026-11-21', contacts: 0 },
  ]) // prettier-ignore
  const undone = await sergeant.send(`${network}/duplicates/merges/${form.id}/undo`, {})
  assert.match(wordsOf(undone.body), /Everything is as it was before/)
  assert.equal((await findKeyIndividual(db, keeper.teamId, other.id))?.id, other.id)
})

test('two that are two are not asked about again', async (t) => {
  const { db, sergeant, keeper } = await begun(t)
  const [one, other] = [individual({ telephone: '01305 222222' }, saturday), individual({ telephone: '+44 1305 222 222' }, saturday)] // prettier-ignore
  for (const person of [one, other]) await transaction(db, (sql) => keepKeyIndividual(sql, person, keeper))
  assert.match((await sergeant.look(`${network}/duplicates`)).body, /same telephone number/)
  await sergeant.send(`${network}/duplicates/individuals/${one.id}/${other.id}/two`, {})
  assert.doesNotMatch((await sergeant.look(`${network}/duplicates`)).body, /same telephone number/)
  assert.equal((await sergeant.look(`${network}/duplicates/individuals/${one.id}/${one.id}`)).status, 404)
})

/** Two records with posts, levels and contacts as told, in a database that others use too. */
type Story = {
  readonly alone: readonly [boolean, boolean]
  readonly posts: readonly { readonly whose: 0 | 1; readonly at: 0 | 1; readonly role: PostRole }[]
  readonly contacts: readonly (0 | 1)[]
  readonly level: 0 | 1 | null
  readonly parts: readonly IndividualPart[]
  readonly swapped: boolean
}

const which = fc.constantFrom<(0 | 1)[]>(0, 1)
const story: fc.Arbitrary<Story> = fc.record({
  alone: fc.tuple(fc.boolean(), fc.boolean()),
  posts: fc.array(fc.record({ whose: which, at: which, role: fc.constantFrom<PostRole[]>('clerk', 'councillor', 'contact', 'chair') }), { maxLength: 5 }), // prettier-ignore
  contacts: fc.array(which, { maxLength: 4 }),
  level: fc.option(which),
  parts: fc.subarray([...individualParts]),
  swapped: fc.boolean(),
})

async function told(db: Database, keeper: Keeper, { alone, posts, contacts, level }: Story) {
  const towns = [organisation({ name: 'Bridport Town Council' }), organisation({ name: 'Bridport Council', urn: 100, website: 'https://b.example' })] as const // prettier-ignore
  const people = [individual({ name: 'A Fictional', tags: ['x'] }, saturday), individual({ name: 'B Fictional', telephone: '01305 1' }, saturday)] as const // prettier-ignore
  for (const one of towns) await transaction(db, (sql) => keepOrganisation(sql, one, keeper))
  for (const [n, one] of people.entries())
    await transaction(db, (sql) => keepKeyIndividual(sql, one, keeper, { forPostAlone: alone[n] ?? false }))
  for (const { whose, at, role } of posts)
    await transaction(
      db,
      (sql) =>
      appointToPost(sql, { id: randomUUID(), organisation: towns[at], role, ward: '', keyIndividualId: people[whose].id, party: null, since: day('2026-01-01') }, keeper), // prettier-ignore
    )
  if (level !== null)
    for (const line of await relationshipsThrough(db, keeper.teamId, people[level].id))
      await transaction(db, (sql) =>
        agreeLevel(sql, line, { every: 'P3M', on: day('2026-11-01'), with: 'both' }, keeper),
      )
  for (const [n, whose] of contacts.entries()) await contact(db, people[whose].id, keeper, `2026-11-0${n + 1}`)
  return { towns, people }
}

test('merging two records and undoing it leaves every row as it was, in whichever order they were told', async (t) => {
  const { db, keeper } = await begun(t)
  await fc.assert(
    fc.asyncProperty(story, async (one) => {
      for (const name of ['merge', 'relationship_review', 'contact', 'relationship', 'post_held', 'post', 'key_individual', 'organisation']) await db`delete from ${db(name)}` // prettier-ignore
      const { towns, people } = await told(db, keeper, one)
      const [kept, merged] = one.swapped ? [1, 0] : [0, 1]
      const before = await everything(db)
      const ids = [randomUUID(), randomUUID()] as const
      const later = { ...keeper, at: new Date(saturday.getTime() + 60_000) }
      await transaction(db, (sql) => mergeOrganisations(sql, { id: ids[0], kept: towns[kept as 0].id, merged: towns[merged as 1].id, fromMerged: new Set(['name', 'website']) }, keeper)) // prettier-ignore
      await transaction(db, (sql) => mergeKeyIndividuals(sql, { id: ids[1], kept: people[kept as 0].id, merged: people[merged as 1].id, fromMerged: new Set(one.parts) }, later)) // prettier-ignore
      assert.notDeepEqual(await everything(db), before)
      for (const id of ids.toReversed()) assert.deepEqual(await transaction(db, (sql) => undoMerge(sql, id, later)), [])
      assert.deepEqual(await everything(db), before)
    }),
    { numRuns: 25 },
  )
})

test('undoing a merge leaves what somebody changed since, and says so; after 30 days it is too late', async (t) => {
  const { db, sergeant, keeper } = await begun(t)
  const [kept, other] = [individual({ name: 'A Fictional' }, saturday), individual({ name: 'B Fictional', telephone: '01305 222222' }, saturday)] // prettier-ignore
  for (const one of [kept, other]) await transaction(db, (sql) => keepKeyIndividual(sql, one, keeper))
  const id = randomUUID()
  const merging = { id, kept: kept.id, merged: other.id, fromMerged: new Set<IndividualPart>(['telephone']) }
  await transaction(db, (sql) => mergeKeyIndividuals(sql, merging, keeper))
  const now = await findKeyIndividual(db, keeper.teamId, kept.id)
  assert.ok(now)
  await transaction(db, (sql) => keepKeyIndividual(sql, { ...now, telephone: '01305 999999' }, keeper))
  const late = { ...keeper, at: new Date(saturday.getTime() + 31 * 86_400_000) }
  await assert.rejects(
    transaction(db, (sql) => undoMerge(sql, id, late)),
    /30 days, and these have passed/,
  )
  const undone = await sergeant.send(`${network}/duplicates/merges/${id}/undo`, {})
  assert.match(wordsOf(undone.body), /This stays as it is now: the key individual: telephone/)
  assert.equal((await findKeyIndividual(db, keeper.teamId, kept.id))?.telephone, '01305 999999')
  await assert.rejects(
    transaction(db, (sql) => undoMerge(sql, id, keeper)),
    /undone before/,
  )
})

test('a merge that a later one builds on is undone after that, and never once somebody in it was erased', async (t) => {
  const { db, keeper } = await begun(t)
  const people = ['A', 'B', 'C'].map((name) => individual({ name: `${name} Fictional` }, saturday))
  for (const one of people) await transaction(db, (sql) => keepKeyIndividual(sql, one, keeper))
  const [a = '', b = '', c = ''] = people.map(({ id }) => id)
  const merge = (kept: string, merged: string) => ({
    id: randomUUID(),
    kept,
    merged,
    fromMerged: new Set<IndividualPart>(),
  })
  const [first, second] = [merge(a, b), merge(c, a)]
  await transaction(db, (sql) => mergeKeyIndividuals(sql, first, keeper))
  await transaction(db, (sql) => mergeKeyIndividuals(sql, second, keeper))
  assert.equal((await findKeyIndividual(db, keeper.teamId, b))?.id, c)
  await assert.rejects(
    transaction(db, (sql) => undoMerge(sql, first.id, keeper)),
    /undo that first/,
  )
  await db`update key_individual set erased_at = ${saturday}, name = '', folded = '' where id = ${c}`
  await assert.rejects(
    transaction(db, (sql) => undoMerge(sql, second.id, keeper)),
    /nothing is left to undo/,
  )
  assert.deepEqual([...(await db`select moved from merge where kept = ${c}`)], [{ moved: null }])
})

test('a council and a school, or two schools of the national register, are never made one', async (t) => {
  const { db, keeper } = await begun(t)
  const school = organisation({ kind: 'school', name: 'Bridport Primary', urn: 1 })
  const others = [
    organisation({ name: 'Bridport' }),
    organisation({ kind: 'school', name: 'Bridport Primary School', urn: 2 }),
  ]
  for (const one of [school, ...others]) await transaction(db, (sql) => keepOrganisation(sql, one, keeper))
  const merging = (merged: string) => ({ id: randomUUID(), kept: school.id, merged, fromMerged: new Set<never>() })
  await assert.rejects(
    transaction(db, (sql) => mergeOrganisations(sql, merging(others[0]?.id ?? ''), keeper)),
    /One is a school and the other a council/,
  )
  await assert.rejects(
    transaction(db, (sql) => mergeOrganisations(sql, merging(others[1]?.id ?? ''), keeper)),
    /two schools/,
  )
})
