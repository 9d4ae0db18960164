import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import test, { type TestContext } from 'node:test'
import { verifyChain } from '#ledger/verify.ts'
import { transaction } from '#platform/database/database.ts'
import { day } from '#platform/day.ts'
import { writeMail } from '#platform/mail/write-mail.ts'
import { tablesWith } from '../../../test/support/cared.ts'
import { deskOf, saturday } from '../../../test/support/desk.ts'
import { individual, keeperOf } from '../../../test/support/network.ts'
import { guessedMapping } from '../exchange/network-columns.ts'
import { keepFile, stageImport } from '../exchange/stage-import.ts'
import { takeImport } from '../exchange/take-import.ts'
import { keepKeyIndividual } from '../keep-key-individual.ts'
import { logContact } from '../log-contact.ts'
import { mergeKeyIndividuals, type IndividualPart } from '../merging/merge-key-individuals.ts'
import { undoMerge } from '../merging/undo-merge.ts'
import { relationshipsThrough } from '../relationships.sql.ts'
import { applyErasures, erasuresAsJson } from './erase-again.ts'
import { eraseKeyIndividual } from './erase-key-individual.ts'
import { erasedAmong } from './erased-identity.ts'

const chain = 'dorset/west-dorset'
const reason = 'they asked for it'
const theirs = ['Quillfeather', 'Quilfether', 'zephyrine@', 'other@', '998877', 'xylophone']
const [keptId, mergedId] = ['00000000-0000-4000-8000-0000000000a1', '00000000-0000-4000-8000-0000000000a2'] as const

/** Two records of one person, each with a contact; ids are the same in each database, as they are in a copy of one. */
async function twoRecords(t: TestContext) {
  const { db, as } = await deskOf(t, [])
  const sergeant = await as('sergeant')
  const keeper = keeperOf(sergeant.id, saturday)
  const kept = individual({ id: keptId, name: 'Zephyrine Quillfeather', email: 'zephyrine@example.org' }, saturday)
  const merged = individual(
    {
      id: mergedId,
      name: 'Z Quilfether',
      email: 'other@example.org',
      telephone: '01305 998877',
      speaksFor: 'a market',
    },
    saturday,
  )
  for (const one of [kept, merged])
    await transaction(db, async (sql) => {
      await keepKeyIndividual(sql, one, keeper)
      const [line] = await relationshipsThrough(sql, chain, one.id)
      assert.ok(line)
      const contact = { id: randomUUID(), relationshipId: line.id, teamId: chain, madeOn: day('2026-11-10'), how: 'visit' as const, heard: 'a xylophone', voiced: '', promised: '', promisedBy: null, facets: [] } // prettier-ignore
      await logContact(sql, contact, line, keeper)
      await writeMail(sql, [{ to: one.email ?? '', subject: 'For them', text: 'x', about: `key-individual/${one.id}` }], saturday) // prettier-ignore
    })
  const merge = { id: randomUUID(), kept: keptId, merged: mergedId, fromMerged: new Set<IndividualPart>(['email']) }
  const mergeThem = () => transaction(db, (sql) => mergeKeyIndividuals(sql, merge, keeper))
  const erase = (id: string, at = saturday) =>
    transaction(db, (sql) => eraseKeyIndividual(sql, { id, reason }, { ...keeper, at }))
  return { db, keeper, merge, mergeThem, erase }
}

for (const [whose, id] of [
  ['that was kept', keptId],
  ['that was merged into it', mergedId],
] as const)
  // prettier-ignore
  test(`whoever is erased by the id ${whose} leaves no word of either record, and the ledger verifies`, async (t) => {
    const { db, keeper, merge, mergeThem, erase } = await twoRecords(t)
    await mergeThem()
    const rows = await db`select count(*)::int as n from contact`
    assert.equal((await tablesWith(db, theirs)).length > 5, true)
    await erase(id)
    assert.deepEqual(await tablesWith(db, theirs), [])
    assert.deepEqual([...(await db`select count(*)::int as n from contact`)], [...rows])
    assert.equal((await verifyChain(db, chain)).whole, true)
    await assert.rejects(erase(keptId), { status: 409 })
    await assert.rejects(erase(mergedId), { status: 409 })
    await assert.rejects(
      transaction(db, (sql) => undoMerge(sql, merge.id, keeper)),
      { status: 409, message: /Somebody in it was erased/ },
    )
    assert.deepEqual(await tablesWith(db, theirs), [])
  })

test('a merge that was undone leaves two: erasing one leaves the other whole, and the merge is not undone again', async (t) => {
  const { db, keeper, merge, mergeThem, erase } = await twoRecords(t)
  await mergeThem()
  await transaction(db, (sql) => undoMerge(sql, merge.id, keeper))
  await erase(mergedId)
  const left = await db`select name, email, erased_at is null as held from key_individual order by id`
  assert.deepEqual([...left], [
    { name: 'Zephyrine Quillfeather', email: 'zephyrine@example.org', held: true },
    { name: '', email: null, held: false },
  ]) // prettier-ignore
  assert.deepEqual(await tablesWith(db, ['Quilfether', 'other@', '998877']), [])
  const own = { name: 'Zephyrine Quillfeather', email: 'zephyrine@example.org', telephone: null }
  assert.deepEqual(await erasedAmong(db, 'dorset', [own]), [false])
})

test('what an undone merge had taken over from somebody else is not remembered of whoever is erased', async (t) => {
  const { db, keeper, merge, mergeThem, erase } = await twoRecords(t)
  await mergeThem()
  await transaction(db, (sql) => undoMerge(sql, merge.id, keeper))
  await erase(keptId)
  const identity = (email: string) => ({ name: 'Zephyrine Quillfeather', email, telephone: null })
  const asked = [identity('zephyrine@example.org'), identity('other@example.org')]
  assert.deepEqual(await erasedAmong(db, 'dorset', asked), [true, false])
})

test('nobody is merged into an erased person or from one, not even where the erasure comes in between', async (t) => {
  const { db, mergeThem, erase } = await twoRecords(t)
  const reserved = await db.reserve()
  await reserved`begin`
  await reserved`select id from key_individual where id = ${keptId} for update`
  const [erasing, merging] = [erase(mergedId), mergeThem().then(() => null, String)]
  await erasing
  await reserved`commit`
  reserved.release()
  assert.match((await merging) ?? '', /merged or erased meanwhile/)
  assert.deepEqual(await tablesWith(db, ['Quilfether', 'other@', '998877']), [])
  assert.match((await mergeThem().then(() => null, String)) ?? '', /merged or erased meanwhile/)
})

const file = `Name,Email,Phone
Zephyrine Quillfeather,zephyrine@example.org,
Zephyrine Quillfeather,,01305 998877
Z Quilfether,OTHER@example.org,
Z Quilfether,zephyrine@example.org,
Robin Fictional,robin@example.org,
`

test('somebody who was merged and then erased comes back from no list, whichever record it tells of', async (t) => {
  const { db, keeper, mergeThem, erase } = await twoRecords(t)
  await mergeThem()
  await erase(keptId)
  const id = randomUUID()
  await keepFile(db, { id, filename: 'a.csv', bytes: Buffer.from(file) }, keeper)
  const otherwise = { speaksFor: 'residents', organisationKind: 'council', lawfulBasis: 'public task', purpose: 'keeping in touch', reviewOn: day('2027-11-21') } as const // prettier-ignore
  await stageImport(db, id, { mapping: guessedMapping(['Name', 'Email', 'Phone']), otherwise }, keeper)
  const states = await db`select line, state from network_import_row order by line`
  assert.deepEqual(
    states.map(({ line, state }) => `${line} ${state}`),
    ['2 erased', '3 erased', '4 erased', '5 erased', '6 new'],
  )
  await takeImport(db, id, [2, 3, 4, 5], keeper)
  assert.deepEqual([...(await db`select name from key_individual where name <> ''`)], [{ name: 'Robin Fictional' }])
  assert.deepEqual(await tablesWith(db, theirs), [])
})

test('a restored database in which somebody was merged is erased again, both records at once', async (t) => {
  const erased = await twoRecords(t)
  await erased.mergeThem()
  await erased.erase(keptId)
  const list = await erasuresAsJson(erased.db)
  for (const wasMerged of [true, false]) {
    const restored = await twoRecords(t)
    if (wasMerged) await restored.mergeThem()
    assert.equal(await applyErasures(restored.db, list, saturday), 2)
    assert.deepEqual(await tablesWith(restored.db, theirs), [])
    assert.equal(await applyErasures(restored.db, list, saturday), 0)
  }
})

test('the day on which a record ended by a merge stays when the person is erased later', async (t) => {
  const { db, mergeThem, erase } = await twoRecords(t)
  await mergeThem()
  await erase(keptId, new Date('2026-12-05T12:00:00Z'))
  const ended = await db`
    select r.ended_on as relationship, s.ends_on as subject from relationship r join subject s on s.id = r.subject_id
    order by r.ended_on`
  assert.deepEqual([...ended], [
    { relationship: '2026-11-21', subject: '2026-11-21' },
    { relationship: '2026-12-05', subject: '2026-12-05' },
  ]) // prettier-ignore
})
