import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import type { PlannedEngagement } from '#engagements/planned/planned-engagement.ts'
import { day } from '#platform/day.ts'
import { calendarFile, folded } from './calendar-file.ts'

const market: PlannedEngagement = {
  id: '0b1e0000-0000-4000-8000-000000000001',
  seriesId: null,
  teamId: 'dorset/west-dorset',
  title: 'Market, fair; and \\ more',
  method: 'community event',
  place: 'Bucky Doo Square',
  location: null,
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

const eventOf = (planned: PlannedEngagement) =>
  /BEGIN:VEVENT\r\n(.*)END:VEVENT/s.exec(calendarFile('West Dorset', [planned]))?.[1]?.split('\r\n')

test('an engagement stands in a calendar with its own lasting name, its change and its text made safe', () => {
  assert.deepEqual(eventOf(market), [
    'UID:0b1e0000-0000-4000-8000-000000000001@frankpledge',
    'DTSTAMP:20261121T140000Z',
    'SEQUENCE:2',
    'STATUS:CONFIRMED',
    'DTSTART;TZID=Europe/London:20270327T100000',
    'DTEND;TZID=Europe/London:20270327T120000',
    'SUMMARY:Market\\, fair\\; and \\\\ more',
    'LOCATION:Bucky Doo Square',
    'DESCRIPTION:Level ground.\\nSeats.',
    '',
  ])
})

test('a cancelled engagement stays in the calendar as cancelled, with the reason', () => {
  const lines = eventOf({ ...market, state: 'cancelled', reason: 'Storm' })
  assert.deepEqual(
    lines?.filter((line) => /^(STATUS|SUMMARY|DESCRIPTION)/.test(line)),
    [
      'STATUS:CANCELLED',
      'SUMMARY:Cancelled: Market\\, fair\\; and \\\\ more',
      'DESCRIPTION:Storm\\nLevel ground.\\nSeats.',
    ],
  )
})

test('ten in the morning is ten in the morning on both sides of the clock change, by the rules the file brings', () => {
  const starts = ['2027-03-27', '2027-03-28', '2027-10-30', '2027-10-31'].map((on) =>
    eventOf({ ...market, heldOn: day(on) })?.find((line) => line.startsWith('DTSTART')),
  )
  assert.deepEqual(starts, [
    'DTSTART;TZID=Europe/London:20270327T100000',
    'DTSTART;TZID=Europe/London:20270328T100000',
    'DTSTART;TZID=Europe/London:20271030T100000',
    'DTSTART;TZID=Europe/London:20271031T100000',
  ])
  const zone = calendarFile('West Dorset', []).split('\r\n')
  const change = (part: string) => zone.slice(zone.indexOf(`BEGIN:${part}`) + 1, zone.indexOf(`END:${part}`))
  assert.deepEqual(change('DAYLIGHT').slice(1, 4), [
    'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU',
    'TZOFFSETFROM:+0000',
    'TZOFFSETTO:+0100',
  ])
  assert.deepEqual(change('STANDARD').slice(1, 4), [
    'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU',
    'TZOFFSETFROM:+0100',
    'TZOFFSETTO:+0000',
  ])
})

test('no line of a calendar is longer than 75 octets, and unfolded it says what it said', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
      const line = text.replaceAll(/[\r\n]/g, '')
      const lines = folded(line).split('\r\n')
      assert.ok(lines.every((each) => Buffer.byteLength(each) <= 75))
      assert.equal(lines.join('\r\n').replaceAll('\r\n ', ''), line)
    }),
  )
})
