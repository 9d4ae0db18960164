import assert from 'node:assert/strict'
import test from 'node:test'
import { sealJudged } from '#assessments/ratings/ratings.sql.ts'
import { documentRoutes } from '#documents/documents.routes.ts'
import { deskOf, wordsOf } from '../../../test/support/desk.ts'
import { frozenYear } from '../../../test/support/frozen-year.ts'
import { decided, panel, score } from '../../../test/support/panel.ts'
import { publicRoutes } from '../public.routes.ts'

test('a letter names the seal of what its panel judged, whatever was frozen since, and the documents say which it is', async (t) => {
  const db = await frozenYear(t)
  const { chair, open, one, id } = await panel(t, db)
  await open()
  await chair.send(`${one}/begin-scoring`, {})
  for (const slug of ['west', 'east']) await chair.send(`${one}/${slug}/standards/D-2`, score)
  await chair.send(`${one}/begin-moderation`, {})
  for (const slug of ['west', 'east']) {
    await chair.send(`${one}/${slug}/standards/D-2/moderate`, decided)
    await chair.send(`${one}/${slug}/rating`, { grade: 'fair', reason: 'So-so' })
  }
  assert.equal((await chair.send(`${one}/close`, {})).status, 303)
  const { server } = await deskOf(t, [...publicRoutes, ...documentRoutes], db)
  const read = async (path: string) => {
    server.pageCache.forget('dorset')
    return wordsOf((await server.inject(`/dorset/west/contract/2019/${path}`)).body)
  }
  const newest = async () => {
    const [row] = await db<{ seal: string }[]>`
      select encode(hash, 'hex') as seal from contract_freeze order by frozen_at desc limit 1`
    return row?.seal ?? ''
  }
  const judged = await newest()
  const stands = /never changes, and stands in the panel’s letter/
  assert.match(await read('documents'), stands)
  assert.match(await read('rating.json'), new RegExp(judged))
  await db`insert into contract_freeze (id, contract_id, frozen_at, content, hash)
    select gen_random_uuid(), contract_id, frozen_at + interval '1 hour', content || ' ', sha256((content || ' ')::bytea)
    from contract_freeze`
  const later = await newest()
  assert.match(await read('rating.json'), new RegExp(judged))
  assert.doesNotMatch(await read('rating.json'), new RegExp(later))
  assert.match(await read('documents'), /The panel had scored this contract before, so its letter does not name it/)
  assert.equal(await sealJudged(db, { roundId: id, contractId: 'dorset/west/2019' }), judged)
  const east = { roundId: id, contractId: 'dorset/east/2019' }
  assert.equal(await sealJudged(db, east), null, 'nobody had frozen it')
})
