import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import test, { type TestContext } from 'node:test'
import { transaction, type Database } from '#platform/database/database.ts'
import { addDays, day } from '#platform/day.ts'
import { deskOf, saturday } from '../../../test/support/desk.ts'
import { individual, keeperOf, organisation } from '../../../test/support/network.ts'
import { keepKeyIndividual } from '../keep-key-individual.ts'
import { keepOrganisation } from '../keep-organisation.ts'
import type { KeyIndividual } from '../key-individual.ts'
import { logContact } from '../log-contact.ts'
import { relationshipsThrough, saveEnding } from '../relationships.sql.ts'
import { handOverRelationships, type Handover } from './hand-over.ts'
import { suggestOwner, type Candidate, type Owned } from './handover.ts'
import { ownedBy } from './handovers.sql.ts'
import { findIntroduction, introductionsDue } from './introductions.sql.ts'
import { lookAfterOwners } from './look-after-owners.ts'

const team = 'dorset/west-dorset'
const today = day('2026-11-21')
const later = new Date(saturday.getTime() + 3_600_000)

async function officers(t: TestContext) {
  const { db, as } = await deskOf(t, [])
  const [pcso, sergeant, inspector] = [await as('pcso'), await as('sergeant'), await as('inspector')]
  const keep = (told: Partial<KeyIndividual>, owner = pcso) =>
    transaction(db, (sql) => keepKeyIndividual(sql, individual(told, saturday), keeperOf(owner.id, saturday)))
  const keepBody = (name: string, owner = pcso) =>
    transaction(db, (sql) => keepOrganisation(sql, organisation({ name }), keeperOf(owner.id, saturday)))
  const passings = async (to: string, from = pcso.id) =>
    (await ownedBy(db, team, from))
      .filter(({ ended }) => !ended)
      .map(({ id }) => ({ relationshipId: id, toPerson: to, draft: 'Dear {name}, hello.', dueOn: addDays(today, 28) }))
  const hand = (told: Partial<Handover> & Pick<Handover, 'passings'>, at = saturday) =>
    transaction(db, (sql) =>
      handOverRelationships(
        sql,
        { id: randomUUID(), fromPerson: pcso.id, endedTo: null, thenWhat: 'stays', ...told },
        keeperOf(sergeant.id, at),
      ),
    )
  return { db, pcso, sergeant, inspector, keep, keepBody, passings, hand }
}

const ownersOf = async (db: Database) => [
  ...(await db`
    select s.label, r.owner_id as owner, r.ended_on is not null as ended
    from relationship r join subject s on s.id = r.subject_id order by s.label`),
]

test('a handover sent twice hands over once, though other relationships were begun meanwhile', async (t) => {
  const { db, pcso, sergeant, inspector, keepBody, passings, hand } = await officers(t)
  await keepBody('Bridport Town Council')
  const id = randomUUID()
  assert.equal(await hand({ id, passings: await passings(sergeant.id) }), true)
  await keepBody('Lyme Regis Town Council')
  assert.equal(await hand({ id, passings: await passings(inspector.id) }), false)
  assert.deepEqual(await ownersOf(db), [
    { label: 'Bridport Town Council', owner: sergeant.id, ended: false },
    { label: 'Lyme Regis Town Council', owner: pcso.id, ended: false },
  ])
  const told = await db`select about, detail from audit where verb = 'hand over'`
  assert.deepEqual([...told], [{ about: `handover/${id}`, detail: { from: pcso.id, relationships: 1, ended: 0 } }])
})

test('what has ended has an owner too: somebody takes it without being introduced, or nothing is handed over', async (t) => {
  const { db, pcso, sergeant, inspector, keepBody, passings, hand } = await officers(t)
  await keepBody('Bridport Town Council')
  const { subjectId } = await keepBody('Lyme Regis Town Council')
  await saveEnding(db, subjectId ?? '', today)
  const open = await passings(sergeant.id)
  await assert.rejects(
    hand({ passings: open }),
    /Without a new owner: Lyme Regis Town Council\. Open the handover again/,
  )
  await assert.rejects(hand({ passings: open, endedTo: pcso.id }), /Without a new owner: Lyme Regis Town Council/)
  await hand({ passings: open, endedTo: inspector.id })
  assert.deepEqual(await ownersOf(db), [
    { label: 'Bridport Town Council', owner: sergeant.id, ended: false },
    { label: 'Lyme Regis Town Council', owner: inspector.id, ended: true },
  ])
  const labels = (await introductionsDue(db, team, addDays(today, 28))).map(({ label }) => label)
  assert.deepEqual(labels, ['Bridport Town Council'])
  const [told] = await db`select detail from audit where verb = 'hand over'`
  assert.deepEqual(told?.['detail'], { from: pcso.id, relationships: 1, ended: 1 })
})

test('nobody hands over what is not theirs', async (t) => {
  const { db, sergeant, inspector, keepBody, passings, hand } = await officers(t)
  await keepBody('Bridport Town Council')
  await keepBody('Lyme Regis Town Council', sergeant)
  const foreign = await passings(inspector.id, sergeant.id)
  await hand({ passings: [...(await passings(inspector.id)), ...foreign] })
  assert.deepEqual(await ownersOf(db), [
    { label: 'Bridport Town Council', owner: inspector.id, ended: false },
    { label: 'Lyme Regis Town Council', owner: sergeant.id, ended: false },
  ])
  assert.equal((await introductionsDue(db, team, addDays(today, 28))).length, 1)
})

test('only those who like e-mail, have an address that is one and did not object are written to', async (t) => {
  const { db, sergeant, keep, passings, hand } = await officers(t)
  const likes = { reachBy: 'e-mail' } as const
  await keep({ ...likes, speaksFor: 'a', email: 'a@example.org' })
  await keep({ ...likes, speaksFor: 'b', email: 'b@example.org', objectedOn: today })
  await keep({ speaksFor: 'c', email: 'c@example.org', reachBy: 'telephone' })
  const { id } = await keep({ ...likes, speaksFor: 'd', email: 'd@example.org' })
  await db`update key_individual set email = 'no address' where id = ${id}`
  await hand({ passings: await passings(sergeant.id) })
  const mails = await db`select to_address from mail`
  assert.deepEqual([...mails], [{ to_address: 'a@example.org' }])
  const due = await introductionsDue(db, team, addDays(today, 28))
  assert.deepEqual(
    due.map(({ label, sent }) => [label, sent]),
    ['a', 'b', 'c', 'd'].map((one) => [`Key individual: ${one}`, one === 'a']),
  )
})

test('an introduction is due by its day, once, and only while its relationship is kept up by whom it introduces', async (t) => {
  const { db, sergeant, inspector, keep, passings, hand } = await officers(t)
  const { subjectId } = await keep({})
  await hand({ passings: await passings(sergeant.id) })
  const due = async (by = addDays(today, 28)) => (await introductionsDue(db, team, by)).map(({ toPerson }) => toPerson)
  assert.deepEqual([await due(addDays(today, 27)), await due()], [[], [sergeant.id]])
  const [first] = await introductionsDue(db, team, addDays(today, 28))
  assert.equal((await findIntroduction(db, team, first?.id ?? ''))?.toPerson, sergeant.id)
  assert.equal(await findIntroduction(db, 'dorset/purbeck', first?.id ?? ''), null)
  await hand({ fromPerson: sergeant.id, passings: await passings(inspector.id, sergeant.id) }, later)
  assert.deepEqual(await due(), [inspector.id])
  assert.equal(await findIntroduction(db, team, first?.id ?? ''), null)
  await saveEnding(db, subjectId ?? '', today)
  assert.deepEqual(await due(), [])
})

test('a contact of before the handover introduces nobody, and its words are kept until the introduction is made', async (t) => {
  const { db, sergeant, keep, passings, hand } = await officers(t)
  const { id } = await keep({})
  const log = async (madeOn: string, at: Date) => {
    const [line] = await relationshipsThrough(db, team, id)
    assert.ok(line)
    const said = { heard: '', voiced: '', promised: '', promisedBy: null, facets: [] }
    const contact = { id: randomUUID(), relationshipId: line.id, teamId: team, madeOn: day(madeOn), how: 'visit', ...said } as const // prettier-ignore
    await transaction(db, (sql) => logContact(sql, contact, line, keeperOf(sergeant.id, at)))
  }
  const drafts = async () => (await db`select draft from introduction`).map(({ draft }) => draft)
  await log('2026-11-21', new Date(saturday.getTime() - 3_600_000))
  await hand({ passings: await passings(sergeant.id) })
  await log('2026-11-20', later)
  await lookAfterOwners(db, later)
  assert.equal((await introductionsDue(db, team, addDays(today, 28))).length, 1)
  assert.deepEqual(await drafts(), ['Dear {name}, hello.'])
  await log('2026-11-21', later)
  await lookAfterOwners(db, later)
  assert.deepEqual(await drafts(), [''])
})

test('who keeps up more of the neighbourhood is suggested, then more of the kind, then whoever comes first', () => {
  const owned: Owned = { id: '1', subjectId: 's', label: 'S', subjectKind: 'school', ended: false, name: null, email: null, neighbourhoodIds: ['N1', 'N2'] } // prettier-ignore
  const who = (id: string, ownsNeighbourhoods: string[], ownsKinds: string[]): Candidate => ({ id, name: id, email: '', ownsKinds, ownsNeighbourhoods }) // prettier-ignore
  const first = (...candidates: Candidate[]) => suggestOwner(owned, candidates)
  const schools = ['school', 'school']
  assert.equal(first(who('a', ['N1'], schools), who('b', ['N1', 'N2'], [])), 'b')
  assert.equal(first(who('a', ['N1'], ['school']), who('b', ['N2'], schools)), 'b')
  assert.equal(first(who('a', ['N3', 'N3'], ['school', 'council']), who('b', [], schools)), 'b')
  assert.equal(first(who('a', ['N1'], ['school']), who('b', ['N1'], ['school'])), 'a')
})
