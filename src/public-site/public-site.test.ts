import assert from 'node:assert/strict'
import test, { type TestContext } from 'node:test'
import { frameworkRoutes } from '#frameworks/frameworks.routes.ts'
import { unbuiltAssetPath } from '#platform/http/assets.ts'
import { buildServer, type Server } from '#platform/http/server.ts'
import { ownLook } from '#platform/look.ts'
import type { Database } from '#platform/database/database.ts'
import { testDatabase } from '../../test/support/database.ts'
import { demonstrationDatabase } from '../../test/support/demonstration.ts'
import { siteChromeOf } from '../site.ts'
import { publicRoutes } from './public.routes.ts'

const now = new Date('2026-11-22T09:00:00Z')
const contract = '/dorset/west-dorset/contract/2019'

async function serve(t: TestContext, db: Database): Promise<Server> {
  const server = await buildServer({
    db,
    routes: [...frameworkRoutes, ...publicRoutes],
    signedIn: async () => null,
    ready: async () => true,
    siteChrome: siteChromeOf({ assetPath: unbuiltAssetPath, demonstration: true, lookOf: () => ownLook }),
    assets: null,
    secureCookies: false,
    clock: () => now,
  })
  t.after(() => server.stop())
  return server
}

/** A page as a reader takes it: its title, its headings, and all its words. */
function read(body: string) {
  const bare = (markup: string | undefined) =>
    (markup ?? '')
      .replaceAll(/<[^>]+>/g, ' ')
      .replaceAll(/\s+/g, ' ')
      .trim()
  const headings = [...body.matchAll(/<h1[^>]*>(.*?)<\/h1>/gs)].map((found) => bare(found[1]))
  return {
    title: bare(body.match(/<title>(.*?)<\/title>/s)?.[1]),
    headings,
    words: bare(body.match(/<main.*<\/main>/s)?.[0]),
  }
}

test('an empty site says that no force is here yet', async (t) => {
  const server = await serve(t, await testDatabase(t))
  const { statusCode, body } = await server.inject('/')
  assert.equal(statusCode, 200)
  assert.match(read(body).words, /All teams No force is here yet\./)
})

test('the public reads what was promised and what came of it', async (t) => {
  const db = await demonstrationDatabase(t, now)
  const server = await serve(t, db)
  const get = async (url: string) => {
    const { statusCode, body, headers } = await server.inject(url)
    return { status: statusCode, body, headers, ...read(body) }
  }

  await t.test(
    'every page has one heading of the first rank, its own title, the emergency numbers and nothing inline',
    async () => {
      const pages = {
        '/': 'Find your neighbourhood policing team',
        '/dorset': 'Dorset Police',
        '/dorset/west-dorset': 'West Dorset neighbourhood policing team',
        '/dorset/purbeck': 'Purbeck neighbourhood policing team',
        [contract]: 'Engagement contract 2019 to 2020 – West Dorset',
        [`${contract}/standards/D-2`]:
          'Standard D-2, Face to face engagements with members of the community – West Dorset 2019 to 2020',
        [`${contract}/commitments/R35`]: 'Promise R35 – West Dorset 2019 to 2020',
        [`${contract}/commitments/D2.1`]: 'Measure D2.1 – West Dorset 2019 to 2020',
        [`${contract}/commitments/R46`]: 'Duty R46 – West Dorset 2019 to 2020',
        '/devon-and-cornwall/launceston/contract/2026/commitments/S2': 'Service standard S2 – Launceston 2026 to 2027',
        '/dorset/west-dorset/ledger': 'Ledger – West Dorset',
        '/frameworks': 'Frameworks',
        '/frameworks/dorset-2019': 'Dorset neighbourhood engagement contract 2019',
        '/frameworks/dorset-2019/standards/D-1':
          'Standard D-1, Build and deliver connectivity plans – Dorset neighbourhood engagement contract 2019',
      }
      for (const [url, title] of Object.entries(pages)) {
        const page = await get(url)
        assert.deepEqual([page.status, page.title, page.headings.length], [200, `${title} – Frankpledge`, 1], url)
        assert.deepEqual(
          page.body.match(/<style|\sstyle=|\son[a-z]+="|<script(?![^>]*(?: src=|"application\/ld\+json"))/g),
          null,
          url,
        )
        assert.match(page.body, /call <strong>999<\/strong> in an emergency, <strong>101<\/strong> otherwise/, url)
        assert.match(page.body, /Everybody here is fictional/, url)
        assert.doesNotMatch(page.words, /undefined|NaN|\[object|null/, url)
      }
    },
  )

  await t.test('a resident finds the team by the name of a place', async () => {
    const found = await get('/?q=bridP')
    assert.match(found.words, /1 place found for “bridP” Bridport West Dorset team, Dorset Police/)
    assert.match(found.body, /<a class="govuk-link" href="\/dorset\/west-dorset">Bridport<\/a>/)
    assert.match((await get('/?q=Atlantis')).words, /Nothing found for “Atlantis” Check how it is spelt/)
    assert.match(
      (await get('/?q=DT6+3LF')).words,
      /We know only the first half of DT6 3LF, so this is not one certain team/,
    )
    assert.match((await get('/?q=%3Cb%3E%00%25')).words, /Nothing found for “&lt;b&gt;%”/)
  })

  await t.test('a force shows how its teams stand, and which have no contract yet', async () => {
    const { words } = await get('/dorset')
    assert.match(words, /11 neighbourhood policing teams, 1 of them with an engagement contract in force today\./)
    assert.match(words, /How the teams stand today West Dorset Bridport, Dorchester, Sherborne \d+ kept/)
    assert.match(words, /Teams with no contract yet Bournemouth East/)
  })

  await t.test('each promise of the contract is told once, with its standing, and an assertion openly', async () => {
    const { body, words } = await get(contract)
    const refs = [...body.matchAll(/<div class="promise" id="([^"]+)">/g)].map((found) => found[1])
    assert.deepEqual([refs.length, new Set(refs).size], [53, 53])
    assert.match(words, /As it stood when the year was over, on 2 August 2020\./)
    assert.match(
      body,
      /id="T1">\n.*\n<p class="promise__line"><strong class="standing standing--kept">.*<strong>8,204 likes<\/strong>/,
    )
    assert.equal([...body.matchAll(/<tr><th scope="row"><a class="govuk-link year-strip__standard"/g)].length, 10)
    await db`update commitment set measures = '[]' where contract_id = 'dorset/west-dorset/2019' and ref = 'R16'`
    server.pageCache.forget('dorset/west-dorset')
    const asserted = await get(contract)
    assert.match(
      asserted.body,
      /id="R16">\n.*\n<p class="promise__line"><strong class="standing standing--unmeasurable">Assertion<\/strong> This is an assertion/,
    )
  })

  await t.test('another day tells another story of the same contract', async () => {
    const [before, winter, after] = await Promise.all(
      ['2019-08-01', '2020-01-31', '2020-08-02'].map((day) => get(`${contract}?as-at=${day}`)),
    )
    assert.match(before?.words ?? '', /As at 1 August 2019, before the contract began on 2 August 2019\./)
    assert.match(winter?.words ?? '', /As at 31 January 2020\./)
    assert.match(after?.words ?? '', /As it stood when the year was over/)
    const mark = (page: typeof winter) =>
      page?.body.match(/id="R10">\n.*\n<p class="promise__line"><strong class="standing standing--([a-z-]+)/)?.[1]
    assert.deepEqual([mark(winter), mark(after)], ['kept', 'missed'])
    assert.match(winter?.body ?? '', /commitments\/R10\?as-at=2020-01-31/)
  })

  await t.test('a day to come is answered as things stand, and a day that is none is refused in words', async () => {
    assert.match(
      (await get('/dorset/west-dorset/contract/2026?as-at=2027-03-01')).words,
      /As things stand, looking ahead to 1 March 2027/,
    )
    assert.equal((await get(`${contract}?as-at=`)).status, 200)
    const refusals = {
      '2019-02-30': /“2019-02-30” is not a day/,
      yesterday: /“yesterday” is not a day/,
      '1999-12-31': /nothing is kept here from before the year 2000/,
      '2036-11-23': /more than ten years ahead/,
      '%00': /is not a day/,
    }
    for (const [day, said] of Object.entries(refusals)) {
      const page = await get(`${contract}?as-at=${day}`)
      assert.deepEqual([page.status, page.headings], [400, ['This cannot be shown as at that day']], day)
      assert.match(page.words, said)
      assert.match(page.body, new RegExp(`<a class="govuk-link" href="${contract}">See the contract as it stands</a>`))
    }
  })

  await t.test('what is not there is named, and the way back is offered', async () => {
    const lost = {
      '/atlantis': [/no police force “atlantis”/, '/'],
      '/%00': [/There is no such page/, '/'],
      '/dorset/atlantis': [/Dorset Police has no team “atlantis”/, '/dorset'],
      '/dorset/purbeck/contract': [/Purbeck has no contract yet/, '/dorset/purbeck'],
      '/dorset/west-dorset/contract/1066': [/West Dorset has no contract for the year “1066”/, '/dorset/west-dorset'],
      '/dorset/west-dorset/contract/99999': [/no contract for the year “99999”/, '/dorset/west-dorset'],
      [`${contract}/standards/D-11`]: [/no standard “D-11”/, contract],
      [`${contract}/commitments/R99`]: [/no promise “R99”/, contract],
      [`${contract}/commitments/R35?page=2`]: [/The evidence for R35 has no page “2”/, `${contract}/commitments/R35`],
    } as const
    for (const [url, [said, back]] of Object.entries(lost)) {
      const page = await get(url)
      assert.equal(page.status, 404, url)
      assert.match(page.words, said)
      assert.ok(page.body.includes(`<a class="govuk-link" href="${back}">`), url)
    }
    assert.deepEqual(
      [(await get('/frameworks/none')).status, (await get('/frameworks/dorset-2019/standards/X')).status],
      [404, 404],
    )
  })

  await t.test('the newest contract is one address away', async () => {
    const { status, headers } = await get('/dorset/west-dorset/contract')
    assert.deepEqual([status, headers.location], [302, '/dorset/west-dorset/contract/2026'])
  })

  await t.test('R35 names each clerk, and the one who was missed', async () => {
    const { body, words } = await get(`${contract}/commitments/R35`)
    const rows = [
      ...body.matchAll(
        /<tr><th scope="row">Clerk of (.*?) Town Council.*?<strong class="standing standing--([a-z-]+)">/g,
      ),
    ]
    assert.match(words, /Missed 75%/)
    assert.deepEqual(
      rows.map((row) => `${row[1]} ${row[2]}`),
      ['Bridport kept', 'Dorchester kept', 'Lyme Regis missed', 'Sherborne kept'],
    )
  })

  await t.test('the evidence of a promise is shown fifty at a time, each piece once, the newest first', async () => {
    const days: string[] = []
    const entries: string[] = []
    for (const page of [1, 2, 3, 4, 5, 6, 7]) {
      const { body } = await get(`${contract}/commitments/R09?page=${page}`)
      days.push(
        ...[...body.matchAll(/<p class="evidence__day"><time datetime="([^"]+)">/g)].map((found) => found[1] ?? ''),
      )
      entries.push(...[...body.matchAll(/id="(entry-\d+)"/g)].map((found) => found[1] ?? ''))
    }
    assert.deepEqual(days, days.toSorted().toReversed())
    assert.ok(entries.length > 300)
    assert.equal(new Set(entries).size, entries.length)
  })

  await t.test('a ledger that was changed behind its back is called broken, and the first link is named', async () => {
    assert.match(
      (await get('/dorset/west-dorset/ledger')).words,
      /The ledger is whole\. All [\d,]+ entries are as recorded/,
    )
    await db`alter table evidence disable trigger user`
    await db`update evidence set quantities = '{"reached": 9999}' where chain = 'dorset/west-dorset' and seq = 7`
    assert.match(
      (await get('/dorset/west-dorset/ledger')).words,
      /The ledger is broken\. Checked from the first entry, entry 7 is not what was recorded\./,
    )
  })
})
