import { parse } from 'csv-parse/sync'
import { readFileSync } from 'node:fs'
import type { Location } from '../location.ts'

/** The first half of postcodes, with the middle of the area in which they lie. */
export type Outcode = {
  readonly outcode: string
  readonly location: Location
  /** A town or parish of the area, as `Bridport`; never the only one. */
  readonly place: string | null
}

const columns = (line: Readonly<Record<string, string>>): Outcode => ({
  outcode: line['outcode'] ?? '',
  location: { latitude: Number(line['latitude']), longitude: Number(line['longitude']) },
  place: line['place'] || null,
})

const shipped = new URL('../../../postcodes/outcodes.csv', import.meta.url)

let read: ReadonlyMap<string, Outcode> | undefined

/** The outcodes that come with the program, read once; each is changed only by a new release. */
export function outcodesShipped(): ReadonlyMap<string, Outcode> {
  read ??= new Map(
    parse<Record<string, string>>(readFileSync(shipped), { columns: true })
      .map(columns)
      .map((each) => [each.outcode, each]),
  )
  return read
}
