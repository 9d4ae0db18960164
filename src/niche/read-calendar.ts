import type { Fault } from '#evidence-import/fault.ts'
import { foldWords } from '#platform/fold.ts'
import type { Headed, Mapping } from './calendar-columns.ts'
import { CalendarRowReader, type CalendarRow, type CalendarSetting } from './calendar-row.ts'
import type { Sheet } from './calendar-sheets.ts'

/** The rows under the headings as engagements to come and engagements held, and what is wrong with those that are neither. */
export function readCalendar(
  { rows }: Sheet,
  headed: Headed,
  mapping: Mapping,
  setting: CalendarSetting,
): { readonly rows: readonly CalendarRow[]; readonly faults: readonly Fault[] } {
  const headings = folded(headed.headings)
  const read = rows.flatMap((cells, index) => {
    const isAbove = index < headed.row
    // Calendars repeat their headings on each page, or for each month.
    if (isAbove || cells.every((cell) => cell === '') || folded(cells) === headings) return []
    return [new CalendarRowReader(index + 1, cells, headed, mapping, setting).read()]
  })
  return {
    rows: read.flatMap((each) => ('faults' in each ? [] : [each])),
    faults: read.flatMap((each) => ('faults' in each ? each.faults : [])),
  }
}

const folded = (cells: readonly string[]): string => {
  const last = cells.findLastIndex((cell) => cell !== '')
  return JSON.stringify(cells.slice(0, last + 1).map((cell) => foldWords(cell)))
}
