import assert from 'node:assert/strict'
import test from 'node:test'
import { recordEngagements } from '#engagements/held/record-engagements.ts'
import { transaction } from '#platform/database/database.ts'
import { day } from '#platform/day.ts'
import { deskOf, formOf, saturday, wordsOf } from '../../test/support/desk.ts'
import { nicheRoutes } from './niche.routes.ts'
import { mostNicheBytes, readNiche } from './read-niche.ts'
import { identityOf } from '#platform/identity.ts'
import { asHeld, unmarked, type ToldEngagement } from './told-engagement.ts'

const westDorset = { id: 'dorset/west-dorset', forceId: 'dorset', slug: 'west-dorset', name: 'West Dorset', schoolCouncil: null } // prettier-ignore
const setting = {
  forceId: 'dorset',
  teams: [westDorset],
  neighbourhoods: [{ id: '55.DT1', name: 'Bridport', teamId: 'dorset/west-dorset' }],
  today: day('2026-11-21'),
}
const head =
  'id,occurred_on,type,title,place,easting,northing,grid_reference,latitude,longitude,reached,spoke_with,niche_occurrence'
const read = (text: string | Buffer) => readNiche(Buffer.from(text), setting)
const told = (n: number): ToldEngagement => ({
  line: n,
  id: identityOf('told', String(n)),
  teamId: n % 2 === 0 ? 'dorset/west-dorset' : 'dorset/purbeck',
  title: `Patrol ${n}`,
  method: 'foot patrol',
  day: day('2026-11-14'),
  begins: null,
  ends: null,
  place: 'Town',
  neighbourhoodId: null,
  location: null,
  communities: [],
  reached: null,
  spokeWith: null,
  raisedAConcern: null,
  advertised: false,
  daysAdvertised: null,
  marks: unmarked,
})

/** What is wrong with one row under the usual headings. */
function faultsOf(row: string): string[] {
  const found = read(`${head}\n${row}\n`)
  return found.faults.map(({ column, words }) => `${column}: ${words}`)
}

test('a place told in two ways must be one place, and the right way round', () => {
  const row = (where: string) => `,2026-11-18,surgery,Surgery,Library,${where},,,`
  assert.deepEqual(faultsOf(row('346574,92939,SY 466 929,50.7336,-2.7584')), [])
  assert.deepEqual(faultsOf(row(',,,-2.7584,50.7336')), ['latitude: latitude and longitude are swapped'])
  assert.deepEqual(faultsOf(row('92939,346574,,50.7336,-2.7584')), ['easting: easting and northing are swapped'])
  assert.deepEqual(faultsOf(row('346574,93200,,50.7336,-2.7584')), [
    'easting: latitude and longitude and easting and northing tell places 261 metres apart',
  ])
  assert.deepEqual(faultsOf(row('346574,93100,,50.7336,-2.7584')), [])
  assert.deepEqual(faultsOf(row('346574,92939,TQ 466 929,,')), [
    'grid_reference: easting and northing and the grid reference tell places 224 km apart',
  ])
  assert.deepEqual(faultsOf(row(',,Bridport,,')), [
    'grid_reference: a grid reference is two letters and figures, such as SY 466 929',
  ])
  assert.deepEqual(faultsOf(row('346574,,,,')), ['easting: easting and northing must be numbers of metres'])
})

test('each bad cell of a row is told, and the row is left out', () => {
  assert.deepEqual(faultsOf(',2027-01-01,conclave,=HYPERLINK(1),,,,,,,5,9,no=1'), [
    'niche_occurrence: “no=1” is not a Niche number: it has letters, figures, / and - only',
    'title: begins with “=”, which a spreadsheet would run as a formula',
    'place: is empty: say where it was',
    'type: “conclave” is not a kind of engagement: it is one of street corner meeting, surgery, drop-in, community event, rural event, watch meeting, council meeting, school visit, foot patrol, patrol contact, online, partner meeting',
    'occurred_on: 1 January 2027 has not come yet: Niche holds what has happened',
    'spoke_with: You spoke with 9 people but reached only 5',
  ])
  assert.deepEqual(faultsOf('17,,,,,,,,,,,,1'), ['id: “17” is not an id of an engagement: leave it as it went out'])
  const id = identityOf('one')
  const twice = read(`id,in_niche\n${id},yes\n${id},yes\n`)
  assert.deepEqual(twice.faults, [{ line: 3, column: null, words: `says again what line 2 said of ${id}` }])
})

test('a file that cannot be one of Niche’s is refused whole', () => {
  const words = (text: string | Buffer) => {
    const found = read(text)
    return found.ok ? 'taken' : found.faults.map(({ column, words }) => `${column ?? ''} ${words}`.trim()).join('; ')
  }
  assert.equal(words(''), 'the file is empty')
  assert.equal(
    words('a,b\n1,2\n'),
    'none of the columns is one of the exchange with Niche: they are listed below the upload',
  )
  assert.equal(words('id,in_niche\n'), 'there is nothing under the first line')
  assert.equal(words('id,In Niche,in_niche\n,,\n'), 'in_niche stands twice in the first line')
  assert.equal(words('id,title\n,x\n'), 'in_niche is missing: say yes in it where Niche holds the engagement')
  assert.match(words(Buffer.from([...Buffer.from('id,in_niche\n'), 0xe9, 10])), /holds letters that are not UTF-8/)
  assert.match(words('id,in_niche\n'.repeat(200_000)), /199,999 lines.*send at most 50,000/)
})

test('a team’s file cannot mark another team’s engagement; the force’s can, and a sergeant may not send that', async (t) => {
  const { db, as } = await deskOf(t, nicheRoutes)
  const recorder = { forceId: 'dorset', timeZone: 'Europe/London', at: saturday, personId: null }
  await transaction(db, (sql) => recordEngagements(sql, 'dorset/purbeck', [asHeld(told(1))], recorder))
  const file = `id,in_niche\n${told(1).id},yes\n`
  const sergeant = await as('sergeant')
  const own = await sergeant.upload('/desk/dorset/west-dorset/niche', file, 'a.csv')
  await sergeant.send('/desk/dorset/west-dorset/niche/confirm', formOf(own.body))
  const inNiche = async () => (await db`select in_niche from engagement`).map((one) => one['in_niche'])
  assert.deepEqual(await inNiche(), [false])
  for (const url of ['/desk/dorset/niche', '/desk/dorset/purbeck/niche'])
    assert.equal((await sergeant.upload(url, file, 'a.csv')).status, 403)
  for (const role of ['neo', 'inspector', 'administrator'] as const)
    assert.equal((await (await as(role)).look('/desk/dorset/niche')).status, 200)
  assert.equal((await (await as('pcso')).look('/desk/dorset/west-dorset/niche')).status, 403)
  const neo = await as('neo')
  const all = await neo.upload('/desk/dorset/niche', file, 'a.csv')
  await neo.send('/desk/dorset/niche/confirm', formOf(all.body))
  assert.deepEqual(await inNiche(), [true])
})

test('thousands of engagements of a force go out and come back marked in one go', async (t) => {
  const { db, as } = await deskOf(t, nicheRoutes)
  const recorder = { forceId: 'dorset', timeZone: 'Europe/London', at: saturday, personId: null }
  const all = Array.from({ length: 6_000 }, (_, n) => told(n))
  for (const teamId of ['dorset/purbeck', 'dorset/west-dorset'])
    await transaction(db, (sql) => recordEngagements(sql, teamId, all.filter((one) => one.teamId === teamId).map(asHeld), recorder)) // prettier-ignore
  const neo = await as('neo')
  const asked = 'from-day=1&from-month=11&from-year=2026&to-day=21&to-month=11&to-year=2026'
  const out = await neo.look(`/desk/dorset/niche/engagements.csv?${asked}`)
  const checked = await neo.upload('/desk/dorset/niche', out.body.replaceAll(/,no,(?=\r\n)/g, ',yes,'), 'year.csv')
  assert.match(wordsOf(checked.body), /To mark as entered in Niche 6,000 engagements/)
  assert.equal((await neo.send('/desk/dorset/niche/confirm', formOf(checked.body))).status, 303)
  const marked = await db`
    select effect, facets -> 'in Niche' as is, count(*) from evidence group by 1, 2 order by 1`
  assert.deepEqual([...marked], [{ effect: 'corrects', is: true, count: 6000 }, { effect: 'states', is: false, count: 6000 }]) // prettier-ignore
})

test('a file larger than may be carried is refused as too large', async (t) => {
  const { as } = await deskOf(t, nicheRoutes)
  const neo = await as('neo')
  assert.equal(
    (await neo.upload('/desk/dorset/niche', Buffer.alloc(mostNicheBytes + 100_000, 'a'), 'a.csv')).status,
    413,
  )
  assert.match(wordsOf((await neo.upload('/desk/dorset/niche', '', '')).body), /Choose a CSV file/)
})
