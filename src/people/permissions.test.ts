import assert from 'node:assert/strict'
import test from 'node:test'
import { isAllowed, permissions, type Permission } from '#people/permissions.ts'
import { roles, type Role } from '#people/person.ts'

const person = (role: string, teamId: string | null = 'dorset/west-dorset') => ({
  id: '1',
  name: 'A',
  roles: [role],
  forceId: 'dorset',
  teamId,
})
const own = { force: 'dorset', team: 'west-dorset' }
const neighbours = { force: 'dorset', team: 'purbeck' }
const elsewhere = { force: 'devon-and-cornwall', team: 'west-dorset' }

test('each role may do what the table says and nothing else', () => {
  for (const [permission, said] of Object.entries<readonly Role[]>(permissions))
    for (const role of roles)
      assert.equal(isAllowed(person(role), permission as Permission, own), said.includes(role), `${role} ${permission}`)
  assert.equal(isAllowed(person('chief'), 'see this week', own), false)
})

test('a PCSO, a sergeant and a volunteer work for their own team only', () => {
  for (const role of ['pcso', 'sergeant', 'volunteer'])
    assert.deepEqual(
      [own, neighbours, elsewhere].map((place) => isAllowed(person(role), 'record engagements', place)),
      [true, false, false],
    )
})

test('an inspector and an NEO work for all teams of their force', () => {
  for (const role of ['inspector', 'neo'])
    assert.deepEqual(
      [own, neighbours, elsewhere].map((place) => isAllowed(person(role, null), 'correct evidence', place)),
      [true, true, false],
    )
})

test('an administrator works for every force', () => {
  const administrator = { ...person('administrator', null), forceId: null }
  assert.deepEqual(
    [own, neighbours, elsewhere, {}].map((place) => isAllowed(administrator, 'load frameworks', place)),
    [true, true, true, true],
  )
})

test('a team named without its force is one of the person’s own force', () => {
  assert.deepEqual(
    [{ team: 'west-dorset' }, { team: 'purbeck' }, {}].map((place) =>
      isAllowed(person('pcso'), 'see this week', place),
    ),
    [true, false, true],
  )
  assert.equal(isAllowed(person('pcso', null), 'see this week', { team: 'west-dorset' }), false)
})

test('whoever belongs to no force reaches none', () => {
  assert.equal(isAllowed({ ...person('smt', null), forceId: null }, 'judge contracts', {}), false)
})
