import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import test, { type TestContext } from 'node:test'
import { feedbackRoutes } from '#feedback/feedback.routes.ts'
import { giveOpinion } from '#feedback/opinions/give-opinion.ts'
import type { Of } from '#feedback/opinions/opinion.ts'
import { surveyRoutes } from '#network/councils/surveys.routes.ts'
import { appointToPost } from '#network/appoint-to-post.ts'
import { keepKeyIndividual } from '#network/keep-key-individual.ts'
import { keepOrganisation } from '#network/keep-organisation.ts'
import { transaction } from '#platform/database/database.ts'
import { day } from '#platform/day.ts'
import { priorityRoutes } from '#priorities/course/priorities.routes.ts'
import { deskOf, saturday, wordsOf } from './support/desk.ts'
import { individual, keeperOf, organisation } from './support/network.ts'

const team = 'dorset/west-dorset'
const desk = `/desk/${team}`
const force = { id: 'dorset', name: 'Dorset Police', timeZone: 'Europe/London' }

/** A sergeant's desk with one proposed priority, what waits there to be decided, and what the ledger learnt of concerns. */
async function told(t: TestContext) {
  const { db, as } = await deskOf(t, [...priorityRoutes, ...surveyRoutes, ...feedbackRoutes])
  const sergeant = await as('sergeant')
  const priority = randomUUID()
  await sergeant.send(`${desk}/priorities/new`, { id: priority, title: 'Litter', said: 'Litter.', neighbourhood: '' })
  const waiting = async () => {
    const { body } = await sergeant.look(`${desk}/concerns`)
    return [...body.matchAll(/href="\/desk\/dorset\/west-dorset\/concerns\/([\w-]{36})"/g)].map(([, id = '']) => id)
  }
  const join = (id: string) => sergeant.send(`${desk}/concerns/${id}`, { decision: 'priority', priority })
  const raised = () => db<{ kind: string; facets: object; about: string }[]>`
    select kind, facets, about from evidence where kind like 'concern %' order by entry`
  const led = () => db`select source, priority_id from concern_triaged order by triaged_at, source`
  return { db, sergeant, priority, waiting, join, raised, led }
}

/** What somebody thinks of one thing, with these words. */
const opinion = (of: Of, words: string) => ({ id: randomUUID(), teamId: team, of, first: 4, second: 2, words })

test('words that come with an opinion of the page or of a priority wait to be decided on, and lead to a priority', async (t) => {
  const { db, sergeant, priority, waiting, join, raised, led } = await told(t)
  const ofPage = opinion({ topic: 'web page', part: 'the-team' }, 'The bins on the quay overflow')
  const ofPriority = opinion({ topic: 'priorities', priorityId: priority }, 'It is worse by the school')
  const wordless = opinion({ topic: 'web page', part: 'page' }, '')
  for (const each of [ofPage, ofPriority, wordless])
    await transaction(db, (sql) => giveOpinion(sql, each, force, saturday))
  assert.deepEqual((await waiting()).toSorted(), [ofPage.id, ofPriority.id].toSorted())
  const words = wordsOf((await sergeant.look(`${desk}/concerns`)).body)
  assert.match(words, /The bins on the quay overflow With an opinion 21 November 2026 Of our page \(the team\) Waits/)
  assert.match(words, /It is worse by the school With an opinion 21 November 2026 Of Litter Waits/)
  for (const { id } of [ofPage, ofPriority]) assert.equal((await join(id)).status, 303)
  assert.deepEqual(
    [...(await led())],
    [
      { source: 'opinion', priority_id: priority },
      { source: 'opinion', priority_id: priority },
    ],
  )
  assert.deepEqual(
    [...(await raised())],
    [ofPage, ofPriority].map(({ id }) => ({
      kind: 'concern raised',
      facets: { source: 'public' },
      about: `concern/${id}`,
    })),
  )
  await sergeant.send(`${desk}/feedback/opinions/${ofPage.id}/erase`, {})
  const all = wordsOf((await sergeant.look(`${desk}/concerns?which=all`)).body)
  assert.match(all, /The words were erased\. With an opinion 21 November 2026 Of our page \(the team\) Led to Litter/)
})

test('words that a councillor adds to a survey’s reply are decided on, name nobody, and can be erased', async (t) => {
  const { db, sergeant, priority, waiting, join, raised, led } = await told(t)
  const keeper = keeperOf(sergeant.id, saturday)
  await transaction(db, async (sql) => {
    const council = await keepOrganisation(sql, organisation({}), keeper)
    const person = await keepKeyIndividual(sql, individual({ email: null }, saturday), keeper, { forPostAlone: true })
    const seat = { id: randomUUID(), keyIndividualId: person.id, party: null, since: day('2025-05-01') }
    await appointToPost(sql, { ...seat, organisation: council, role: 'councillor', ward: 'North' }, keeper)
  })
  const { body } = await sergeant.send(`${desk}/councils/surveys`, { id: randomUUID() })
  const link = /\/reply\/[\w-]{43}/.exec(body)?.[0] ?? ''
  const reply = { 'feel-informed': 'agree', 'receive-timely-information': 'agree', 'share-information': 'agree' }
  const long = await sergeant.send(link, { ...reply, words: 'x'.repeat(501) })
  assert.deepEqual([long.status, long.body.includes('x'.repeat(501))], [422, true])
  assert.equal((await sergeant.send(link, { ...reply, words: 'Lorries on the bridge' })).status, 200)

  const [id = ''] = await waiting()
  assert.match(
    wordsOf((await sergeant.look(`${desk}/concerns`)).body),
    /Lorries on the bridge With a survey 21 November 2026 Waits/,
  )
  assert.equal((await join(id)).status, 303)
  assert.deepEqual([...(await led())], [{ source: 'reply', priority_id: priority }])
  const about = `concern/${id}`
  assert.deepEqual([...(await raised())], [{ kind: 'concern raised', facets: { source: 'council' }, about }])
  const erasing = `${desk}/concerns/sent/${id}/words`
  assert.deepEqual(
    [(await sergeant.send(erasing, { words: '' })).status, (await sergeant.send(erasing, { words: 'x' })).status],
    [303, 409],
  )
  assert.deepEqual([...(await db`select words from councillor_survey_words`)], [{ words: null }])
  assert.deepEqual(
    (await db`select effect from evidence where about = ${about} order by entry`).map((e) => e['effect']),
    ['states', 'erases'],
  )
})
