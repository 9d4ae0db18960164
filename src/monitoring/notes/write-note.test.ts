import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import test from 'node:test'
import { transaction } from '#platform/database/database.ts'
import { day } from '#platform/day.ts'
import { saturday } from '../../../test/support/desk.ts'
import { site, watched } from '../../../test/support/watched.ts'
import { remindOfNotes } from './remind-of-notes.ts'
import { sayToNote, writeNote, type Writer } from './write-note.ts'

async function office(t: Parameters<typeof watched>[0]) {
  const desk = await watched(t)
  const side = { side: 'office', at: saturday, timeZone: 'Europe/London', teamId: 'dorset/west' } as const
  const writer: Writer = { personId: (await desk.as('opcc')).id, ...side, teamName: 'West', site }
  const note = { id: randomUUID(), about: null, words: 'Why was nobody there?', answerBy: day('2026-12-05') }
  const write = (answerBy: string) =>
    transaction(desk.db, (sql) => writeNote(sql, { ...note, answerBy: day(answerBy) }, writer))
  return { ...desk, writer, noteId: note.id, write }
}

test('a team is not asked to answer by a day that is over, neither at first nor again', async (t) => {
  const { db, writer, noteId, write } = await office(t)
  await assert.rejects(write('2026-11-20'), /The day by which it is to be answered is over/)
  await write('2026-11-21')
  const say = (step: 'answered' | 'asked again', answerBy: string | null) => {
    const said = { id: randomUUID(), noteId, step, words: 'Well', answerBy: answerBy === null ? null : day(answerBy) }
    const side = step === 'answered' ? ('team' as const) : ('office' as const)
    return transaction(db, (sql) => sayToNote(sql, said, { ...writer, side }))
  }
  await say('answered', null)
  await assert.rejects(say('asked again', '2026-11-20'), /The day by which it is to be answered is over/)
  assert.deepEqual([...(await db`select step from team_note_step`)], [{ step: 'answered' }])
})

test('a team in which nobody can be reached is reminded once somebody can', async (t) => {
  const { db, as, write, sent } = await office(t)
  await write('2026-12-05')
  const remind = (on: string) => sent(on, () => remindOfNotes(db, { at: new Date(`${on}T06:30:00Z`), site }))
  assert.deepEqual(await remind('2026-12-06'), [])
  const inspector = await as('inspector')
  assert.deepEqual(
    (await remind('2026-12-07')).map(({ to }) => to),
    [inspector.id],
  )
})
