import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import test from 'node:test'
import { eraseKeyIndividual } from '#network/care/erase-key-individual.ts'
import { recordHeld } from '#network/care/record-held.ts'
import { contactsOnPriority } from '#network/individuals/priority-contacts.sql.ts'
import { keepKeyIndividual } from '#network/keep-key-individual.ts'
import { mergeKeyIndividuals } from '#network/merging/merge-key-individuals.ts'
import { undoMerge } from '#network/merging/undo-merge.ts'
import { transaction } from '#platform/database/database.ts'
import { priorityRoutes } from '#priorities/course/priorities.routes.ts'
import { publicRoutes } from '#public-site/public.routes.ts'
import { deskOf, saturday, wordsOf } from './support/desk.ts'
import { individual, keeperOf } from './support/network.ts'

const team = 'dorset/west-dorset'
const litter = { title: 'Litter', said: 'Litter.', neighbourhood: '', concerning: 'crime or ASB location' }
const low = { threat: 'low', threatWhy: 'Small', risk: 'low', riskWhy: 'Seldom', harm: 'low', harmWhy: 'Little' }

test('a priority is planned with key contacts whom the desk sees, the public never, and who are one when merged and gone when erased', async (t) => {
  const { db, server, as } = await deskOf(t, [...priorityRoutes, ...publicRoutes])
  const [sergeant, volunteer] = [await as('sergeant'), await as('volunteer')]
  const keeper = keeperOf(sergeant.id, saturday)
  const keep = (name: string, told = {}, by = keeper) =>
    transaction(db, (sql) => keepKeyIndividual(sql, individual({ name, ...told }, saturday), by))
  const [one, twin] = [await keep('Zephyrine Fictional'), await keep('Zephyrine A Fictional')]
  const purbeck = { teamId: 'dorset/purbeck' }
  const theirs = await as('sergeant', purbeck.teamId)
  const stranger = await keep('Quillon Fictional', purbeck, { ...keeper, ...purbeck, personId: theirs.id })

  const id = randomUUID()
  const priority = `/desk/${team}/priorities/${id}`
  await sergeant.send(`/desk/${team}/priorities/new`, { id, ...litter })
  await sergeant.send(`${priority}/set`, { ...litter, ...low, revision: '1' })
  const form = wordsOf((await sergeant.look(`${priority}/plan`)).body)
  assert.match(form, /Which key contacts work on it with you\? .*Zephyrine Fictional, for traders of Bridport/)
  assert.doesNotMatch(form, /Quillon/)
  const plan = new URLSearchParams({ plan: 'Bins.', revision: '2' })
  for (const each of [one, twin, stranger]) plan.append('contacts', each.id)
  assert.equal((await sergeant.send(`${priority}/plan`, plan)).status, 303)

  const named = async () => (await contactsOnPriority(db, id)).map(({ name }) => name)
  assert.deepEqual(await named(), ['Zephyrine A Fictional', 'Zephyrine Fictional'])
  assert.match(wordsOf((await sergeant.look(priority)).body), /Key contacts Zephyrine A Fictional Zephyrine Fictional/)
  const elsewhere = [`/${team}/priorities/${id}`, `/${team}/priorities`, `/${team}`]
  const bodies = await Promise.all(elsewhere.map(async (url) => (await server.inject({ url })).body))
  assert.doesNotMatch([...bodies, (await volunteer.look(priority)).body].join(), /Zephyrine/)
  const held = await recordHeld(db, { teamId: team, id: one.id }, { showsSensitive: false })
  assert.deepEqual([...(held?.priorities ?? [])], [{ title: 'Litter', setOn: '2026-11-21' }])

  const merging = { id: randomUUID(), kept: one.id, merged: twin.id, fromMerged: new Set<never>() }
  await transaction(db, (sql) => mergeKeyIndividuals(sql, merging, keeper))
  assert.deepEqual(await named(), ['Zephyrine Fictional'])
  await transaction(db, (sql) => undoMerge(sql, merging.id, keeper))
  assert.deepEqual(await named(), ['Zephyrine A Fictional', 'Zephyrine Fictional'])
  await transaction(db, (sql) => eraseKeyIndividual(sql, { id: one.id, reason: 'they asked for it' }, keeper))
  assert.deepEqual(
    [...(await db`select key_individual_id as id from priority_contact`)],
    [{ id: twin.id }],
    'nothing is left of whoever was erased',
  )
})

test('a priority that is planned again begins with the partners and key contacts it had', async (t) => {
  const { db, as } = await deskOf(t, priorityRoutes)
  const sergeant = await as('sergeant')
  const keeper = keeperOf(sergeant.id, saturday)
  const person = await transaction(db, (sql) =>
    keepKeyIndividual(sql, individual({ name: 'Zephyrine Fictional' }, saturday), keeper),
  )
  const id = randomUUID()
  const priority = `/desk/${team}/priorities/${id}`
  await sergeant.send(`/desk/${team}/priorities/new`, { id, ...litter })
  await sergeant.send(`${priority}/set`, { ...litter, ...low, revision: '1' })
  await sergeant.send(`${priority}/plan`, { plan: 'Bins.', revision: '2', contacts: person.id })
  await db`update priority set state = 'reopened'`
  const { body } = await sergeant.look(`${priority}/plan`)
  const ticked = [...body.matchAll(/<input[^>]*type="checkbox"[^>]*>/g)].filter(([tag]) => tag.includes(' checked'))
  assert.deepEqual(
    ticked.map(([tag]) => /value="([^"]*)"/.exec(tag)?.[1]),
    [person.id],
  )
})
