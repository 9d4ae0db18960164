import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import test, { type TestContext } from 'node:test'
import { transaction } from '#platform/database/database.ts'
import { day } from '#platform/day.ts'
import { deskOf, saturday, wordsOf } from '../../../test/support/desk.ts'
import { individual, keeperOf, organisation } from '../../../test/support/network.ts'
import { appointToPost } from '../appoint-to-post.ts'
import { keepKeyIndividual } from '../keep-key-individual.ts'
import { keepOrganisation } from '../keep-organisation.ts'
import { councilRoutes } from './councils.routes.ts'
import { surveyRoutes } from './surveys.routes.ts'

const councils = '/desk/dorset/west-dorset/councils'

/** A desk whose council has so many councillors; the first has an e-mail address. */
async function councillorsDesk(t: TestContext, many: number) {
  const { db, as } = await deskOf(t, [...councilRoutes, ...surveyRoutes])
  const sergeant = await as('sergeant')
  const keeper = keeperOf(sergeant.id, saturday)
  await transaction(db, async (sql) => {
    const council = await keepOrganisation(sql, organisation({}), keeper)
    for (let n = 0; n < many; n++) {
      const told = { name: `Fictional Councillor ${n}`, email: n === 0 ? 'first@example.org' : null }
      const person = await keepKeyIndividual(sql, individual(told, saturday), keeper, { forPostAlone: true })
      const seat = { id: randomUUID(), keyIndividualId: person.id, party: 'Fictional Party', since: day('2025-05-01') }
      await appointToPost(sql, { ...seat, organisation: council, role: 'councillor', ward: 'North' }, keeper)
    }
  })
  return { db, as, sergeant }
}

const reply = { 'feel-informed': 'agree', 'receive-timely-information': 'neither', 'share-information': 'disagree' }

type Councillors = Awaited<ReturnType<typeof councillorsDesk>>

/** The addresses of everybody asked: those that the desk hands over, and those in the mails. */
async function ask({ db, sergeant }: Councillors): Promise<string[]> {
  const sent = await sergeant.send(`${councils}/surveys`, { id: randomUUID() })
  assert.equal(sent.status, 200)
  const mails = await db<{ text: string }[]>`select body_text as text from mail`
  const words = [sent.body, ...mails.map(({ text }) => text)].join(' ')
  return [...new Set([...words.matchAll(/\/reply\/[\w-]{43}/g)].map(([path]) => path))]
}

const close = async ({ db, sergeant }: Councillors) => {
  const [survey] = await db<{ id: string }[]>`select id from councillor_survey where closed_on is null`
  return sergeant.send(`${councils}/surveys/${survey?.id}/close`, {})
}

const surveyed = ({ db }: Councillors) =>
  db<{ quantities: object; facets: object }[]>`
    select quantities, facets from evidence where kind = 'survey answered' order by seq`

test('councillors answer by a link of their own, once, and the ledger learns the sums when the survey is closed', async (t) => {
  const desk = await councillorsDesk(t, 6)
  const links = await ask(desk)
  assert.equal(links.length, 6)
  assert.equal((await desk.sergeant.send(`${councils}/surveys`, { id: randomUUID() })).status, 409)
  for (const link of links.slice(0, 5)) assert.equal((await desk.sergeant.send(link, reply)).status, 200)
  const again = await desk.sergeant.send(links[0] ?? '', { ...reply, 'feel-informed': 'disagree' })
  assert.deepEqual([again.status, (await desk.sergeant.look(links[0] ?? '')).status], [409, 409])
  assert.deepEqual([...(await surveyed(desk))], [])
  assert.match(wordsOf((await desk.sergeant.look(councils)).body), /5 of 6 answered so far/)
  assert.equal((await close(desk)).status, 303)
  assert.deepEqual(
    [...(await surveyed(desk))],
    [
      { quantities: { agree: 5, answers: 5 }, facets: { question: 'feel informed', group: 'councillors' } },
      {
        quantities: { agree: 0, answers: 5 },
        facets: { question: 'receive timely information', group: 'councillors' },
      },
      { quantities: { agree: 0, answers: 5 }, facets: { question: 'share information', group: 'councillors' } },
    ],
  )
  assert.equal((await desk.sergeant.send(links[5] ?? '', reply)).status, 409)
})

test('of fewer than five answers nobody is told what they were, and none is kept', async (t) => {
  const desk = await councillorsDesk(t, 5)
  const links = await ask(desk)
  for (const link of links.slice(0, 4)) await desk.sergeant.send(link, reply)
  await close(desk)
  assert.deepEqual([...(await surveyed(desk))], [])
  assert.deepEqual([...(await desk.db`select * from councillor_survey_count`)], [])
  assert.match(wordsOf((await desk.sergeant.look(councils)).body), /4 of 5 answered\. Closed .* Too few/)
})

test('two answers by one link at once are counted once', async (t) => {
  const desk = await councillorsDesk(t, 1)
  const [link = ''] = await ask(desk)
  const sent = await Promise.all([1, 2, 3].map(() => desk.sergeant.send(link, reply)))
  assert.deepEqual(sent.map(({ status }) => status).toSorted(), [200, 409, 409])
  const rows = await desk.db`select sum(count)::int as sum from councillor_survey_count`
  assert.deepEqual([...rows], [{ sum: 3 }])
})

test('no token, name, party or address of a councillor is kept with the answers, or enters ledger, audit or log', async (t) => {
  const desk = await councillorsDesk(t, 5)
  const links = await ask(desk)
  for (const link of links) await desk.sergeant.send(link, reply)
  await close(desk)
  const { db } = desk
  const kept = JSON.stringify([
    await db`select * from councillor_survey_invitation`,
    await db`select * from councillor_survey_count`,
    await db`select * from evidence`,
    await db`select verb, about, detail from audit`,
  ])
  assert.doesNotMatch(kept, /Fictional|example\.org/)
  for (const link of links) assert.ok(!kept.includes(link.slice(7)))
})

test('a link that was guessed leads nowhere, one that is old is over, and a form with nothing in it says what is missing', async (t) => {
  const desk = await councillorsDesk(t, 1)
  const [link = ''] = await ask(desk)
  assert.equal((await desk.sergeant.look(`/reply/${'a'.repeat(43)}`)).status, 404)
  const empty = await desk.sergeant.send(link, { 'feel-informed': 'agree' })
  assert.deepEqual([empty.status, /Say whether you receive information in time/.test(empty.body)], [422, true])
  assert.match(empty.body, /value="agree" checked/)
  assert.match(wordsOf(empty.body), /not for emergencies/)
  await desk.db`update councillor_survey set expires_at = ${saturday}`
  assert.equal((await desk.sergeant.look(link)).status, 409)
  assert.equal((await desk.sergeant.send(link, reply)).status, 409)
})

test('only an inspector or administrator names the inspector for councillors', async (t) => {
  const { db, as, sergeant } = await councillorsDesk(t, 0)
  const inspector = await as('inspector')
  const form = { id: randomUUID(), inspector: inspector.id }
  assert.equal((await sergeant.send(`${councils}/inspector`, form)).status, 403)
  assert.equal((await inspector.send(`${councils}/inspector`, { ...form, inspector: sergeant.id })).status, 422)
  assert.equal((await inspector.send(`${councils}/inspector`, form)).status, 303)
  await inspector.send(`${councils}/inspector`, form)
  const rows = await db`select kind, facets, subjects from evidence`
  assert.deepEqual([...rows], [{ kind: 'inspector named', facets: { named: true }, subjects: [] }])
  assert.match(
    wordsOf((await sergeant.look(councils)).body),
    /responsible for councillors The inspector, since 21 November 2026/,
  )
})
