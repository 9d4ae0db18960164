import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import ICAL from 'ical.js'
import type { PlannedEngagement } from '#engagements/planned/planned-engagement.ts'
import { addDays, day, instantAt, type Day } from '#platform/day.ts'
import { calendarFile, folded } from './calendar-file.ts'

const market: PlannedEngagement = {
  id: '0b1e0000-0000-4000-8000-000000000001',
  seriesId: null,
  teamId: 'dorset/west-dorset',
  title: 'Market, fair; and \\ more',
  method: 'community event',
  place: 'Bucky Doo Square',
  location: { latitude: 50.733, longitude: -2.758 },
  accessibility: 'Level ground.\nSeats.',
  howToAsk: null,
  heldOn: day('2027-03-27'),
  begins: '10:00',
  ends: '12:00',
  ledBy: 'police',
  keyEvent: false,
  communities: [],
  state: 'planned',
  moved: false,
  sequence: 2,
  reason: null,
  changedAt: new Date('2026-11-21T14:00:00.123Z'),
}

const now = new Date('2026-11-21T14:00:00Z')

const fileOf = (planned: readonly PlannedEngagement[], timeZone = 'Europe/London') =>
  calendarFile({ name: 'West Dorset', planned, timeZone, now, addressOf: ({ id }) => `https://example.org/${id}` })

/** What an independent reader of calendars makes of the file. */
function readBack(planned: readonly PlannedEngagement[], timeZone?: string) {
  const calendar = ICAL.Component.fromString(fileOf(planned, timeZone))
  return calendar.getAllSubcomponents('vevent').map((component) => {
    const event = new ICAL.Event(component)
    const value = (name: string) => component.getFirstPropertyValue(name)
    return {
      uid: event.uid,
      sequence: event.sequence,
      status: String(value('status')),
      from: event.startDate.toJSDate().toISOString(),
      to: event.endDate.toJSDate().toISOString(),
      title: event.summary,
      place: event.location,
      description: event.description,
      geo: value('geo'),
      url: String(value('url')),
      zones: calendar.getAllSubcomponents('vtimezone').map((zone) => String(zone.getFirstPropertyValue('tzid'))),
    }
  })
}

test('an engagement is read back from a calendar with its lasting name, its change and its text whole', () => {
  assert.deepEqual(readBack([market]), [
    {
      uid: '0b1e0000-0000-4000-8000-000000000001@frankpledge',
      sequence: 2,
      status: 'CONFIRMED',
      from: '2027-03-27T10:00:00.000Z',
      to: '2027-03-27T12:00:00.000Z',
      title: 'Market, fair; and \\ more',
      place: 'Bucky Doo Square',
      description: 'Level ground.\nSeats.',
      geo: [50.733, -2.758],
      url: 'https://example.org/0b1e0000-0000-4000-8000-000000000001',
      zones: ['Europe/London'],
    },
  ])
})

test('where engagements share their words, each is still told its own', () => {
  const told = (title: string, place: string, accessibility: string) => ({ ...market, title, place, accessibility })
  const shared = [
    told('Town Hall', 'Town Hall', 'Town Hall'),
    told('Town Hall', 'Library', 'Town Hall'),
    told('Library', 'Town Hall', ''),
  ]
  const lines = fileOf(shared)
    .split('\r\n')
    .filter((line) => /^(SUMMARY|LOCATION|DESCRIPTION):/.test(line))
  assert.deepEqual(lines, [
    'SUMMARY:Town Hall',
    'LOCATION:Town Hall',
    'DESCRIPTION:Town Hall',
    'SUMMARY:Town Hall',
    'LOCATION:Library',
    'DESCRIPTION:Town Hall',
    'SUMMARY:Library',
    'LOCATION:Town Hall',
  ])
})

test('a cancelled engagement stays in the calendar as cancelled, with the reason', () => {
  const [read] = readBack([{ ...market, state: 'cancelled', sequence: 3, reason: 'Storm' }])
  assert.deepEqual(
    [read?.status, read?.sequence, read?.title, read?.description],
    ['CANCELLED', 3, 'Cancelled: Market, fair; and \\ more', 'Storm\nLevel ground.\nSeats.'],
  )
})

test('on both sides of each clock change, and in its very night, a reader finds the instants that we mean', () => {
  const days = ['2026-03-28', '2026-03-29', '2026-03-30', '2026-10-24', '2026-10-25', '2026-10-26']
  const times = ['00:30', '02:30', '10:00', '23:30']
  const planned = days.flatMap((on) => times.map((begins) => ({ ...market, heldOn: day(on), begins, ends: '23:59' })))
  assert.deepEqual(
    readBack(planned).map(({ from }) => from),
    planned.map(({ heldOn, begins }) => instantAt(heldOn, begins, 'Europe/London').toISOString()),
  )
  assert.equal(instantAt(day('2026-10-25'), '10:00', 'Europe/London').toISOString(), '2026-10-25T10:00:00.000Z')
  assert.equal(instantAt(day('2026-10-24'), '10:00', 'Europe/London').toISOString(), '2026-10-24T09:00:00.000Z')
})

test('a force keeps the clocks of its own time zone, not those of London', () => {
  for (const timeZone of ['Europe/Berlin', 'America/Halifax', 'Atlantic/Reykjavik']) {
    const [read] = readBack([{ ...market, heldOn: day('2027-07-01') }], timeZone)
    assert.equal(read?.from, instantAt(day('2027-07-01'), '10:00', timeZone).toISOString())
    assert.deepEqual(read?.zones, [timeZone])
  }
})

test('whatever a team writes and whenever it meets, a reader finds the same text and the same instants', () => {
  const words = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 120 })
  const punctuated = fc.array(fc.constantFrom(',', ';', '\\', '\n', '😀', 'ŵ', '"', ':', 'a '), { maxLength: 60 })
  const text = fc
    .oneof(
      words,
      punctuated.map((letters) => letters.join('')),
    )
    // oxlint-disable-next-line no-control-regex
    .map((given) => given.toWellFormed().replaceAll(/[\u0000-\u0009\u000b-\u001f\u007f]/g, ' '))
  const on = fc.integer({ min: 0, max: 1500 }).map((days) => addDays(day('2026-01-01'), days))
  fc.assert(
    fc.property(text, text, on, fc.integer({ min: 0, max: 21 }), (title, place, heldOn, hour) => {
      const begins = `${String(hour).padStart(2, '0')}:00`
      fc.pre(happensOnce(heldOn, begins))
      const [read] = readBack([{ ...market, title, place, heldOn, begins, ends: '23:00' }])
      const from = instantAt(heldOn, begins, 'Europe/London').toISOString()
      assert.deepEqual([read?.title, read?.place, read?.from], [title, place, from])
    }),
    { numRuns: 300 },
  )
})

/** In the night of a clock change one hour is skipped or comes twice, and readers differ about which instant it then means. */
function happensOnce(on: Day, time: string): boolean {
  const shown = Temporal.PlainDateTime.from(`${on}T${time}`)
  const [earlier, later] = (['earlier', 'later'] as const).map((disambiguation) =>
    shown.toZonedDateTime('Europe/London', { disambiguation }),
  )
  return earlier?.epochMilliseconds === later?.epochMilliseconds
}

test('no line of a calendar is longer than 75 octets, and unfolded it says what it said', () => {
  fc.assert(
    fc.property(fc.oneof(longText('grapheme'), longText('grapheme-ascii')), (text) => {
      const line = text.replaceAll(/[\r\n]/g, '')
      const lines = folded(line).split('\r\n')
      assert.ok(lines.every((each) => Buffer.byteLength(each) <= 75))
      assert.equal(lines.join('\r\n').replaceAll('\r\n ', ''), line)
    }),
  )
})

const longText = (unit: 'grapheme' | 'grapheme-ascii') => fc.string({ unit, maxLength: 300, size: 'max' })
