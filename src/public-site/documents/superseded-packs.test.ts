import assert from 'node:assert/strict'
import test from 'node:test'
import { contractYearRoutes } from '#contract-year/contract-year.routes.ts'
import { deskOf, wordsOf } from '../../../test/support/desk.ts'
import { engagementHeld, frozenAnew, frozenYear, sentBack } from '../../../test/support/frozen-year.ts'
import { publicRoutes } from '../public.routes.ts'

test('whoever holds a pack of what the panel sent back reads that it is superseded, in public and at the desk', async (t) => {
  const db = await frozenYear(t)
  const { as, server } = await deskOf(t, [...publicRoutes, ...contractYearRoutes], db)
  const inspector = await as('inspector', null)
  const documents = async () => {
    server.pageCache.forget('dorset')
    return wordsOf((await server.inject('/dorset/west/contract/2019/documents')).body)
  }
  const seals = async () =>
    (
      await db<{ seal: string }[]>`
      select encode(hash, 'hex') as seal from contract_freeze order by frozen_at`
    ).map(({ seal }) => seal)
  const [first = ''] = await seals()
  assert.doesNotMatch(await documents(), /superseded/i)
  await sentBack(db)
  assert.match(await documents(), new RegExp(`is superseded: 1 September 2020: ${first}`))
  await frozenAnew(db, [engagementHeld('2019-12-15', 12)])
  const [, newest = ''] = await seals()
  const shown = await documents()
  assert.match(shown, new RegExp(`${newest} Superseded packs .* is superseded: 1 September 2020: ${first}`))
  assert.equal(shown.split(newest).length, 2, 'the seal that holds is not among them')
  const desk = wordsOf((await inspector.look('/desk/dorset/west/contract/2019/frozen')).body)
  assert.match(desk, new RegExp(`Superseded: frozen on 1 September 2020 and sent back ${first} .* SHA-256 ${newest}`))
})
