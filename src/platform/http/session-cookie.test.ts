import assert from 'node:assert/strict'
import test from 'node:test'
import { redirect, text, withSession } from '#platform/http/answers.ts'
import { everyone, get, post } from '#platform/http/routes.ts'
import { cookie, served, token } from '../../../test/support/served.ts'

test('a session is one cookie that no script and no other site can use', async (t) => {
  const routes = [
    post('/in', everyone, () => withSession(redirect('/desk'), token)),
    post('/out', everyone, () => withSession(redirect('/'), null)),
  ]
  const setting = async (secureCookies: boolean, url: string) =>
    (await (await served(t, routes, { secureCookies })).inject({ method: 'POST', url })).headers['set-cookie']
  assert.equal(
    await setting(true, '/in'),
    `__Host-frankpledge=${token}; Max-Age=43200; Path=/; HttpOnly; Secure; SameSite=Lax`,
  )
  assert.equal(await setting(false, '/in'), `frankpledge=${token}; Max-Age=43200; Path=/; HttpOnly; SameSite=Lax`)
  assert.equal(await setting(false, '/out'), 'frankpledge=; Max-Age=0; Path=/; HttpOnly; SameSite=Lax')
})

test('a cookie that is no session is nobody’s', async (t) => {
  const server = await served(t, [get('/a', everyone, (visit) => text(visit.person?.name ?? 'nobody'))])
  const who = async (given: string) => (await server.inject({ url: '/a', headers: { cookie: given } })).body
  assert.deepEqual(
    [
      await who(cookie),
      await who('frankpledge=short'),
      await who(`frankpledge=${'b'.repeat(43)}`),
      await who('frankpledge=%E0; x'),
      await who(`x${cookie}`),
    ],
    ['Alex', 'nobody', 'nobody', 'nobody', 'nobody'],
  )
})
