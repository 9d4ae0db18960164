import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import test from 'node:test'
import { communityPanel, daysOf, linkIn } from '../../../test/support/community.ts'
import { hidden, wordsOf } from '../../../test/support/desk.ts'

test('a member reads what was promised by a link alone, votes, goes on later, and the newest vote counts', async (t) => {
  const { db, anybody, convener, one, invite, vote } = await communityPanel(t)
  const link = await invite('for the anglers')
  assert.match(
    wordsOf((await convener.look(one)).body),
    /Make a new link ?, for the anglers End the link ?, for the anglers/,
  )
  const place = await anybody.look(link)
  assert.match(
    wordsOf(place.body),
    /Your place on the community panel It is held on 21 November 2026: Bridport town hall\. You can vote until 28 November 2026/,
  )
  assert.match(wordsOf(place.body), /first time that this link is used/)
  const form = (await anybody.look(`${link}/contracts/west`)).body
  assert.match(
    wordsOf(form),
    /How it stands on .*not for reporting crime.*999.*Face to face.*Did the team keep its word\?/,
  )
  const first = await vote(link, 'kept its word', { grade: '' })
  assert.deepEqual([first.status, first.to], [303, `${link}?saved=west`])
  assert.match(
    wordsOf((await anybody.look(`${link}?saved=west`)).body),
    /kept\. You can change it.*You chose for 1 standard/,
  )
  const again = { 'comment-D-2': '<script>alert(1)</script>', comment: 'On the whole' }
  assert.equal((await vote(link, 'cannot say', again)).status, 303)
  const shown = (await anybody.look(`${link}/contracts/west`)).body
  assert.match(shown, /value="cannot say" checked/)
  assert.match(shown, /&lt;script&gt;alert\(1\)&lt;\/script&gt;/)
  assert.doesNotMatch(shown, /<script>alert/)
  assert.deepEqual(
    [
      ...(await db`select c.choice from community_vote v join community_vote_choice c on c.vote_id = v.id order by v.place`),
    ],
    [{ choice: 'kept its word' }, { choice: 'cannot say' }],
  )
})

test('who saves in the middle comes back to the next standard, and a month after the end a link opens nothing', async (t) => {
  const { db, anybody, invite, vote } = await communityPanel(t)
  const link = await invite('Ada')
  assert.equal((await vote(link, 'kept its word', { next: 'D-2' })).to, `${link}/contracts/west#standard-D-2`)
  assert.equal((await vote(link, 'kept its word', { next: '//example.org' })).to, `${link}?saved=west`)
  await db`update community_sitting set opens_on = '2026-10-01', held_on = '2026-10-22', closes_on = '2026-10-22'`
  assert.equal((await anybody.look(link)).status, 200)
  await db`update community_sitting set held_on = '2026-10-21', closes_on = '2026-10-21'`
  const old = await anybody.look(link)
  assert.equal(old.status, 410)
  assert.match(wordsOf(old.body), /This link does not work any more/)
})

test('a vote that is sent twice counts once, and a form with mistakes keeps what was typed', async (t) => {
  const { db, invite, vote } = await communityPanel(t)
  const link = await invite('Ada')
  const id = randomUUID()
  for (let time = 0; time < 2; time++) assert.equal((await vote(link, 'kept its word', { id })).status, 303)
  assert.deepEqual([...(await db`select count(*)::int as votes from community_vote`)], [{ votes: 1 }])
  const long = `<script>${'x'.repeat(10_000)}</script>`
  const refused = await vote(link, 'partly kept its word', { 'comment-D-2': long })
  assert.equal(refused.status, 422)
  assert.match(wordsOf(refused.body), /There is a problem.*Use 1,000 characters or fewer/)
  assert.match(refused.body, /&lt;script&gt;x{10000}&lt;\/script&gt;/)
  assert.match(refused.body, /value="partly kept its word" checked/)
  assert.equal((await vote(link, 'splendid')).status, 422)
  assert.equal((await vote(link, '', { grade: '' })).status, 422)
  assert.deepEqual([...(await db`select count(*)::int as votes from community_vote`)], [{ votes: 1 }])
})

test('a guessed link leads nowhere, an ended one says so, and a contract that is not judged is not there', async (t) => {
  const { anybody, convener, one, invite, vote } = await communityPanel(t)
  const link = await invite('Ada')
  const guessed = await anybody.look(`/panel/${'A'.repeat(43)}`)
  assert.equal(guessed.status, 404)
  assert.match(wordsOf(guessed.body), /This link leads nowhere/)
  assert.equal((await anybody.look('/panel/%00')).status, 404)
  assert.equal((await anybody.look(`${link}/contracts/east`)).status, 404)
  const east = { id: randomUUID(), 'choice-D-2': 'kept its word' }
  assert.equal((await anybody.send(`${link}/contracts/east`, east)).status, 404)
  const member = /members\/([0-9a-f-]{36})\/end/.exec((await convener.look(one)).body)?.[1] ?? ''
  const linkId = randomUUID()
  const renewed = await convener.send(`${one}/members/${member}/link`, { linkId })
  const newer = linkIn(renewed.body)
  assert.notEqual(newer, link)
  assert.equal((await convener.send(`${one}/members/${member}/link`, { linkId })).status, 409)
  assert.equal((await anybody.look(newer)).status, 200)
  for (let time = 0; time < 2; time++)
    assert.equal((await convener.send(`${one}/members/${member}/end`, {})).status, 303)
  for (const old of [link, newer]) {
    const ended = await anybody.look(old)
    assert.equal(ended.status, 410)
    assert.match(wordsOf(ended.body), /This link was ended/)
    assert.equal((await vote(old, 'kept its word')).status, 410)
  }
})

test('a forwarded link has one vote, tells its member when it was last used, and never names another member', async (t) => {
  const { db, anybody, invite, vote, convener, one } = await communityPanel(t)
  const [link, other] = [await invite('Ada Lovelace'), await invite('Bess Hardwick')]
  assert.match(wordsOf((await anybody.look(link)).body), /first time that this link is used/)
  await db`update community_link set used_at = '2026-11-20T09:05:00Z' where used_at is not null`
  assert.match(
    wordsOf((await anybody.look(link)).body),
    /opened today at 14:00, and before that it was last used on 20 November 2026 at 09:05\. If that was not you both times/,
  )
  await vote(link, 'kept its word')
  await vote(link, 'did not keep its word')
  for (const each of [other, await invite('Cleo')]) await vote(each, 'partly kept its word')
  const sums = wordsOf((await convener.look(`${one}/west`)).body)
  assert.match(sums, /D-2 Face to face 0 \+ 0 = 0 2 \+ 0 = 2 1 \+ 0 = 1/)
  for (const path of ['', '/contracts/west', '/large-print', '/contracts/west/words'])
    assert.doesNotMatch((await anybody.look(`${other}${path}`)).body, /Lovelace|Hardwick/)
  assert.doesNotMatch((await convener.look(`${one}/west`)).body, /Lovelace|Hardwick/)
})

test('votes are taken between the days that were told, and after that everything can only be read', async (t) => {
  const days = daysOf({ opensOn: '2026-11-01', heldOn: '2026-11-10', closesOn: '2026-11-20' })
  const over = await communityPanel(t, days)
  const link = await over.invite('Ada')
  const late = await over.vote(link, 'kept its word')
  assert.equal(late.status, 409)
  assert.match(wordsOf(late.body), /Votes are not taken any more\./)
  const page = await over.anybody.look(`${link}/contracts/west`)
  assert.match(wordsOf(page.body), /Votes ended on 20 November 2026.*You chose nothing here/)
  assert.doesNotMatch(page.body, /type="radio"/)
  const early = await communityPanel(t, daysOf({ opensOn: '2026-11-22', heldOn: '2026-11-30', closesOn: '2026-11-30' }))
  const tooEarly = await early.vote(await early.invite('Ada'), 'kept its word')
  assert.equal(tooEarly.status, 409)
  assert.match(wordsOf(tooEarly.body), /Votes are not taken yet\./)
  assert.equal((await early.convener.send(`${early.one}/close`, {})).status, 409)
})

test('a team tells of communities that are harder to reach, and members read it, also in large print', async (t) => {
  const { as, anybody, invite, id } = await communityPanel(t)
  const link = await invite('Ada')
  const sergeant = await as('sergeant', 'dorset/west')
  const list = '/desk/dorset/west/sittings'
  assert.match(wordsOf((await sergeant.look(list)).body), /Community panel of 21 November 2026/)
  const told = { identifying: 'Farm workers', channels: 'The market', blockers: 'Shifts', goodPractice: 'Breakfast' }
  assert.equal((await sergeant.send(`${list}/${id}`, { ...told, blockers: '' })).status, 422)
  assert.equal((await sergeant.send(`${list}/${id}`, told)).to, list)
  const read = /harder to reach.*Farm workers.*The market.*Shifts.*Breakfast/
  assert.match(wordsOf((await anybody.look(`${link}/contracts/west`)).body), read)
  assert.match(wordsOf((await anybody.look(`${link}/large-print`)).body), read)
  assert.equal((await (await as('sergeant', 'dorset/east')).look(`/desk/dorset/east/sittings/${id}`)).status, 404)
})

test('each contract of a sitting is read in large print by itself, with the way to the others', async (t) => {
  const { db, anybody, invite, id } = await communityPanel(t)
  await db`insert into community_sitting_contract (sitting_id, contract_id) values (${id}, 'dorset/east/2019')`
  const link = await invite('Ada')
  const [first, other] = [
    await anybody.look(`${link}/large-print`),
    await anybody.look(`${link}/large-print?contract=west`),
  ]
  assert.match(wordsOf(first.body), /East: the contract of 2019/)
  assert.match(first.body, /large-print\?contract=west">West/)
  assert.match(wordsOf(other.body), /West: the contract of 2019/)
  assert.doesNotMatch(wordsOf(other.body), /East: the contract/)
})

test('who is invited by mail is sent the link alone, and an ended link waits in no outbox', async (t) => {
  const { db, convener, one, anybody } = await communityPanel(t)
  const fields = { id: randomUUID(), linkId: randomUUID(), label: 'Ada', email: 'ada@example.org' }
  assert.equal((await convener.send(`${one}/members`, { ...fields, email: 'nowhere' })).status, 422)
  const sent = await convener.send(`${one}/members`, fields)
  assert.deepEqual([sent.status, linkIn(sent.body)], [303, ''])
  assert.equal((await convener.send(`${one}/members`, fields)).status, 409)
  const [mail] = await db<{ to: string; text: string; about: string }[]>`
    select to_address as to, body_text as text, about from mail`
  assert.deepEqual([mail?.to, mail?.about], ['ada@example.org', `community-link/${fields.linkId}`])
  assert.equal((await anybody.look(linkIn(mail?.text ?? ''))).status, 200)
  await convener.send(`${one}/members/${fields.id}/end`, {})
  assert.deepEqual(
    [...(await db`select count(*)::int as waiting from mail where sent_at is null and to_address is not null`)],
    [{ waiting: 0 }],
  )
  assert.match(hidden((await convener.look(one)).body, 'id'), /^[0-9a-f-]{36}$/)
})
