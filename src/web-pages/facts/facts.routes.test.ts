import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import test from 'node:test'
import sharp from 'sharp'
import { publicRoutes } from '#public-site/public.routes.ts'
import { publicPageRoutes } from './public-page.routes.ts'
import { day } from '#platform/day.ts'
import { deskOf, formOf, wordsOf } from '../../../test/support/desk.ts'
import { officersShown, officersShownIn } from './officers.sql.ts'
import { sectionAges } from './sections.sql.ts'

const page = '/desk/dorset/west-dorset/page'
const today = day('2026-11-21')

const routes = [...publicPageRoutes, ...publicRoutes]

async function withOfficer(t: test.TestContext, more: Readonly<Record<string, string>> = {}) {
  const desk = await deskOf(t, routes)
  const sergeant = await desk.as('sergeant')
  const pcso = await desk.as('pcso')
  const id = randomUUID()
  const begun = formOf((await sergeant.look(`${page}/officers/new`)).body)
  const fields = { ...begun, id, personId: pcso.id, name: 'Robin Fictional', rank: 'PCSO', email: 'robin@example.org' }
  const saved = await sergeant.send(`${page}/officers/new`, { ...fields, ...more })
  return { ...desk, sergeant, pcso, id, fields, saved }
}

const namesShown = async (desk: Awaited<ReturnType<typeof deskOf>>, on = today) =>
  (await officersShown(desk.db, 'dorset/west-dorset', on)).map(({ name }) => name)

test('an officer is shown only once they or their sergeant agreed, and no longer once it is taken back', async (t) => {
  const desk = await withOfficer(t)
  assert.equal(desk.saved.status, 303)
  assert.deepEqual(await namesShown(desk), [])
  const agree = (who: typeof desk.pcso, agreed: string) => who.send(`${page}/officers/${desk.id}/agreed`, { agreed })
  const neo = await desk.as('neo')
  assert.equal((await agree(neo, 'by their sergeant')).status, 403)
  assert.equal((await agree(desk.sergeant, 'by themselves')).status, 403)
  assert.deepEqual(await namesShown(desk), [])
  assert.equal((await agree(desk.pcso, 'by themselves')).status, 303)
  assert.deepEqual(await namesShown(desk), ['Robin Fictional'])
  assert.match(wordsOf((await neo.look('/dorset/west-dorset/people')).body), /PCSO Robin Fictional/)
  assert.equal((await agree(desk.sergeant, 'no')).status, 303)
  assert.deepEqual(await namesShown(desk), [])
  assert.equal((await agree(desk.sergeant, 'by their sergeant')).status, 303)
  assert.deepEqual(await namesShown(desk), ['Robin Fictional'])
})

test('whoever leaves the team or moves to another is no longer shown by it', async (t) => {
  const desk = await withOfficer(t)
  await desk.sergeant.send(`${page}/officers/${desk.id}/agreed`, { agreed: 'by their sergeant' })
  await desk.db`update person set ended_on = '2026-11-21' where id = ${desk.pcso.id}`
  assert.deepEqual(await namesShown(desk), ['Robin Fictional'], 'on their last day they are still here')
  assert.deepEqual(await namesShown(desk, day('2026-11-22')), [])
  await desk.db`update person set ended_on = null, team_id = 'dorset/purbeck' where id = ${desk.pcso.id}`
  assert.deepEqual(await namesShown(desk), [])
})

test('an officer of one neighbourhood is not told of another, and one of the whole team is told of each', async (t) => {
  const desk = await withOfficer(t)
  await desk.db`
    insert into neighbourhood (force_id, id, name, team_id) values
      ('dorset', '55.A', 'Bridport', 'dorset/west-dorset'), ('dorset', '55.B', 'Lyme Regis', 'dorset/west-dorset')`
  await desk.sergeant.send(`${page}/officers/${desk.id}/agreed`, { agreed: 'by their sergeant' })
  const shownIn = async (id: string) => (await officersShownIn(desk.db, 'dorset', id, today)).length
  assert.deepEqual([await shownIn('55.A'), await shownIn('55.B')], [1, 1])
  await desk.sergeant.send(`${page}/officers/${desk.id}`, { ...desk.fields, neighbourhoods: '55.A' })
  assert.deepEqual([await shownIn('55.A'), await shownIn('55.B')], [1, 0])
})

test('a named officer can be asked: without an address or a number the form keeps what was typed', async (t) => {
  const desk = await withOfficer(t, { email: '', contactable: 'yes', bio: 'Knows the market.' })
  assert.equal(desk.saved.status, 422)
  assert.match(wordsOf(desk.saved.body), /A named officer needs an e-mail address or a telephone number/)
  assert.match(desk.saved.body, /Knows the market\./)
  const rows = await desk.db`select 1 from team_officer`
  assert.equal(rows.length, 0)
})

const mistakes: readonly (readonly [field: string, typed: string, said: RegExp])[] = [
  ['email', 'robin at example', /Enter an e-mail address such as/],
  ['telephone', 'ask at the desk', /Enter a telephone number such as/],
  ['report', 'javascript:alert(1)', /Enter an address that begins with https:/],
  ['web', 'http://example.org/', /Enter an address that begins with https:/],
  ['facebook', 'https://example.org@elsewhere.example/', /Enter an address that begins with https:/],
]

for (const [field, typed, said] of mistakes) {
  test(`“${typed}” is not taken as ${field} of a team, and the mistake stands beside its field`, async (t) => {
    const { as, db } = await deskOf(t, routes)
    const sergeant = await as('sergeant')
    const sent = await sergeant.send(`${page}/contact`, { [field]: typed })
    assert.equal(sent.status, 422)
    assert.match(wordsOf(sent.body), said)
    assert.equal((await db`select 1 from team_facts`).length, 0)
  })
}

test('a photo is drawn anew without what the camera wrote into it, and a file that is no photo is not kept', async (t) => {
  const desk = await withOfficer(t)
  const address = `${page}/officers/${desk.id}/photo`
  const turnedDown = await desk.sergeant.upload(address, Buffer.from('<svg onload="x"/>'), 'a.jpg')
  assert.equal(turnedDown.status, 415)
  assert.match(wordsOf(turnedDown.body), /choose a JPEG, PNG or WebP/)
  const taken = await sharp({ create: { width: 3000, height: 2000, channels: 3, background: '#14315f' } })
    .withExif({ IFD0: { ImageDescription: 'GPS!' } })
    .jpeg()
    .toBuffer()
  assert.equal((await desk.sergeant.upload(address, taken, 'a.jpg')).status, 303)
  const [photo] = await desk.db<{ id: string; bytes: Buffer }[]>`select id, bytes from team_officer_photo`
  const { format, width, height } = await sharp(photo?.bytes).metadata()
  assert.deepEqual({ format, width, height }, { format: 'jpeg', width: 480, height: 320 })
  assert.deepEqual([taken.includes('GPS!'), photo?.bytes.includes('GPS!')], [true, false])
  const shownAt = `/dorset/west-dorset/people/${desk.id}/${photo?.id}.jpg`
  assert.equal((await desk.pcso.look(shownAt)).status, 404, 'nobody agreed yet')
  await desk.sergeant.send(`${page}/officers/${desk.id}/agreed`, { agreed: 'by their sergeant' })
  assert.equal((await desk.pcso.look(shownAt)).status, 200)
})

test('a section is right as it stands only where it tells something, and then its age begins again', async (t) => {
  const desk = await withOfficer(t)
  const right = () => desk.pcso.send(`${page}/sections/the-team/right`, {})
  assert.equal((await right()).status, 409)
  assert.equal((await desk.pcso.send(`${page}/sections/how-to-contact/right`, {})).status, 409)
  assert.equal((await desk.pcso.send(`${page}/sections/opportunities-to-meet/right`, {})).status, 409)
  await desk.sergeant.send(`${page}/officers/${desk.id}/agreed`, { agreed: 'by their sergeant' })
  assert.equal((await right()).status, 303)
  const [age] = await sectionAges(desk.db, 'dorset', 'dorset/west-dorset')
  assert.deepEqual(age, { section: 'the team', checkedOn: today, interval: 90 })
  const evidence = await desk.db`
    select kind, subjects, facets from evidence where kind = 'page reviewed' or seq = 1 order by seq`
  assert.deepEqual(
    [...evidence],
    [
      {
        kind: 'update made',
        subjects: ['dorset/west-dorset/web-section/the-team'],
        facets: { channel: 'web page', mobile: false, role: 'sergeant' },
      },
      {
        kind: 'page reviewed',
        subjects: ['dorset/west-dorset/web-section/the-team'],
        facets: { current: true, section: 'the team', role: 'pcso' },
      },
    ],
  )
})

test('a form sent twice keeps one link, and a link taken away is gone from the page', async (t) => {
  const { as, db } = await deskOf(t, routes)
  const sergeant = await as('sergeant')
  const link = {
    id: randomUUID(),
    title: 'Dorset Alert',
    url: 'https://alert.example.org/',
    description: '',
    place: '',
  }
  for (const _ of [1, 2]) assert.equal((await sergeant.send(`${page}/links/new`, link)).status, 303)
  assert.equal((await db`select 1 from team_link`).length, 1)
  await sergeant.send(`${page}/contact`, { email: 'west@example.org' })
  assert.equal((await sergeant.send(`${page}/sections/how-to-contact/right`, {})).status, 303)
  assert.match(
    wordsOf((await sergeant.look('/dorset/west-dorset')).body),
    /Where to find more Dorset Alert This part was checked today\./,
  )
  const other = await as('sergeant', 'dorset/purbeck')
  assert.equal((await other.send('/desk/dorset/purbeck/page/links/new', { ...link, title: 'Mine' })).status, 409)
  assert.equal((await sergeant.send(`${page}/links/${link.id}/remove`, {})).status, 303)
  assert.equal((await db`select 1 from team_link`).length, 0)
})

test('a force says how often its teams look at each section', async (t) => {
  const { as, db } = await deskOf(t, routes)
  const lead = await as('force-lead')
  const before = formOf((await lead.look('/desk/dorset/page')).body)
  const sent = await lead.send('/desk/dorset/page/intervals', { ...before, 'how-to-contact': '30' })
  assert.equal(sent.status, 303)
  const ages = await sectionAges(db, 'dorset', 'dorset/west-dorset')
  assert.deepEqual(
    ages.map(({ interval }) => interval),
    [90, 90, 30, 90, 90, 90],
  )
  assert.equal((await lead.send('/desk/dorset/page/intervals', { ...before, priorities: '3' })).status, 422)
})
