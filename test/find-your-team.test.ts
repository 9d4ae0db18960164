import assert from 'node:assert/strict'
import { Readable } from 'node:stream'
import test, { type TestContext } from 'node:test'
import { loadPostcodes } from '#areas/postcodes/load-postcodes.ts'
import { openDatabase } from '#platform/database/database.ts'
import { browser, openPage } from './support/browser.ts'
import { wordsOf } from './support/desk.ts'
import { demonstrationSite } from './support/site.ts'

const directory = `pcds,doterm,lat,long
DT6 3LF,,50.7336,-2.7584
DT6 3ZZ,201906,50.7336,-2.7584
DT6 9AA,,99.999999,0.000000
DT1 1XJ,,50.7154,-2.4367
EX13 5AA,,50.781,-2.995
`

async function withDirectory(databaseUrl: string): Promise<void> {
  const db = openDatabase(databaseUrl, { connections: 1 })
  await loadPostcodes(db, Readable.from([Buffer.from(directory)]), { source: 'ONSPD.csv', at: new Date(), by: null })
  await db.end()
}

/** A force that has loaded the boundaries of one team alone. */
async function oneTeamBounded(databaseUrl: string): Promise<void> {
  const db = openDatabase(databaseUrl, { connections: 1 })
  await db`delete from neighbourhood_boundary where neighbourhood_id not in ('55.DT3001', '55.DF3001', '55.DF3002')`
  await db.end()
}

async function asker(t: TestContext) {
  const site = await demonstrationSite(t)
  await oneTeamBounded(site.databaseUrl)
  const ask = async (path: string) => {
    const answer = await fetch(site.url + path)
    return { status: answer.status, headers: answer.headers, words: wordsOf(await answer.text()) }
  }
  const found = async (words: string) =>
    / or team Find (.*?) Use my location/.exec((await ask(`/?q=${encodeURIComponent(words)}`)).words)?.[1] ?? ''
  return { site, ask, found }
}

test('a resident finds the team', async (t) => {
  const { site, ask, found } = await asker(t)
  await t.test(
    'with the outcodes alone, a postcode is answered by its area and never with one certain team',
    async () => {
      assert.match(
        await found('dt63lf'),
        /^Teams that may police DT6 3LF We know only the first half of DT6 3LF, so this is not one certain team\. DT6 is a wide area, and more than one team may police it\. Its middle is near Allington\. The nearest to there first: Bridport West Dorset team, Dorset Police, where the middle of DT6 lies Sherborne/,
      )
      assert.match(await found('DT6'), /^Teams that may police DT6 DT6 is a wide area/)
      assert.match(
        await found('BH1 1AA'),
        /^Teams that may police BH1 1AA .*No team near BH1 has a boundary here; these are called after Bournemouth\. Bournemouth East team.*call 101/,
      )
      assert.match(
        await found('M1 1AE'),
        /^We know no postcodes that begin with M yet Use the name of your town or village instead\. .*call 101/,
      )
      assert.match(
        await found('DT99 1AE'),
        /^DT99 is not among the postcodes that we know It may be mistyped, or lie over the border with another police force\. .*call 101/,
      )
      assert.match(await found('ZZ1 1ZZ'), /^No postcode begins with ZZ/)
      assert.match(await found('DT6 3L'), /^“DT6 3L” is not a whole postcode/)
    },
  )

  await t.test('a team that covers a neighbourhood of its own name is offered once', async () => {
    assert.equal(
      await found('Poole'),
      '2 places found for “Poole” Poole North team, Dorset Police Poole South team, Dorset Police',
    )
  })

  await t.test('a place whose name is misspelt is offered as what may be meant', async () => {
    assert.match(
      await found('Dorchestr'),
      /^Nothing is called “Dorchestr”\. Did you mean: Dorchester West Dorset team, Dorset Police/,
    )
    assert.match(await found('Lanceston'), /Did you mean: Launceston/)
    assert.match(await found('xqzw'), /^Nothing found for “xqzw”/)
  })

  await t.test(
    'a place on the ground is answered by boundary; it is kept by no cache and told to no other site',
    async () => {
      const here = await ask('/find?at=50.7336,-2.7584')
      assert.match(here.words, /This place is policed by West Dorset/)
      assert.deepEqual(
        ['cache-control', 'referrer-policy', 'x-robots-tag'].map((name) => here.headers.get(name)),
        ['no-store', 'no-referrer', 'noindex'],
      )
      assert.match((await ask('/find?at=SY%20466%20929')).words, /This place is policed by West Dorset/)
      assert.match(
        (await ask('/find?at=50.7,-3.5')).words,
        /This place lies outside every boundary that we know .*about \d+ km away/,
      )
      const swapped = await ask('/find?at=-2.7584,50.7336')
      assert.deepEqual(
        [swapped.status, /These look swapped: enter the latitude first/.test(swapped.words)],
        [400, true],
      )
      assert.match((await ask('/find?at=Bridport')).words, /Enter latitude and longitude, such as 50\.7336, -2\.7584/)
    },
  )

  await t.test(
    'without JavaScript, by keyboard, on a narrow phone: a resident goes from the first page by the map to the team',
    async (t) => {
      const { url } = site
      const context = await (
        await browser()
      ).newContext({ viewport: { width: 320, height: 640 }, javaScriptEnabled: false })
      t.after(() => context.close())
      const page = await context.newPage()
      await page.goto(url)
      await page.getByLabel('Your postcode, town, village or team').focus()
      await page.keyboard.type('dt6')
      await page.keyboard.press('Enter')
      await page.getByRole('heading', { name: 'Teams that may police DT6' }).waitFor()
      assert.equal(await page.getByRole('button', { name: 'Use my location' }).isVisible(), false)
      await page.getByRole('link', { name: 'Find it on a map' }).focus()
      await page.keyboard.press('Enter')
      await page.getByRole('link', { name: 'Dorset Police', exact: true }).press('Enter')
      await page.getByRole('heading', { name: 'Neighbourhoods of Dorset Police' }).waitFor()
      const wide = await page.locator('body').evaluate((body) => body.ownerDocument.documentElement.scrollWidth)
      assert.ok(wide <= 320, `${wide} px`)
      const onMap = page.locator('svg a')
      assert.deepEqual(await onMap.evaluateAll((links) => links.map((link) => link.getAttribute('aria-label'))), [
        '1: Bridport, West Dorset team',
        '2: Dorchester, West Dorset team',
        '3: Sherborne, West Dorset team',
      ])
      const listed = await page.locator('main ol a').allInnerTexts()
      assert.deepEqual(listed, ['Bridport', 'Dorchester', 'Sherborne'])
      await onMap.first().focus()
      await page.keyboard.press('Enter')
      await page.waitForURL(`${url}/dorset/west-dorset`)
    },
  )

  await t.test('who lets the browser say where they are is led to their team', async () => {
    const { url } = site
    const page = await openPage({ width: 320, height: 640 })
    await page.context().grantPermissions(['geolocation'], { origin: url })
    await page.context().setGeolocation({ latitude: 50.73361, longitude: -2.75841 })
    await page.goto(url)
    await page.getByRole('button', { name: 'Use my location' }).click()
    await page.getByRole('heading', { name: 'This place is policed by West Dorset' }).waitFor()
    assert.equal(page.url(), `${url}/find?at=50.7336,-2.7584`)
    await page.context().clearPermissions()
    await page.goto(url)
    await page.getByRole('button', { name: 'Use my location' }).click()
    await page.getByText('Your browser was not allowed to say where you are.').waitFor()
  })

  await t.test(
    'with the national directory, a postcode leads to the team in whose boundary it lies, or says why there is none',
    async () => {
      await withDirectory(site.databaseUrl)
      for (const typed of ['DT6 3LF', 'dt63lf', 'DT6 3lF'])
        assert.equal(
          await found(typed),
          'DT6 3LF is policed by West Dorset Go to the West Dorset team It covers the neighbourhood Bridport, Dorset Police.',
        )
      assert.match(await found('DTI IXJ'), /^DT1 1XJ is policed by West Dorset .*Dorchester/)
      assert.match(await found('DT6 3ZZ'), /^DT6 3ZZ is no longer used It ended in June 2019\./)
      assert.match(await found('DT6 4QQ'), /^There is no postcode DT6 4QQ Check it for a letter or figure gone wrong\./)
      assert.match(await found('DT6 9AA'), /^Nobody has said where DT6 9AA is/)
      assert.match(
        await found('EX13 5AA'),
        /^EX13 5AA lies outside every boundary that we know It may lie over the border, with another police force.* nearest teams, none of them certainly yours: Bridport West Dorset team, Dorset Police, about \d+ km away .*call 101/,
      )
    },
  )
})
