import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import test from 'node:test'
import { communityPanel } from '../../../test/support/community.ts'
import { wordsOf } from '../../../test/support/desk.ts'
import { forgetMembers } from './forget-members.ts'

const site = 'https://police.example'
const on = (day: string) => ({ at: new Date(`${day}T05:00:00Z`), site })

test('thirty days after the last vote of a sitting that nobody closed its members are forgotten, and its convener is told once', async (t) => {
  const { db, convener, one, id, invite, vote, anybody } = await communityPanel(t)
  const link = await invite('Ada Lovelace')
  await vote(link, 'kept its word')
  const mailed = { id: randomUUID(), linkId: randomUUID(), label: 'Bess', email: 'bess@example.org' }
  await convener.send(`${one}/members`, mailed)
  const members = () => db`select label, email from community_member order by place`
  assert.equal(await forgetMembers(db, on('2026-12-28')), 0)
  assert.deepEqual(
    [...(await members())],
    [
      { label: 'Ada Lovelace', email: null },
      { label: 'Bess', email: 'bess@example.org' },
    ],
  )
  assert.equal(await forgetMembers(db, on('2026-12-29')), 1)
  assert.equal(await forgetMembers(db, on('2026-12-30')), 0)
  assert.deepEqual(
    [...(await members())],
    [
      { label: 'Member 1', email: null },
      { label: 'Member 2', email: null },
    ],
  )
  const [own] = await db`select email from person where id = ${convener.id}`
  const mails = await db<{ to: string; subject: string; text: string }[]>`
    select to_address as to, subject, body_text as text from mail where to_address is not null order by to_address`
  assert.deepEqual(
    mails.map(({ to, subject }) => ({ to, subject })),
    [{ to: own?.['email'], subject: 'The community panel of 21 November 2026 is not closed' }],
  )
  assert.ok(mails[0]?.text.includes(`${site}${one}\n`))
  assert.deepEqual(
    [...(await db`select verb, person_id from audit where about = ${`sitting/${id}`} order by id desc limit 1`)],
    [{ verb: 'forget the members of a sitting', person_id: null }],
  )
  assert.equal((await anybody.look(link)).status, 410)
  assert.deepEqual([...(await db`select count(*)::int as votes from community_vote`)], [{ votes: 1 }])
})

test('a sitting whose members were forgotten takes no new ones and brings no link back, but can be closed', async (t) => {
  const { db, convener, one, invite, anybody } = await communityPanel(t)
  const link = await invite('Ada')
  await db`update community_sitting set opens_on = '2026-10-01', held_on = '2026-10-02', closes_on = '2026-10-03'`
  await forgetMembers(db, on('2026-11-20'))
  const page = wordsOf((await convener.look(one)).body)
  assert.match(page, /who they were was forgotten on 20 November 2026\. Their votes are kept\./)
  assert.doesNotMatch(page, /Invite somebody|Make a new link/)
  const late = await convener.send(`${one}/members`, {
    id: randomUUID(),
    linkId: randomUUID(),
    label: 'Cleo',
    email: '',
  })
  assert.equal(late.status, 409)
  assert.match(wordsOf(late.body), /Links to this sitting ended on 2 November 2026/)
  assert.match(wordsOf((await anybody.look(link)).body), /This link does not work any more/)
  assert.equal((await convener.send(`${one}/close`, {})).status, 303)
  assert.match(wordsOf((await anybody.look(link)).body), /This link was ended/)
})

test('where whoever convened a sitting has left, those are told who may convene one', async (t) => {
  const { db, as, convener } = await communityPanel(t)
  const lead = await as('force-lead')
  await as('sergeant', 'dorset/west')
  await db`update person set ended_on = '2026-12-01' where id = ${convener.id}`
  await forgetMembers(db, on('2026-12-29'))
  assert.deepEqual([...(await db`select p.id from mail m join person p on p.email = m.to_address`)], [{ id: lead.id }])
})
