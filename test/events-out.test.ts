import assert from 'node:assert/strict'
import test, { type TestContext } from 'node:test'
import { XMLParser, XMLValidator } from 'fast-xml-parser'
import ICAL from 'ical.js'
import { plannedEngagementRoutes } from '#engagements/planned/planned-engagements.routes.ts'
import { posterRoutes } from '#engagements/planned/advertising/poster.routes.ts'
import { publicRoutes } from '#public-site/public.routes.ts'
import { openPage } from './support/browser.ts'
import { deskOf, formOf, hidden, saturday, wordsOf } from './support/desk.ts'
import { demonstrationSite } from './support/site.ts'

const ids = [1, 2, 3].map((n) => `0b1e0000-0000-4000-8000-00000000000${n}`)
const site = '/dorset/west-dorset/events'
const desk = '/desk/dorset/west-dorset/events'

/** Three dates of a series: one as planned, one moved, one cancelled; their title would break what is put together carelessly. */
async function series(t: TestContext) {
  const { db, as, server } = await deskOf(t, [...plannedEngagementRoutes, ...posterRoutes, ...publicRoutes])
  const rows = [
    { id: ids[0], on: '2026-12-02', state: 'planned', moved: false, sequence: 0, reason: null },
    { id: ids[1], on: '2027-03-28', state: 'planned', moved: true, sequence: 1, reason: 'Training' },
    { id: ids[2], on: '2027-06-16', state: 'cancelled', moved: false, sequence: 2, reason: 'Storm & flood' },
  ]
  await db`
    insert into planned_engagement (id, series_id, team_id, title, method, place, held_on, begins, ends, led_by, state,
      moved, sequence, reason, planned_at, changed_at)
    select r.id, ${ids[0] ?? ''}, 'dorset/west-dorset', 'Tea & <b>talk</b>', 'surgery', 'Bridport library', r."on", '10:30',
      '12:00', 'police', r.state, r.moved, r.sequence, r.reason, ${saturday}, ${saturday}
    from jsonb_to_recordset(${db.json(rows)}) as r (id uuid, "on" date, state text, moved boolean, sequence int, reason text)`
  return { db, as, seen: (url: string) => server.inject({ url }) }
}

test('event, team and force are followed by calendar with the same names, changes and instants', async (t) => {
  const { seen } = await series(t)
  const read = async (url: string) => {
    const { body } = await seen(url)
    return ICAL.Component.fromString(body)
      .getAllSubcomponents('vevent')
      .map((one) => {
        const event = new ICAL.Event(one)
        const status = String(one.getFirstPropertyValue('status'))
        return [event.uid, event.sequence, status, event.startDate.toJSDate().toISOString()]
      })
  }
  const all = [
    [`${ids[0]}@frankpledge`, 0, 'CONFIRMED', '2026-12-02T10:30:00.000Z'],
    [`${ids[1]}@frankpledge`, 1, 'CONFIRMED', '2027-03-28T09:30:00.000Z'],
    [`${ids[2]}@frankpledge`, 2, 'CANCELLED', '2027-06-16T09:30:00.000Z'],
  ]
  assert.deepEqual(await read(`${site}.ics`), all)
  assert.deepEqual(await read('/dorset/events.ics'), all)
  assert.deepEqual(await read(`${site}/${ids[1]}/event.ics`), [all[1]])
})

test('the feed is well-formed, names each engagement for good, and leads to whole addresses', async (t) => {
  const { seen } = await series(t)
  const { body, headers } = await seen(`${site}.atom`)
  assert.equal(headers['content-type'], 'application/atom+xml; charset=utf-8')
  assert.equal(XMLValidator.validate(body), true)
  const { feed } = new XMLParser({ ignoreAttributes: false, attributeNamePrefix: '' }).parse(body)
  assert.equal(feed.xmlns, 'http://www.w3.org/2005/Atom')
  assert.deepEqual(
    feed.entry.map((entry: Record<string, unknown>) => [entry['id'], entry['title']]),
    [
      [`urn:uuid:${ids[0]}`, 'Tea & <b>talk</b>'],
      [`urn:uuid:${ids[1]}`, 'Moved: Tea & <b>talk</b>'],
      [`urn:uuid:${ids[2]}`, 'Cancelled: Tea & <b>talk</b>'],
    ],
  )
  assert.equal(feed.entry[0].link.href, `http://localhost:3000${site}/${ids[0]}`)
})

test('other sites may frame the list of dates and no other page, and nothing runs in it', async (t) => {
  const { seen } = await series(t)
  const { body, headers, statusCode } = await seen(`${site}/embed`)
  assert.equal(statusCode, 200)
  assert.match(String(headers['content-security-policy']), /default-src 'none'.*form-action 'none'; frame-ancestors \*/)
  assert.deepEqual(
    [headers['cross-origin-resource-policy'], headers['x-frame-options'], headers['set-cookie']],
    ['cross-origin', undefined, undefined],
  )
  assert.doesNotMatch(body, /<script|<form|style=/)
  assert.equal([...body.matchAll(/<a href/g)].length, [...body.matchAll(/<a href="[^"]*" target="_top"/g)].length)
  assert.match(
    wordsOf(body),
    /Tea & &lt;b&gt;talk&lt;\/b&gt; Wednesday 2 December 2026, 10:30 to 12:00 Bridport library All dates, at Dorset Police/,
  )
  for (const path of [site, `${site}/${ids[0]}`, '/dorset/west-dorset']) {
    const other = await seen(path)
    assert.match(String(other.headers['content-security-policy']), /frame-ancestors 'none'/)
    assert.equal(other.headers['cross-origin-resource-policy'], 'same-origin')
  }
  const frame = formOf((await seen(site)).body)['frame']
  assert.match(String(frame), /^<iframe src="http:\/\/localhost:3000\/dorset\/west-dorset\/events\/embed" title="Where/)
})

test('a poster is for everybody, that of a series for the desk, and none for what is not planned', async (t) => {
  const { as, seen } = await series(t)
  const poster = await seen(`${site}/${ids[0]}/poster.pdf`)
  assert.deepEqual([poster.statusCode, poster.headers['content-type']], [200, 'application/pdf'])
  assert.equal(poster.headers['content-disposition']?.toString().split(';')[0], 'inline')
  assert.equal((await seen(`${site}/${ids[0]?.replace('1', '9')}/poster.pdf`)).statusCode, 404)
  const pcso = await as('pcso')
  assert.equal((await pcso.look(`${desk}/${ids[0]}/dates.pdf`)).status, 200)
  assert.equal((await (await as('pcso', 'dorset/purbeck')).look(`${desk}/${ids[0]}/dates.pdf`)).status, 403)
})

test('a text that went out on another channel is noted by one button, and counts as an advert', async (t) => {
  const { db, as } = await series(t)
  const pcso = await as('pcso')
  const { body } = await pcso.look(`${desk}/${ids[0]}/social`)
  assert.match(wordsOf(body), /Texts for other channels .*Note that it went out on Twitter today/)
  const part = body.split('<section').find((one) => one.includes('aria-label="Facebook"')) ?? ''
  const fields = Object.fromEntries(
    ['channel', 'outOn-day', 'outOn-month', 'outOn-year'].map((name) => [name, hidden(part, name)]),
  )
  assert.equal((await pcso.send(`${desk}/${ids[0]}/adverts`, fields)).status, 303)
  assert.deepEqual(
    [...(await db`select channel, out_on from planned_engagement_advert`)],
    [{ channel: 'Facebook', out_on: '2026-11-21' }],
  )
})

test('machines that read schema.org find what happens where and when, and what was called off', async (t) => {
  const { url } = await demonstrationSite(t)
  const page = await openPage()
  await page.goto(`${url}/dorset/west-dorset/events`)
  const addressOf = async (words: string) =>
    (await page.locator('.meetings__one', { hasText: words }).first().locator('a').getAttribute('href')) ?? ''
  const addresses = [await addressOf('Saturday market'), await addressOf('Moved'), await addressOf('Cancelled')]
  const statuses = []
  for (const address of addresses) {
    await page.goto(url + address)
    const told = await page.locator('script[type="application/ld+json"]').textContent()
    const [event] = JSON.parse(told ?? '')['@graph']
    assert.deepEqual([event['@type'], event.location['@type']], ['Event', 'Place'])
    assert.equal(event.name, (await page.locator('h1').innerText()).split('\n').at(-1))
    assert.ok(event.location.name.length > 0)
    const times: readonly unknown[] = [event.startDate, event.endDate]
    for (const time of times) assert.match(String(time), /^\d{4}-\d\d-\d\dT\d\d:\d\d:00\+0[01]:00$/)
    statuses.push(event.eventStatus)
  }
  assert.deepEqual(statuses, [
    'https://schema.org/EventScheduled',
    'https://schema.org/EventRescheduled',
    'https://schema.org/EventCancelled',
  ])
})
