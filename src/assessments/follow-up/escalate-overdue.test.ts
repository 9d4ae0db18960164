import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import test, { type TestContext } from 'node:test'
import { outboxOf } from '#platform/mail/mail.sql.ts'
import { sendDueMail } from '#platform/mail/send-mail.ts'
import { openSmtp } from '#platform/mail/smtp.ts'
import { wordsOf } from '../../../test/support/desk.ts'
import { mailbox } from '../../../test/support/mailbox.ts'
import { asked, recommended } from '../../../test/support/recommended.ts'
import { escalateOverdue } from './escalate-overdue.ts'

const site = 'https://police.example'

/** A recommendation, somebody at each level, and a mail server. */
async function overdue(t: TestContext) {
  const desk = await recommended(t)
  const { db, as } = desk
  const [inspector, smt, lead] = [await as('inspector'), await as('smt'), await as('force-lead')]
  const server = await mailbox(t)
  const sender = await openSmtp({ smtpUrl: server.url, from: 'police@example.org' })
  t.after(() => sender.close())
  const emails = new Map(
    (await db<{ id: string; email: string }[]>`select id, email from person`).map((p) => [p.email, p.id]),
  )
  /** What the job writes on a morning, as arrived: to whom, and the text. */
  const morning = async (on: string) => {
    const at = new Date(`${on}T06:15:00Z`)
    const before = server.received.length
    const written = await escalateOverdue(db, { at, site })
    await sendDueMail(db, sender, () => at)
    assert.deepEqual([(await outboxOf(db, at)).waiting, server.received.length - before], [0, written])
    return server.received.slice(before).map(({ to, text }) => ({ to: emails.get(to[0] ?? ''), text }))
  }
  const told = async (on: string) => (await morning(on)).map(({ to }) => to)
  return { ...desk, inspector, smt, lead, morning, told }
}

const sorted = (...people: { readonly id: string }[]) => people.map(({ id }) => id).toSorted()

test('what is not answered by its clock is told to the owner, then the Inspector, senior management and the panel, each once', async (t) => {
  const desk = await overdue(t)
  const { db, sergeant, inspector, smt, lead, chair, second, third, morning, told, recommendationId: id, list } = desk
  await db`insert into round_conflict (round_id, contract_id, person_id, why, declared_at)
    values (${desk.id}, 'dorset/west/2019', ${third.id}, 'A cousin', now())`
  // Another of the commissioner’s office, who does not sit on this panel, is told nothing.
  await desk.as('opcc')
  assert.deepEqual(await told('2026-12-21'), [], 'the day itself is still in time')
  const text = `The OPCC panel recommended this, and it is not answered or not done by its day:

West: Be there
Overdue since 22 December 2026
${site}${list}#recommendation-${id}

Answer it, say what shows that it is done, or ask the panel for more time. The public reads that it is overdue.`
  assert.deepEqual(await morning('2026-12-22'), [{ to: sergeant.id, text }])
  for (const on of ['2026-12-22', '2026-12-23', '2026-12-28']) assert.deepEqual(await told(on), [], on)
  assert.deepEqual(await told('2026-12-29'), [inspector.id])
  assert.deepEqual((await told('2027-01-12')).toSorted(), sorted(smt, lead))
  assert.deepEqual((await told('2027-02-02')).toSorted(), sorted(chair, second), 'not the member with a conflict')
  assert.deepEqual(await told('2027-05-01'), [])
  const rows = await db`select level, overdue_since, escalated_on from recommendation_escalation order by escalated_on`
  assert.deepEqual(
    rows.map(({ level, overdue_since, escalated_on }) => [level, overdue_since, escalated_on]),
    [
      ['owner', '2026-12-22', '2026-12-22'],
      ['inspector', '2026-12-22', '2026-12-29'],
      ['senior management', '2026-12-22', '2027-01-12'],
      ['panel', '2026-12-22', '2027-02-02'],
    ],
  )
  const audited = await db`select person_id, about, detail from audit where verb = 'escalate' order by id limit 1`
  const detail = { level: 'owner', overdueSince: '2026-12-22' }
  assert.deepEqual([...audited], [{ person_id: null, about: `recommendation/${id}`, detail }])
  assert.match(
    wordsOf((await inspector.look(list)).body),
    /Told that it is overdue The owner, 22 December 2026 The Inspector/,
  )
})

test('once it is answered the day by which it is to be done begins anew, and where more time was given, the later one', async (t) => {
  const { told, sergeant, chair, list, follow, recommendationId: id } = await overdue(t)
  await sergeant.send(`${list}/${id}/answer`, { id: randomUUID(), words: 'We will be' })
  assert.deepEqual(await told('2027-02-01'), [])
  await sergeant.send(`${follow}/time`, { id: randomUUID(), timeWords: 'Snow', ...asked('until', '2027-03-01') })
  await chair.send(`/desk/dorset/recommendations/${id}/time`, { id: randomUUID(), decision: 'grant', words: 'Yes' })
  assert.deepEqual(await told('2027-02-20'), [])
  assert.deepEqual(await told('2027-03-02'), [sergeant.id])
})

test('where the owner has left, those who can give it to another are told; nobody who left is', async (t) => {
  const { db, told, sergeant, inspector, smt, lead } = await overdue(t)
  await db`update person set ended_on = '2026-12-01' where id in (${sergeant.id}, ${smt.id})`
  assert.deepEqual(await told('2026-12-22'), [inspector.id])
  assert.deepEqual((await told('2027-01-12')).toSorted(), sorted(inspector, lead))
})

test('a job that was not run for weeks tells everybody at once, and three processes at once tell each but once', async (t) => {
  const { db } = await overdue(t)
  const at = new Date('2027-01-12T06:15:00Z')
  const written = await Promise.all([1, 2, 3].map(() => escalateOverdue(db, { at, site })))
  assert.deepEqual(written.toSorted(), [0, 0, 4])
  assert.equal((await outboxOf(db, at)).waiting, 4)
})
