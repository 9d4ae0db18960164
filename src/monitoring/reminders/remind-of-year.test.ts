import assert from 'node:assert/strict'
import test, { type TestContext } from 'node:test'
import { saveDays } from '#assessments/rounds/rounds.sql.ts'
import { day } from '#platform/day.ts'
import { outboxOf } from '#platform/mail/mail.sql.ts'
import { sendDueMail } from '#platform/mail/send-mail.ts'
import { openSmtp } from '#platform/mail/smtp.ts'
import { testDatabase } from '../../../test/support/database.ts'
import { deskOf } from '../../../test/support/desk.ts'
import { smallForce } from '../../../test/support/force.ts'
import { mailbox } from '../../../test/support/mailbox.ts'
import { panel } from '../../../test/support/panel.ts'
import { remindOfYear } from './remind-of-year.ts'
import { momentOf, type YearStep } from './year-step.ts'

const site = 'https://police.example'
const own = '/desk/dorset/west/contract'

/** West and East, whose contracts end on 1 August 2020, with a Sergeant of West, an Inspector and a mail server. */
async function year(t: TestContext) {
  const db = await testDatabase(t)
  await smallForce(db)
  const { as } = await deskOf(t, [], db)
  const [sergeant, inspector] = [await as('sergeant', 'dorset/west'), await as('inspector')]
  const server = await mailbox(t)
  const sender = await openSmtp({ smtpUrl: server.url, from: 'police@example.org' })
  t.after(() => sender.close())
  const morning = async (on: string) => {
    const at = new Date(`${on}T06:25:00Z`)
    const before = server.received.length
    const written = await remindOfYear(db, { at, site })
    await sendDueMail(db, sender, () => at)
    assert.deepEqual([(await outboxOf(db, at)).waiting, server.received.length - before], [0, written])
    const emails = new Map((await db<{ id: string; email: string }[]>`select id, email from person`).map((p) => [p.email, p.id])) // prettier-ignore
    return server.received.slice(before).map(({ to, headers, text }) => ({ to: emails.get(to[0] ?? ''), subject: headers['subject'], text })) // prettier-ignore
  }
  const told = async (on: string) => (await morning(on)).map(({ to }) => to).toSorted()
  return { db, as, sergeant, inspector, morning, told, both: [sergeant.id, inspector.id].toSorted() }
}

const draftOf2020 = (db: Awaited<ReturnType<typeof year>>['db'], slug: string) => db`
  insert into contract_draft (contract_id, team_id, year, document, follows, made_at)
  values (${`dorset/${slug}/2020`}, ${`dorset/${slug}`}, 2020, '{"span": {"from": "2020-08-02", "to": "2021-08-01"}}',
    ${`dorset/${slug}/2019`}, now())`

const course = (
  db: Awaited<ReturnType<typeof year>>['db'],
  state: string,
  owner: string | null,
  due: string | null,
) => db`
  insert into contract_course (contract_id, team_id, state, owner_id, due_on)
  values ('dorset/west/2020', 'dorset/west', ${state}, ${owner}, ${due})
  on conflict (contract_id) do update set state = excluded.state, owner_id = excluded.owner_id, due_on = excluded.due_on`

test('a contract that ends in thirty days without a next one is told once before its day and once after (R01)', async (t) => {
  const { db, sergeant, inspector, morning, told, both } = await year(t)
  assert.deepEqual(await told('2020-07-01'), [])
  const mails = await morning('2020-07-02')
  assert.deepEqual(mails.map(({ to }) => to).toSorted(), both)
  const line = (team: string, slug: string) => `Contract 2019 of ${team} ends, and the next one is not begun.
By 1 August 2020.
${site}/desk/dorset/${slug}/contract/2019`
  const settled = 'Once the step is taken, or somebody else has it in hand, this is settled.'
  const of = (id: string) => mails.find(({ to }) => to === id)?.text
  assert.equal(of(sergeant.id), `${line('West', 'west')}\n\n${settled}`)
  assert.equal(of(inspector.id), `${line('East', 'east')}\n\n${line('West', 'west')}\n\n${settled}`)
  for (const on of ['2020-07-02', '2020-07-20', '2020-08-01']) assert.deepEqual(await told(on), [], on)
  await draftOf2020(db, 'east')
  const after = await morning('2020-08-02')
  assert.deepEqual(after.map(({ to }) => to).toSorted(), both)
  assert.match(after[0]?.text ?? '', /Contract 2019 of West ends[^]*It was due by 1 August 2020/)
  assert.deepEqual(await told('2020-08-20'), [])
  const audited = await db`select about, detail from audit where verb = 'remind of a step' order by id desc limit 1`
  const detail = { step: 'begin the next contract', moment: 'after' }
  assert.deepEqual([...audited], [{ about: 'contract:dorset/west/2019', detail }])
})

test('whoever has the next step in hand is reminded before and after the day that was set; where they left, whoever takes such steps', async (t) => {
  const { db, as, sergeant, inspector, morning, told } = await year(t)
  await Promise.all(['west', 'east'].map((slug) => draftOf2020(db, slug)))
  await course(db, 'draft', sergeant.id, '2020-06-10')
  assert.deepEqual(await told('2020-06-02'), [])
  const [mail] = await morning('2020-06-03')
  assert.deepEqual(mail, {
    to: sergeant.id,
    subject: 'A step of a contract’s year is due',
    text: `Contract 2020 of West is to be submitted for signature.
By 10 June 2020.
${site}${own}/2020

Once the step is taken, or somebody else has it in hand, this is settled.`,
  })
  assert.deepEqual(await told('2020-06-10'), [])
  const [late] = await morning('2020-06-11')
  assert.deepEqual([late?.to, late?.subject], [sergeant.id, 'A step of a contract’s year is overdue'])
  await course(db, 'draft', sergeant.id, '2020-06-20')
  assert.deepEqual(await told('2020-06-15'), [sergeant.id], 'a new day is told of anew')
  await course(db, 'signed', sergeant.id, '2020-06-20')
  await db`update person set ended_on = '2020-06-15' where id = ${sergeant.id}`
  assert.deepEqual(await told('2020-06-16'), [], 'there is nobody of senior management yet')
  const smt = await as('smt')
  assert.deepEqual(await told('2020-06-17'), [smt.id])
  await course(db, 'submitted', null, null)
  assert.deepEqual(await told('2020-07-18'), [], 'fifteen days before the year begins')
  assert.deepEqual(await told('2020-07-19'), [inspector.id])
})

test('three processes that remind at once write each mail once', async (t) => {
  const { db } = await year(t)
  const at = new Date('2020-07-02T06:25:00Z')
  const written = await Promise.all([1, 2, 3].map(() => remindOfYear(db, { at, site })))
  assert.deepEqual([written.toSorted(), (await outboxOf(db, at)).waiting], [[0, 0, 2], 2])
})

test('a self evaluation that is not drafted is told of fourteen days before the round of its panel opens', async (t) => {
  const { db, open, id, as } = await panel(t)
  const sergeant = await as('sergeant', 'dorset/west')
  await open()
  const days = { scoringOn: day('2027-01-10'), moderationOn: day('2027-01-10'), closesOn: day('2027-01-20') }
  await saveDays(db, id, { opensOn: day('2027-01-05'), ...days })
  const remind = (on: string) => remindOfYear(db, { at: new Date(`${on}T06:25:00Z`), site })
  assert.deepEqual([await remind('2026-12-21'), await remind('2026-12-22')], [0, 1])
  const [mail] = await db<{ to: string; text: string }[]>`select to_address as to, body_text as text from mail`
  const [{ email } = { email: '' }] = await db<{ email: string }[]>`select email from person where id = ${sergeant.id}`
  assert.equal(mail?.to, email)
  assert.match(
    mail?.text ?? '',
    /Contract 2019 of West needs its self evaluation drafted before the round[^]*By 5 January 2027/,
  )
})

test('a day that somebody set is told a week before, a year’s own earlier, and nothing of it for ever', () => {
  const step: YearStep = {
    contractId: 'dorset/west/2020',
    teamId: 'dorset/west',
    teamName: 'West',
    year: 2020,
    state: 'draft',
    what: 'next step',
    dueOn: day('2020-08-02'),
    ownDay: false,
    ownerId: null,
    today: day('2020-07-03'),
  }
  const at = (today: string, more: Partial<YearStep> = {}) => momentOf({ ...step, today: day(today), ...more })
  assert.deepEqual(
    [at('2020-07-02'), at('2020-07-03'), at('2020-08-02'), at('2020-08-03')],
    [null, 'before', 'before', 'after'],
  )
  assert.deepEqual([at('2020-10-01'), at('2020-10-02')], ['after', null])
  assert.deepEqual([at('2020-07-25', { ownDay: true }), at('2020-07-26', { ownDay: true })], [null, 'before'])
  assert.deepEqual([at('2020-07-18', { state: 'signed' }), at('2020-07-19', { state: 'signed' })], [null, 'before'])
})
