import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import test, { type TestContext } from 'node:test'
import { day } from '#platform/day.ts'
import { transaction } from '#platform/database/database.ts'
import { caredFor, keepSomebody } from '../../../test/support/cared.ts'
import { deskOf, hidden, saturday, wordsOf } from '../../../test/support/desk.ts'
import { keeperOf } from '../../../test/support/network.ts'
import { keyIndividualRoutes } from '../individuals/individuals.routes.ts'
import { givenRecordRoutes } from './given-record.routes.ts'
import { linkLifetime } from './own-record-link.ts'
import { ownRecordRoutes } from './own-record.routes.ts'
import { keepSensitiveFact } from './sensitive-facts.ts'

const individual = `/desk/dorset/west-dorset/network/individuals/${caredFor}`

/** Somebody with a link to their own record, and what they look at and send by it, without an account. */
async function linked(t: TestContext) {
  const desk = await deskOf(t, [...ownRecordRoutes, ...givenRecordRoutes, ...keyIndividualRoutes])
  const { db, server, as } = desk
  const sergeant = await as('sergeant')
  const kept = await keepSomebody(db, sergeant.id, saturday)
  const fact = {
    id: randomUUID(),
    keyIndividualId: caredFor,
    category: 'health',
    words: 'They are deaf',
    reason: 'We write',
  } as const
  const keeper = keeperOf(sergeant.id, saturday)
  await transaction(db, (sql) => keepSensitiveFact(sql, { ...fact, reviewOn: day('2027-01-01') }, keeper))
  const give = async (given: 'by mail' | 'by hand', who = sergeant) => {
    const id = hidden((await who.look(`${individual}/own-record`)).body, 'id')
    return who.send(`${individual}/own-record`, { id, given })
  }
  const inMail = async () => {
    const [mail] = await db<{ text: string }[]>`
      select body_text as text from mail where about = ${`key-individual/${caredFor}`} order by written_at desc, id limit 1`
    return pathIn(mail?.text ?? '')
  }
  const look = async (url: string) => {
    const { statusCode: status, body, headers } = await server.inject({ url })
    return { status, body, headers, words: wordsOf(body) }
  }
  const send = async (url: string, fields: Readonly<Record<string, string>>) => {
    const payload = new URLSearchParams(fields).toString()
    const headers = { 'content-type': 'application/x-www-form-urlencoded' }
    const {
      statusCode: status,
      body,
      headers: answered,
    } = await server.inject({ method: 'POST', url, headers, payload })
    return { status, to: answered.location, words: wordsOf(body) }
  }
  return { ...desk, ...kept, sergeant, give, inMail, look, send }
}

const pathIn = (text: string) => /\/my-record\/[\w-]{43}/.exec(text)?.[0] ?? ''

test('somebody sees by their own link all that is held about them, and takes it with them', async (t) => {
  const { give, inMail, look, db } = await linked(t)
  assert.equal((await give('by mail')).status, 303)
  const path = await inMail()
  const { status, words, headers } = await look(path)
  assert.equal(status, 200)
  for (const held of [
    /Name Zephyrine Quillfeather E-mail zephyrine@example.org Telephone 01305 998877 Address 1 Larkspur Lane/,
    /Clerk of Bridport Town Council \(Wintergreen Party\), since 1 November 2026/,
    /How often Every month, agreed by us alone on 2 November 2026/,
    /Who keeps in touch with you Sergeant/,
    /You told us Zephyrine saw a xylophone/,
    /We promised Tell Quillfeather \(by 1 December 2026\)/,
    /Health They are deaf Why it is held We write/,
    /Lawful basis Public task Purpose keeping in touch about local policing/,
    /21 November 2026: make link to own record \(Sergeant\)/,
  ])
    assert.match(words, held)
  assert.doesNotMatch(words, /The sergeant|Said to somebody before/)
  assert.deepEqual(
    ['cache-control', 'referrer-policy', 'x-robots-tag', 'set-cookie'].map((name) => headers[name]),
    ['no-store', 'no-referrer', 'noindex', undefined],
  )
  const copies = await Promise.all(
    ['everything.json', 'everything.html', 'contacts.csv'].map((name) => look(`${path}/${name}`)),
  )
  for (const copy of copies) {
    assert.match(copy.body, /Zephyrine saw a xylophone/)
    assert.deepEqual([copy.status, copy.headers['cache-control']], [200, 'no-store'])
  }
  const all = JSON.parse(copies[0]?.body ?? '') as {
    person: { name: string }
    contacts: object[]
    sensitiveFacts: object[]
  }
  assert.deepEqual([all.person.name, all.contacts.length, all.sensitiveFacts.length], ['Zephyrine Quillfeather', 2, 1])
  assert.equal((await db`select 1 from audit where verb = 'open own record'`).length, 1)
})

test('a link that was guessed, is too old, was ended or was used before an erasure shows the same calm page', async (t) => {
  const { give, inMail, look, send, sergeant, db } = await linked(t)
  const seen: Record<string, readonly [number, string]> = {}
  const note = async (what: string, path: string) => {
    const { status, words } = await look(path)
    seen[what] = [status, words]
  }
  await note('guessed', `/my-record/${'A'.repeat(43)}`)
  await note('not a token', '/my-record/x')
  await give('by mail')
  const old = await inMail()
  await db`update own_record_link set expires_at = ${saturday}`
  await note('too old', old)
  const ended = pathIn((await give('by hand')).body)
  await sergeant.send(`${individual}/own-record/end`, {})
  await note('ended', ended)
  const used = pathIn((await give('by hand')).body)
  assert.match((await send(`${used}/leave`, { how: 'erase' })).words, /What was held about you is erased/)
  await note('erased', used)
  const calm = seen['guessed']?.[1] ?? ''
  assert.match(calm, /This link does not work any more/)
  assert.deepEqual(seen, {
    guessed: [404, calm],
    'not a token': [404, calm],
    'too old': [410, calm],
    ended: [410, calm],
    erased: [404, calm],
  })
  assert.deepEqual(
    (await Promise.all(['correct', 'leave', 'object'].map((part) => send(`${used}/${part}`, { how: 'erase' })))).map(
      ({ status }) => status,
    ),
    [404, 404, 404],
  )
  assert.equal(linkLifetime, 30 * 86_400_000)
})

test('what somebody corrects goes live, is audited without what it says, and is told to the owner', async (t) => {
  const { give, look, send, db } = await linked(t)
  const path = pathIn((await give('by hand')).body)
  const details = {
    name: 'Zephyrine Newname',
    email: 'new@',
    telephone: '',
    address: '',
    languages: 'Welsh',
    reachBy: 'letter',
  }
  const wrong = await send(`${path}/correct`, details)
  assert.deepEqual([wrong.status, /Enter an e-mail address such as/.test(wrong.words)], [422, true])
  assert.equal((await send(`${path}/correct`, { ...details, email: 'new@example.org' })).to, `${path}?saved=corrected`)
  assert.match((await look(path)).words, /Name Zephyrine Newname E-mail new@example.org Telephone None Address None/)
  const [audited] = await db`select person_id, detail from audit where verb = 'correct own record'`
  const changed = ['name', 'email', 'telephone', 'address', 'languages', 'reachBy']
  assert.deepEqual({ ...audited }, { person_id: null, detail: { changed } })
  const mails = await db<{ subject: string; text: string }[]>`select subject, body_text as text from mail`
  assert.deepEqual(
    mails.map(({ subject }) => subject),
    ['Somebody you keep in touch with corrected their details'],
  )
  assert.match(mails[0]?.text ?? '', new RegExp(individual))
  assert.doesNotMatch(JSON.stringify(mails), /Zephyrine|Newname/)
})

test('somebody agrees how often to be in touch, objects, and leaves; the owner hears of each', async (t) => {
  const { give, look, send, db, person } = await linked(t)
  const path = pathIn((await give('by hand')).body)
  const [line] = await db<{ id: string }[]>`select id from relationship where subject_id = ${person.subjectId}`
  const href = `${path}/how-often`
  assert.equal((await send(href, { with: line?.id ?? '', every: 'P9Y' })).status, 422)
  assert.equal((await send(href, { with: randomUUID(), every: 'P3M' })).status, 404)
  assert.equal((await send(href, { with: line?.id ?? '', every: 'P3M' })).to, `${path}?saved=agreed`)
  assert.match((await look(path)).words, /How often Every 3 months, agreed with you on 21 November 2026/)
  await send(`${path}/object`, {})
  await send(`${path}/object`, {})
  await send(`${path}/leave`, { how: 'keep' })
  await send(`${path}/leave`, { how: 'keep' })
  assert.match((await look(path)).words, /You objected 21 November 2026 You left 21 November 2026/)
  assert.deepEqual(
    [...(await db`select subject, count(*)::int as count from mail group by subject order by subject`)].map((row) =>
      Object.values(row),
    ),
    [
      ['Somebody you keep in touch with changed how often they want to hear from us', 1],
      ['Somebody you keep in touch with left', 1],
      ['Somebody you keep in touch with objected to our holding what we do', 1],
    ],
  )
  const ends = await db`
    select r.ended_on as "endedOn", s.ends_on as "endsOn" from relationship r join subject s on s.id = r.subject_id
    where r.key_individual_id is not null`
  assert.deepEqual([...ends], [{ endedOn: '2026-11-21', endsOn: '2026-11-21' }])
})

test('a link that somebody without leave to see sensitive facts hands over shows none, and one with leave is written down', async (t) => {
  const { give, look, as, db } = await linked(t)
  const administrator = await as('administrator')
  const without = (await look(pathIn((await give('by hand', administrator)).body))).words
  assert.match(without, /1 held. They are left out here/)
  assert.doesNotMatch(without, /They are deaf/)
  assert.equal((await db`select 1 from sensitive_reading`).length, 0)
  assert.match((await look(pathIn((await give('by hand')).body))).words, /They are deaf/)
  assert.equal((await db`select 1 from sensitive_reading`).length, 1)
  const copyOf = async (who: typeof administrator) => (await who.send(`${individual}/export`, {})).body
  assert.doesNotMatch(await copyOf(administrator), /They are deaf/)
  assert.match(await copyOf(await as('inspector')), /They are deaf.*to give them what is held about them/s)
  assert.equal((await db`select 1 from sensitive_reading`).length, 2)
  assert.equal((await db`select 1 from audit where verb = 'export record'`).length, 2)
})
