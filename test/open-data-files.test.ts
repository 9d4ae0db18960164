import assert from 'node:assert/strict'
import test, { type TestContext } from 'node:test'
import { parse } from 'csv-parse/sync'
import { z } from 'zod'
import { keepBoundaries } from '#areas/keep-boundaries.ts'
import { openFiles } from '#open-data/files/open-files.ts'
import { openDatabase, transaction } from '#platform/database/database.ts'
import { dayAt } from '#platform/day.ts'
import { demonstrationSite } from './support/site.ts'

const cell = z.union([z.string(), z.number(), z.boolean(), z.null()])
const position = z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)])
const polygon = z.array(z.array(position).min(4))
const geometry = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('Point'), coordinates: position }),
  z.strictObject({ type: z.literal('Polygon'), coordinates: polygon }),
  z.strictObject({ type: z.literal('MultiPolygon'), coordinates: z.array(polygon) }),
])
const featureCollection = z.strictObject({
  type: z.literal('FeatureCollection'),
  licence: z.url(),
  features: z.array(
    z.strictObject({
      type: z.literal('Feature'),
      id: z.string(),
      geometry: geometry.nullable(),
      properties: z.record(z.string(), cell),
    }),
  ),
})
const listed = z.strictObject({ licence: z.url(), lines: z.array(z.record(z.string(), cell)) })

const types = {
  csv: 'text/csv; charset=utf-8',
  json: 'application/json; charset=utf-8',
  geojson: 'application/geo+json; charset=utf-8',
}

async function siteAnd(t: TestContext) {
  const { url, databaseUrl } = await demonstrationSite(t)
  const db = openDatabase(databaseUrl, { connections: 1 })
  t.after(() => db.end())
  const take = async (path: string) => {
    const answer = await fetch(`${url}/open-data/${path}`)
    assert.equal(answer.status, 200, path)
    return answer
  }
  return { url, db, take }
}

test('anybody takes each file of a force and of a team, in each format with the same lines and no others', async (t) => {
  const { take } = await siteAnd(t)
  for (const place of ['dorset', 'dorset/west-dorset'])
    for (const { name, formats, columns } of openFiles) {
      const named = columns.map((column) => column.name)
      const lines: Record<string, unknown>[][] = []
      for (const format of formats) {
        const answer = await take(`${place}/${name}.${format}`)
        assert.equal(answer.headers.get('content-type'), types[format])
        assert.equal(answer.headers.get('access-control-allow-origin'), '*')
        assert.equal(answer.headers.get('set-cookie'), null)
        lines.push(linesOf(format, await answer.text()))
      }
      const [first = []] = lines
      assert.ok(first.length > 0, `${place}/${name} has lines`)
      for (const line of first) assert.deepEqual(Object.keys(line).toSorted(), named.toSorted(), name)
      for (const other of lines) assert.deepEqual(other.map(asText), first.map(asText), name)
      if (place !== 'dorset') assert.ok(first.every(({ team }) => team === 'west-dorset'))
    }
})

test('a map draws a priority as its neighbourhood, and a promise and a contract as the whole area of their team', async (t) => {
  const { db, take } = await siteAnd(t)
  const partsOf = async (name: string) => {
    const { features } = featureCollection.parse(await (await take(`dorset/west-dorset/${name}.geojson`)).json())
    return features.map((feature) => ({ ...feature.properties, parts: feature.geometry?.coordinates.length ?? null }))
  }
  for (const name of ['standings', 'contracts']) {
    const parts = new Set((await partsOf(name)).map((each) => each.parts))
    assert.deepEqual(parts, new Set([3]), `${name} of a team with three neighbourhoods`)
  }
  const priorities = await partsOf('priorities')
  for (const priority of priorities as Record<string, unknown>[])
    assert.equal(priority['parts'], priority['neighbourhood_id'] === null ? null : 1)
  await db`delete from neighbourhood_boundary where neighbourhood_id = '55.DF3002'`
  await db`select pages_changed('dorset')`
  let parts: unknown = 3
  for (let n = 0; n < 100 && parts !== null; n++) {
    parts = (await partsOf('contracts'))[0]?.parts
    await new Promise((done) => setTimeout(done, 50))
  }
  assert.equal(parts, null, 'half of an area is never told as the whole')
})

function linesOf(format: keyof typeof types, text: string): Record<string, unknown>[] {
  if (format === 'csv') return parse(text, { bom: true, columns: true, record_delimiter: '\r\n' })
  if (format === 'json') return listed.parse(JSON.parse(text)).lines
  return featureCollection.parse(JSON.parse(text)).features.map(({ properties }) => properties)
}

/** A cell of a spreadsheet is text, and an empty one is unknown. */
const asText = (line: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(line).map(([name, value]) => [name, value === null ? '' : String(value)]))

test('an event that is told to a spreadsheet runs nothing there, and nobody’s name to ask for is in it', async (t) => {
  const { db, take } = await siteAnd(t)
  await db`update planned_engagement set title = '=HYPERLINK("http://evil.example")', how_to_ask = 'Ask PC Zephyrine Quill'`
  const csv = await (await take('dorset/west-dorset/events.csv')).text()
  assert.match(csv, /,"'=HYPERLINK/)
  for (const format of ['csv', 'json', 'geojson'])
    assert.doesNotMatch(await (await take(`dorset/events.${format}`)).text(), /Zephyrine/)
})

test('how many raised a matter is told from five on', async (t) => {
  const { db, take } = await siteAnd(t)
  const counted = await db<{ id: string; raised: number }[]>`
    select p.id, (select count(*)::int from concern_triaged c where c.priority_id = p.id) as raised from priority p`
  const { lines } = listed.parse(await (await take('dorset/priorities.json')).json())
  const told = new Map(lines.map(({ id, raised_by }) => [id, raised_by]))
  const expected = counted.filter(({ id }) => told.has(id))
  assert.ok(expected.some(({ raised }) => raised > 0 && raised < 5))
  assert.deepEqual(
    expected.map(({ id }) => told.get(id)),
    expected.map(({ raised }) => (raised > 0 && raised < 5 ? null : raised)),
  )
})

test('a file kept of the whole force is made anew when one of its teams records something', async (t) => {
  const { db, take } = await siteAnd(t)
  const title = async () => {
    const { lines } = listed.parse(await (await take('dorset/events.json')).json())
    return lines[0]?.['title']
  }
  const changed = async (words: string) => {
    await db`update planned_engagement set title = ${words}`
    return title()
  }
  let last = await title()
  for (let n = 0; n < 20; n++) {
    const shown = await changed(`Change ${n}`)
    if (shown === last) break
    last = shown
  }
  assert.equal(await changed('Changed for all'), last, 'it is kept')
  await db`select pg_notify('ledger', 'dorset/west-dorset')`
  for (let n = 0; n < 100 && (await title()) === last; n++) await new Promise((resolve) => setTimeout(resolve, 50))
  assert.equal(await title(), 'Changed for all')
})

test('a force or team that is not here has no files', async (t) => {
  const { url } = await siteAnd(t)
  for (const { name, formats } of openFiles)
    for (const place of ['atlantis', 'dorset/atlantis', 'atlantis/west-dorset', '%00', 'dorset/%00'])
      assert.equal((await fetch(`${url}/open-data/${place}/${name}.${formats[0]}`)).status, 404, `${place} ${name}`)
})

test('the page of open data names each file that there is, and each link of it leads somewhere', async (t) => {
  const { url } = await siteAnd(t)
  const text = await (await fetch(`${url}/open-data`)).text()
  const hrefs = [...text.matchAll(/href="(\/open-data\/[^"]*)"/g)].map(([, href]) => href ?? '')
  assert.ok(hrefs.length > 100)
  const checked = hrefs.filter(
    (href) => href.includes('ogc') || href.includes('west-dorset') || href.startsWith('/open-data/dorset/events'),
  )
  for (const href of checked) assert.equal((await fetch(url + href)).status, 200, href)
})

test('a boundary that is loaded anew is the one that the next who asks takes, not the one that was kept', async (t) => {
  const { db, take } = await siteAnd(t)
  const file = 'dorset/west-dorset/boundaries.geojson'
  const before = featureCollection.parse(await (await take(file)).json())
  const [first] = before.features
  const corners = [
    [-2.8, 50.7],
    [-2.7, 50.7],
    [-2.7, 50.8],
    [-2.8, 50.7],
  ] as const
  const geometry = { type: 'Polygon' as const, coordinates: [corners.map((corner) => [...corner])] }
  const boundary = { neighbourhoodId: String(first?.id), geometry, population: null }
  const at = new Date()
  const today = dayAt(at, 'Europe/London')
  await transaction(db, (sql) =>
    keepBoundaries(sql, 'dorset', [boundary], { validFrom: today, source: 'test', at, by: null }),
  )
  await new Promise((done) => setTimeout(done, 300))
  const after = featureCollection.parse(await (await take(file)).json())
  assert.deepEqual(after.features.find(({ id }) => id === first?.id)?.geometry, {
    type: 'MultiPolygon',
    coordinates: [geometry.coordinates],
  })
})
