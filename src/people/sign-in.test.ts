import assert from 'node:assert/strict'
import test, { type TestContext } from 'node:test'
import { addPerson } from '#people/add-person.ts'
import { insertPerson } from '#people/people.sql.ts'
import { anybodySignedIn, may } from '#people/permissions.ts'
import { roles } from '#people/person.ts'
import { forgetOldSessions, personOfToken } from '#people/session.ts'
import { signInRoutes } from '#people/sign-in.routes.ts'
import type { Database } from '#platform/database/database.ts'
import { json, text } from '#platform/http/answers.ts'
import { unbuiltAssetPath } from '#platform/http/assets.ts'
import { get } from '#platform/http/routes.ts'
import { buildServer, type Server } from '#platform/http/server.ts'
import { ownLook } from '#platform/look.ts'
import { testDatabase } from '../../test/support/database.ts'

const noon = new Date('2019-11-04T12:00:00Z')
const later = (hours: number) => new Date(noon.getTime() + hours * 3_600_000)
const password = 'harbour lantern seven'

/** A server with one sergeant who has a password, one fictional person of each role, and a clock that can be moved. */
async function station(t: TestContext, demonstration = true) {
  const db = await testDatabase(t)
  const sergeant = {
    forceId: 'dorset',
    teamId: 'dorset/west-dorset',
    name: 'Jo Hart',
    email: 'Jo.Hart@dorset.example',
    role: 'sergeant' as const,
  }
  const id = await addPerson(db, { ...sergeant, password }, { personId: null, now: noon })
  for (const role of roles)
    await insertPerson(
      db,
      {
        forceId: 'dorset',
        teamId: 'dorset/purbeck',
        name: `A ${role}`,
        email: `${role}@demo.example`,
        role,
        fictional: true,
        passwordHash: null,
      },
      noon,
    )
  const clock = { now: noon }
  const server = await serverOf(db, clock, demonstration)
  t.after(() => server.stop())
  return { db, id, clock, server }
}

const serverOf = (db: Database, clock: { now: Date }, demonstration = true): Promise<Server> =>
  buildServer({
    db,
    routes: [
      ...signInRoutes({ demonstration }),
      get('/desk', anybodySignedIn, (visit) => json(visit.person)),
      get('/desk/:team/week', may('see this week'), () => text('the week')),
    ],
    signedIn: (token, now) => personOfToken(db, token, now),
    ready: async () => true,
    siteChrome: ({ person }) => ({
      name: 'Frankpledge',
      homeHref: '/',
      language: 'en',
      look: ownLook,
      navigation: [],
      signedIn: person && { name: person.name, signOutPath: '/sign-out' },
      notice: null,
      footer: null,
      assetPath: unbuiltAssetPath,
    }),
    assets: null,
    secureCookies: false,
    rateLimits: false,
    clock: () => clock.now,
  })

async function send(server: Server, url: string, fields: Record<string, string>, cookie?: string) {
  const headers = { 'content-type': 'application/x-www-form-urlencoded', ...(cookie ? { cookie } : {}) }
  const answer = await server.inject({ method: 'POST', url, headers, payload: new URLSearchParams(fields).toString() })
  return {
    status: answer.statusCode,
    to: answer.headers.location,
    body: answer.body,
    cookie: String(answer.headers['set-cookie'] ?? '').split(';')[0] ?? '',
  }
}

const look = (server: Server, url: string, cookie = '') => server.inject({ url, headers: { cookie } })
const auditOf = (db: Database) =>
  db`select at, person_id, verb, about, detail from audit where verb not like 'add%' order by id`

test('a sergeant signs in by e-mail address and password and is known until signing out', async (t) => {
  const { db, id, server } = await station(t)
  const signedIn = await send(server, '/sign-in', {
    email: 'jo.hart@DORSET.example ',
    password,
    then: '/desk/west-dorset/week?late=1',
  })
  assert.deepEqual([signedIn.status, signedIn.to], [303, '/desk/west-dorset/week?late=1'])
  assert.deepEqual((await look(server, '/desk', signedIn.cookie)).json(), {
    id,
    name: 'Jo Hart',
    roles: ['sergeant'],
    forceId: 'dorset',
    teamId: 'dorset/west-dorset',
  })
  const signedOut = await send(server, '/sign-out', {}, signedIn.cookie)
  assert.deepEqual([signedOut.status, signedOut.to, signedOut.cookie], [303, '/', 'frankpledge='])
  assert.equal((await look(server, '/desk', signedIn.cookie)).headers.location, '/sign-in?then=%2Fdesk')
  assert.deepEqual(
    [...(await auditOf(db))],
    [
      { at: noon, person_id: id, verb: 'sign in', about: `person:${id}`, detail: { how: 'by password' } },
      { at: noon, person_id: id, verb: 'sign out', about: `person:${id}`, detail: {} },
    ],
  )
})

test('a wrong password and an unknown address are answered alike', async (t) => {
  const { db, id, server } = await station(t)
  const wrong = await send(server, '/sign-in', { email: 'jo.hart@dorset.example', password: 'no' })
  const unknown = await send(server, '/sign-in', { email: 'no.body@dorset.example', password: 'no' })
  const fictional = await send(server, '/sign-in', { email: 'sergeant@demo.example', password: '' })
  assert.deepEqual([wrong.status, unknown.status, fictional.status], [422, 422, 422])
  assert.equal(unknown.body.replaceAll('no.body', 'jo.hart'), wrong.body)
  assert.match(wrong.body, /<a href="#email">The e-mail address or the password is not right<\/a>/)
  assert.match(fictional.body, /<a href="#password">Enter your password<\/a>/)
  assert.deepEqual(
    (await auditOf(db)).map((row) => [row['person_id'], row['about']]),
    [
      [null, `person:${id}`],
      [null, 'person:unknown'],
    ],
  )
})

test('a token planted before signing in is worth nothing after', async (t) => {
  const { db, server } = await station(t)
  const first = await send(server, '/sign-in', { email: 'jo.hart@dorset.example', password })
  const second = await send(server, '/sign-in', { email: 'jo.hart@dorset.example', password }, first.cookie)
  const planted = await send(
    server,
    '/sign-in',
    { email: 'jo.hart@dorset.example', password },
    `frankpledge=${'p'.repeat(43)}`,
  )
  const statuses = await Promise.all(
    [first.cookie, second.cookie, `frankpledge=${'p'.repeat(43)}`, planted.cookie].map(
      async (one) => (await look(server, '/desk', one)).statusCode,
    ),
  )
  assert.deepEqual(statuses, [303, 200, 303, 200])
  const kept = await db<{ length: number }[]>`select length(token_hash) as length from session`
  assert.deepEqual([...kept], [{ length: 32 }, { length: 32 }])
})

test('a session ends after twelve hours, or after two unused', async (t) => {
  const { clock, server } = await station(t)
  const { cookie } = await send(server, '/sign-in', { email: 'jo.hart@dorset.example', password })
  const statusAt = async (hours: number) => {
    clock.now = later(hours)
    return (await look(server, '/desk', cookie)).statusCode
  }
  const used = []
  for (const hours of [1.5, 3, 4.9, 6.8, 8.7, 10.6, 11.9, 12.01]) used.push(await statusAt(hours))
  assert.deepEqual(used, [200, 200, 200, 200, 200, 200, 200, 303])
  clock.now = noon
  const idle = await send(server, '/sign-in', { email: 'jo.hart@dorset.example', password })
  clock.now = later(2.01)
  assert.equal((await look(server, '/desk', idle.cookie)).statusCode, 303)
})

test('sessions that are over are forgotten and the others are not', async (t) => {
  const { db, clock, server } = await station(t)
  await send(server, '/sign-in/demonstration', { person: 'pcso' })
  clock.now = later(6)
  const { cookie } = await send(server, '/sign-in/demonstration', { person: 'neo' })
  await forgetOldSessions(db, later(12))
  assert.deepEqual([...(await db`select p.role from session s join person p on p.id = s.person_id`)], [{ role: 'neo' }])
  assert.equal((await look(server, '/desk', cookie)).statusCode, 200)
})

test('a session is known to every process and outlives each', async (t) => {
  const { db, clock, server } = await station(t)
  const { cookie } = await send(server, '/sign-in/demonstration', { person: 'pcso' })
  const other = await serverOf(db, clock)
  t.after(() => other.stop())
  assert.equal((await look(other, '/desk', cookie)).json().name, 'A pcso')
})

test('everybody of the demonstration signs in by one button', async (t) => {
  const { server } = await station(t)
  const shown = await look(server, '/sign-in?then=/desk/purbeck/week')
  assert.deepEqual(
    [...shown.body.matchAll(/name="person" value="([\w-]+)"/g)].map((found) => found[1]),
    [...roles],
  )
  for (const role of roles) {
    const signedIn = await send(server, '/sign-in/demonstration', { person: role, then: '/desk/purbeck/week' })
    assert.deepEqual([signedIn.status, signedIn.to], [303, '/desk/purbeck/week'])
    assert.deepEqual((await look(server, '/desk', signedIn.cookie)).json().roles, [role])
  }
  assert.equal((await send(server, '/sign-in/demonstration', { person: 'chief' })).status, 400)
  assert.equal((await send(server, '/sign-in/demonstration', {})).status, 400)
})

test('where there is no demonstration nobody signs in by a button', async (t) => {
  const { server } = await station(t, false)
  assert.doesNotMatch((await look(server, '/sign-in')).body, /demonstration/)
  assert.equal((await send(server, '/sign-in/demonstration', { person: 'pcso' })).status, 404)
})

test('nobody is led to another site after signing in', async (t) => {
  const { server } = await station(t)
  for (const then of ['//evil.example', 'https://evil.example/', '/\\evil.example', '']) {
    assert.equal((await send(server, '/sign-in/demonstration', { person: 'pcso', then })).to, '/desk')
    assert.match((await look(server, `/sign-in?then=${encodeURIComponent(then)}`)).body, /name="then" value="\/desk"/)
  }
})

test('a PCSO sees their own team’s week, and another’s not', async (t) => {
  const { server } = await station(t)
  const { cookie } = await send(server, '/sign-in/demonstration', { person: 'pcso' })
  const opcc = await send(server, '/sign-in/demonstration', { person: 'opcc' })
  assert.deepEqual(
    [
      (await look(server, '/desk/purbeck/week', cookie)).statusCode,
      (await look(server, '/desk/west-dorset/week', cookie)).statusCode,
      (await look(server, '/desk/purbeck/week', opcc.cookie)).statusCode,
    ],
    [200, 403, 403],
  )
})
