import { addDays, instantAt, type Day } from '#platform/day.ts'

/**
 * The clocks of a time zone as a VTIMEZONE: the change before the first day and each one up to the last, as the time zone
 * database knows them, so that a reader needs no rules of its own.
 */
export function zoneLines(timeZone: string, first: Day, last: Day): string[] {
  return [
    'BEGIN:VTIMEZONE',
    `TZID:${timeZone}`,
    ...changesOf(timeZone, first, last).flatMap(changeLines),
    'END:VTIMEZONE',
  ]
}

type Change = {
  readonly before: Temporal.ZonedDateTime
  readonly after: Temporal.ZonedDateTime
  readonly isSummer: boolean
}

/** A zone whose clocks have not changed for long has one beginning: before 1970 some offsets are no whole minutes. */
function changesOf(timeZone: string, first: Day, last: Day): Change[] {
  const from = zoned(instantAt(first, '00:00', timeZone), timeZone)
  const to = zoned(instantAt(addDays(last, 1), '00:00', timeZone), timeZone)
  const changes: Change[] = []
  let at = from.add({ seconds: 1 }).getTimeZoneTransition('previous')
  if (at !== null && at.year < 1970) at = null
  while (at !== null && Temporal.ZonedDateTime.compare(at, to) <= 0) {
    changes.push(changeAt(at))
    at = at.getTimeZoneTransition('next')
  }
  return changes.length > 0 ? changes : [changeAt(zoned(new Date(0), timeZone))]
}

const zoned = (instant: Date, timeZone: string) =>
  Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(timeZone)

function changeAt(after: Temporal.ZonedDateTime): Change {
  const before = after.subtract({ seconds: 1 })
  return { before, after, isSummer: after.offsetNanoseconds > before.offsetNanoseconds }
}

/** A change is written at the time that clocks showed before it. */
function changeLines({ before, after, isSummer }: Change): string[] {
  const nanoseconds = before.offsetNanoseconds - after.offsetNanoseconds
  const shown = after.toPlainDateTime().add({ nanoseconds })
  const part = isSummer ? 'DAYLIGHT' : 'STANDARD'
  return [
    `BEGIN:${part}`,
    `DTSTART:${shown.toString({ smallestUnit: 'second' }).replaceAll(/[-:]/g, '')}`,
    `TZOFFSETFROM:${before.offset.replace(':', '')}`,
    `TZOFFSETTO:${after.offset.replace(':', '')}`,
    `END:${part}`,
  ]
}
