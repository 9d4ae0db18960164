import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import test from 'node:test'
import { frozenYear } from '../../../test/support/frozen-year.ts'
import { transaction } from '#platform/database/database.ts'
import { day } from '#platform/day.ts'
import { packsKept } from '../pack/community-pack.ts'
import { packsJudged } from '../pack/packs-judged.ts'
import { stoodOf } from '../verdict/stood.ts'
import { closeSitting } from './close-sitting.ts'
import { conveneSitting } from './convene-sitting.ts'
import { sittingOf } from './sitting-at.ts'
import { contractsOf } from './sittings.sql.ts'

const at = new Date('2026-11-21T14:00:00Z')
const acting = { personId: randomUUID(), at, forceId: 'dorset', timeZone: 'Europe/London' }
const setting = { now: at, timeZone: acting.timeZone }
const contractId = 'dorset/west/2019'
const held = day('2026-11-20')
const convened = {
  id: randomUUID(),
  forceId: 'dorset',
  panel: 'community panel',
  year: 2019,
  opensOn: held,
  heldOn: held,
  closesOn: held,
  place: 'Here',
  choices: ['yes', 'no'],
  grades: ['good', 'poor'],
  contractIds: [contractId],
} as const

test('what a closed sitting judged stays as it was frozen, though the contract is frozen anew or sent back', async (t) => {
  const db = await frozenYear(t)
  const sittingNow = () => sittingOf(db, 'dorset', convened.id)
  const lines = await transaction(db, async (sql) => {
    await conveneSitting(sql, convened, acting)
    return contractsOf(sql, convened.id)
  })
  const before = await stoodOf(db, await sittingNow(), lines, setting)
  const judged = await packsJudged(db, await sittingNow(), setting)
  await transaction(db, (sql) => closeSitting(sql, convened.id, judged, acting))
  const read = async () => {
    const packs = await packsKept(db, convened.id, contractId)
    return { packs, stood: await stoodOf(db, await sittingNow(), lines, setting) }
  }
  const closed = await read()
  assert.deepEqual([closed.packs.map(({ title }) => title), closed.stood], [['Face to face'], before])
  await db`
    insert into contract_freeze (id, contract_id, frozen_at, content, hash)
    select gen_random_uuid(), contract_id, ${at}, own, sha256(convert_to(own, 'UTF8'))
    from (select contract_id, replace(content, 'Face to face', 'By letter') as own from contract_freeze) f`
  await db`update contract_course set state = 'self evaluation drafted' where contract_id = ${contractId}`
  assert.deepEqual(await read(), closed)
  assert.deepEqual([...(await db`select count(*)::int as packs from community_pack`)], [{ packs: 0 }])
})
