import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import test, { type TestContext } from 'node:test'
import { hidden, wordsOf } from '../../../test/support/desk.ts'
import { asked } from '../../../test/support/recommended.ts'
import { site, watched } from '../../../test/support/watched.ts'
import { remindOfNotes } from './remind-of-notes.ts'

const notes = '/desk/dorset/west/notes'

async function written(t: TestContext) {
  const desk = await watched(t)
  const { as, sent } = desk
  const [office, sergeant, inspector] = [await as('opcc'), await as('sergeant', 'dorset/west'), await as('inspector')]
  const note = {
    id: randomUUID(),
    about: '',
    words: 'Why was nobody at the market?',
    ...asked('answerBy', '2026-12-05'),
  }
  const write = async () => {
    for (let time = 0; time < 2; time++) assert.equal((await office.send(notes, note)).status, 303)
  }
  const mails = () => sent('2026-11-22', async () => (await desk.db`select from mail where sent_at is null`).length)
  return { ...desk, office, sergeant, inspector, note, write, mails, one: `${notes}/${note.id}` }
}

test('a note goes to the Sergeant of the team, the answer to its writer, and all is kept in order, each once', async (t) => {
  const { db, as, office, sergeant, note, write, mails, one } = await written(t)
  await write()
  const told = `West\nPlease answer it by 5 December 2026.\nhttp://localhost:3000${one}`
  assert.deepEqual(await mails(), [
    { to: sergeant.id, subject: 'A note of the commissioner’s office to your team', text: told },
  ])
  const seen = await sergeant.look(one)
  assert.match(
    wordsOf(seen.body),
    /Why was nobody at the market\?.*Waits for an answer.*To be answered by 5 December 2026/,
  )
  const answer = { id: hidden(seen.body, 'id'), words: 'It was cancelled' }
  for (let time = 0; time < 2; time++) assert.equal((await sergeant.send(`${one}/answer`, answer)).to, one)
  assert.deepEqual(
    (await mails()).map(({ to, subject }) => [to, subject]),
    [[office.id, 'A team has answered your note']],
  )
  const again = { id: randomUUID(), words: 'By whom?', ...asked('answerBy', '2026-12-20') }
  assert.equal((await office.send(`${one}/again`, again)).status, 303)
  assert.equal((await office.send(`${one}/again`, { ...again, id: randomUUID() })).status, 409)
  assert.deepEqual(
    (await mails()).map(({ to }) => to),
    [sergeant.id],
  )
  await sergeant.send(`${one}/answer`, { id: randomUUID(), words: 'By the town' })
  assert.equal((await office.send(`${one}/close`, { id: randomUUID(), words: '' })).status, 303)
  const late = await sergeant.send(`${one}/answer`, { id: randomUUID(), words: 'One more thing: Zebra' })
  assert.equal(late.status, 409)
  assert.match(wordsOf(late.body), /This note is closed.*You wrote: One more thing: Zebra/)
  const thread = wordsOf((await (await as('inspector')).look(one)).body)
  assert.match(
    thread,
    /Closed.*It was cancelled The sergeant.*By whom\? The opcc, to be answered by 20 December 2026.*By the town/,
  )
  await assert.rejects(db`update team_note set words = 'x'`, /only grows/)
  for (const change of ["update team_note_step set words = 'x'", 'delete from team_note_step'])
    await assert.rejects(db.unsafe(change), /only grows/)
  const verbs = await db<{ verb: string }[]>`select verb from audit where about = ${`team-note/${note.id}`} order by id`
  assert.deepEqual(verbs.map(({ verb }) => verb), ['write a note', 'answered (note)', 'asked again (note)', 'answered (note)', 'closed (note)']) // prettier-ignore
})

test('a note of 20,000 letters, one by a day that is over and one about nothing known come back with what was typed', async (t) => {
  const { office, note, db } = await written(t)
  const long = await office.send(notes, { ...note, words: `Zebra ${'x'.repeat(20_000)}` })
  assert.equal(long.status, 422)
  assert.match(long.body, /Use 3,000 characters or fewer[^]*Zebra xxx/)
  const past = await office.send(notes, { ...note, ...asked('answerBy', '2026-11-20') })
  assert.match(past.body, /20 November 2026 is over[^]*Why was nobody at the market/)
  assert.equal(hidden(past.body, 'id'), note.id)
  assert.match((await office.send(notes, { ...note, about: 'D-99' })).body, /Choose what it is about from the list/)
  assert.match((await office.send(notes, { ...note, words: ' ' })).body, /Write the note/)
  assert.equal((await db`select from team_note`).length, 0)
})

test('notes are between the office and the team’s own officers: a PCSO, another team and another force’s address read none', async (t) => {
  const { as, office, sergeant, write, one } = await written(t)
  await write()
  const [pcso, east] = [await as('pcso', 'dorset/west'), await as('sergeant', 'dorset/east')]
  const statuses = await Promise.all([pcso.look(one), east.look(one), pcso.look(notes), sergeant.send(notes, {})])
  assert.deepEqual(statuses.map(({ status }) => status), [403, 403, 403, 403]) // prettier-ignore
  const elsewhere = one.replace('/west/', '/east/')
  assert.deepEqual(
    [
      (await office.look(elsewhere)).status,
      (await office.look(`${notes}/x`)).status,
      (await office.send(`${one}/answer`, {})).status,
    ],
    [404, 404, 403],
  )
  assert.equal((await east.send(`${elsewhere}/answer`, { id: randomUUID(), words: 'Ours' })).status, 404)
})

test('a note that nobody answered by its day is told to the Inspector once, though three processes remind', async (t) => {
  const { db, sent, inspector, write, mails, one } = await written(t)
  await write()
  await mails()
  const at = (on: string) => new Date(`${on}T06:30:00Z`)
  const remind = (on: string) => sent(on, () => remindOfNotes(db, { at: at(on), site }))
  assert.deepEqual(await remind('2026-12-05'), [])
  const text = `West\nIt was to be answered by 5 December 2026.\n${site}${one}`
  const overdue = { to: inspector.id, subject: 'A note of the commissioner’s office is not answered', text }
  const three = async () => {
    const written = await Promise.all([1, 2, 3].map(() => remindOfNotes(db, { at: at('2026-12-06'), site })))
    return written.reduce((all, each) => all + each, 0)
  }
  assert.deepEqual(await sent('2026-12-06', three), [overdue])
  assert.deepEqual(await remind('2026-12-10'), [])
})

test('where the writer has left, an answer is kept and nobody is written to; without a Sergeant the Inspector is', async (t) => {
  const { db, office, sergeant, inspector, write, mails, one } = await written(t)
  await db`update person set ended_on = '2026-11-20' where id = ${sergeant.id}`
  await write()
  assert.deepEqual(
    (await mails()).map(({ to }) => to),
    [inspector.id],
  )
  await db`update person set ended_on = '2026-11-20' where id = ${office.id}`
  assert.equal((await inspector.send(`${one}/answer`, { id: randomUUID(), words: 'Here' })).status, 303)
  assert.deepEqual(await mails(), [])
})
