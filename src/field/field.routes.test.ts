import assert from 'node:assert/strict'
import { randomUUID, webcrypto } from 'node:crypto'
import test from 'node:test'
import type { Role } from '#people/person.ts'
import { insertPerson } from '#people/people.sql.ts'
import { beginSession } from '#people/session.ts'
import type { Database } from '#platform/database/database.ts'
import { deskOf, saturday } from '../../test/support/desk.ts'
import { fieldRoutes } from './field.routes.ts'

type Desk = Awaited<ReturnType<typeof deskOf>>

const clock = saturday.getTime()
const minute = 60_000
const fields = {
  title: 'Surgery, Library',
  method: 'surgery',
  place: 'Library',
  dated: 'by the clock',
  footfall: 'counted',
  reached: '12',
  spokeWith: '5',
  raisedAConcern: '1',
  strange: 'ignored',
}
const record = (more: object = {}) => ({
  id: randomUUID(),
  team: 'dorset/west-dorset',
  madeAt: clock - 30 * minute,
  fields,
  ...more,
})

/** Somebody with a phone: what they send and what comes back. */
async function phoneOf({ db, server }: Desk, role: Role = 'pcso', team: string | null = 'dorset/west-dorset') {
  const person = { name: 'Somebody', role, forceId: 'dorset', teamId: team, fictional: true, passwordHash: null }
  const id = (await insertPerson(db, { ...person, email: `${randomUUID()}@example.org` }, saturday)) ?? ''
  const cookie = `frankpledge=${await beginSession(db, id, saturday, null)}`
  const send = async (records: readonly unknown[], more: object = {}) => {
    const payload = { person: id, phoneClock: clock, records, ...more }
    const answer = await server.inject({ method: 'POST', url: '/api/field/records', headers: { cookie }, payload })
    return { status: answer.statusCode, told: answer.json() }
  }
  const look = async (url: string) => (await server.inject({ url, headers: { cookie } })).json()
  return { id, send, look }
}

const kept = (db: Database) =>
  db`select title, place, held_on, to_char(began_at, 'HH24:MI') as began, reached, spoke_with from engagement order by place`
const proofs = async (db: Database) =>
  (await db`select source from evidence order by entry`).map(({ source }) => source)

test('a record from a phone is kept with its evidence, and sent again it is kept once without a word', async (t) => {
  const desk = await deskOf(t, fieldRoutes)
  const phone = await phoneOf(desk)
  const one = record()
  assert.deepEqual((await phone.send([one])).told, { records: [{ id: one.id, state: 'kept' }] })
  assert.deepEqual((await phone.send([one])).told, { records: [{ id: one.id, state: 'kept before' }] })
  assert.deepEqual(
    [...(await kept(desk.db))],
    [
      {
        title: 'Surgery, Library',
        place: 'Library',
        held_on: '2026-11-21',
        began: '13:30',
        reached: 12,
        spoke_with: 5,
      },
    ],
  )
  assert.deepEqual(await proofs(desk.db), [`engagement/${one.id}`])
})

test('what people raised and what was learned come with the record, and their words stay out of the ledger', async (t) => {
  const desk = await deskOf(t, fieldRoutes)
  const phone = await phoneOf(desk)
  const more = { concern: 'Speeding in South Street', learning: 'Come earlier', footfallMethod: 'estimated' }
  await phone.send([record({ fields: { ...fields, ...more } })])
  const heard = await desk.db`select words from concern_heard`
  assert.deepEqual([...heard], [{ words: 'Speeding in South Street' }])
  const told = await desk.db`select kind, facets, source, about from evidence order by entry`
  assert.deepEqual(
    told.map(({ kind, facets }) => [kind, facets['figure from']]),
    [
      ['engagement held', 'estimated'],
      ['concern raised', undefined],
      ['learning identified', undefined],
    ],
  )
  assert.doesNotMatch(JSON.stringify([...told]), /Speeding|earlier/)
})

test('a record whose answer was lost is known again even after its person moved to another team', async (t) => {
  const desk = await deskOf(t, fieldRoutes)
  const phone = await phoneOf(desk)
  const one = record()
  await phone.send([one])
  await desk.db`update person set team_id = 'dorset/purbeck' where id = ${phone.id}`
  assert.deepEqual((await phone.send([one])).told, { records: [{ id: one.id, state: 'kept before' }] })
})

test('a colleague’s other record of the same engagement changes nothing, and is told what was kept', async (t) => {
  const desk = await deskOf(t, fieldRoutes)
  const [first, second] = [await phoneOf(desk), await phoneOf(desk)]
  const one = record()
  await first.send([one])
  const { told } = await second.send([{ ...one, fields: { ...fields, reached: '40' } }])
  assert.deepEqual(told.records, [
    {
      id: one.id,
      state: 'kept before',
      reason: 'A colleague has recorded this engagement already. Drop yours, or send it as an engagement of its own.',
      shown: {
        title: 'Surgery, Library',
        place: 'Library',
        heldOn: '2026-11-21',
        reached: 12,
        spokeWith: 5,
        raisedAConcern: 1,
      },
    },
  ])
  assert.deepEqual(
    (await kept(desk.db)).map(({ reached }) => reached),
    [12],
  )
})

test('a record closes the plan of its id with what the plan knows, and the phone’s own words stand before it', async (t) => {
  const desk = await deskOf(t, fieldRoutes)
  const phone = await phoneOf(desk)
  const id = randomUUID()
  await desk.db`
    insert into planned_engagement (id, team_id, title, method, place, held_on, begins, ends, led_by, key_event, planned_at, changed_at)
    values (${id}, 'dorset/west-dorset', 'Saturday market', 'community event', 'Square', '2026-11-21', '10:00', '12:00', 'local event', true, now(), now())`
  const told = { ...fields, title: '', place: 'By the clock tower', dated: 'by the plan' }
  await phone.send([
    record({ id, fields: Object.fromEntries(Object.entries(told).filter(([, value]) => value !== '')) }),
  ])
  const [engagement] = await desk.db`
    select title, place, led_by, key_event, to_char(began_at, 'HH24:MI') as began from engagement where id = ${id}`
  assert.deepEqual(engagement, {
    title: 'Saturday market',
    place: 'By the clock tower',
    led_by: 'local event',
    key_event: true,
    began: '10:00',
  })
  const [{ state } = { state: '' }] = await desk.db`select state from planned_engagement where id = ${id}`
  assert.equal(state, 'held')
})

test('each record is judged alone: a mistaken one says why, and those beside it are kept', async (t) => {
  const desk = await deskOf(t, fieldRoutes)
  const phone = await phoneOf(desk)
  const sent = [
    record(),
    record({ fields: { ...fields, spokeWith: '13' } }),
    { id: 'nonsense', fields: 4 },
    record({ team: 'dorset/purbeck' }),
    record({ team: 'dorset/atlantis' }),
    record({ fields: { ...fields, dated: 'as typed', heldOn: '2026-11-22' } }),
    record({ fields: { ...fields, place: 'Square' } }),
  ]
  const { told } = await phone.send(sent)
  const mistake = 'You spoke with 13 people but reached only 12'
  const tooSoon = '22 November 2026 has not come yet: record the engagement once it was held'
  assert.deepEqual(
    told.records.map(({ state, reason, fields }: Record<string, unknown>) => [state, reason, fields]),
    [
      ['kept', undefined, undefined],
      ['refused', `${mistake}.`, { spokeWith: mistake }],
      ['refused', 'This record did not arrive whole: look at it again.', undefined],
      [
        'refused',
        'You may not record for Purbeck. Ask its sergeant to record this, or choose your own team and send it again.',
        undefined,
      ],
      [
        'refused',
        'The team you recorded this for is not here any more. Choose another team and send it again.',
        undefined,
      ],
      ['refused', `${tooSoon}.`, { heldOn: tooSoon }],
      ['kept', undefined, undefined],
    ],
  )
  assert.equal((await kept(desk.db)).length, 2)
})

test('nothing is taken in another person’s name, in a heap, or from nobody', async (t) => {
  const desk = await deskOf(t, fieldRoutes)
  const [one, other] = [await phoneOf(desk), await phoneOf(desk)]
  assert.equal((await one.send([record()], { person: other.id })).status, 409)
  assert.equal((await one.send(Array.from({ length: 26 }, () => record()))).status, 400)
  const stranger = await desk.server.inject({ method: 'POST', url: '/api/field/records', payload: {} })
  assert.equal(stranger.statusCode, 401)
  assert.equal((await kept(desk.db)).length, 0)
})

test('a person’s keys stay the same, open what they sealed, and are lent as long as the sign-in', async (t) => {
  const desk = await deskOf(t, fieldRoutes)
  const [one, other] = [await phoneOf(desk), await phoneOf(desk)]
  const [first, again, others] = [
    await one.look('/field/key'),
    await one.look('/field/key'),
    await other.look('/field/key'),
  ]
  assert.deepEqual(again, first)
  assert.notDeepEqual(others.publicKey, first.publicKey)
  assert.deepEqual([first.person.id, first.until - first.now], [one.id, 2 * 60 * minute])
  const { subtle } = webcrypto
  const rsa = { name: 'RSA-OAEP', hash: 'SHA-256' }
  const publicKey = await subtle.importKey('jwk', first.publicKey, rsa, false, ['encrypt'])
  const privateKey = await subtle.importKey('jwk', first.privateKey, rsa, false, ['decrypt'])
  const sealed = await subtle.encrypt(rsa, publicKey, Buffer.from('Bridport'))
  assert.equal(Buffer.from(await subtle.decrypt(rsa, privateKey, sealed)).toString(), 'Bridport')
})

test('the week of a team is its own people’s to see; whoever has no team is asked for one', async (t) => {
  const desk = await deskOf(t, fieldRoutes)
  const [pcso, neo] = [await phoneOf(desk), await phoneOf(desk, 'neo', null)]
  const own = await pcso.look('/field/week?team=dorset/purbeck')
  assert.deepEqual([own.team, own.teams.length], [null, 1])
  const asked = await neo.look('/field/week')
  assert.deepEqual(
    [asked.team, asked.teams.map(({ name }: { name: string }) => name)],
    [null, ['Purbeck', 'West Dorset']],
  )
  assert.equal((await neo.look('/field/week?team=dorset/purbeck')).team.name, 'Purbeck')
})
