import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import test, { type TestContext } from 'node:test'
import fc from 'fast-check'
import { transaction, type Database } from '#platform/database/database.ts'
import { addDays, day, type Day } from '#platform/day.ts'
import { deskOf, saturday } from '../../../test/support/desk.ts'
import { individual, keeperOf, organisation } from '../../../test/support/network.ts'
import { agreeLevel } from '../agree-level.ts'
import { appointToPost } from '../appoint-to-post.ts'
import { contactRoutes } from '../contacts/contacts.routes.ts'
import { keepKeyIndividual } from '../keep-key-individual.ts'
import { keepOrganisation } from '../keep-organisation.ts'
import { relationshipWith, type RelationshipLine } from '../relationships.sql.ts'
import { dayTyped } from '../typed-parts.ts'
import { meetingRoutes } from './meetings.routes.ts'

const desk = '/desk/dorset/west-dorset/network'
const agreedOn = day('2026-06-30')

/** A council and its clerk, each to be met every month. */
async function councilDesk(t: TestContext) {
  const { db, as } = await deskOf(t, [...meetingRoutes, ...contactRoutes])
  const sergeant = await as('sergeant')
  const keeper = keeperOf(sergeant.id, saturday)
  const council = await transaction(db, (sql) => keepOrganisation(sql, organisation({}), keeper))
  const withClerk = () =>
    transaction(db, async (sql) => {
      const { id } = await keepKeyIndividual(sql, individual({}, saturday), keeper, { forPostAlone: true })
      const held = { id: randomUUID(), organisation: council, role: 'clerk', ward: '', party: null } as const
      return appointToPost(sql, { ...held, keyIndividualId: id, since: day('2026-01-01') }, keeper)
    })
  const clerk = await withClerk()
  const agree = async (subjectId: string | null) => {
    const line = await lineWith(db, subjectId)
    await transaction(db, (sql) => agreeLevel(sql, line, { every: 'P1M', on: agreedOn, with: 'both' }, keeper))
    return line
  }
  await agree(council.subjectId)
  await agree(clerk.subjectId)
  /** One more council: the ledger is never emptied. */
  const another = async () => {
    const told = organisation({ name: `Council ${randomUUID()}` })
    const kept = await transaction(db, (sql) => keepOrganisation(sql, told, keeper))
    return { council: kept, line: await agree(kept.subjectId) }
  }
  const stand = async () => {
    const now = await Promise.all([lineWith(db, council.subjectId), lineWith(db, clerk.subjectId)])
    return now.map(({ lastContactOn, nextDue }) => [lastContactOn, nextDue])
  }
  const record = (heldOn: Day, more: Record<string, string> = {}) => {
    const form = {
      id: randomUUID(),
      with: council.id,
      title: 'Full council',
      came: 'there',
      ...typed('heldOn', heldOn),
    }
    return { ...form, ...more }
  }
  return { db, sergeant, council, another, stand, record }
}

const lineWith = async (db: Database, subjectId: string | null) =>
  (await relationshipWith(db, 'dorset/west-dorset', subjectId ?? '')) as RelationshipLine

const typed = (name: string, on: Day) => dayTyped(name, on) as Record<string, string>

test('D3.1, R39: a council met is in touch from that day, its clerk only where the clerk was there, and a report is no contact', async (t) => {
  const { sergeant, stand, record } = await councilDesk(t)
  const untouched = [null, '2026-07-30']
  await sergeant.send(`${desk}/meetings/new`, record(day('2026-10-05'), { came: 'written report' }))
  assert.deepEqual(await stand(), [untouched, untouched])
  await sergeant.send(`${desk}/meetings/new`, record(day('2026-10-31')))
  assert.deepEqual(await stand(), [['2026-10-31', '2026-11-30'], untouched])
  const both = record(day('2026-11-10'), { withClerk: 'yes' })
  await sergeant.send(`${desk}/meetings/new`, both)
  assert.deepEqual(await stand(), [
    ['2026-11-10', '2026-12-10'],
    ['2026-11-10', '2026-12-10'],
  ])
  const form = await sergeant.look(`${desk}/meetings/${both.id}/correct`)
  assert.match(form.body, /name="withClerk"[^>]*checked/)
  await sergeant.send(`${desk}/meetings/${both.id}/correct`, { ...both, withClerk: '', reason: 'The clerk was away' })
  assert.deepEqual(await stand(), [['2026-11-10', '2026-12-10'], untouched])
  await sergeant.send(`${desk}/meetings/${both.id}/withdraw`, { reason: 'It was called off' })
  assert.deepEqual(await stand(), [['2026-10-31', '2026-11-30'], untouched])
})

test('where nobody is known as the clerk, nobody can say that the clerk was there', async (t) => {
  const { db, sergeant, council, record } = await councilDesk(t)
  await db`delete from post_held`
  await db`update post set role = 'chair' where organisation_id = ${council.id}`
  const refused = await sergeant.send(`${desk}/meetings/new`, record(day('2026-11-10'), { withClerk: 'yes' }))
  assert.deepEqual([refused.status, /Nobody is known as its clerk/.test(refused.body)], [422, true])
  const nobody = record(day('2026-11-10'), { withClerk: 'yes', came: 'nobody' })
  const mistaken = await sergeant.send(`${desk}/meetings/new`, nobody)
  assert.deepEqual([mistaken.status, /You said that nobody of us was there/.test(mistaken.body)], [422, true])
})

const days = fc.integer({ min: 0, max: 140 }).map((n) => addDays(day('2026-07-01'), n))
const steps = fc.array(
  fc.record({ what: fc.constantFrom('call', 'meet', 'put right', 'withdraw'), on: days, which: fc.nat(3) }),
  { minLength: 3, maxLength: 7 },
)

/** The same date of the next month on a wall calendar, or that month's last. */
function monthAfter(from: string): string {
  const [year = 0, month = 0, date = 0] = from.split('-').map(Number)
  const last = new Date(Date.UTC(year, month + 1, 0)).getUTCDate()
  return new Date(Date.UTC(year, month, Math.min(date, last))).toISOString().slice(0, 10)
}

test('D3.1: whatever is logged, met, put right and withdrawn, a council is due a month after the last that stands', async (t) => {
  const { db, sergeant, another, record } = await councilDesk(t)
  await fc.assert(
    fc.asyncProperty(steps, async (told) => {
      const { council, line } = await another()
      const calls: string[] = []
      const met = new Map<string, Day>()
      for (const { what, on, which } of told) {
        const id = [...met.keys()][which % Math.max(1, met.size)]
        if (what === 'call') {
          const call = { id: randomUUID(), with: line.id, how: 'telephone', ...typed('madeOn', on) }
          assert.equal((await sergeant.send(`${desk}/contacts/new`, call)).status, 303)
          calls.push(on)
        } else if (what === 'meet') {
          const form = record(on, { with: council.id })
          assert.equal((await sergeant.send(`${desk}/meetings/new`, form)).status, 303)
          met.set(form.id, on)
        } else if (id !== undefined && what === 'put right') {
          const form = { ...record(on, { with: council.id }), id, reason: 'Another day' }
          assert.equal((await sergeant.send(`${desk}/meetings/${id}/correct`, form)).status, 303)
          met.set(id, on)
        } else if (id !== undefined) {
          assert.equal((await sergeant.send(`${desk}/meetings/${id}/withdraw`, { reason: 'A mistake' })).status, 303)
          met.delete(id)
        }
        const last = [...calls, ...met.values()].toSorted().at(-1) ?? null
        const { lastContactOn, nextDue } = await lineWith(db, council.subjectId)
        assert.deepEqual([lastContactOn, nextDue], [last, monthAfter(last ?? agreedOn)])
      }
    }),
    { numRuns: 12 },
  )
})
