import type { PlannedEngagement } from '#engagements/planned/planned-engagement.ts'
import { dayAt, type Day } from '#platform/day.ts'
import { english, type Say } from '#platform/language/say.ts'
import { zoneLines } from './calendar-zone.ts'

/** What a calendar tells of a planned engagement. */
export type InCalendar = Pick<
  PlannedEngagement,
  | 'id'
  | 'teamId'
  | 'title'
  | 'place'
  | 'location'
  | 'accessibility'
  | 'howToAsk'
  | 'heldOn'
  | 'begins'
  | 'ends'
  | 'state'
  | 'sequence'
  | 'reason'
  | 'changedAt'
>

/** What a calendar holds, and how it names times and addresses. */
export type CalendarShown = {
  readonly name: string
  readonly planned: readonly InCalendar[]
  /** The force's own, as `Europe/London`. */
  readonly timeZone: string
  readonly now: Date
  /** The public address of an engagement. */
  readonly addressOf: (planned: InCalendar) => string
  /** The language of what people did not write; English unless said. */
  readonly say?: Say
}

/**
 * Planned engagements as an RFC 5545 calendar. The UID names no host, so that a move to another address doubles nothing;
 * times are those of the force's clocks, whose changes the file brings with it.
 */
export function calendarFile(shown: CalendarShown): string {
  const { name, planned, timeZone, now, say = english } = shown
  const days = [dayAt(now, timeZone), ...planned.map(({ heldOn }) => heldOn)].toSorted()
  const head = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    `PRODID:-//Frankpledge//Planned engagements//${say.language.toUpperCase()}`,
    'METHOD:PUBLISH',
    folded(`X-WR-CALNAME:${textOf(name)}`),
    ...zoneLines(timeZone, days[0] as Day, days.at(-1) as Day),
  ]
  const line = linesOnce()
  const told = { ...shown, say }
  let body = ''
  for (const one of planned) body += event(one, told, line)
  return `${head.join('\r\n')}\r\n${body}END:VCALENDAR\r\n`
}

type Told = CalendarShown & { readonly say: Say }

/** One event; only lines that hold what people wrote, or an address, may be too long. */
function event(planned: InCalendar, { timeZone, addressOf, say }: Told, line: Line): string {
  const { id, heldOn, begins, ends, sequence, changedAt, title, place, location, state } = planned
  const isOff = state === 'cancelled'
  const description = descriptionOf(planned, say)
  return `BEGIN:VEVENT\r
UID:${id}@frankpledge\r
DTSTAMP:${stamp(changedAt.toISOString())}\r
SEQUENCE:${sequence}\r
STATUS:${isOff ? 'CANCELLED' : 'CONFIRMED'}\r
DTSTART;TZID=${timeZone}:${local(heldOn, begins)}\r
DTEND;TZID=${timeZone}:${local(heldOn, ends)}\r
${line('SUMMARY', isOff ? say.text`Cancelled: ${title}` : title)}${line('LOCATION', place)}${
    location === null ? '' : `GEO:${location.latitude};${location.longitude}\r\n`
  }${description === '' ? '' : line('DESCRIPTION', description)}${folded(`URL:${addressOf(planned)}`)}\r
END:VEVENT\r
`
}

/** A whole line of a property that holds what people wrote. */
type Line = (property: string, words: string) => string

/** The events of a series say the same, so what they say is made safe and folded once. */
function linesOnce(): Line {
  const known = new Map<string, string>()
  return (property, words) => {
    const asked = `${property}:${words}`
    const line = known.get(asked) ?? `${folded(`${property}:${textOf(words)}`)}\r\n`
    known.set(asked, line)
    return line
  }
}

function descriptionOf({ reason, accessibility, howToAsk }: InCalendar, say: Say): string {
  const parts = [reason, accessibility, howToAsk === null ? null : say.text`To ask about it: ${howToAsk}`]
  return parts.filter((part) => part !== null && part !== '').join('\n')
}

const local = (day: string, time: string) =>
  `${day.slice(0, 4)}${day.slice(5, 7)}${day.slice(8)}T${time.slice(0, 2)}${time.slice(3)}00`

/** `20260314T103000Z` of `2026-03-14T10:30:00.000Z`. */
const stamp = (instant: string) =>
  `${local(instant.slice(0, 10), instant.slice(11, 16)).slice(0, -2)}${instant.slice(17, 19)}Z`

/** Text as a calendar takes it: control characters are not allowed there. */
const textOf = (text: string): string => text.replace(special, safe)

// oxlint-disable-next-line no-control-regex
const special = /\r\n?|[\\;,\u0000-\u001f\u007f]/g

function safe(letter: string): string {
  if (letter === '\n' || letter.startsWith('\r')) return '\\n'
  return letter === '\\' || letter === ';' || letter === ',' ? `\\${letter}` : ' '
}

/** A line of at most 75 octets, going on in lines that begin with a space; no letter is cut in two. */
export function folded(line: string): string {
  if (line.length <= longest && isAscii(line)) return line
  return isAscii(line) ? foldedAscii(line) : foldedByLetter(line)
}

const longest = 75

/** Most lines are of letters that are one octet each, and need not be looked at one by one. */
// oxlint-disable-next-line no-control-regex
const isAscii = (line: string): boolean => !/[^\u0000-\u007f]/.test(line)

function foldedAscii(line: string): string {
  let text = line.slice(0, longest)
  for (let from = longest; from < line.length; from += longest - 1)
    text += `\r\n ${line.slice(from, from + longest - 1)}`
  return text
}

function foldedByLetter(line: string): string {
  let text = ''
  let octets = 0
  for (const letter of line) {
    const size = Buffer.byteLength(letter)
    if (octets + size > longest) {
      text += '\r\n '
      octets = 1
    }
    text += letter
    octets += size
  }
  return text
}
