import assert from 'node:assert/strict'
import test, { type TestContext } from 'node:test'
import { loggedContactRoutes } from '#oversight/contacts.routes.ts'
import { oversightRoutes } from '#oversight/oversight.routes.ts'
import { transaction, type Database } from '#platform/database/database.ts'
import { deskOf, hidden, saturday, wordsOf } from '../../test/support/desk.ts'
import { individual, keeperOf } from '../../test/support/network.ts'
import { contactRoutes } from './contacts/contacts.routes.ts'
import { networkRoutes } from './desk/network.routes.ts'
import { keepKeyIndividual } from './keep-key-individual.ts'
import { keyIndividualRoutes } from './individuals/individuals.routes.ts'
import { organisationRoutes } from './organisations/organisations.routes.ts'
import { relationshipRoutes } from './relationships/relationships.routes.ts'

const network = '/desk/dorset/west-dorset/network'
const routes = [
  ...oversightRoutes,
  ...networkRoutes,
  ...keyIndividualRoutes,
  ...organisationRoutes,
  ...relationshipRoutes,
  ...contactRoutes,
  ...loggedContactRoutes,
]

const morgan = {
  name: 'Morgan Fictional',
  speaksFor: 'traders of Sherborne',
  standsFor: 'themselves',
  lawfulBasis: 'public task',
  purpose: 'keeping in touch about local policing',
  'reviewOn-day': '21',
  'reviewOn-month': '11',
  'reviewOn-year': '2027',
}

type Sitting = Awaited<ReturnType<Awaited<ReturnType<typeof deskOf>>['as']>>

async function added(who: Sitting, changes: Readonly<Record<string, string>> = {}) {
  const id = hidden((await who.look(`${network}/individuals/new`)).body, 'id')
  return { id, ...(await who.send(`${network}/individuals/new`, { ...morgan, ...changes, id })) }
}

const relationshipOf = async (db: Database) => (await db<{ id: string }[]>`select id from relationship`)[0]?.id ?? ''

const foundBy = async (who: Sitting, words: string, place = network) =>
  [
    ...(await who.look(`${place}?q=${encodeURIComponent(words)}&part=list`)).body.matchAll(
      /<a class="govuk-link"[^>]*><bdi>([^<]*)/g,
    ),
  ].map(([, name]) => name)

test('somebody of the network is found however their name or place is spelt', async (t: TestContext) => {
  const { as } = await deskOf(t, routes)
  const pcso = await as('pcso')
  await added(pcso)
  await added(pcso, { name: 'Zoë Müller', speaksFor: 'a mosque in Dorchester', tags: '100%, snake_case' })
  await added(pcso, { name: 'محمد خيالي', speaksFor: 'families in Bridport' })
  assert.deepEqual(await foundBy(pcso, 'Shirbourne'), ['Morgan Fictional'])
  assert.deepEqual(await foundBy(pcso, 'zoe muller'), ['Zoë Müller'])
  assert.deepEqual(await foundBy(pcso, 'محمد'), ['محمد خيالي'])
  assert.deepEqual(await foundBy(pcso, '100%'), ['Zoë Müller'])
  assert.deepEqual(await foundBy(pcso, 'e_c'), ['Zoë Müller'])
  assert.deepEqual(await foundBy(pcso, '%'), ['Zoë Müller'])
  assert.deepEqual(await foundBy(pcso, 'Weymouth harbour'), [])
  const whole = await pcso.look(`${network}?q=Shirbourne`)
  assert.match(wordsOf(whole.body), /Network .*1 found for “ ?Shirbourne/)
})

test('nobody finds, sees or logs a contact with those of another team', async (t) => {
  const { as, db } = await deskOf(t, routes)
  const sergeant = await as('sergeant')
  const { id } = await added(sergeant)
  const purbeck = '/desk/dorset/purbeck/network'
  const theirs = await as('sergeant', 'dorset/purbeck')
  assert.deepEqual(await foundBy(theirs, 'Morgan', purbeck), [])
  const line = await relationshipOf(db)
  const statuses = [
    (await theirs.look(`${purbeck}/individuals/${id}`)).status,
    (await theirs.look(`${purbeck}/relationships/${line}`)).status,
    (await theirs.look(`${purbeck}/contacts/new?with=${line}`)).status,
    (await theirs.look(network)).status,
  ]
  assert.deepEqual(statuses, [404, 404, 404, 403])
})

test('who may look, log and manage is as the table of permissions says', async (t) => {
  const { as } = await deskOf(t, routes)
  const asked = [network, `${network}/individuals/new`, `${network}/organisations/new`]
  const seen: Record<string, number[]> = {}
  for (const role of ['pcso', 'sergeant', 'inspector', 'neo', 'volunteer', 'smt', 'opcc', 'community-panel'] as const) {
    const who = await as(role)
    seen[role] = await Promise.all(asked.map(async (path) => (await who.look(path)).status))
  }
  assert.deepEqual(seen, {
    pcso: [200, 200, 403],
    sergeant: [200, 200, 200],
    inspector: [200, 200, 200],
    neo: [200, 200, 200],
    volunteer: [403, 403, 403],
    smt: [403, 403, 403],
    opcc: [403, 403, 403],
    'community-panel': [403, 403, 403],
  })
})

test('a key individual is kept with a lawful basis, once, and their name never becomes public', async (t) => {
  const { as, db } = await deskOf(t, routes)
  const pcso = await as('pcso')
  const wrong = await added(pcso, {
    email: 'morgan@',
    speaksFor: 'Morgan Fictional’s shop',
    lawfulBasis: '',
    'reviewOn-year': '2020',
  })
  assert.equal(wrong.status, 422)
  const said = wordsOf(wrong.body)
  for (const mistake of [/Enter an e-mail address/, /Choose why the law lets us hold it/, /Leave out their name/])
    assert.match(said, mistake)
  assert.match(wrong.body, /value="morgan@"/)
  const { id, status, to } = await added(pcso)
  assert.deepEqual([status, to], [303, `${network}/individuals/${id}`])
  assert.equal((await pcso.send(`${network}/individuals/new`, { ...morgan, name: 'Else', id })).status, 303)
  assert.deepEqual([...(await db`select name from key_individual`)], [{ name: 'Morgan Fictional' }])
  assert.deepEqual([...(await db`select label from subject`)], [{ label: 'Key individual: traders of Sherborne' }])
  const changed = { ...morgan, speaksFor: 'shops of Sherborne' }
  assert.equal((await pcso.send(`${network}/individuals/${id}/change`, changed)).status, 303)
  assert.deepEqual([...(await db`select label from subject`)], [{ label: 'Key individual: shops of Sherborne' }])
})

test('a contact logged in one line is kept once, moves the next due day, and leaves this week', async (t) => {
  const { as, db } = await deskOf(t, routes)
  const pcso = await as('pcso')
  await added(pcso)
  const line = await relationshipOf(db)
  const agreed = { every: 'another', number: '2', unit: 'weeks', with: 'both', on: '2026-11-01' }
  const noNumber = await pcso.send(`${network}/relationships/${line}/agree`, { ...agreed, number: '' })
  assert.match(wordsOf(noNumber.body), /Enter how many weeks or months/)
  assert.equal((await pcso.send(`${network}/relationships/${line}/agree`, agreed)).status, 303)
  const week = async () => wordsOf((await pcso.look('/desk/dorset/west-dorset')).body)
  assert.match(
    await week(),
    /People due a call 1 .*traders of Sherborne lapsed Morgan Fictional Was due by 15 November/,
  )
  const page = (await pcso.look(network)).body
  const sent = { id: hidden(page, 'id'), with: hidden(page, 'with'), how: 'telephone', heard: 'Zebra parking' }
  const logged = await pcso.send(`${network}/contacts/new`, sent)
  assert.equal(logged.to, `${network}/contacts/${sent.id}`)
  assert.equal((await pcso.send(`${network}/contacts/new`, sent)).to, `${logged.to}?again=yes`)
  const seen = wordsOf((await pcso.look(logged.to ?? '')).body)
  assert.match(
    seen,
    /They raised Zebra parking .*Next contact due by 5 December, every 2 weeks .*Tell them what came of it/,
  )
  assert.doesNotMatch(await week(), /People due a call/)
  assert.equal((await db`select id from contact`).length, 1)
})

test('a promise needs its day, waits in this week, and is kept; a concern is answered once', async (t) => {
  const { as, db } = await deskOf(t, routes)
  const pcso = await as('pcso')
  await added(pcso)
  const line = await relationshipOf(db)
  const id = hidden((await pcso.look(`${network}/contacts/new?with=${line}`)).body, 'id')
  const promised = { id, with: line, how: 'visit', madeOn: '2026-11-19', heard: 'Zebra parking', promised: 'Wardens' }
  assert.match(wordsOf((await pcso.send(`${network}/contacts/new`, promised)).body), /Enter by when you promised it/)
  const early = await pcso.send(`${network}/contacts/new`, { ...promised, promisedBy: '2026-11-18' })
  assert.match(wordsOf(early.body), /for a day before you spoke/)
  const { to = '' } = await pcso.send(`${network}/contacts/new`, { ...promised, promisedBy: '2026-11-22' })
  const week = async () => wordsOf((await pcso.look('/desk/dorset/west-dorset')).body)
  assert.match(await week(), /People due a call 1 Wardens Promised to Key individual: traders of Sherborne/)
  assert.equal((await pcso.send(`${to}/promise`, { on: '2026-11-18' })).status, 422)
  assert.equal((await pcso.send(`${to}/promise`, { on: '2026-11-21' })).status, 303)
  assert.doesNotMatch(await week(), /Wardens/)
  const answers = [await pcso.send(`${to}/answer`, {}), await pcso.send(`${to}/answer`, {})]
  assert.deepEqual(
    answers.map(({ status }) => status),
    [303, 409],
  )
})

test('a list of hundreds stays one page long, and tags and kinds narrow it', async (t) => {
  const { as, db } = await deskOf(t, routes)
  const neo = await as('neo')
  const keeper = keeperOf(neo.id, saturday)
  await transaction(db, async (sql) => {
    for (let n = 100; n < 160; n++)
      await keepKeyIndividual(
        sql,
        individual({ speaksFor: `farm ${n}`, tags: n < 103 ? ['dairy'] : [] }, saturday),
        keeper,
      )
  })
  const rows = async (query: string) =>
    ((await neo.look(`${network}${query}`)).body.split('id="everybody"')[1] ?? '').match(/<li class="week-row">/g)
      ?.length
  assert.deepEqual(
    [await rows(''), await rows('?page=3'), await rows('?tag=dairy'), await rows('?kind=school')],
    [25, 10, 3, undefined],
  )
})
