import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import test from 'node:test'
import { transaction } from '#platform/database/database.ts'
import { deskOf, formOf, saturday, wordsOf } from '../../../test/support/desk.ts'
import { answerDipCheck, drawPage, putRight, setQuestions, type Found } from './check-page.ts'
import { dipCheckRoutes } from './dip-checks.routes.ts'
import { faultsFound } from './dip-checks.sql.ts'

test('answers to other questions than a force asks now are not kept, and one team puts right nothing of another', async (t) => {
  const { db, as } = await deskOf(t, [])
  const supervisor = {
    personId: (await as('inspector')).id,
    at: saturday,
    forceId: 'dorset',
    timeZone: 'Europe/London',
  }
  const id = randomUUID()
  const take = <T>(verb: (sql: Parameters<Parameters<typeof transaction>[1]>[0]) => Promise<T>) => transaction(db, verb)
  await take((sql) => drawPage(sql, { id, seed: 'a seed', teamIds: ['dorset/west-dorset'] }, supervisor))
  const asked = ['The number works.', 'The photo is right.']
  await take((sql) => setQuestions(sql, asked, supervisor))
  const found = asked.map((question): Found => ({ question, finding: 'wrong', note: 'Mend it', fixBy: null }))
  const answer = (told: readonly Found[]) => take((sql) => answerDipCheck(sql, id, told, supervisor))
  for (const wrong of [found.slice(1), found.toReversed()])
    await assert.rejects(answer(wrong), /The questions changed meanwhile/)
  assert.equal((await db`select from evidence`).length, 0)
  await answer(found)
  const mend = (teamId: string) => take((sql) => putRight(sql, { dipCheckId: id, place: 2 }, { ...supervisor, teamId }))
  await assert.rejects(mend('dorset/purbeck'), /It was put right before/)
  assert.equal((await faultsFound(db, 'dorset/west-dorset')).length, 2)
  await mend('dorset/west-dorset')
  assert.equal((await faultsFound(db, 'dorset/west-dorset')).length, 1)
})

test('a supervisor whose questions were put otherwise while they looked reads them again, and keeps what they typed', async (t) => {
  const { db, as } = await deskOf(t, dipCheckRoutes)
  const [lead, inspector] = [await as('force-lead'), await as('inspector')]
  const ask = (questions: string) => lead.send('/desk/dorset/settings/dip-check', { questions })
  await ask('The number works.')
  const to = (await inspector.send('/desk/dorset/dip-check', { id: randomUUID() })).to ?? ''
  const form = { ...formOf((await inspector.look(to)).body), 'finding-1': 'wrong', 'note-1': 'It rings nowhere' }
  await ask('Nobody is named who did not agree.')
  const refused = await inspector.send(to, form)
  assert.deepEqual([refused.status, formOf(refused.body)['note-1']], [409, 'It rings nowhere'])
  assert.match(wordsOf(refused.body), /The questions changed meanwhile.*1\. Nobody is named who did not agree/)
  assert.equal((await db`select from evidence`).length, 0)
  assert.equal((await inspector.send(to, { ...form, ...formOf(refused.body) })).status, 303)
})
