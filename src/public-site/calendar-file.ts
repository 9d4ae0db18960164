import type { PlannedEngagement } from '#engagements/planned/planned-engagement.ts'
import { dayAt, type Day } from '#platform/day.ts'
import { zoneLines } from './calendar-zone.ts'

/** What a calendar holds, and how it names times and addresses. */
export type CalendarShown = {
  readonly name: string
  readonly planned: readonly PlannedEngagement[]
  /** The force's own, as `Europe/London`. */
  readonly timeZone: string
  readonly now: Date
  /** The public address of an engagement. */
  readonly addressOf: (planned: PlannedEngagement) => string
}

/**
 * Planned engagements as an RFC 5545 calendar. The UID names no host, so that a move to another address doubles nothing;
 * times are those of the force's clocks, whose changes the file brings with it.
 */
export function calendarFile(shown: CalendarShown): string {
  const { name, planned, timeZone, now } = shown
  const days = [dayAt(now, timeZone), ...planned.map(({ heldOn }) => heldOn)].toSorted()
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Frankpledge//Planned engagements//EN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${textOf(name)}`,
    ...zoneLines(timeZone, days[0] as Day, days.at(-1) as Day),
    ...planned.flatMap((one) => eventLines(one, shown)),
    'END:VCALENDAR',
  ]
  return lines.map((line) => `${folded(line)}\r\n`).join('')
}

function eventLines(planned: PlannedEngagement, { timeZone, addressOf }: CalendarShown): string[] {
  const { id, heldOn, begins, ends, sequence, changedAt, title, place, location, state } = planned
  const description = descriptionOf(planned)
  return [
    'BEGIN:VEVENT',
    `UID:${id}@frankpledge`,
    `DTSTAMP:${changedAt.toISOString().replaceAll(/[-:]|\.\d+/g, '')}`,
    `SEQUENCE:${sequence}`,
    `STATUS:${state === 'cancelled' ? 'CANCELLED' : 'CONFIRMED'}`,
    `DTSTART;TZID=${timeZone}:${local(heldOn, begins)}`,
    `DTEND;TZID=${timeZone}:${local(heldOn, ends)}`,
    `SUMMARY:${textOf(state === 'cancelled' ? `Cancelled: ${title}` : title)}`,
    `LOCATION:${textOf(place)}`,
    ...(location === null ? [] : [`GEO:${location.latitude};${location.longitude}`]),
    ...(description === '' ? [] : [`DESCRIPTION:${textOf(description)}`]),
    `URL:${addressOf(planned)}`,
    'END:VEVENT',
  ]
}

function descriptionOf({ reason, accessibility, howToAsk }: PlannedEngagement): string {
  const parts = [reason, accessibility, howToAsk === null ? null : `To ask about it: ${howToAsk}`]
  return parts.filter((part) => part !== null && part !== '').join('\n')
}

const local = (day: string, time: string) => `${day.replaceAll('-', '')}T${time.replace(':', '')}00`

/** Text as a calendar takes it: control characters are not allowed there. */
const textOf = (text: string): string =>
  text
    .replaceAll(/[\\;,]/g, (letter) => `\\${letter}`)
    .replaceAll(/\r\n?|\n/g, '\\n')
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
