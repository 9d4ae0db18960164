import type { PlannedEngagement } from '#engagements/planned/planned-engagement.ts'

/**
 * Planned engagements as an RFC 5545 calendar. The UID names no host, so that a move to another address doubles nothing;
 * times are those of London's clocks, which every force keeps, so that they stay right when clocks change.
 */
export function calendarFile(name: string, planned: readonly PlannedEngagement[]): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Frankpledge//Planned engagements//EN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${textOf(name)}`,
    ...london,
    ...planned.flatMap(eventLines),
    'END:VCALENDAR',
  ]
  return lines.map((line) => `${folded(line)}\r\n`).join('')
}

function eventLines(planned: PlannedEngagement): string[] {
  const { id, heldOn, begins, ends, sequence, changedAt, title, place, state } = planned
  const description = descriptionOf(planned)
  return [
    'BEGIN:VEVENT',
    `UID:${id}@frankpledge`,
    `DTSTAMP:${changedAt.toISOString().replaceAll(/[-:]|\.\d+/g, '')}`,
    `SEQUENCE:${sequence}`,
    `STATUS:${state === 'cancelled' ? 'CANCELLED' : 'CONFIRMED'}`,
    `DTSTART;TZID=Europe/London:${local(heldOn, begins)}`,
    `DTEND;TZID=Europe/London:${local(heldOn, ends)}`,
    `SUMMARY:${textOf(state === 'cancelled' ? `Cancelled: ${title}` : title)}`,
    `LOCATION:${textOf(place)}`,
    ...(description === '' ? [] : [`DESCRIPTION:${textOf(description)}`]),
    'END:VEVENT',
  ]
}

function descriptionOf({ reason, accessibility, howToAsk }: PlannedEngagement): string {
  const parts = [reason, accessibility, howToAsk === null ? null : `To ask about it: ${howToAsk}`]
  return parts.filter((part) => part !== null && part !== '').join('\n')
}

const local = (day: string, time: string) => `${day.replaceAll('-', '')}T${time.replace(':', '')}00`

/** The clocks of London since 1996: forward on March's last Sunday, back on October's. */
const london = [
  'BEGIN:VTIMEZONE',
  'TZID:Europe/London',
  'BEGIN:DAYLIGHT',
  'DTSTART:19960331T010000',
  'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU',
  'TZOFFSETFROM:+0000',
  'TZOFFSETTO:+0100',
  'TZNAME:BST',
  'END:DAYLIGHT',
  'BEGIN:STANDARD',
  'DTSTART:19961027T020000',
  'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU',
  'TZOFFSETFROM:+0100',
  'TZOFFSETTO:+0000',
  'TZNAME:GMT',
  'END:STANDARD',
  'END:VTIMEZONE',
]

/** Text as a calendar takes it: control characters are not allowed there. */
const textOf = (text: string): string =>
  text
    .replaceAll(/[\\;,]/g, (letter) => `\\${letter}`)
    .replaceAll(/\r?\n/g, '\\n')
    // oxlint-disable-next-line no-control-regex
    .replaceAll(/[\u0000-\u001f\u007f]/g, ' ')

/** A line of at most 75 octets, going on in lines that begin with a space; no letter is cut in two. */
export function folded(line: string): string {
  let text = ''
  let octets = 0
  for (const letter of line) {
    const size = Buffer.byteLength(letter)
    if (octets + size > 75) {
      text += '\r\n '
      octets = 1
    }
    text += letter
    octets += size
  }
  return text
}
