import assert from 'node:assert/strict'
import test from 'node:test'
import { permissions, type Permission } from '#people/permissions.ts'
import { roles, type Role } from '#people/person.ts'
import { routesOf } from '../src/app.ts'
import { demonstrationSite } from './support/site.ts'

const reach: Readonly<Record<Role, readonly string[]>> = {
  pcso: ['dorset/west-dorset'],
  sergeant: ['dorset/west-dorset'],
  volunteer: ['dorset/west-dorset'],
  inspector: ['dorset/west-dorset', 'dorset/weymouth-and-portland'],
  neo: ['dorset/west-dorset', 'dorset/weymouth-and-portland'],
  smt: ['dorset/west-dorset', 'dorset/weymouth-and-portland'],
  'force-lead': ['dorset/west-dorset', 'dorset/weymouth-and-portland'],
  opcc: ['dorset/west-dorset', 'dorset/weymouth-and-portland'],
  'community-panel': ['dorset/west-dorset', 'dorset/weymouth-and-portland'],
  administrator: ['dorset/west-dorset', 'dorset/weymouth-and-portland', 'devon-and-cornwall/launceston'],
}

/** What each guard lets through, told again here by hand, so that a change of the table is a change of two places. */
function isWelcome(guard: string, role: Role | null, place: string): boolean {
  if (guard === 'everyone') return true
  if (role === null) return false
  if (guard === 'anybody signed in') return true
  const permission = guard.replace(/^may /, '') as Permission
  const named: readonly Role[] = permissions[permission]
  return named.includes(role) && (place === '' || reach[role].includes(place))
}

test('each route lets in just those roles, for just those teams, that the table of permissions names', async (t) => {
  const { url } = await demonstrationSite(t)
  const routes = routesOf({ demonstration: true })
  const guarded = routes.filter(({ guard, path }) => guard.name !== 'everyone' && !path.startsWith('/sign'))
  assert.ok(guarded.length >= 10, 'there are routes to guard')
  const wrong: string[] = []
  for (const role of [null, ...roles]) {
    const cookie = role === null ? '' : await signIn(url, role)
    for (const { method, path, guard } of guarded) {
      const places = path.includes(':team')
        ? ['dorset/west-dorset', 'dorset/weymouth-and-portland', 'devon-and-cornwall/launceston']
        : path.includes(':force')
          ? ['dorset/west-dorset', 'devon-and-cornwall/launceston']
          : ['']
      for (const place of places) {
        const [force = '', team = ''] = place.split('/')
        const address = path.replace(':force', force).replace(':team', team).replaceAll(/:\w+/g, 'none')
        const { status, headers } = await fetch(`${url}${address}`, { method, redirect: 'manual', headers: { cookie } })
        const sentToSignIn = status === 303 && (headers.get('location') ?? '').startsWith('/sign-in')
        const turnedAway = status === 401 || status === 403 || sentToSignIn
        if (turnedAway === isWelcome(guard.name, role, place))
          wrong.push(`${role ?? 'nobody'}: ${method} ${address} answered ${status}`)
      }
    }
  }
  assert.deepEqual(wrong, [])
})

test('a route without a guard does not start', async () => {
  const { checkRoutes, get } = await import('#platform/http/routes.ts')
  const unguarded = get('/secret', undefined as never, () => ({ status: 200, type: 'text/plain', body: '' }))
  assert.throws(() => checkRoutes([unguarded]), /GET \/secret has no guard/)
})

async function signIn(url: string, role: Role): Promise<string> {
  const answer = await fetch(`${url}/sign-in/demonstration`, {
    method: 'POST',
    redirect: 'manual',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: `person=${role}`,
  })
  assert.equal(answer.status, 303)
  return (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
}
