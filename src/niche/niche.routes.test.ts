import assert from 'node:assert/strict'
import test from 'node:test'
import { methods, nobodyCounted, type Engagement } from '#engagements/engagement.ts'
import { recordEngagements } from '#engagements/held/record-engagements.ts'
import { transaction, type Database } from '#platform/database/database.ts'
import { day } from '#platform/day.ts'
import { deskOf, formOf, saturday, wordsOf } from '../../test/support/desk.ts'
import { nicheRoutes } from './niche.routes.ts'
import { identityOf } from '#platform/identity.ts'

const address = '/desk/dorset/west-dorset/niche'
const november = 'from-day=1&from-month=11&from-year=2026&to-day=21&to-month=11&to-year=2026'
const market: Engagement = {
  id: identityOf('market'),
  teamId: 'dorset/west-dorset',
  title: 'Market, "Saturday"',
  method: 'community event',
  heldOn: day('2026-11-14'),
  beganAt: '10:00',
  place: 'Bucky Doo Square',
  neighbourhoodId: '55.DT1',
  location: { latitude: 50.7336, longitude: -2.7584 },
  footfall: { ...nobodyCounted, reached: 40, spokeWith: 0 },
  communities: ['rural', 'elderly'],
  ledBy: 'local event',
  advertised: true,
  daysAdvertised: 9,
  keyEvent: true,
  volunteers: false,
  volunteerHours: null,
  specialConstables: true,
  ruralCrimeTeam: false,
  assessmentCriteria: false,
  inNiche: false,
}
const patrol = { ...market, id: identityOf('patrol'), title: '=Patrol', method: methods[8], beganAt: null, location: null, neighbourhoodId: null, heldOn: day('2026-11-16'), footfall: nobodyCounted, communities: [] } // prettier-ignore

async function withEngagements(t: Parameters<typeof deskOf>[0], engagements = [market, patrol]) {
  const desk = await deskOf(t, nicheRoutes)
  await desk.db`insert into neighbourhood (force_id, id, name, team_id) values ('dorset', '55.DT1', 'Bridport', 'dorset/west-dorset')`
  await keep(desk.db, engagements)
  return { ...desk, sergeant: await desk.as('sergeant') }
}

const keep = (db: Database, engagements: readonly Engagement[]) =>
  transaction(db, (sql) =>
    recordEngagements(sql, engagements[0]?.teamId ?? '', engagements, {
      forceId: 'dorset',
      timeZone: 'Europe/London',
      at: saturday,
      personId: null,
    }),
  )

const niche = (db: Database) => db`select id, in_niche from engagement order by held_on, id`
const facets = (db: Database) => db`
  select source, effect, supersedes, facets -> 'in Niche' as "inNiche", quantities, happened_on from evidence order by seq`

test('engagements go out with what is known of them and nothing where nobody knows', async (t) => {
  const { sergeant } = await withEngagements(t)
  const fetched = await sergeant.look(`${address}/engagements.csv?${november}`)
  assert.equal(
    fetched.body,
    [
      '\ufeffid,state,occurred_on,occurred_at,type,title,place,easting,northing,grid_reference,latitude,longitude,neighbourhood_id,neighbourhood,team,reached,spoke_with,raised_a_concern,communities,led_by,advertised,days_advertised,key_event,volunteers,special_constables,rural_crime_team,assessment_criteria,in_niche,niche_occurrence',
      `${market.id},held,2026-11-14,10:00,community event,"Market, ""Saturday""",Bucky Doo Square,346574,92939,SY 46574 92939,50.7336,-2.7584,55.DT1,Bridport,dorset/west-dorset,40,0,,rural; elderly,local event,yes,9,yes,no,yes,no,no,no,`,
      `${patrol.id},held,2026-11-16,,foot patrol,'=Patrol,Bucky Doo Square,,,,,,,,dorset/west-dorset,,,,,local event,yes,9,yes,no,yes,no,no,no,`,
      '',
    ].join('\r\n'),
  )
  const outside = await sergeant.look(`${address}/engagements.csv?${november.replace('to-day=21', 'to-day=13')}`)
  assert.equal(outside.body.split('\r\n').length, 2)
  const turned = await sergeant.look(`${address}/engagements.csv?${november.replace('to-month=11', 'to-month=10')}`)
  assert.deepEqual([turned.status, /The last day comes before the first/.test(turned.body)], [422, true])
})

test('a file that comes back with yes marks those engagements, corrects their evidence, and does so once', async (t) => {
  const { db, sergeant } = await withEngagements(t)
  const out = (await sergeant.look(`${address}/engagements.csv?${november}`)).body
  const back = out.replace(/,no,\r\n$/, ',yes,55/1234/26\r\n')
  const checked = await sergeant.upload(address, back, 'niche.csv')
  assert.match(
    wordsOf(checked.body),
    /To mark as entered in Niche 1 engagement To record, for only Niche has them 0 engagements In doubt 0 rows Known already 0 rows Not confirmed by the file 1 row Left out 0 rows/,
  )
  assert.equal((await facets(db)).length, 2)
  const taken = await sergeant.send(`${address}/confirm`, formOf(checked.body))
  assert.match(
    wordsOf((await sergeant.look(taken.to ?? '')).body),
    /The file was taken in Marked as entered in Niche 1 Recorded, for only Niche had them 0 Niche numbers kept 1/,
  )
  const after = [
    { source: `engagement/${market.id}`, effect: 'states', supersedes: null, inNiche: false, quantities: { reached: 40, 'spoke with': 0, 'days advertised': 9 }, happened_on: '2026-11-14' }, // prettier-ignore
    { source: `engagement/${patrol.id}`, effect: 'states', supersedes: null, inNiche: false, quantities: { 'days advertised': 9 }, happened_on: '2026-11-16' }, // prettier-ignore
    { source: `engagement/${patrol.id}`, effect: 'corrects', supersedes: 2, inNiche: true, quantities: { 'days advertised': 9 }, happened_on: '2026-11-16' }, // prettier-ignore
  ]
  assert.deepEqual([...(await facets(db))], after)
  const again = await sergeant.upload(address, back, 'niche.csv')
  assert.match(wordsOf(again.body), /Nothing to change .* Known already 1 row/)
  const twice = await sergeant.send(`${address}/confirm`, formOf(checked.body))
  assert.match(wordsOf((await sergeant.look(twice.to ?? '')).body), /Nothing was changed/)
  assert.deepEqual([...(await facets(db))], after)
  const unmarked = (await sergeant.look(`${address}/engagements.csv?${november}&only=new`)).body
  assert.deepEqual(unmarked.includes(patrol.id), false)
})

test('a row that says another day or title than we hold is marked only where somebody says so', async (t) => {
  const { db, sergeant } = await withEngagements(t)
  const file = `id,occurred_on,title,in_niche\n${market.id},15/11/2026,Fete,yes\n${identityOf('nobody')},,,yes\n`
  const checked = await sergeant.upload(address, file, 'niche.csv')
  const words = wordsOf(checked.body)
  assert.ok(words.includes('title: “Fete” there, “Market, "Saturday"” here; day: “15 November 2026” there, “14 November 2026” here'), words) // prettier-ignore
  assert.match(words, new RegExp(`Ids that we do not have .* 3 ${identityOf('nobody')}`))
  await sergeant.send(`${address}/confirm`, formOf(checked.body))
  assert.deepEqual(
    (await niche(db)).map((one) => one['in_niche']),
    [false, false],
  )
  await sergeant.send(`${address}/confirm`, { ...formOf(checked.body), changedToo: 'yes' })
  assert.deepEqual(
    (await niche(db)).map((one) => one['in_niche']),
    [true, false],
  )
  assert.deepEqual([...(await db`select title, held_on from engagement where id = ${market.id}`)], [{ title: market.title, held_on: '2026-11-14' }]) // prettier-ignore
})

const onlyThere =
  'id,occurred_on,occurred_at,type,title,place,team,grid_reference,reached,in_niche,niche_occurrence\n' +
  ',2026-11-18,18:00,watch meeting,Farm watch,Village hall,West Dorset,SY 466 929,12,yes,55/9/26\n' +
  ',2026-11-14,10:15,community event,Saturday Market,"Bucky Doo Square, Bridport",dorset/west-dorset,,,yes,55/10/26\n'

test('engagements that only Niche has are recorded once, and likely duplicates only where somebody says so', async (t) => {
  const { db, sergeant } = await withEngagements(t)
  const checked = await sergeant.upload(address, onlyThere, 'niche.csv')
  assert.match(
    wordsOf(checked.body),
    /To record, for only Niche has them 1 engagement In doubt 1 row .*Row 3: Saturday Market, Bucky Doo Square, Bridport, 14 November 2026 Like “Market, "Saturday"”, Bucky Doo Square, 10:00, recorded here/,
  )
  await sergeant.send(`${address}/confirm`, formOf(checked.body))
  const brought = await db`
    select e.title, e.held_on, e.reached, e.in_niche, round(e.location[1]::numeric, 4)::float8 as latitude, o.number
    from engagement e join niche_occurrence o on o.engagement_id = e.id`
  assert.deepEqual(
    [...brought],
    [{ title: 'Farm watch', held_on: '2026-11-18', reached: 12, in_niche: true, latitude: 50.7337, number: '55/9/26' }],
  )
  assert.equal((await facets(db)).length, 3)
  await sergeant.send(`${address}/confirm`, formOf(checked.body))
  assert.equal((await niche(db)).length, 3)
  await sergeant.send(`${address}/confirm`, { ...formOf(checked.body), own: '3' })
  assert.equal((await niche(db)).length, 4)
  assert.match(
    wordsOf((await sergeant.upload(address, onlyThere, 'n.csv')).body),
    /Nothing to change .* Known already 2 rows/,
  )
})

test('an engagement that was recorded by mistake and withdrawn neither goes out nor is marked', async (t) => {
  const { db, sergeant } = await withEngagements(t, [market])
  await db`update engagement set withdrawn_at = now(), withdrawn_reason = 'recorded twice'`
  assert.equal((await sergeant.look(`${address}/engagements.csv?${november}`)).body.split('\r\n').length, 2)
  const checked = await sergeant.upload(address, `id,in_niche\n${market.id},yes\n`, 'niche.csv')
  assert.match(wordsOf(checked.body), new RegExp(`Nothing to change .* Ids that we do not have .* 2 ${market.id}`))
  assert.deepEqual(
    (await niche(db)).map((one) => one['in_niche']),
    [false],
  )
})
