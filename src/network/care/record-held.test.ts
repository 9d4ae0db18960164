import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import test from 'node:test'
import { transaction } from '#platform/database/database.ts'
import { writeMail } from '#platform/mail/write-mail.ts'
import { caredFor, keepSomebody } from '../../../test/support/cared.ts'
import { deskOf, saturday, wordsOf } from '../../../test/support/desk.ts'
import { relationshipWith } from '../relationships.sql.ts'
import { remindOfDue } from '../reminders/remind-of-due.ts'
import { careRoutes } from './care.routes.ts'
import { givenRecordRoutes } from './given-record.routes.ts'
import { eraseKeyIndividual } from './erase-key-individual.ts'
import { recordHeld } from './record-held.ts'
import { keeperOf } from '../../../test/support/network.ts'

const team = 'dorset/west-dorset'
const site = 'https://police.example'

async function mailed(t: Parameters<typeof deskOf>[0]) {
  const { db, as } = await deskOf(t, [...careRoutes, ...givenRecordRoutes])
  const inspector = await as('inspector')
  const { person, post } = await keepSomebody(db, inspector.id, saturday)
  const keeper = keeperOf(inspector.id, saturday)
  const own = await relationshipWith(db, team, person.subjectId ?? '')
  const asClerk = await relationshipWith(db, team, post.subjectId ?? '')
  assert.ok(own && asClerk)
  const handover = randomUUID()
  await db`
    insert into handover (id, team_id, from_person, handed_on, handed_at, then_what)
    values (${handover}, ${team}, ${inspector.id}, '2026-11-20', ${saturday}, 'stays')`
  const [introduction] = await db<{ id: string }[]>`
    insert into introduction (handover_id, relationship_id, to_person, draft, sent, due_on)
    values (${handover}, ${asClerk.id}, ${inspector.id}, 'Dear {name}', true, '2026-12-18') returning id`
  const before = new Date('2026-10-20T12:00:00Z')
  const mail = (about: string, subject: string) => ({
    to: 'zephyrine@example.org',
    subject,
    text: 'Dear Zephyrine',
    about,
  })
  await transaction(db, async (sql) => {
    await writeMail(sql, [mail(`relationship/${asClerk.id}`, 'Of the clerk before')], before)
    await writeMail(sql, [mail(`key-individual/${randomUUID()}`, 'Of somebody else')], saturday)
    await writeMail(sql, [mail(`introduction/${introduction?.id}`, 'Who keeps in touch with you')], saturday)
  })
  const sent = new Date('2026-11-20T09:00:00Z')
  await transaction(db, async (sql) => {
    await writeMail(sql, [mail(`key-individual/${caredFor}`, 'What is held about you')], sent)
    await sql`update mail set sent_at = ${sent} where written_at = ${sent}`
    await writeMail(sql, [mail(`relationship/${own.id}`, 'Somebody corrected')], new Date('2026-11-19T09:00:00Z'))
  })
  return { db, inspector, keeper }
}

test('the copy that somebody asks for tells of each mail to them and about them, and of each reminder', async (t) => {
  const { db, inspector } = await mailed(t)
  const reminded = new Date('2026-12-05T06:10:00Z')
  assert.equal(await remindOfDue(db, { at: reminded, site }), 1)
  const held = await recordHeld(db, { teamId: team, id: caredFor }, { showsSensitive: false })
  const sentAt = new Date('2026-11-20T09:00:00Z')
  assert.deepEqual(
    [[...(held?.mails ?? [])], [...(held?.reminders ?? [])]],
    [
      [
        { at: saturday, sentAt: null, subject: 'Who keeps in touch with you', toThem: true },
        { at: sentAt, sentAt, subject: 'What is held about you', toThem: true },
        { at: new Date('2026-11-19T09:00:00Z'), sentAt: null, subject: 'Somebody corrected', toThem: false },
      ],
      [{ at: reminded, dueOn: '2026-12-10' }],
    ],
  )
  const copy = await inspector.send(`/desk/${team}/network/individuals/${caredFor}/export`, {})
  assert.match(
    wordsOf(copy.body),
    /21 November 2026, to you: Who keeps in touch with you \(not sent\) 20 November 2026, to you: What is held about you 19 November 2026, to whoever keeps in touch with you: Somebody corrected \(not sent\) 5 December 2026: whoever keeps in touch with you was reminded that you are due by 10 December 2026/,
  )
  assert.match(copy.body, /"reminders":\[\{"at":"2026-12-05T06:10:00.000Z","dueOn":"2026-12-10"\}\]/)
})

test('an introduction that waits to be sent to somebody does not go once they are erased', async (t) => {
  const { db, keeper } = await mailed(t)
  await transaction(db, (sql) => eraseKeyIndividual(sql, { id: caredFor, reason: 'they asked for it' }, keeper))
  const left =
    await db`select about from mail where about like 'introduction/%' or about = ${`key-individual/${caredFor}`} and to_address is not null`
  assert.deepEqual([...left], [])
})
