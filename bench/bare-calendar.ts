/** A planned engagement as a row of the bare server's query. */
export type Row = {
  readonly id: string
  readonly title: string
  readonly place: string
  readonly location: { readonly latitude: number; readonly longitude: number } | null
  readonly accessibility: string
  readonly heldOn: string
  readonly begins: string
  readonly ends: string
  readonly sequence: number
  readonly changedAt: Date
}

/**
 * The least that writes these events as a calendar, by hand: it knows only letters of one octet, events that are neither off
 * nor asked about, and a time zone that it was told beforehand.
 */
export function bareCalendar(rows: readonly Row[], base: string, head: string): string {
  let text = head
  for (const row of rows) {
    text += `BEGIN:VEVENT\r\nUID:${row.id}@frankpledge\r\nDTSTAMP:${stamp(row.changedAt)}\r\nSEQUENCE:${row.sequence}\r\nSTATUS:CONFIRMED\r\n`
    text += `DTSTART;TZID=Europe/London:${local(row.heldOn, row.begins)}\r\nDTEND;TZID=Europe/London:${local(row.heldOn, row.ends)}\r\n`
    text += line('SUMMARY', safe(row.title)) + line('LOCATION', safe(row.place))
    if (row.location !== null) text += `GEO:${row.location.latitude};${row.location.longitude}\r\n`
    if (row.accessibility !== '') text += line('DESCRIPTION', safe(row.accessibility))
    text += line('URL', `${base}/dorset/poole-north/events/${row.id}`) + 'END:VEVENT\r\n'
  }
  return `${text}END:VCALENDAR\r\n`
}

const safe = (text: string) => text.replace(/[\\;,]/g, '\\$&').replace(/\n/g, '\\n')
const local = (day: string, time: string) => `${day.replaceAll('-', '')}T${time.replace(':', '')}00`
const stamp = (at: Date) => at.toISOString().replace(/[-:]|\.\d+/g, '')

function line(name: string, value: string): string {
  const whole = `${name}:${value}`
  if (whole.length <= 75) return `${whole}\r\n`
  return `${whole.slice(0, 75)}${whole.slice(75).replace(/.{1,74}/g, '\r\n $&')}\r\n`
}
