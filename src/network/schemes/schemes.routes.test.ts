import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import test, { type TestContext } from 'node:test'
import { transaction } from '#platform/database/database.ts'
import { deskOf, saturday, wordsOf } from '../../../test/support/desk.ts'
import { individual, keeperOf, organisation } from '../../../test/support/network.ts'
import { keepKeyIndividual } from '../keep-key-individual.ts'
import { keepOrganisation } from '../keep-organisation.ts'
import { networkReviewRoutes } from './network-review.routes.ts'
import { schemeRoutes } from './schemes.routes.ts'

const desk = '/desk/dorset/west-dorset'

const on = (name: string, [year = '', month = '', date = '']: readonly string[] = ['2026', '11', '21']) => ({
  [`${name}-day`]: date,
  [`${name}-month`]: month,
  [`${name}-year`]: year,
})

async function schemeDesk(t: TestContext) {
  const { db, as } = await deskOf(t, [...schemeRoutes, ...networkReviewRoutes])
  const sergeant = await as('sergeant')
  const keeper = keeperOf(sergeant.id, saturday)
  const [scheme, council, morgan, rowan] = await transaction(db, async (sql) => [
    await keepOrganisation(sql, organisation({ name: 'Pub Watch', kind: 'watch scheme' }), keeper),
    await keepOrganisation(sql, organisation({}), keeper),
    await keepKeyIndividual(sql, individual({ name: 'Morgan' }, saturday), keeper),
    await keepKeyIndividual(sql, individual({ name: 'Rowan', speaksFor: 'anglers' }, saturday), keeper),
  ])
  const address = `${desk}/schemes/${scheme.id}`
  const name = (who: string, more: Record<string, string> = {}) =>
    sergeant.send(`${address}/coordinator`, { id: randomUUID(), post: 'coordinator', who, ...on('since'), ...more })
  const named = async () =>
    (
      await db`select facets -> 'named' as named from evidence where kind = 'point of contact named' order by entry`
    ).map((row) => row['named'] as unknown)
  const shown = async () => wordsOf((await sergeant.look(`${desk}/schemes`)).body)
  return { db, as, sergeant, scheme, council, morgan, rowan, address, name, named, shown }
}

test('a scheme has its point of contact while somebody coordinates it, and the ledger hears of each change', async (t) => {
  const { db, scheme, morgan, rowan, name, named, shown } = await schemeDesk(t)
  assert.equal((await name(morgan.id, on('since', ['2026', '11', '1']))).status, 303)
  assert.match(await shown(), /Our dedicated contact The sergeant Coordinator Morgan Deputy nobody/)
  await name(rowan.id, on('since', ['2026', '11', '10']))
  assert.match(await shown(), /Coordinator Rowan Deputy nobody/)
  await name('')
  assert.match(await shown(), /Coordinator nobody/)
  await name('')
  assert.deepEqual(await named(), [true, true, false])
  const told = await db`select distinct subjects, source from evidence where kind = 'point of contact named'`
  assert.deepEqual([...told], [{ subjects: [scheme.subjectId], source: `organisation/${scheme.id}` }])
  const verbs = await db`select verb from audit where verb in ('appoint to post', 'end post') order by id`
  assert.deepEqual(
    verbs.map(({ verb }) => verb as unknown),
    ['appoint to post', 'appoint to post', 'end post'],
  )
})

test('a deputy stands in and is no point of contact', async (t) => {
  const { rowan, name, named, shown } = await schemeDesk(t)
  await name(rowan.id, { post: 'deputy', ...on('since', ['2026', '11', '1']) })
  assert.match(await shown(), /Coordinator nobody Deputy Rowan/)
  assert.deepEqual(await named(), [])
  await name('', { post: 'deputy' })
  assert.match(await shown(), /Deputy nobody/)
})

test('whoever held the post until another day leaves it the day before the next begins', async (t) => {
  const { db, morgan, rowan, name } = await schemeDesk(t)
  await name(morgan.id, on('since', ['2026', '11', '1']))
  await name(rowan.id, on('since', ['2026', '11', '10']))
  await name('', on('since', ['2026', '11', '10']))
  const held = await db`select since, until from post_held order by since`
  assert.deepEqual(
    [...held],
    [
      { since: '2026-11-01', until: '2026-11-09' },
      { since: '2026-11-10', until: '2026-11-10' },
    ],
  )
})

test('a coordinator of nobody’s list, of another day, or of no post is asked for again', async (t) => {
  const { db, morgan, rowan, name, named } = await schemeDesk(t)
  await db`update key_individual set left_on = '2026-11-20' where id = ${rowan.id}`
  const mistakes: readonly [Promise<{ status: number; body: string }>, RegExp][] = [
    [name(randomUUID()), /Choose from the list/],
    [name(rowan.id), /Choose from the list/],
    [name(morgan.id, on('since', ['2026', '11', '22'])), /22 November 2026 has not come yet/],
    [name(morgan.id, { post: 'treasurer' }), /Choose which post/],
    [name(morgan.id, on('since', ['2026', '2', '30'])), /Enter a real day/],
  ]
  for (const [sent, words] of mistakes) {
    const { status, body } = await sent
    assert.equal(status, 422)
    assert.match(wordsOf(body), words)
  }
  assert.deepEqual(await named(), [])
  assert.equal((await db`select id from post_held`).length, 0)
})

test('members are counted on a day that has come, a second count of the day holds, and the newest is shown', async (t) => {
  const { db, sergeant, scheme, address, shown } = await schemeDesk(t)
  const count = (members: string, day: readonly string[] = ['2026', '11', '21']) =>
    sergeant.send(`${address}/members`, { members, ...on('countedOn', day) })
  assert.match(await shown(), /not yet Members : nobody has counted them yet/)
  await count('12')
  await count('14')
  await count('9', ['2026', '5', '1'])
  assert.match(await shown(), /Members 14 on 21 November 2026 9 on 1 May 2026/)
  const [kept] = await db`select members from organisation where id = ${scheme.id}`
  assert.equal(kept?.['members'], 14)
  assert.equal((await db`select id from audit where verb = 'count members'`).length, 3)
  for (const wrong of [count('-1'), count('some'), count('3', ['2026', '11', '22'])])
    assert.equal((await wrong).status, 422)
})

test('what is no watch scheme of the team is not coordinated here, nor by whoever may not manage the network', async (t) => {
  const { as, sergeant, council, scheme } = await schemeDesk(t)
  for (const id of [council.id, randomUUID()])
    assert.equal(
      (await sergeant.send(`${desk}/schemes/${id}/members`, { members: '1', ...on('countedOn') })).status,
      404,
    )
  const pcso = await as('pcso')
  assert.equal((await pcso.look(`${desk}/schemes`)).status, 200)
  assert.equal((await pcso.look(`${desk}/schemes/${scheme.id}`)).status, 403)
})

test('a closed scheme, and one that was merged, are not in the list', async (t) => {
  const { db, scheme, shown } = await schemeDesk(t)
  assert.match(await shown(), /Pub Watch/)
  await db`update organisation set closes_on = '2026-11-21' where id = ${scheme.id}`
  assert.doesNotMatch(await shown(), /Pub Watch/)
})

test('the network is gone through once a form, and the count leaves out those who left or were erased', async (t) => {
  const { db, sergeant, rowan } = await schemeDesk(t)
  await db`update key_individual set left_on = '2026-11-20' where id = ${rowan.id}`
  await transaction(db, (sql) => keepKeyIndividual(sql, individual({}, saturday), keeperOf(sergeant.id, saturday)))
  await db`update key_individual set erased_at = ${saturday}, name = '', folded = '' where name = 'Morgan Fictional'`
  const id = randomUUID()
  for (let time = 0; time < 2; time++) await sergeant.send(`${desk}/network/gone-through`, { id })
  const told = await db`select happened_on as on, quantities from evidence where kind = 'network reviewed'`
  assert.deepEqual([...told], [{ on: '2026-11-21', quantities: { 'key individuals': 1 } }])
  assert.equal((await db`select id from audit where verb = 'review network'`).length, 1)
  assert.match(
    wordsOf((await sergeant.look(`${desk}/network/gone-through`)).body),
    /21 November 2026: 1 key individual/,
  )
})
