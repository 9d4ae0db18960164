import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import test from 'node:test'
import { unzipSync } from 'fflate'
import { documentRoutes } from '#documents/documents.routes.ts'
import { append } from '#ledger/append.ts'
import { transaction } from '#platform/database/database.ts'
import { deskOf, saturday, wordsOf } from '../../../test/support/desk.ts'
import { engagementHeld, frozenYear } from '../../../test/support/frozen-year.ts'
import { publicRoutes } from '../public.routes.ts'

const at = '/dorset/west/contract/2019'
const routes = [...documentRoutes, ...publicRoutes]

/** West's frozen year with one sentence that somebody wrote, as anybody reads it. */
async function west(t: Parameters<typeof frozenYear>[0]) {
  const db = await frozenYear(t, [engagementHeld('2020-02-02', 3, ['LGBT'])])
  const { server } = await deskOf(t, routes, db)
  const read = async (path: string) => {
    const { statusCode, body } = await server.inject(at + path)
    return { statusCode, body, words: wordsOf(body) }
  }
  return { db, server, read }
}

test('anybody reads what a team said of its year as a page, each sentence with its evidence', async (t) => {
  const { db, server, read } = await west(t)
  const { statusCode, body, words } = await read('/self-evaluation')
  assert.equal(statusCode, 200)
  assert.match(words, /Self evaluation 2019 to 2020 What the team said of its year when it gave it to the panel\./)
  assert.match(words, /The figures are as at 2 August 2020\. Every sentence rests on evidence\./)
  assert.match(
    body,
    /<li>“An advertised event each month” \(R10\): missed\.[^<]*<a class="[^"]*" href="\/dorset\/west\/contract\/2019\/commitments\/R10\?as-at=2020-08-02">5 pieces of evidence/,
  )
  assert.match(words, /Take it with you: PDF , Word , JSON , or all its documents/)
  await db`update contract_course set state = 'self evaluation drafted' where contract_id = 'dorset/west/2019'`
  server.pageCache.forget('')
  const gone = await read('/self-evaluation')
  assert.deepEqual([gone.statusCode, /has not given its self evaluation/.test(gone.words)], [404, true])
})

test('the documents page lists the page of the self evaluation first, and tells the SHA-256 of just the pack that is offered', async (t) => {
  const { db, server, read } = await west(t)
  const told = async (path: string) =>
    /node verify-pack\.mjs west-2019\.zip ([0-9a-f]{64})/.exec((await read(path)).words)?.[1]
  const offered = async () => {
    const { rawPayload } = await server.inject(`${at}/pack.zip`)
    return createHash('sha256')
      .update(unzipSync(rawPayload)['verify.json'] ?? '')
      .digest('hex')
  }
  const { words } = await read('/documents')
  assert.match(words, /What the team says of its year The self evaluation as a page The self evaluation as a PDF/)
  assert.match(words, /The self evaluation as JSON, for programs/)
  const first = await told('/documents')
  assert.equal(first, await offered())
  // What is recorded later may change what is withheld, and so the pack: both are told anew together.
  const late = { forceId: 'dorset', teamId: 'dorset/west', timeZone: 'Europe/London', at: saturday, by: null }
  await transaction(db, (sql) => append(sql, late, [engagementHeld('2020-03-03', 40, ['LGBT'])]))
  server.pageCache.forget('dorset/west')
  assert.equal(await told('/documents'), await offered())
})
