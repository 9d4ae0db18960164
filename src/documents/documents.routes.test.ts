import assert from 'node:assert/strict'
import test from 'node:test'
import { strFromU8, unzipSync } from 'fflate'
import { contractShape } from '#contracts/contract-json.ts'
import { frozenPackOf } from '#contract-year/freezes.sql.ts'
import { apiRoutes } from '#open-data/api.routes.ts'
import { communityPanel } from '../../test/support/community.ts'
import { demonstrationDatabase } from '../../test/support/demonstration.ts'
import { deskOf, saturday, wordsOf } from '../../test/support/desk.ts'
import { engagementHeld, frozenYear } from '../../test/support/frozen-year.ts'
import { panel, score } from '../../test/support/panel.ts'
import { pdfRead, wordRead } from '../../test/support/read-documents.ts'
import { panelLinkRoutes } from '#community-panels/members/panel-link.routes.ts'
import { documentRoutes } from './documents.routes.ts'

const year = '/dorset/west-dorset/contract/2019'

test('a resident takes a contract along as PDF and Word, in the order of the plan form, each promise with how it stands', async (t) => {
  const db = await demonstrationDatabase(t, saturday)
  const { server } = await deskOf(t, documentRoutes, db)
  const word = await wordRead((await server.inject(`${year}.docx`)).rawPayload)
  const parts = word.headings.filter(([level]) => level === 2).map(([, words]) => words)
  assert.deepEqual(parts, [
    'What else happened in this time',
    'Part 1: how we work',
    'Part 2: what we promise',
    'Part 3: what went well, and what we ask for',
    'Signed off',
  ])
  assert.deepEqual(word.headings[0], [1, 'Engagement contract 2019 to 2020 – West Dorset'])
  assert.deepEqual([word.language, word.warnings], ['en-GB', []])
  assert.ok(word.tables.length > 5)
  assert.deepEqual([...new Set(word.tables.map(({ heads, begins }) => `${heads} ${begins}`))], ['1 true'])
  assert.match(word.text, /R10 Once a month [^]*? Missed 75% · Promised every month: kept in 9 of 12 months/)
  assert.match(word.text, /Signed by an Inspector \d+ \w+ \d{4}/)
  const pdf = await pdfRead((await server.inject(`${year}.pdf`)).rawPayload)
  assert.deepEqual([pdf.title, pdf.language, pdf.isMarked], [word.headings[0]?.[1], 'en-GB', true])
  assert.deepEqual(
    pdf.headings,
    word.headings.map(([level]) => level),
  )
  assert.ok(pdf.headings.every((level, n) => level <= (pdf.headings[n - 1] ?? 0) + 1))
  const earlier = await wordRead((await server.inject(`${year}.docx?as-at=2019-12-01&size=large`)).rawPayload)
  assert.match(earlier.text, /As at 1 December 2019\./)
  assert.equal(earlier.halfPoints, 36)
})

test('the JSON of a contract is the one that the open interface gives', async (t) => {
  const { server } = await deskOf(t, [...documentRoutes, ...apiRoutes], await demonstrationDatabase(t, saturday))
  const own = (await server.inject(`${year}.json`)).json()
  assert.deepEqual(own, contractShape.strict().parse(own))
  assert.deepEqual(own, (await server.inject('/api/v1/forces/dorset/teams/west-dorset/contracts/2019')).json())
  assert.equal(own.commitments.length > 50, true)
})

test('an address that names no contract, no day or no kind of document is told so in words', async (t) => {
  const { server } = await deskOf(t, documentRoutes, await demonstrationDatabase(t, saturday))
  const told = async (url: string) => {
    const { statusCode, body } = await server.inject(url)
    return [
      statusCode,
      /<h1[^>]*>[^]*?<\/h1>([^]*?)<\/main>/
        .exec(body)?.[1]
        ?.replaceAll(/<[^>]+>|\s+/g, ' ')
        .trim() ?? '',
    ]
  }
  assert.deepEqual((await told('/dorset/west-dorset/contract/1999.pdf'))[0], 404)
  assert.match(String((await told('/dorset/west-dorset/contract/1999.pdf'))[1]), /has no contract for “1999”/)
  assert.match(String((await told(`${year}.pdf?as-at=soon`))[1]), /“soon” is not a day/)
  const statuses = await Promise.all(
    ['.odt', '.pdf/', '/pack.rar', '/pack.json', '.pdf?as-at=1066-10-14'].map(
      async (end) => (await told(year + end))[0],
    ),
  )
  assert.deepEqual(statuses, [404, 404, 404, 404, 400])
  const none = await Promise.all(
    ['self-evaluation.pdf', 'rating.docx', 'pack.zip'].map((name) => told(`/dorset/purbeck/contract/2019/${name}`)),
  )
  assert.deepEqual(
    none.map(([status]) => status),
    [404, 404, 404],
  )
})

test('nothing of a year is public before it is frozen, nor once the panel has sent it back', async (t) => {
  const db = await frozenYear(t)
  const { server } = await deskOf(t, documentRoutes, db)
  const seen = async () =>
    Promise.all(
      ['pack.zip', 'self-evaluation.docx', 'rating.pdf'].map(
        async (name) => (await server.inject(`/dorset/west/contract/2019/${name}`)).statusCode,
      ),
    )
  assert.deepEqual(await seen(), [200, 200, 404])
  await db`update contract_course set state = 'self evaluation drafted' where contract_id = 'dorset/west/2019'`
  server.pageCache.forget('')
  assert.deepEqual(await seen(), [404, 404, 404])
})

test('a small figure of a protected community is in no document that the public may have', async (t) => {
  const meets = {
    ref: 'Q1',
    heading: 'Face to face',
    text: 'We meet LGBT people',
    standards: ['D-2'],
    who: 'the team',
    with: [],
    measures: [lgbtReached],
  }
  const db = await frozenYear(t, [engagementHeld('2020-02-02', 3, ['LGBT'])], meets)
  const { server, as } = await deskOf(t, documentRoutes, db)
  const pack = await frozenPackOf(db, 'dorset/west/2019')
  const reason = pack?.standing.byRef.get('Q1')?.reason ?? ''
  assert.match(reason, /3 people/)
  const at = '/dorset/west/contract/2019'
  const files = unzipSync((await server.inject(`${at}/pack.zip`)).rawPayload)
  const drawn = await Promise.all(
    ['.docx', '/self-evaluation.docx', '.pdf', '/self-evaluation.pdf'].map((end) => server.inject(at + end)),
  )
  const all = [
    ...drawn.map(({ rawPayload }) => rawPayload),
    ...Object.entries(files).flatMap(([name, bytes]) => (/\.(docx|pdf)$/.test(name) ? [Buffer.from(bytes)] : [])),
  ]
  for (const text of await Promise.all(all.map(textOf))) {
    assert.equal(text.includes('We meet LGBT people'), true)
    assert.match(text, /smaller figures are not told/)
    assert.doesNotMatch(text, /3 people/)
  }
  const whole = (await (await as('opcc', null)).look(`/desk${at}/pack.zip`)).status
  assert.equal(whole, 200)
})

const lgbtReached = {
  measure: 'sum',
  quantity: 'reached',
  of: { kind: 'engagement held', where: { communities: 'LGBT' } },
  per: 'contract year',
  target: { atLeast: 10 },
} as const

const textOf = async (file: Buffer) => {
  const { text } = file.subarray(0, 4).toString() === '%PDF' ? await pdfRead(file) : await wordRead(file)
  return text.replaceAll(/\s+/g, ' ')
}

test('the letter of a panel holds its grades, its dissent and the seal of what it judged, and names no member', async (t) => {
  const db = await demonstrationDatabase(t, saturday)
  const { server } = await deskOf(t, documentRoutes, db)
  const letter = await wordRead((await server.inject(`${year}/rating.docx`)).rawPayload)
  const seal = (await frozenPackOf(db, 'dorset/west-dorset/2019'))?.hash
  assert.match(letter.text, /The panel rates your contract good\s?\./)
  assert.match(letter.text, /Not all of us agree [^]*What we recommend[^]*Owner: Sergeant/)
  assert.ok(letter.text.includes(String(seal)))
  for (const { name } of await db<{ name: string }[]>`select name from person where role = 'opcc'`)
    assert.equal(letter.text.includes(name), false)
})

test('the pack of a panel is for its members without a conflict once scoring has begun, and holds no score', async (t) => {
  const { db, chair, second, third, as, open, one, west, standard } = await panel(t)
  await open()
  const desk = await deskOf(t, documentRoutes, db)
  const asMember = async (id: string) => {
    const { beginSession } = await import('#people/session.ts')
    const cookie = `frankpledge=${await beginSession(db, id, saturday, null)}`
    return (kind: string) => desk.server.inject({ url: `${west}/pack.${kind}`, headers: { cookie } })
  }
  const [asChair, asSecond, asThird] = [await asMember(chair.id), await asMember(second.id), await asMember(third.id)]
  assert.match(wordsOf((await asChair('pdf')).body), /Scoring has not begun, so the pack is closed/)
  await chair.send(`${one}/begin-scoring`, {})
  await second.send(standard, score)
  await third.send(`${west}/conflict`, { why: 'My sister leads it' })
  const pack = await wordRead((await asSecond('docx')).rawPayload)
  assert.match(pack.text, /D-2 Face to face[^]*What the panel asks[^]*Where it stands[^]*Evidence drawn by lot/)
  assert.doesNotMatch(pack.text, /Zanzibar|Quagga/)
  const statuses = async (ask: (kind: string) => Promise<{ statusCode: number }>) => [
    (await ask('pdf')).statusCode,
    (await ask('docx')).statusCode,
  ]
  assert.deepEqual(await statuses(asChair), [200, 200])
  assert.deepEqual(await statuses(asThird), [403, 403])
  assert.deepEqual(await statuses(await asMember((await as('opcc')).id)), [403, 403])
  assert.deepEqual(await statuses(await asMember((await as('sergeant')).id)), [403, 403])
})

test('a member of a community panel takes its pack along by their own link, and nobody by another', async (t) => {
  const { db, invite } = await communityPanel(t)
  const { server } = await deskOf(t, documentRoutes, db)
  const link = `${await invite('for the anglers')}/contracts`
  const answer = await server.inject(`${link}/west/pack.docx?size=large`)
  const { text, halfPoints } = await wordRead(answer.rawPayload)
  assert.match(text, /West: the contract of 2019 [^]*Face to face [^]*Communities that are harder to reach/)
  assert.deepEqual(
    [halfPoints, answer.headers['cache-control'], answer.headers['x-robots-tag']],
    [36, 'no-store', 'noindex'],
  )
  assert.equal((await server.inject(`${link}/west/pack.pdf`)).statusCode, 200)
  const others = [
    `${link}/nowhere/pack.pdf`,
    `/panel/${'a'.repeat(43)}/contracts/west/pack.pdf`,
    '/panel/x/contracts/west/pack.docx',
  ]
  assert.deepEqual(await Promise.all(others.map(async (url) => (await server.inject(url)).statusCode)), [404, 404, 404])
})

test('nothing behind a link that was ended is given, kept for somebody else, or known by its token in the database', async (t) => {
  const { db, invite } = await communityPanel(t)
  const { server } = await deskOf(t, [...panelLinkRoutes, ...documentRoutes], db)
  const link = await invite('Ada')
  const west = `${link}/contracts/west`
  const addresses = [link, `${link}/large-print`, west, `${west}/words`, `${west}/pack.pdf`, `${west}/pack.docx`]
  const seen = async () =>
    Promise.all(
      addresses.map(async (url) => {
        const { statusCode, headers } = await server.inject({ url, headers: { 'if-none-match': '*' } })
        return [statusCode, headers['cache-control'], headers.etag, headers['referrer-policy']]
      }),
    )
  assert.deepEqual(
    await seen(),
    addresses.map(() => [200, 'no-store', undefined, 'no-referrer']),
  )
  await db`update community_link set ended_at = now()`
  for (const [status, cache, etag, referrer] of await seen()) {
    assert.ok(status === 404 || status === 410)
    assert.deepEqual([cache, etag, referrer], ['no-store', undefined, 'no-referrer'])
  }
  assert.equal(server.pageCache.bytes, 0)
  const token = link.slice('/panel/'.length)
  const kept = await db<{ table: string }[]>`
    select 'link' as table from community_link l where l::text like ${`%${token}%`}
    union all select 'audit' from audit a where a::text like ${`%${token}%`}`
  assert.deepEqual([...kept], [])
})

test('what is recorded later does not change the pack of a year', async (t) => {
  const db = await frozenYear(t, [engagementHeld('2020-03-03', 7)])
  const { server } = await deskOf(t, documentRoutes, db)
  const read = async () => unzipSync((await server.inject('/dorset/west/contract/2019/pack.zip')).rawPayload)
  const before = await read()
  await db`update contract set good_practice = array['Later'] where id = 'dorset/west/2019'`
  server.pageCache.forget('')
  assert.deepEqual(await read(), before)
  assert.match(
    strFromU8(before['README.txt'] ?? new Uint8Array()),
    /West: the contract of 2019, frozen on 1 September 2020/,
  )
})
