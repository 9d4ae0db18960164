import assert from 'node:assert/strict'
import test from 'node:test'
import { addPerson } from '#people/add-person.ts'
import { testDatabase } from '../../test/support/database.ts'

const program = { personId: null, now: new Date('2019-11-04T12:00:00Z') }

test('one e-mail address is one person, and a weak password is nobody’s', async (t) => {
  const db = await testDatabase(t)
  const asked = {
    forceId: 'dorset',
    teamId: null,
    name: 'Jo Hart',
    email: 'Jo.Hart@dorset.example',
    role: 'inspector',
    password: 'harbour lantern seven',
  } as const
  await addPerson(db, asked, program)
  await assert.rejects(addPerson(db, { ...asked, email: 'JO.HART@dorset.example' }, program), /is here already/)
  await assert.rejects(
    addPerson(db, { ...asked, email: 'x@y.example', password: 'hart hart 1234' }, program),
    /your own name/,
  )
  assert.equal((await db`select from person`).length, 1)
})
