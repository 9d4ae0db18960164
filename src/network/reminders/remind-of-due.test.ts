import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import test, { type TestContext } from 'node:test'
import { transaction } from '#platform/database/database.ts'
import { day, type Day } from '#platform/day.ts'
import { outboxOf } from '#platform/mail/mail.sql.ts'
import { openSmtp } from '#platform/mail/smtp.ts'
import { sendDueMail } from '#platform/mail/send-mail.ts'
import { deskOf, saturday } from '../../../test/support/desk.ts'
import { mailbox } from '../../../test/support/mailbox.ts'
import { individual, keeperOf, organisation } from '../../../test/support/network.ts'
import { agreeLevel } from '../agree-level.ts'
import { keepKeyIndividual } from '../keep-key-individual.ts'
import { keepOrganisation } from '../keep-organisation.ts'
import { logContact } from '../log-contact.ts'
import { relationshipWith, type RelationshipLine } from '../relationships.sql.ts'
import { mostListed } from './due-mail.ts'
import { remindOfDue } from './remind-of-due.ts'

const site = 'https://police.example'
const relationships = `${site}/desk/dorset/west-dorset/network/relationships`

/** A team with a council, a key individual and a mail server; days are counted from Saturday 21 November 2026. */
async function begun(t: TestContext) {
  const { db, as } = await deskOf(t, [])
  const sergeant = await as('sergeant')
  const keeper = keeperOf(sergeant.id, saturday)
  const server = await mailbox(t)
  const sender = await openSmtp({ smtpUrl: server.url, from: 'police@example.org' })
  t.after(() => sender.close())
  const council = organisation({})
  const person = individual({ speaksFor: 'a mosque' }, saturday)
  const subjects = await transaction(db, async (sql) => [
    (await keepOrganisation(sql, council, keeper)).subjectId,
    (await keepKeyIndividual(sql, person, keeper)).subjectId,
  ])
  const line = async (subjectId: string | null | undefined): Promise<RelationshipLine> => {
    const found = await relationshipWith(db, keeper.teamId, subjectId ?? '')
    assert.ok(found)
    return found
  }
  const [ofCouncil, ofPerson] = [await line(subjects[0]), await line(subjects[1])]
  const agree = (one: RelationshipLine, every: string, on: Day) =>
    transaction(db, (sql) => agreeLevel(sql, one, { every, on, with: 'both' }, keeper))
  const contact = (relationship: RelationshipLine, madeOn: Day) =>
    transaction(db, (sql) =>
      logContact(sql, {
        id: randomUUID(), relationshipId: relationship.id, teamId: keeper.teamId, madeOn, how: 'visit', heard: '', voiced: '', promised: '', promisedBy: null, facets: [], // prettier-ignore
      }, relationship, { ...keeper, at: new Date(`${madeOn}T18:00:00Z`) })) // prettier-ignore
  /** What the job writes so many days later, early in the morning, and what has arrived then. */
  const morning = async (days: number) => {
    const at = new Date(Date.parse('2026-11-21T06:10:00Z') + days * 86_400_000)
    const before = server.received.length
    const written = await remindOfDue(db, { at, site })
    await sendDueMail(db, sender, () => at)
    assert.equal((await outboxOf(db, at)).waiting, 0)
    assert.equal(server.received.length - before, written)
    return server.received
      .slice(before)
      .map(({ to, headers, text }) => ({ to: to[0], subject: headers['subject'], text }))
  }
  return { db, as, sergeant, keeper, ofCouncil, ofPerson, agree, contact, morning }
}

const addressOf = async ({ db }: Pick<Awaited<ReturnType<typeof begun>>, 'db'>, id: string) =>
  (await db<{ email: string }[]>`select email from person where id = ${id}`)[0]?.email

test('an owner is told in one mail what falls due within a week, each once for its day, and of a new day again (D3.1)', async (t) => {
  const desk = await begun(t)
  const { db, sergeant, ofCouncil, ofPerson, agree, contact, morning } = desk
  assert.deepEqual(await morning(0), [])
  await agree(ofCouncil, 'P1M', day('2026-11-02'))
  await agree(ofPerson, 'P1M', day('2026-11-04'))
  assert.deepEqual(await morning(3), [], 'eight days before, nothing is said')
  assert.deepEqual(await morning(6), [
    {
      to: await addressOf(desk, sergeant.id),
      subject: '2 to keep in touch with soon',
      text: `These fall due by what was agreed:

2 December 2026: Bridport Town Council
${relationships}/${ofCouncil.id}

4 December 2026: a key individual
${relationships}/${ofPerson.id}

Once a contact is logged, the next day to keep in touch by follows from it.`,
    },
  ])
  for (const days of [6, 7, 12]) assert.deepEqual(await morning(days), [], 'nobody is told twice of one day')
  await contact(ofCouncil, day('2026-11-28'))
  const subjects = async (days: number) => (await morning(days)).map(({ subject }) => subject)
  assert.deepEqual(await subjects(20), [])
  assert.deepEqual(await subjects(31), ['Somebody to keep in touch with soon'])
  assert.deepEqual(
    [...(await db`select due_on as due, relationship_id as of from due_reminder order by due_on`)],
    [
      { due: '2026-12-02', of: ofCouncil.id },
      { due: '2026-12-04', of: ofPerson.id },
      { due: '2026-12-28', of: ofCouncil.id },
    ],
  )
  const told = { verb: 'remind of what falls due', about: `person/${sergeant.id}` }
  assert.deepEqual(
    [...(await db`select verb, about, detail from audit where verb = ${told.verb} order by id`)],
    [
      { ...told, detail: { relationships: 2 } },
      { ...told, detail: { relationships: 1 } },
    ],
  )
})

test('whoever was kept in touch with before the reminder, or lapsed before it, is not in it', async (t) => {
  const { ofCouncil, ofPerson, agree, contact, morning } = await begun(t)
  await agree(ofCouncil, 'P1M', day('2026-10-28'))
  await agree(ofPerson, 'P1M', day('2026-10-20'))
  await contact(ofCouncil, day('2026-11-20'))
  assert.deepEqual(await morning(0), [])
})

test('a weekly level is told of from its middle on, so that no mail follows each contact the next morning (R39)', async (t) => {
  const { ofCouncil, agree, morning } = await begun(t)
  await agree(ofCouncil, 'P1W', day('2026-11-20'))
  assert.deepEqual([(await morning(2)).length, (await morning(3)).length], [0, 1])
})

test('nobody is told of what has ended, and whoever has left is told of nothing: the new owner is', async (t) => {
  const desk = await begun(t)
  const { db, as, sergeant, ofCouncil, ofPerson, agree, morning } = desk
  await agree(ofCouncil, 'P1M', day('2026-10-28'))
  await agree(ofPerson, 'P1M', day('2026-10-28'))
  await db`update relationship set ended_on = '2026-11-21' where id = ${ofPerson.id}`
  // The database itself refuses that an owner leaves; this is what a copy from before that rule may hold.
  await db`alter table person disable trigger user`
  await db`update person set ended_on = '2026-11-20' where id = ${sergeant.id}`
  assert.deepEqual(await morning(0), [])
  const pcso = await as('pcso')
  await db`update relationship set owner_id = ${pcso.id}`
  const told = await morning(1)
  assert.deepEqual(told.map(({ to }) => to), [await addressOf(desk, pcso.id)]) // prettier-ignore
  assert.doesNotMatch(told[0]?.text ?? '', /key individual/)
})

test('an owner with an address to which no mail can go is told once it is put right, and of many the mail lists twenty', async (t) => {
  const { db, sergeant, keeper, morning } = await begun(t)
  await transaction(db, async (sql) => {
    for (let n = 1; n <= mostListed + 2; n++) {
      const { subjectId } = await keepOrganisation(sql, organisation({ name: `Council ${100 + n}` }), keeper)
      const one = await relationshipWith(sql, keeper.teamId, subjectId ?? '')
      assert.ok(one)
      await agreeLevel(sql, one, { every: 'P1M', on: day('2026-10-24'), with: 'both' }, keeper)
    }
  })
  await db`update person set email = 'not one@example.org' where id = ${sergeant.id}`
  assert.deepEqual(await morning(0), [])
  await db`update person set email = 'sergeant@example.org' where id = ${sergeant.id}`
  const [mail, ...others] = await morning(0)
  assert.equal(others.length, 0)
  assert.equal(mail?.subject, `${mostListed + 2} to keep in touch with soon`)
  assert.equal(mail?.text.match(/: Council/g)?.length, mostListed)
  assert.match(mail?.text ?? '', /Council 120\n.*\n\nAnd 2 more\. See them all at your desk:\n.*\/network\n/)
})

test('two processes that remind at once write one mail', async (t) => {
  const { db, ofCouncil, agree } = await begun(t)
  await agree(ofCouncil, 'P1M', day('2026-10-24'))
  const at = saturday
  const written = await Promise.all([1, 2, 3].map(() => remindOfDue(db, { at, site })))
  assert.deepEqual([written.toSorted(), (await outboxOf(db, at)).waiting], [[0, 0, 1], 1])
})
