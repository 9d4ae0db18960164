import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import test, { type TestContext } from 'node:test'
import { plannedEngagementRoutes } from '#engagements/planned/planned-engagements.routes.ts'
import { secretOf } from '#platform/form-stamp.sql.ts'
import { stampOf } from '#platform/form-stamp.ts'
import { publicRoutes } from '#public-site/public.routes.ts'
import { deskOf, formOf, hidden, saturday, wordsOf } from '../../../test/support/desk.ts'
import { priorityRoutes } from './priorities.routes.ts'

const team = 'dorset/west-dorset'
const desk = `/desk/${team}`
const set = {
  title: 'Speeding on the A35',
  said: 'People say that cars race past the school.',
  neighbourhood: 'N1',
  concerning: 'crime or ASB location',
  threat: 'medium',
  threatWhy: 'It grows',
  risk: 'medium',
  riskWhy: 'Each morning',
  harm: 'high',
  harmWhy: 'Children cross there',
}

/** West Dorset with one neighbourhood that the ledger knows, and a resident who tells it things. */
async function told(t: TestContext) {
  const { db, server, as } = await deskOf(t, [...priorityRoutes, ...plannedEngagementRoutes, ...publicRoutes])
  await db`insert into neighbourhood (force_id, id, name, team_id) values ('dorset', 'N1', 'Bridport', ${team})`
  await db`
    insert into subject (id, force_id, team_id, kind, label, starts_on) values
      ('west-dorset/neighbourhood/bridport', 'dorset', ${team}, 'neighbourhood', 'Bridport', '2026-01-01'),
      ('west-dorset/web-section/you-said-we-did', 'dorset', ${team}, 'web section', 'You said, we did', '2026-01-01'),
      ('west-dorset/web-section/priorities', 'dorset', ${team}, 'web section', 'Priorities', '2026-01-01')`
  const secret = await secretOf(db)
  const tell = async (fields: Readonly<Record<string, string>>, id = randomUUID()) => {
    const stamp = stampOf(secret, { formId: id, about: team, at: new Date(saturday.getTime() - 60_000) })
    const payload = new URLSearchParams({ id, stamp, ...fields }).toString()
    const headers = { 'content-type': 'application/x-www-form-urlencoded' }
    const { statusCode, body } = await server.inject({ method: 'POST', url: `/${team}/tell-us`, headers, payload })
    return { id, status: statusCode, body }
  }
  const see = async (url: string) => wordsOf((await server.inject({ url })).body)
  const send = async (url: string, fields: Readonly<Record<string, string>> = {}) =>
    server.inject({
      method: 'POST',
      url,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: new URLSearchParams(fields).toString(),
    })
  return { db, as, tell, see, send }
}

test('a concern becomes a priority, is worked on, and is closed when those who raised it know what came of it', async (t) => {
  const { db, as, tell, see, send } = await told(t)
  const [pcso, sergeant] = [await as('pcso'), await as('sergeant')]
  const concern = await tell({
    words: 'They race past the school',
    place: 'A35',
    neighbourhood: 'N1',
    address: 'R@Example.org',
  })
  await db`update concern_address set confirmed_at = ${saturday}`
  const newId = randomUUID()
  const triage = { decision: 'new priority', newId, title: 'Speeding', said: 'Cars are too fast.' }
  assert.deepEqual((({ status, to }) => [status, to])(await pcso.send(`${desk}/concerns/${concern.id}`, triage)), [
    303,
    `${desk}/priorities/${newId}`,
  ])
  const one = `${desk}/priorities/${newId}`
  assert.equal((await pcso.send(`${one}/set`, { ...set, revision: '1' })).status, 403)
  const step = async (slug: string, fields: Readonly<Record<string, string>> = {}) =>
    (await sergeant.send(`${one}/${slug}`, { revision: await revisionOf(), ...fields })).status
  const revisionOf = async () => String((await db`select revision from priority where id = ${newId}`)[0]?.['revision'])

  assert.equal(await step('set', set), 303)
  assert.equal(await step('plan', { plan: 'Check speeds with the community.' }), 303)
  const begun = await sergeant.send(`${one}/begin`, { revision: await revisionOf() })
  assert.deepEqual([begun.status, /needs an engagement of its own first/.test(begun.body)], [409, true])
  const planned = await pcso.look(`${desk}/events/new?priorities=priority/${newId}`)
  assert.match(wordsOf(planned.body), /Speeding on the A35, Bridport, since 21 November 2026/)
  assert.equal((await pcso.send(`${desk}/events/new`, { ...formOf(planned.body), ...event })).status, 303)
  assert.equal(await step('begin'), 303)

  const task = {
    id: randomUUID(),
    what: 'Stand by the school with the speed gun',
    who: `person/${pcso.id}`,
    ...due,
    shown: 'yes',
  }
  assert.equal((await pcso.send(`${one}/task`, task)).status, 303)
  assert.equal((await pcso.send(`${one}/actions/${task.id}/done`, {})).status, 303)
  const update = { id: randomUUID(), words: 'We checked speeds on three mornings.' }
  for (const _ of ['once', 'twice']) assert.equal((await pcso.send(`${one}/update`, update)).status, 303)
  assert.equal(await step('close'), 409)
  const report = { id: randomUUID(), outcome: 'done', words: 'There is a new sign, and cars are slower.' }
  assert.equal(await step('report-back', report), 303)
  assert.equal(await step('close'), 303)

  const [mail] = await db<{ to: string; text: string }[]>`select to_address as "to", body_text as text from mail
    where not asks_first`
  assert.equal(mail?.to, 'r@example.org')
  assert.match(mail?.text ?? '', /It is done\. There is a new sign, and cars are slower\./)
  assert.deepEqual(await kindsOf(db), [
    ['concern raised', 'concern', 'public'],
    ['priority set', 'priority', 'higher'],
    ['engagement strand planned', 'priority', undefined],
    ['priority addressed', 'priority', 'action'],
    ['outcome communicated', 'priority', 'priority'],
    ['information shared', 'priority', 'web page'],
    ['priority addressed', 'priority', 'done'],
    ['outcome communicated', 'priority', 'previous priority'],
    ['information shared', 'priority', 'web page'],
    ['concern answered', 'concern', undefined],
  ])
  const shown = await see(`/${team}/priorities/${newId}`)
  assert.match(
    shown,
    /Raised by fewer than 5 people .*Done\. There is a new sign.*We checked speeds.*Stand by the school/,
  )
  assert.doesNotMatch(shown, /race past the school They|r@example\.org|The pcso/)

  const link = /(\/my-concern\/[\w-]{43})/.exec(mail?.text ?? '')?.[1] ?? ''
  assert.match(await see(link), /It is done\. There is a new sign.*Is it not fixed\?/)
  for (const _ of ['once', 'twice'])
    assert.equal((await send(link, { words: 'The sign is gone again' })).statusCode, 200)
  assert.match(wordsOf((await sergeant.look(one)).body), /reopened .* The sign is gone again/)
  assert.match(await see(`/${team}/priorities/${newId}?page=2`), /We opened it again: it was not fixed\./)
  assert.equal((await send(`/my-concern/${'x'.repeat(43)}`)).statusCode, 404)
})

const event = {
  title: 'Speed watch',
  method: 'street corner meeting',
  place: 'School gate',
  'heldOn-day': '28',
  'heldOn-month': '11',
  'heldOn-year': '2026',
  begins: '08:00',
  ends: '09:00',
}
const due = { 'dueOn-day': '30', 'dueOn-month': '11', 'dueOn-year': '2026' }

/** Each row of the ledger: its kind, what it is about, and the facet that tells most. */
async function kindsOf(db: Awaited<ReturnType<typeof told>>['db']) {
  const rows = await db<{ kind: string; about: string; facets: Record<string, string> }[]>`
    select kind, about, facets from evidence order by entry`
  return rows.map(({ kind, about, facets }) => [
    kind,
    about.split('/')[0],
    facets['source'] ??
      facets['threat, risk and harm'] ??
      facets['outcome'] ??
      facets['linked to'] ??
      facets['channel'],
  ])
}

test('of two officers who set a priority at once the second is told, and keeps what they typed', async (t) => {
  const { db, as } = await told(t)
  const [sergeant, inspector] = [await as('sergeant'), await as('inspector')]
  const id = randomUUID()
  const proposal = { id, title: 'Litter', said: 'Litter on the beach.', neighbourhood: '' }
  for (const _ of ['once', 'twice']) assert.equal((await sergeant.send(`${desk}/priorities/new`, proposal)).status, 303)
  const opened = hidden((await inspector.look(`${desk}/priorities/${id}/set`)).body, 'revision')
  assert.equal((await sergeant.send(`${desk}/priorities/${id}/set`, { ...set, revision: opened })).status, 303)
  const mine = { ...set, revision: opened, title: 'Litter and bottles', harmWhy: 'Glass in the sand' }
  const late = await inspector.send(`${desk}/priorities/${id}/set`, mine)
  assert.equal(late.status, 409)
  assert.match(
    wordsOf(late.body),
    /Somebody else changed this while you typed.*It is now set ?, by The sergeant.*Speeding on the A35/,
  )
  assert.deepEqual((({ title, harmWhy, revision }) => [title, harmWhy, revision])(formOf(late.body)), [
    'Litter and bottles',
    'Glass in the sand',
    '2',
  ])
  assert.deepEqual(
    [...(await db`select title, revision from priority`)],
    [{ title: 'Speeding on the A35', revision: 2 }],
  )
})

test('a priority that is not set gives its concerns back, so that none is lost', async (t) => {
  const { as, tell } = await told(t)
  const sergeant = await as('sergeant')
  const { id } = await tell({ words: 'Too much noise at night' })
  const newId = randomUUID()
  const triage = { decision: 'new priority', newId, title: 'Noise', said: 'Noise at night.' }
  await sergeant.send(`${desk}/concerns/${id}`, triage)
  assert.match(wordsOf((await sergeant.look(`${desk}/concerns`)).body), /No concern waits/)
  assert.equal((await sergeant.send(`${desk}/priorities/${newId}/turn-down`, { revision: '1', why: '' })).status, 422)
  assert.equal(
    (await sergeant.send(`${desk}/priorities/${newId}/turn-down`, { revision: '1', why: 'Moved' })).status,
    303,
  )
  assert.match(wordsOf((await sergeant.look(`${desk}/concerns`)).body), /One concern waits .*Too much noise at night/)
})
