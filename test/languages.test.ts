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
  '/dorset/west-dorset/contract': 200,
  '/devon-and-cornwall/launceston/contract': 200,
  '/devon-and-cornwall/launceston/contract/2026/commitments/S2': 200,
  '/dorset/west-dorset/ledger': 200,
  '/dorset/west-dorset/events': 200,
  '/dorset/west-dorset/events/embed': 200,
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

/** One of each page. */
const lookedAt = [
  '/dorset',
  contract,
  `${contract}/standards/D-8`,
  `${contract}/commitments/R09?page=3`,
  `${contract}/commitments/R35`,
  `${contract}/commitments/R99`,
  '/dorset/west-dorset/ledger',
  '/dorset/west-dorset/events',
  '/dorset/west-dorset/events/embed',
  '/frameworks',
  '/frameworks/dorset-2019',
  '/frameworks/dorset-2019/standards/D-2',
]

nobodyIsShutOut('any page in Welsh', async ({ page, url, databaseUrl, open }) => {
  await offerWelsh(url, databaseUrl)
  await open(...lookedAt.map((path) => `/cy${path}`))
  await open(await firstEvent(page, `${url}/cy/dorset/west-dorset/events`))
})
