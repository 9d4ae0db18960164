import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import test from 'node:test'
import { XMLParser, XMLValidator } from 'fast-xml-parser'
import { amend, inForce } from '../../../test/support/amended.ts'
import { wordsOf } from '../../../test/support/desk.ts'
import { publicRoutes } from '../public.routes.ts'

const contract = '/dorset/west/contract/2026'

/** What anybody without an account is given. */
async function published(t: Parameters<typeof inForce>[0]) {
  const { server, inspector, db } = await inForce(t, publicRoutes)
  const read = async (path: string) => {
    const { statusCode: status, body, headers } = await server.inject({ url: path })
    return { status, body, words: wordsOf(body), type: headers['content-type'] }
  }
  return { inspector, read, db }
}

test('anybody reads each version at its own address, what changed in it and why; an old one says that it is not in force', async (t) => {
  const { inspector, read } = await published(t)
  await amend(inspector, 'amend/change/R10', { text: 'An advertised event each week', why: 'People asked' })
  const list = (await read(`${contract}/versions`)).words
  assert.match(
    list,
    /21 November 2026 Version 2 In force People asked Promises in other words or with another doer: R10\. What changed in version 2 20 August 2026 Version 1 The contract as it was first published\./,
  )
  assert.match(list, /Other years Versions of the engagement contract 2019 to 2020/)
  const first = (await read(`${contract}/versions/1`)).words
  assert.match(
    first,
    /This version is not in force any more: see the contract as it stands \. .* An advertised event each month/,
  )
  const second = await read(`${contract}/versions/2`)
  assert.match(second.words, /This version is in force: .* An advertised event each week/)
  const changes = await read(`${contract}/versions/2/changes`)
  assert.match(
    changes.words,
    /Compared with version 1\. Promises changed Promise R10 An advertised event each \(removed: month end of what was removed\) \(added: week end of what was added\) All versions/,
  )
  assert.match(changes.body, /<del>.*month.*<\/del>.*<ins>.*week.*<\/ins>/)
  assert.match((await read(`${contract}/versions/1/changes`)).words, /There is no earlier version to compare it with/)
  assert.match((await read(contract)).words, /What was changed since it was published, and why, is in its versions/)
})

test('added and withdrawn promises, another measure and another doer are told as such', async (t) => {
  const { inspector, read } = await published(t)
  await amend(inspector, 'amend/change/R10', { who: 'the PCSOs', measured: 'not at all', why: 'Nobody counts them' })
  await amend(inspector, 'amend/withdraw/R35', { why: 'The clerks asked' })
  const remeasured = (await read(`${contract}/versions/2/changes`)).words
  assert.match(
    remeasured,
    /Who does it the \(removed: team end of what was removed\) \(added: PCSOs end of what was added\)/,
  )
  assert.match(
    remeasured,
    /It is measured otherwise Before: .*every month\. Now: An assertion, which nobody can prove\./,
  )
  assert.match(
    (await read(`${contract}/versions/3/changes`)).words,
    /Promises withdrawn Meet each clerk each half year/,
  )
  const gone = await read(`${contract}/commitments/R35`)
  assert.equal(gone.status, 404)
  assert.match(gone.words, /Promise R35 was withdrawn from this contract in version 3\. .*See what changed/)
})

test('what was published in error is told as withdrawn, and nobody can read its words at any address', async (t) => {
  const { inspector, read } = await published(t)
  await amend(inspector, 'amend/change/R10', { text: 'Ask Mrs Secret at number 5', why: 'Mrs Secret said so' })
  await amend(inspector, 'versions/2/withdraw', { why: 'It named somebody' })
  for (const path of [
    'versions',
    'versions/2',
    'versions/2/changes',
    'versions/3',
    'versions/3/changes',
    '../changes.atom',
  ]) {
    const page = await read(path.startsWith('..') ? '/dorset/west/contract/changes.atom' : `${contract}/${path}`)
    assert.deepEqual([path, page.status, /Secret/.test(page.body)], [path, 200, false])
  }
  const withdrawn = /Withdrawn on 21 November 2026 because: It named somebody/
  assert.match((await read(`${contract}/versions`)).words, withdrawn)
  assert.match((await read(`${contract}/versions/2`)).words, withdrawn)
  assert.match((await read(`${contract}/versions/3/changes`)).words, /It says the same as version 1\./)
  assert.equal((await read(`${contract}/versions/2/document.json`)).status, 404)
})

test('anybody can take the SHA-256 of the bytes of a version', async (t) => {
  const { read } = await published(t)
  const [, told] = /SHA-256 ([0-9a-f]{64})\./.exec((await read(`${contract}/versions/1`)).words) ?? []
  const { body, type } = await read(`${contract}/versions/1/document.json`)
  assert.equal(createHash('sha256').update(body).digest('hex'), told)
  assert.equal(type, 'application/json; charset=utf-8')
  assert.equal(JSON.parse(body).commitments.length, 3)
})

test('versions that are not there are not found, whatever is asked for', async (t) => {
  const { read } = await published(t)
  for (const number of ['0', '2', '-1', '01', '1.0', 'x', '99999999999', '%00', "1'%3B--"])
    for (const more of ['', '/changes', '/document.json'])
      assert.deepEqual([number, (await read(`${contract}/versions/${number}${more}`)).status], [number, 404])
  assert.equal((await read('/dorset/west/contract/2025/versions')).status, 404)
})

test('a script pasted from Word is words like any others, on pages and in feeds', async (t) => {
  const { inspector, read } = await published(t)
  const pasted = '“Smart”<script>alert(1)</script>\u000b<o:p>&nbsp;</o:p>'
  await amend(inspector, 'amend/change/R10', { text: pasted, why: pasted })
  for (const path of ['versions', 'versions/2', 'versions/2/changes'])
    assert.doesNotMatch((await read(`${contract}/${path}`)).body, /<script>alert|<o:p>/)
  const { body } = await read('/dorset/west/contract/changes.atom')
  assert.equal(XMLValidator.validate(body), true)
  // oxlint-disable-next-line no-control-regex
  assert.doesNotMatch(body, /\u000b|<script>/)
})

const parser = new XMLParser({ ignoreAttributes: false, isArray: (name) => name === 'entry' || name === 'link' })

test('the feeds of a team and of its force are valid Atom: ids stay, and a withdrawn version is updated, not another entry', async (t) => {
  const { inspector, read, db } = await published(t)
  await amend(inspector, 'amend/withdraw/R35', { why: 'No clerks' })
  const feedAt = async (path: string) => {
    const { status, body, type } = await read(path)
    assert.deepEqual([status, type, XMLValidator.validate(body)], [200, 'application/atom+xml; charset=utf-8', true])
    return parser.parse(body).feed
  }
  const before = parser.parse((await inspector.look('/dorset/west/contract/changes.atom')).body).feed
  await amend(inspector, 'versions/2/withdraw', { why: 'Wrong team' })
  const after = await feedAt('/dorset/west/contract/changes.atom')
  assert.equal(after.id, 'tag:frankpledge,2026:/dorset/west/contract/changes')
  assert.deepEqual(
    after.entry.map(({ id, title, summary }: Record<string, string>) => ({ id, title, summary })),
    [
      {
        id: 'tag:frankpledge,2026:/dorset/west/2026/versions/3',
        title: 'West: engagement contract 2026 to 2027, version 3',
        summary: 'It says again what version 1 said. Why: Wrong team',
      },
      {
        id: 'tag:frankpledge,2026:/dorset/west/2026/versions/2',
        title: 'West: engagement contract 2026 to 2027, version 2',
        summary: 'Withdrawn on 21 November 2026 because: Wrong team',
      },
      {
        id: 'tag:frankpledge,2026:/dorset/west/2026/versions/1',
        title: 'West: engagement contract 2026 to 2027, version 1',
        summary: 'The contract as it was first published.',
      },
      {
        id: 'tag:frankpledge,2026:/dorset/west/2019/versions/1',
        title: 'West: engagement contract 2019 to 2020, version 1',
        summary: 'The contract as it was first published.',
      },
    ],
  )
  assert.deepEqual(
    after.entry.slice(1).map(({ id }: { id: string }) => id),
    before.entry.map(({ id }: { id: string }) => id),
  )
  assert.equal(after.updated, after.entry[0].updated)
  await db`insert into force (id, name) values ('kent', 'Kent Police')`
  const force = await feedAt('/dorset/contracts/changes.atom')
  assert.deepEqual([force.id, force.entry.length], ['tag:frankpledge,2026:/dorset/contracts/changes', 5])
  const empty = await feedAt('/kent/contracts/changes.atom')
  assert.deepEqual([empty.updated, empty.entry], ['1970-01-01T00:00:00.000Z', undefined])
})

test('search engines are told of each version that can be read and of what changed in it, not of one that was withdrawn', async (t) => {
  const { inspector, read } = await published(t)
  const listed = async () =>
    [...(await read('/dorset/sitemap.xml')).body.matchAll(/<loc>[^<]*(\/contract\/2026\/versions[^<]*)<\/loc>/g)].map(
      ([, path]) => path?.replace('/contract/2026', ''),
    )
  assert.deepEqual(await listed(), ['/versions', '/versions/1'])
  await amend(inspector, 'amend/change/R10', { text: 'An advertised event each week', why: 'People asked' })
  assert.deepEqual(await listed(), ['/versions', '/versions/1', '/versions/2', '/versions/2/changes'])
  await amend(inspector, 'versions/2/withdraw', { why: 'It named somebody' })
  assert.deepEqual(await listed(), ['/versions', '/versions/1', '/versions/3'], 'the third says what the first said')
})
