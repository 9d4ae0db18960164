import assert from 'node:assert/strict'
import test from 'node:test'
import { wordsOf } from './support/desk.ts'
import { desk, filled, id, ofPage, ofPriority, team, working } from './support/opinions.ts'

test('the public reads the means of a priority once five people told theirs, and never their words', async (t) => {
  const { db, as, send } = await working(t)
  // Somebody signed in, since they are shown no page that was kept.
  const reader = await as('pcso')
  const read = async () => wordsOf((await reader.look(`/${team}/priorities/${id}`)).body)
  for (const first of ['5', '4', '5', '1'])
    await send(ofPriority.address, await filled(db, ofPriority.about, { first }))
  assert.doesNotMatch(await read(), /said what they think/)
  await send(ofPriority.address, await filled(db, ofPriority.about, { second: '5' }))
  assert.match(
    await read(),
    /5 people said what they think: 3\.8 of 5 that it was the right thing to work on, and 2\.6 of 5 that what we did was worth it, on average\./,
  )
  assert.doesNotMatch(await read(), /More signs/)
})

test('the desk reads means by what people thought of, is told when they are few, and may erase words that name somebody', async (t) => {
  const { db, as, send } = await working(t)
  await send(ofPriority.address, await filled(db, ofPriority.about, { words: 'PC Somebody was late' }))
  await send(ofPriority.address, await filled(db, ofPriority.about, { first: '5', words: '' }))
  await send(ofPage.address, await filled(db, ofPage.about))
  const pcso = await as('pcso')
  const all = wordsOf((await pcso.look(`${desk}/feedback`)).body)
  assert.match(
    all,
    /Engagements Nobody has answered yet\. Priorities Answers 2 The right thing 4\.5 of 5, on average Worth it 2\.0 of 5, on average Fewer than 5 answers: .* Speeding 2 answers · The right thing 4\.5 · Worth it 2\.0 The public page Answers 1 .* Our priorities 1 answer · Helped to find it 4\.0 · Clear 2\.0/,
  )
  assert.match(
    wordsOf((await pcso.look(`${desk}/feedback/page/priorities`)).body),
    /Helped to find it 4 of 5 · Clear 2 of 5 More signs/,
  )
  const one = `${desk}/feedback/priorities/${id}`
  const read = (await pcso.look(one)).body
  assert.match(wordsOf(read), /The right thing 4 of 5 · Worth it 2 of 5 PC Somebody was late/)
  assert.doesNotMatch(read, /Erase these words/)
  const [row] = await db<{ id: string }[]>`select id from opinion where words like 'PC%'`
  const erase = `/feedback/opinions/${row?.id}/erase`
  const sergeant = await as('sergeant')
  assert.match((await sergeant.look(one)).body, /Erase these words/)
  const statuses = [
    (await pcso.send(`${desk}${erase}`, {})).status,
    (await (await as('inspector')).send(`/desk/dorset/purbeck${erase}`, {})).status,
  ]
  assert.deepEqual(statuses, [403, 404])
  const erased = await sergeant.send(`${desk}${erase}`, {})
  assert.deepEqual([erased.status, erased.to], [303, one])
  assert.deepEqual(
    [...(await db`select first, second, words from opinion where id = ${row?.id ?? ''}`)],
    [{ first: 4, second: 2, words: '' }],
  )
  assert.equal((await db`select from audit where verb = 'erase words of feedback'`).length, 1)
})
