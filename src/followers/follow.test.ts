import assert from 'node:assert/strict'
import test from 'node:test'
import { change, events, followedTeam, ids, pathIn } from '../../test/support/followed.ts'
import { wordsOf } from '../../test/support/desk.ts'

test('a resident asks to be told, says yes by a link, and is thanked the same way twice', async (t) => {
  const { db, mails, look, ask, send } = await followedTeam(t)
  assert.equal((await ask('Jo@Example.org')).to, '/follow/asked')
  const [mail] = await mails()
  assert.equal(mail?.to, 'jo@example.org')
  assert.match(mail?.text ?? '', /Library surgery, Wednesday 2 December 2026, 10:30\n/)
  const link = pathIn(mail?.text ?? '')
  const said = async () => [...(await db`select confirmed_at is not null as confirmed from follower`)]
  for (let n = 0; n < 2; n++) {
    const shown = await look(link)
    assert.match(wordsOf(shown.body), /Do you want us to tell you\?/)
    assert.deepEqual(
      [shown.headers['cache-control'], shown.headers['referrer-policy'], shown.headers['x-robots-tag']],
      ['no-store', 'no-referrer', 'noindex'],
    )
    if (n === 0) assert.deepEqual(await said(), [{ confirmed: false }], 'looking confirms nothing')
    assert.match(wordsOf((await send(link)).body), /We will tell you/)
    assert.deepEqual(await said(), [{ confirmed: true }])
  }
  assert.deepEqual(
    [...(await db`select verb, person_id, detail from audit order by id`)],
    [
      { verb: 'ask to follow', person_id: null, detail: { follows: 'event' } },
      { verb: 'confirm following', person_id: null, detail: {} },
    ],
  )
})

test('nobody learns from the answer whether an address is known, and nobody is sent more than three mails a day', async (t) => {
  const { mails, ask, follow } = await followedTeam(t)
  await follow('known@example.org')
  const answers = []
  const known = Array.from({ length: 4 }, () => 'known@example.org')
  for (const address of [...known, 'new@example.org']) answers.push(await ask(address))
  const plain = answers.map(({ status, to, body, headers: { date: _date, ...headers } }) => ({
    status,
    to,
    body,
    headers,
  }))
  assert.deepEqual(
    plain,
    Array.from({ length: 5 }, () => plain[0]),
  )
  assert.equal(plain[0]?.status, 303)
  assert.deepEqual((await mails()).map(({ to }) => to).toSorted(), [
    'known@example.org',
    'known@example.org',
    'known@example.org',
    'new@example.org',
  ])
})

test('many requests at once for one address are still no more than three mails', async (t) => {
  const { mails, ask } = await followedTeam(t)
  await Promise.all(Array.from({ length: 8 }, () => ask('jo@example.org', { follows: 'team' })))
  assert.equal((await mails()).length, 3)
})

test('a link that was guessed, is too old or belongs to the other use is answered calmly and does nothing', async (t) => {
  const { db, mails, look, send, ask } = await followedTeam(t)
  await ask('jo@example.org')
  const link = pathIn((await mails())[0]?.text ?? '')
  const dead = [
    `/follow/confirm/${'x'.repeat(43)}`,
    '/follow/confirm/short',
    '/follow/leave/..%2f',
    link.replace('confirm', 'leave'),
  ]
  const isDead = async (path: string) => {
    for (const answer of [await look(path), await send(path)])
      assert.deepEqual([answer.status, /This link does not work any more/.test(answer.body)], [404, true], path)
  }
  for (const path of dead) await isDead(path)
  await db`update follower_token set expires_at = '2026-11-21T14:00:00Z'`
  await isDead(link)
  assert.deepEqual([...(await db`select confirmed_at from follower`)], [{ confirmed_at: null }])
})

test('whoever stops the mail is forgotten at once, with what still waits to be sent, and no address stays anywhere', async (t) => {
  const { db, mails, look, send, follow, tell } = await followedTeam(t)
  await follow('jo@example.org')
  await follow('jo@example.org', { follows: 'team' })
  await follow('sam@example.org', { follows: 'team' })
  await change(db, ids.first, { place: 'Town hall' })
  await tell()
  const link = pathIn((await mails()).find(({ to }) => to === 'jo@example.org')?.text ?? '')
  assert.match(wordsOf((await look(link)).body), /Do you want to stop this mail\?/)
  assert.equal((await db`select from follower`).count, 3, 'looking stops nothing')
  const pressed = await send(link, { 'List-Unsubscribe': 'One-Click' })
  assert.deepEqual([pressed.status, /We will write no more/.test(pressed.body)], [200, true])
  assert.equal((await send(link)).status, 404)
  const everything = await db<{ text: string }[]>`
    select string_agg(x::text, ' ') as text from (
      select to_jsonb(f) as x from follower f union all select to_jsonb(m) from mail m union all select to_jsonb(a) from audit a) as all_rows`
  assert.doesNotMatch(everything[0]?.text ?? '', /jo@example/)
  assert.match(everything[0]?.text ?? '', /sam@example/)
  await change(db, ids.first, { place: 'Church hall' })
  assert.equal(await tell(), 1, 'only the other is told of the next change')
})

test('the database keeps no key to a link, only its hash', async (t) => {
  const { db, mails, ask } = await followedTeam(t)
  await ask('jo@example.org')
  const token = pathIn((await mails())[0]?.text ?? '').slice(-43)
  const [row] = await db<{ text: string }[]>`select to_jsonb(k)::text as text from follower_token k`
  const plain = [token, Buffer.from(token, 'base64url').toString('hex'), Buffer.from(token).toString('hex')]
  assert.deepEqual(
    plain.filter((form) => row?.text.includes(form)),
    [],
  )
})

test('a form with mistakes comes back with each beside its field and keeps what was typed', async (t) => {
  const { db, look, ask } = await followedTeam(t)
  const wrong: readonly (readonly [string, Readonly<Record<string, string>>, string, string])[] = [
    ['', {}, 'address', 'Enter your e-mail address'],
    ['jo@example', {}, 'address', 'Enter an e-mail address in the right form, such as name@example.org'],
    [
      'jo@example.org, sam@example.org',
      {},
      'address',
      'Enter an e-mail address in the right form, such as name@example.org',
    ],
    ['jo@example.org', { follows: 'everything' }, 'follows', 'Choose what you want to be told of'],
  ]
  for (const [address, fields, field, words] of wrong) {
    const { status, body } = await ask(address, fields)
    const found = [...body.matchAll(/<a href="#([\w-]+)">([^<]+)<\/a>/g)].map(([, at, text]) => [at, text])
    assert.deepEqual(
      [status, found, body.includes(`value="${address}"`) || address === ''],
      [422, [[field, words]], true],
    )
  }
  assert.equal((await db`select from follower`).count, 0)
  const { body } = await look(`${events}/${ids.market}/follow`)
  assert.match(wordsOf(body), /does not reach a police officer.* 101, or 999 in an emergency/)
  assert.deepEqual(
    [...body.matchAll(/name="follows"[^>]*value="(\w+)"/g)].map(([, value]) => value),
    ['event', 'team'],
  )
  assert.match(wordsOf((await look(`${events}/follow`)).body), /All dates|Tell me if this changes/)
})

test('nobody follows what is over, cancelled, of another team or not there', async (t) => {
  const { db, look, ask } = await followedTeam(t)
  await change(db, ids.first, { state: 'cancelled', reason: 'Storm' })
  await change(db, ids.second, { held_on: '2026-11-20' })
  const statuses = []
  for (const id of [ids.first, ids.second, ids.fair, 'none'])
    statuses.push(
      (await look(`${events}/${id}/follow`)).status,
      (await ask('jo@example.org', {}, `${events}/${id}/follow`)).status,
    )
  assert.deepEqual(statuses, [409, 409, 409, 409, 404, 404, 404, 404])
})
