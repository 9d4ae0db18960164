import assert from 'node:assert/strict'
import test from 'node:test'
import { firstEvent, nobodyIsShutOut } from './support/accessible.ts'
import { openPage } from './support/browser.ts'
import { leftInEnglish, offerWelsh, readPage } from './support/in-welsh.ts'
import { demonstrationSite } from './support/site.ts'

const contract = '/dorset/west-dorset/contract/2019'

/** Every page that can be read in Welsh, with its status. */
const inWelsh: Readonly<Record<string, number>> = {
  '/dorset': 200,
  '/devon-and-cornwall': 200,
  [contract]: 200,
  [`${contract}?as-at=2019-12-01`]: 200,
  [`${contract}?as-at=2019-08-01`]: 200,
  [`${contract}/standards/D-8`]: 200,
  [`${contract}/commitments/R35`]: 200,
  [`${contract}/commitments/R09`]: 200,
  [`${contract}/commitments/R09?page=3`]: 200,
  [`${contract}/commitments/R10`]: 200,
  [`${contract}/commitments/R46`]: 200,
  [`${contract}/commitments/D2.1`]: 200,
  [`${contract}/commitments/T1`]: 200,
  [`${contract}/commitments/R33`]: 200,
  [`${contract}/rating`]: 200,
  [`${contract}/documents`]: 200,
  [`${contract}/self-evaluation`]: 200,
  '/devon-and-cornwall/launceston/contract/2026/self-evaluation': 404,
  '/dorset/west-dorset/contract': 200,
  '/devon-and-cornwall/launceston/contract': 200,
  '/devon-and-cornwall/launceston/contract/2026/commitments/S2': 200,
  '/devon-and-cornwall/launceston/contract/2026?as-at=2027-08-31': 200,
  '/devon-and-cornwall/launceston/contract/2026/rating': 404,
  '/dorset/west-dorset/ledger': 200,
  '/dorset/west-dorset/events': 200,
  '/dorset/west-dorset/events/embed': 200,
  '/dorset/west-dorset/embed': 200,
  '/dorset/west-dorset/embed/next': 200,
  '/dorset/west-dorset/embed/priorities': 200,
  '/dorset/west-dorset/embed/promises': 200,
  '/dorset/bournemouth-east/embed/promises': 200,
  '/open-data': 200,
  '/dorset/bournemouth-east/events': 200,
  '/frameworks': 200,
  '/frameworks/dorset-2019': 200,
  '/frameworks/devon-and-cornwall-2017': 200,
  '/frameworks/dorset-2019/standards/D-2': 200,
  '/frameworks/dorset-2019/standards/D-99': 404,
  '/frameworks/none': 404,
  '/dorset/atlantis/events': 404,
  '/dorset/purbeck/contract': 404,
  '/dorset/west-dorset/events/none': 404,
  [`${contract}?as-at=yesterday`]: 400,
  [`${contract}?as-at=1999-12-31`]: 400,
  [`${contract}/commitments/R99`]: 404,
  '/nowhere/at/all/to/be/found': 404,
}

/** Where a link of a Welsh page leads: on in Welsh, within the page, or to data, which has no language. */
const ledOn = /^(?:\/assets\/|\/api\/|\/cy(?:\/|$)|#)/

test('whoever reads in Welsh meets no English, except what is marked as English, and is led on in Welsh', async (t) => {
  const { url, databaseUrl } = await demonstrationSite(t)
  const names = await offerWelsh(url, databaseUrl)
  const page = await openPage()
  const event = await firstEvent(page, `${url}/dorset/west-dorset/events`)
  const shown: Record<string, unknown> = {}
  const meant: Record<string, unknown> = {}
  for (const [path, status] of Object.entries({ ...inWelsh, [event]: 200 })) {
    await page.goto(url + path)
    const english = await readPage(page)
    const answer = await page.goto(`${url}/cy${path}`)
    const welsh = await readPage(page)
    shown[path] = {
      status: answer?.status(),
      languages: [english.language, welsh.language],
      leftInEnglish: leftInEnglish(welsh, english, names),
      ledAway: welsh.links.filter((link) => !ledOn.test(link)),
    }
    meant[path] = { status, languages: ['en', 'cy'], leftInEnglish: [], ledAway: [] }
  }
  assert.deepEqual(shown, meant)
})

test('whoever changes the language of a page reads it as they asked for it, and nothing that others asked', async (t) => {
  const { url, databaseUrl } = await demonstrationSite(t)
  await offerWelsh(url, databaseUrl)
  const other = async (path: string) =>
    (await (await fetch(url + path)).text()).match(/class="site-header__language" href="([^"]*)"/)?.[1]
  const asked = [
    `${contract}?as-at=2019-12-01`,
    `${contract}?from=elsewhere&as-at=2019-12-01`,
    `${contract}/commitments/R09?page=3`,
    `${contract}?from=elsewhere`,
    '/?q=Bridport',
  ]
  assert.deepEqual(await Promise.all(asked.map(other)), [
    `/cy${contract}?as-at=2019-12-01`,
    `/cy${contract}?as-at=2019-12-01`,
    `/cy${contract}/commitments/R09?page=3`,
    `/cy${contract}`,
    '/cy?q=Bridport',
  ])
  assert.equal(await other(`/cy${contract}?as-at=2019-12-01`), `${contract}?as-at=2019-12-01`)
})

test('why a promise stands so, and how it is measured, is read in Welsh', async (t) => {
  const { url, databaseUrl } = await demonstrationSite(t)
  await offerWelsh(url, databaseUrl)
  const page = await openPage()
  await page.goto(`${url}/cy${contract}/commitments/R35`)
  const verdict = page.locator('.verdict .govuk-body')
  assert.match(await verdict.innerText(), /ar amser \(\d+%\); ar ei hôl hi: /)
  assert.equal(await verdict.locator('[lang=en]').count(), 1)
  const how = page.locator('h2:has-text("Sut y caiff ei fesur") + p')
  assert.match(await how.innerText(), /^Yn gofyn am o leiaf un o’r rhain bob 6 mis: /)
  assert.equal(await how.locator('[lang=en]').count(), 0)
})

test('feeds and calendars that are followed in Welsh say their own words in Welsh, and lead to Welsh pages', async (t) => {
  const { url, databaseUrl } = await demonstrationSite(t)
  await offerWelsh(url, databaseUrl)
  const team = '/dorset/west-dorset'
  const read = async (path: string) => (await fetch(`${url}/cy${path}`, { redirect: 'manual' })).text()
  const feeds = [`${team}/events.atom`, `${team}/news.atom`, `${team}/you-said-we-did/feed.atom`]
  const told = await Promise.all(feeds.map(read))
  assert.deepEqual(
    told.map((feed) => [
      /<feed [^>]*xml:lang="cy"/.test(feed),
      /<title>([^<]*)/.exec(feed)?.[1],
      new Set([...feed.matchAll(/<link [^>]*href="https?:\/\/[^/]+(\/\w+)\//g)].map(([, under]) => under)),
    ]),
    ['ble gallwch siarad â ni', 'newyddion', 'dywedoch chi, gwnaethom ni'].map((title) => [
      true,
      `West Dorset: ${title}`,
      new Set(['/cy']),
    ]),
  )
  const calendar = await read(`${team}/events.ics`)
  assert.match(calendar, /X-WR-CALNAME:Tîm plismona cymdogaeth West Dorset/)
  assert.match(calendar.replaceAll('\r\n ', ''), /URL:https?:\/\/[^/]+\/cy\/dorset\/west-dorset\/events\//)
})

/** One of each page. */
const lookedAt = [
  '/dorset',
  contract,
  `${contract}/standards/D-8`,
  `${contract}/commitments/R09?page=3`,
  `${contract}/commitments/R35`,
  `${contract}/commitments/R99`,
  `${contract}/rating`,
  '/dorset/west-dorset/ledger',
  '/dorset/west-dorset/events',
  '/dorset/west-dorset/events/embed',
  '/dorset/west-dorset/embed',
  '/dorset/west-dorset/embed/promises',
  '/open-data',
  '/frameworks',
  '/frameworks/dorset-2019',
  '/frameworks/dorset-2019/standards/D-2',
]

nobodyIsShutOut('any page in Welsh', async ({ page, url, databaseUrl, open }) => {
  await offerWelsh(url, databaseUrl)
  await open(...lookedAt.map((path) => `/cy${path}`))
  await open(await firstEvent(page, `${url}/cy/dorset/west-dorset/events`))
})
