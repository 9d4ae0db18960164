import assert from 'node:assert/strict'
import test from 'node:test'
import { change, followedTeam, ids, pathIn, site } from '../../test/support/followed.ts'
import { saturday } from '../../test/support/desk.ts'
import { forgetFollowers, tellFollowers } from './tell-followers.ts'

const daysLater = (days: number) => new Date(saturday.getTime() + days * 24 * 60 * 60_000)

test('somebody who follows a date is told once that it moved, beside how it was', async (t) => {
  const { db, mails, follow, tell } = await followedTeam(t)
  await follow('jo@example.org')
  assert.equal(await tell(), 0)
  await change(db, ids.first, {
    held_on: '2026-12-10',
    begins: '14:00',
    ends: '15:00',
    place: 'Town hall',
    moved: true,
    reason: 'Training',
  })
  assert.deepEqual([await tell(), await tell()], [1, 0])
  const [mail, ...others] = await mails()
  assert.deepEqual(others, [])
  const leave = pathIn(mail?.text ?? '')
  assert.deepEqual(mail, {
    to: 'jo@example.org',
    subject: 'Changed: Library surgery, Wednesday 2 December 2026',
    leaveAt: `${site}${leave}`,
    text: `Library surgery was changed.
It was: Wednesday 2 December 2026, 10:30 to 12:00, Bridport library
It is now: Thursday 10 December 2026, 14:00 to 15:00, Town hall
Why: Training
See it: ${site}/dorset/west-dorset/events/${ids.first}
For your calendar: ${site}/dorset/west-dorset/events/${ids.first}/event.ics

West Dorset neighbourhood policing team, Dorset Police

Nobody reads answers to this mail. Call 999 in an emergency, 101 otherwise.

You asked us to tell you of changes. To stop this mail:
${site}${leave}`,
  })
})

test('who asked in Welsh is told in Welsh, and leaves where each mail program finds it', async (t) => {
  const { db, mails, follow, tell } = await followedTeam(t)
  await follow('jo@example.org')
  await db`update follower set language = 'cy'`
  await change(db, ids.first, { held_on: '2026-12-10', moved: true, reason: 'Training' })
  assert.equal(await tell(), 1)
  const [mail] = await mails()
  const leave = pathIn(mail?.leaveAt ?? '')
  assert.deepEqual(mail, {
    to: 'jo@example.org',
    subject: 'Wedi newid: Library surgery, Dydd Mercher 2 Rhagfyr 2026',
    leaveAt: `${site}${leave}`,
    text: mailInWelsh(leave),
  })
})

test('a date that is cancelled is told with the reason, and one that is over is not told at all', async (t) => {
  const { db, mails, follow, tell } = await followedTeam(t)
  await follow('jo@example.org', { follows: 'series' })
  await change(db, ids.first, { held_on: '2026-11-20', state: 'cancelled', reason: 'Flood' })
  await change(db, ids.second, { state: 'cancelled', reason: 'Storm' })
  assert.equal(await tell(), 1)
  const [mail] = await mails()
  assert.equal(mail?.subject, 'Cancelled: Library surgery, Wednesday 9 December 2026')
  assert.match(
    mail?.text ?? '',
    /^Library surgery is cancelled\.\nIt was to be: Wednesday 9 December 2026, 10:30 to 12:00, Bridport library\nWhy: Storm\n/,
  )
})

test('a series that moves is one mail to each who follows it, in whatever ways, and none to those of another team', async (t) => {
  const { db, mails, follow, tell } = await followedTeam(t)
  for (const follows of ['event', 'series', 'team']) await follow('jo@example.org', { follows })
  await follow('sam@example.org', { follows: 'series' })
  await follow('al@example.org', { follows: 'team' }, '/dorset/purbeck/events/follow')
  for (const id of [ids.first, ids.second, ids.third]) await change(db, id, { begins: '11:00', moved: true })
  assert.equal(await tell(), 2)
  assert.deepEqual(
    (await mails()).map(({ to, subject, text }) => [to, subject, text.match(/It is now: \w+ \d+/g)]),
    ['jo@example.org', 'sam@example.org'].map((to) => [
      to,
      '3 dates of West Dorset changed',
      ['It is now: Wednesday 2', 'It is now: Wednesday 9', 'It is now: Wednesday 16'],
    ]),
  )
  await change(db, ids.market, { place: 'Bucky Doo Square' })
  assert.equal(await tell(), 1)
  assert.deepEqual((await mails()).map(({ to }) => to).toSorted(), [
    'jo@example.org',
    'jo@example.org',
    'sam@example.org',
  ])
})

test('nobody is told before they said yes; what changed meanwhile is told then', async (t) => {
  const { db, mails, ask, confirm, tell } = await followedTeam(t)
  await ask('jo@example.org')
  await change(db, ids.first, { place: 'Town hall' })
  assert.equal(await tell(), 0)
  assert.equal((await confirm('jo@example.org')).status, 200)
  assert.equal(await tell(), 1)
  assert.match(
    (await mails()).find(({ leaveAt }) => leaveAt !== null)?.text ?? '',
    /It was: .*Bridport library\nIt is now: .*Town hall\n/,
  )
})

test('somebody who asks after a change is told only of later ones', async (t) => {
  const { db, follow, tell } = await followedTeam(t)
  await change(db, ids.first, { place: 'Town hall' })
  await follow('jo@example.org')
  assert.equal(await tell(), 0)
  await change(db, ids.first, { place: 'Church hall' })
  assert.equal(await tell(), 1)
})

test('two workers that tell at the same moment tell nobody twice', async (t) => {
  const { db, mails, follow } = await followedTeam(t)
  const addresses = Array.from({ length: 12 }, (_, n) => `resident-${n}@example.org`)
  for (const address of addresses) await follow(address, { follows: 'team' })
  for (const id of [ids.first, ids.market]) await change(db, id, { place: 'Town hall' })
  const telling = { at: saturday, site, most: 5 }
  const told = await Promise.all([tellFollowers(db, telling), tellFollowers(db, telling), tellFollowers(db, telling)])
  assert.equal(
    told.reduce((total, n) => total + n, 0),
    12,
  )
  assert.deepEqual(
    (await mails()).map(({ to }) => to),
    addresses.toSorted(),
  )
})

test('who wished it is reminded once on the day before, from nine by the clocks of the force', async (t) => {
  const { db, mails, follow, tell } = await followedTeam(t)
  await follow('jo@example.org', { reminder: 'yes' })
  await follow('sam@example.org')
  const counts = []
  for (const at of ['2026-11-30T12:00', '2026-12-01T08:59', '2026-12-01T09:00', '2026-12-01T09:01', '2026-12-02T09:00'])
    counts.push(await tell(new Date(`${at}Z`)))
  assert.deepEqual(counts, [0, 0, 1, 0, 0])
  const [mail] = await mails()
  assert.deepEqual([mail?.to, mail?.subject], ['jo@example.org', 'Tomorrow: Library surgery, 10:30'])
  await change(db, ids.first, { held_on: '2026-12-15', moved: true })
  assert.deepEqual(
    [await tell(new Date('2026-12-02T09:30Z')), await tell(new Date('2026-12-14T10:00Z'))],
    [2, 1],
    'a date that moved is told, and reminded of anew',
  )
})

test('an address goes when it was never confirmed, or 30 days after the last date that it follows', async (t) => {
  const { db, ask, follow } = await followedTeam(t)
  await follow('event@example.org')
  await follow('series@example.org', { follows: 'series' })
  await ask('never@example.org')
  const left = async (days: number) => {
    await forgetFollowers(db, daysLater(days))
    return (await db<{ address: string }[]>`select address from follower order by 1`).map(({ address }) => address)
  }
  assert.deepEqual(await left(6.9), ['event@example.org', 'never@example.org', 'series@example.org'])
  assert.deepEqual(await left(7.1), ['event@example.org', 'series@example.org'])
  assert.deepEqual([...(await db`select to_address from mail where to_address = 'never@example.org'`)], [])
  assert.deepEqual(await left(41), ['event@example.org', 'series@example.org'])
  assert.deepEqual(await left(42), ['series@example.org'])
  assert.deepEqual(await left(56), [])
})

const mailInWelsh = (leave: string) => `Mae Library surgery wedi newid.
O’r blaen: Dydd Mercher 2 Rhagfyr 2026, 10:30 tan 12:00, Bridport library
Nawr: Dydd Iau 10 Rhagfyr 2026, 10:30 tan 12:00, Bridport library
Pam: Training
Gweler: ${site}/cy/dorset/west-dorset/events/${ids.first}
Ar gyfer eich calendr: ${site}/cy/dorset/west-dorset/events/${ids.first}/event.ics

Tîm plismona cymdogaeth West Dorset, Dorset Police

Nid oes neb yn darllen atebion i’r e-bost hwn. Ffoniwch 999 mewn argyfwng, 101 fel arall.

Gofynnoch i ni roi gwybod i chi am newidiadau. I stopio’r e-byst hyn:
${site}/cy${leave}`
