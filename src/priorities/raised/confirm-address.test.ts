import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import test, { type TestContext } from 'node:test'
import { findForce } from '#areas/areas.sql.ts'
import { followerRoutes } from '#followers/followers.routes.ts'
import { transaction } from '#platform/database/database.ts'
import { secretOf } from '#platform/form-stamp.sql.ts'
import { stampOf } from '#platform/form-stamp.ts'
import { priorityRoutes } from '#priorities/course/priorities.routes.ts'
import { deskOf, saturday, wordsOf } from '../../../test/support/desk.ts'
import { addressesOf } from './concerns-sent.sql.ts'
import { sayYesToAnswer } from './confirm-address.ts'
import { forgetConcernAddresses } from './say-not-fixed.ts'
import { sendConcern } from './send-concern.ts'

const team = 'dorset/west-dorset'
const desk = `/desk/${team}`
const answer = { decision: 'not ours', words: 'Tell the council.' }
const daysLater = (days: number) => new Date(saturday.getTime() + days * 24 * 60 * 60_000)

/** A team, residents who tell it what matters to them, and all mail that is written meanwhile. */
async function toldTeam(t: TestContext) {
  const { db, server, as } = await deskOf(t, [...priorityRoutes, ...followerRoutes({ sendsMail: true })])
  const secret = await secretOf(db)
  const send = async (url: string, fields: Readonly<Record<string, string>> = {}) => {
    const payload = new URLSearchParams(fields).toString()
    const headers = { 'content-type': 'application/x-www-form-urlencoded' }
    const { statusCode, body, headers: answered } = await server.inject({ method: 'POST', url, headers, payload })
    return { status: statusCode, words: wordsOf(body), to: answered.location }
  }
  const look = async (url: string) => {
    const { statusCode, body, headers } = await server.inject({ url })
    return { status: statusCode, words: wordsOf(body), headers }
  }
  const tell = async (address: string) => {
    const id = randomUUID()
    const stamp = stampOf(secret, { formId: id, about: team, at: new Date(saturday.getTime() - 60_000) })
    assert.equal((await send(`/${team}/tell-us`, { id, stamp, words: 'Potholes', address })).status, 303)
    return id
  }
  const mails = async () => [
    ...(await db<{ to: string; subject: string; text: string }[]>`
      select to_address as "to", subject, body_text as text from mail order by written_at, asks_first desc, id`),
  ]
  const linkTo = async (address: string) =>
    /https?:\/\/[^/]+(\/my-concern\/confirm\/[\w-]{43})/.exec(
      (await mails()).findLast(({ to }) => to === address)?.text ?? '',
    )?.[1] ?? ''
  return { db, as, send, look, tell, mails, linkTo }
}

test('an address left with a concern is asked first, and its owner says yes by a button, not by looking', async (t) => {
  const { db, as, send, look, tell, mails, linkTo } = await toldTeam(t)
  const id = await tell('R@Example.org')
  const [asked] = await mails()
  assert.deepEqual(
    [asked?.to, asked?.subject],
    ['r@example.org', 'Do you want to be told what West Dorset police do about what you told them?'],
  )
  assert.doesNotMatch(asked?.text ?? '', /Potholes/, 'what was said is not for whoever has the address')
  const link = await linkTo('r@example.org')
  const shown = await look(link)
  assert.match(shown.words, /Do you want us to tell you what comes of it\?/)
  assert.deepEqual(
    [shown.headers['cache-control'], shown.headers['referrer-policy'], shown.headers['x-robots-tag']],
    ['no-store', 'no-referrer', 'noindex'],
  )
  const confirmed = async () => [...(await db`select confirmed_at is not null as yes from concern_address`)]
  assert.deepEqual(await confirmed(), [{ yes: false }], 'looking says nothing')
  for (const _ of ['once', 'twice']) assert.match((await send(link)).words, /We will tell you/)
  assert.deepEqual(await confirmed(), [{ yes: true }])
  await (await as('pcso')).send(`${desk}/concerns/${id}`, answer)
  assert.deepEqual(
    (await mails()).map(({ to, text }) => [to, text.includes('Tell the council.')]),
    [
      ['r@example.org', false],
      ['r@example.org', true],
    ],
  )
  assert.deepEqual(
    [...(await db`select person_id from audit where verb = 'say yes to an answer'`)],
    [{ person_id: null }],
  )
})

test('nobody who has not said yes is told anything; who says yes after the answer is told it then, once', async (t) => {
  const { as, send, tell, mails, linkTo } = await toldTeam(t)
  const sergeant = await as('sergeant')
  const [answered, led] = [await tell('a@example.org'), await tell('b@example.org')]
  const newId = randomUUID()
  await sergeant.send(`${desk}/concerns/${answered}`, answer)
  await sergeant.send(`${desk}/concerns/${led}`, {
    decision: 'new priority',
    newId,
    title: 'Holes',
    said: 'Deep holes.',
  })
  const [a, b] = [await linkTo('a@example.org'), await linkTo('b@example.org')]
  assert.equal((await mails()).length, 2, 'both were asked and neither was told')
  for (const link of [a, a]) await send(link)
  assert.deepEqual(
    (await mails()).slice(2).map(({ to, text }) => [to, /Tell the council\./.test(text)]),
    [['a@example.org', true]],
  )
  assert.match((await sergeant.look(`${desk}/concerns/${led}`)).body, /Potholes/)
  await send(b)
  assert.equal((await mails()).length, 3, 'nothing came of the other yet')
})

test('who says yes after the outcome was reported is told it with a link of their own', async (t) => {
  const { db, as, send, tell, mails, linkTo } = await toldTeam(t)
  const led = await tell('b@example.org')
  const newId = randomUUID()
  await (
    await as('sergeant')
  ).send(`${desk}/concerns/${led}`, { decision: 'new priority', newId, title: 'Holes', said: 'Deep holes.' })
  await db`update priority set state = 'reported back', outcome = 'done', report_back = 'Filled.', level = 'standard',
    set_on = '2026-11-20' where id = ${newId}`
  await send(await linkTo('b@example.org'))
  const told = (await mails()).at(-1)
  assert.equal(told?.subject, 'What came of what you told West Dorset police')
  assert.match(told?.text ?? '', /It is done\. Filled\./)
  assert.equal((await send(/(\/my-concern\/[\w-]{43})/.exec(told?.text ?? '')?.[1] ?? '')).status, 200)
})

test('an address whose owner says nothing is forgotten after seven days, with its mail, and its link is dead', async (t) => {
  const { db, send, look, tell, linkTo } = await toldTeam(t)
  await tell('never@example.org')
  await tell('yes@example.org')
  const never = await linkTo('never@example.org')
  await send(await linkTo('yes@example.org'))
  const left = async (days: number) => {
    await forgetConcernAddresses(db, daysLater(days))
    return (await db<{ address: string }[]>`select address from concern_address order by 1`).map((one) => one.address)
  }
  assert.deepEqual(await left(6.9), ['never@example.org', 'yes@example.org'])
  assert.deepEqual(await left(7.1), ['yes@example.org'])
  assert.deepEqual([...(await db`select id from mail where to_address = 'never@example.org'`)], [])
  for (const dead of [never, '/my-concern/confirm/short', `/my-concern/confirm/${'x'.repeat(43)}`])
    assert.deepEqual([(await look(dead)).status, (await send(dead)).status], [404, 404])
  assert.deepEqual(await left(364), ['yes@example.org'])
  assert.deepEqual(await left(366), [])
})

test('a link to say yes works for seven days', async (t) => {
  const { db, look, tell, linkTo } = await toldTeam(t)
  await tell('late@example.org')
  const link = await linkTo('late@example.org')
  await db`update concern_address set left_at = ${daysLater(-7.1)}`
  assert.equal((await look(link)).status, 404)
})

test('an address is asked three times a day at most, whatever its owner is asked about', async (t) => {
  const { db, send, tell, mails } = await toldTeam(t)
  const follow = `/${team}/events/follow`
  for (let n = 0; n < 2; n++) await send(follow, { address: 'r@example.org', follows: 'team' })
  for (let n = 0; n < 3; n++) await tell('r@example.org')
  assert.equal((await mails()).length, 3)
  assert.equal((await db`select from concern_sent`).count, 3, 'what was said is kept all the same')
  assert.equal((await db`select from concern_address`).count, 1)
  await db`update mail set written_at = ${daysLater(-1.1)}`
  await tell('r@example.org')
  assert.equal((await mails()).length, 4)
})

test('who told us in Welsh is asked in Welsh, and answered in the language in which they said yes', async (t) => {
  const { db, mails } = await toldTeam(t)
  const force = await findForce(db, 'dorset')
  assert.ok(force)
  const site = 'https://police.example'
  const tell = { address: 'w@example.org', language: 'cy', teamName: 'West Dorset', site } as const
  const sent = { id: randomUUID(), teamId: team, words: 'Tyllau', place: '', neighbourhoodId: null, tell }
  await transaction(db, (sql) => sendConcern(sql, sent, force, saturday))
  const [asked] = await mails()
  assert.match(asked?.subject ?? '', /^A hoffech gael gwybod beth mae heddlu West Dorset/)
  const [, token = ''] =
    /\n\nOs mai chi .*\nhttps:\/\/police\.example\/cy\/my-concern\/confirm\/(.{43})\n/.exec(asked?.text ?? '') ?? []
  const language = async () => (await addressesOf(db, [sent.id])).map((one) => one.language)
  assert.deepEqual(await language(), [])
  await transaction(db, (sql) => sayYesToAnswer(sql, { token, language: 'cy', site }, saturday))
  assert.deepEqual(await language(), ['cy'])
})
