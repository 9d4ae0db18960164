import assert from 'node:assert/strict'
import test, { type TestContext } from 'node:test'
import { documentRoutes } from '#documents/documents.routes.ts'
import { publicRoutes } from '#public-site/public.routes.ts'
import { testDatabase } from '../../../test/support/database.ts'
import { deskOf, formOf, wordsOf } from '../../../test/support/desk.ts'
import { smallForce } from '../../../test/support/force.ts'
import { contractYearRoutes } from '../contract-year.routes.ts'
import { stepsTaken } from '../course.sql.ts'

const id = 'dorset/west/2019'
const desk = '/desk/dorset/west/contract/2019'
const why = { reason: 'The team is merged with another.', confirmed: 'yes' }

/** West's contract on 21 November 2026, its self evaluation drafted; its year runs to the day that is given. */
async function drafted(t: TestContext, endsOn: string) {
  const db = await testDatabase(t)
  await smallForce(db)
  await db`update contract set starts_on = '2026-01-01', ends_on = ${endsOn} where id = ${id}`
  const { as, server } = await deskOf(t, [...contractYearRoutes, ...documentRoutes, ...publicRoutes], db)
  const inspector = await as('inspector')
  const sergeant = await as('sergeant', 'dorset/west')
  await sergeant.send(`${desk}/steps/draft-the-self-evaluation`, { revision: '0' })
  const freeze = async (more: Record<string, string>) => {
    const { revision = '' } = formOf((await inspector.look(desk)).body)
    const { status, body } = await inspector.send(`${desk}/steps/freeze`, { revision, ...more })
    return { status, body, words: wordsOf(body) }
  }
  const last = async () => (await stepsTaken(db, id)).at(-1)
  const read = async (path: string) => wordsOf((await server.inject(`/dorset/west/contract/2019${path}`)).body)
  return { inspector, freeze, last, read }
}

test('a year that is not over is frozen for a reason alone, which the public reads with the days that nobody judges', async (t) => {
  const { inspector, freeze, last, read } = await drafted(t, '2026-12-28')
  assert.match(
    wordsOf((await inspector.look(desk)).body),
    /Its year runs to 28 December 2026\. If you freeze it today, 37 days of it will not be judged\./,
  )
  const silent = await freeze({})
  assert.equal(silent.status, 422)
  assert.match(silent.words, /There is a problem Say why it is frozen before its year is over Confirm that these days/)
  const unsure = await freeze({ reason: why.reason })
  assert.equal(unsure.status, 422)
  assert.match(unsure.body, /<textarea[^>]*id="reason"[^>]*>The team is merged with another\.<\/textarea>/)
  assert.equal((await last())?.step, 'draft the self evaluation')
  assert.equal((await freeze(why)).status, 303)
  const { step, reason } = (await last()) ?? {}
  assert.deepEqual([step, reason], ['freeze', why.reason])
  const told =
    /It was frozen 37 days before its year was over, and those days are not judged\. The reason that was given: The team is merged/
  assert.match(await read('/documents'), told)
  assert.match(await read('/self-evaluation'), told)
})

test('from the last day of its year on a contract is frozen without a reason', async (t) => {
  const { inspector, freeze, last, read } = await drafted(t, '2026-11-21')
  assert.doesNotMatch(wordsOf((await inspector.look(desk)).body), /will not be judged/)
  assert.equal((await freeze({})).status, 303)
  assert.deepEqual([(await last())?.step, (await last())?.reason], ['freeze', ''])
  assert.doesNotMatch(await read('/documents'), /not judged/)
})
