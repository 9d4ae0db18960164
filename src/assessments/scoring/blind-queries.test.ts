import assert from 'node:assert/strict'
import test from 'node:test'
import { findPack, packsSeen, standardLines } from '#assessments/packs/packs.sql.ts'
import { contractLines } from '#assessments/rounds/rounds.sql.ts'
import { membersOf } from '#assessments/rounds/panel.sql.ts'
import { findModerated, gradesSeen, scoresSeen } from '#assessments/scoring/scores.sql.ts'
import { panel, score } from '../../../test/support/panel.ts'

/** What each query that a member’s pages are made of tells somebody of West’s standard. */
async function told({ db, id: roundId }: Awaited<ReturnType<typeof panel>>, personId: string) {
  const of = { roundId, contractId: 'dorset/west/2019', standardId: 'D-2', personId }
  const [lines, west] = [await standardLines(db, of), await contractLines(db, roundId, personId, 'west')]
  return {
    scores: (await scoresSeen(db, of)).map(({ grade }) => grade),
    grades: (await gradesSeen(db, roundId, personId)).flatMap(({ grades }) => grades),
    moderated: (await findModerated(db, of))?.grade ?? null,
    lines: lines.map(({ moderated }) => moderated),
    packs: [(await findPack(db, of, 'D-2')) !== null, (await packsSeen(db, of)).length],
    given: west.map(({ given }) => given),
    rating: west.map(({ grade }) => grade),
  }
}

test('the queries tell no score, grade or decision to who has not submitted their own, and no note of anybody', async (t) => {
  const desk = await panel(t)
  const { db, chair, second, third, open, one, standard, id } = desk
  await open()
  await chair.send(`${one}/begin-scoring`, {})
  for (const member of [chair, second]) await member.send(standard, score)
  await third.send(standard, { ...score, grade: 'good', press: 'keep' })
  await chair.send(`${one}/begin-moderation`, {})
  await chair.send(`${standard}/moderate`, { grade: 'fair', reason: 'Between' })
  const both = { scores: ['poor', 'poor'], grades: ['poor', 'poor'], moderated: 'fair', lines: ['fair'] }
  const none = { scores: [], grades: [], moderated: null, lines: [null] }
  const rest = { packs: [true, 1], rating: [null] }
  assert.deepEqual(await told(desk, second.id), { ...both, ...rest, given: [1] })
  assert.deepEqual(await told(desk, third.id), { ...none, ...rest, given: [0] })
  assert.deepEqual(
    (await membersOf(db, id)).map((member) => [member.id, member.given]).toSorted(),
    [
      [chair.id, 1],
      [second.id, 1],
      [third.id, 0],
    ].toSorted(),
  )
})

test('the queries open no pack or score to who has a conflict or does not sit on the panel, and count no score of theirs', async (t) => {
  const desk = await panel(t)
  const { as, chair, second, third, open, one, west, standard } = desk
  await open()
  await chair.send(`${one}/begin-scoring`, {})
  for (const member of [chair, second, third]) await member.send(standard, score)
  await third.send(`${west}/conflict`, { why: 'My sister leads it' })
  await chair.send(`${one}/begin-moderation`, {})
  await chair.send(`${standard}/moderate`, { grade: 'fair', reason: 'Between' })
  await chair.send(`${west}/rating`, { grade: 'fair', reason: 'So-so' })
  const nothing = { scores: [], grades: [], lines: [], packs: [false, 0] }
  const { moderated: _, ...withConflict } = await told(desk, third.id)
  assert.deepEqual(withConflict, { ...nothing, given: [1], rating: [null] })
  const { rating, ...stranger } = await told(desk, (await as('opcc')).id)
  assert.deepEqual([stranger, rating.length], [{ ...nothing, moderated: null, given: [0] }, 1])
  const { scores, grades } = await told(desk, second.id)
  assert.deepEqual(
    [scores, grades],
    [
      ['poor', 'poor'],
      ['poor', 'poor'],
    ],
  )
})
