import assert from 'node:assert/strict'
import test, { type TestContext } from 'node:test'
import { append } from '#ledger/append.ts'
import { transaction, type Database } from '#platform/database/database.ts'
import { day } from '#platform/day.ts'
import { testDatabase } from '../../../test/support/database.ts'
import { deskOf, formOf, hidden, saturday, wordsOf } from '../../../test/support/desk.ts'
import { smallForce } from '../../../test/support/force.ts'
import { contractYearRoutes } from '../contract-year.routes.ts'
import { newestSelfEvaluation } from './self-evaluations.sql.ts'

const id = 'dorset/west/2019'
const year = '/desk/dorset/west/contract/2019'
const text = `${year}/self-evaluation`

/** West's desk with its self evaluation drafted; two sergeants and an inspector sit at it. */
async function drafted(t: TestContext) {
  const db = await testDatabase(t)
  await smallForce(db)
  const { as } = await deskOf(t, contractYearRoutes, db)
  const [sergeant, other] = [await as('sergeant', 'dorset/west'), await as('sergeant', 'dorset/west')]
  const sent = await sergeant.send(`${year}/steps/draft-the-self-evaluation`, { revision: '0' })
  assert.equal(sent.status, 303)
  return { db, sergeant, other, inspector: await as('inspector') }
}

const recordMeetings = (db: Database) =>
  transaction(db, (sql) =>
    append(
      sql,
      { forceId: 'dorset', teamId: 'dorset/west', timeZone: 'Europe/London', at: saturday, by: null },
      ['2019-09-03', '2020-03-03'].map((on) => ({
        kind: 'contact made',
        happenedOn: day(on),
        subjects: ['west/clerk/a'],
        source: `contact/${on}`,
      })),
    ),
  )

const paragraphOf = async (db: Database, standard: string) =>
  (await newestSelfEvaluation(db, id))?.paragraphs.find((each) => each.standard === standard)

test('a sentence that a sergeant adds is marked as an assertion, and the others keep their evidence (R01)', async (t) => {
  const { db, sergeant } = await drafted(t)
  assert.match(wordsOf((await sergeant.look(text)).body), /Every sentence rests on evidence\./)
  const before = await paragraphOf(db, 'D-2')
  const form = await sergeant.look(`${text}/D-2`)
  const figures = [...(before?.figures ?? []).map(({ words }) => words), 'People wave at us.']
  const body = new URLSearchParams({ version: hidden(form.body, 'version') })
  for (const each of figures) body.append('figures', each)
  for (const { words } of before?.shortfalls ?? []) body.append('shortfalls', words)
  const sent = await sergeant.send(`${text}/D-2`, body as never)
  assert.deepEqual([sent.status, sent.to], [303, `${text}#D-2`])
  const after = await paragraphOf(db, 'D-2')
  assert.deepEqual(after, {
    ...before,
    figures: [...(before?.figures ?? []), { words: 'People wave at us.', rests: 'assertion' }],
  })
  assert.match(
    wordsOf((await sergeant.look(text)).body),
    /1 sentence is an assertion, which no evidence proves.*People wave at us\. assertion/,
  )
})

test('of two sergeants who write at once, the second is told, and what was typed is kept beside what it says now', async (t) => {
  const { db, sergeant, other } = await drafted(t)
  assert.equal((await sergeant.send(`${text}/D-2`, { version: '1', figures: 'The first to write.' })).status, 303)
  const late = await other.send(`${text}/D-2`, { version: '1', figures: 'The second to write.' })
  assert.equal(late.status, 409)
  assert.match(
    wordsOf(late.body),
    /Somebody else changed the self evaluation while you typed.*The first to write\..*The second to write\./,
  )
  assert.deepEqual(
    (await paragraphOf(db, 'D-2'))?.figures.map(({ words }) => words),
    ['The first to write.'],
  )
  const again = await other.send(`${text}/D-2`, { ...formOf(late.body), figures: 'Both of us.' })
  assert.equal(again.status, 303)
})

test('evidence that arrives after the draft is told, and keeps it from the panel until the figures are drafted again', async (t) => {
  const { db, sergeant, inspector } = await drafted(t)
  await sergeant.send(`${text}/D-2`, { version: '1', figures: 'We were there.' })
  await recordMeetings(db)
  const page = wordsOf((await sergeant.look(text)).body)
  assert.match(
    page,
    /The evidence has moved since then\. (This sentence says|These sentences say) what is no longer so: “Meet each clerk each half year” \(R35\)/,
  )
  const early = await inspector.send(`${year}/steps/freeze`, { revision: '1' })
  assert.equal(early.status, 409)
  assert.match(wordsOf(early.body), /One sentence rests on evidence that says otherwise by now/)
  assert.equal((await sergeant.send(`${text}/again`, { version: '2' })).status, 303)
  assert.equal((await sergeant.send(`${text}/again`, { version: '2' })).status, 409)
  const { body } = await sergeant.look(text)
  assert.doesNotMatch(wordsOf(body), /The evidence has moved/)
  assert.match(wordsOf(body), /We were there\. assertion/)
  assert.equal((await inspector.send(`${year}/steps/freeze`, { revision: '1' })).status, 303)
})

test('once the panel has it, nobody writes on it, until the panel sends it back with a reason', async (t) => {
  const { db, sergeant, inspector } = await drafted(t)
  await inspector.send(`${year}/steps/freeze`, { revision: '1' })
  const closed = await sergeant.send(`${text}/D-2`, { version: '1', figures: 'Too late.' })
  assert.equal(closed.status, 409)
  assert.match(wordsOf(closed.body), /not open to be written/)
  assert.match(
    wordsOf((await sergeant.look(`${year}/frozen`)).body),
    /gives the same standings\. Nothing was recorded since\./,
  )
  await db`update contract_course set state = 'self evaluation drafted'`
  assert.equal((await sergeant.send(`${text}/D-2`, { version: '1', figures: 'Open again.' })).status, 303)
  await assert.rejects(db`update self_evaluation set paragraphs = '[]'`, /only grows: UPDATE is refused/)
})
