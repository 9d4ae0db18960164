import { parse } from 'csv-parse'
import { PassThrough, Transform, type Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { audit } from '#platform/audit.ts'
import { transaction, type Database, type Sql } from '#platform/database/database.ts'
import { Refusal } from '#platform/refusal.ts'
import { locationFault } from '../location.ts'
import { copyPostcodes, replacePostcodes } from './postcodes.sql.ts'

/** What a file of postcodes told: how many, and with which letters they begin. */
export type PostcodesLoaded = { readonly postcodes: number; readonly areas: readonly string[] }

/**
 * Loads the ONS Postcode Directory, whole or the file of one area, in the place of what was known of the same letters; all of
 * it or nothing. The file is read as it comes and never held. Throws a Refusal (422) that names the column or the line.
 */
export const loadPostcodes = (
  database: Database,
  file: Readable,
  loading: { readonly source: string; readonly at: Date; readonly by: string | null },
): Promise<PostcodesLoaded> =>
  transaction(database, async (sql) => {
    const loaded = await copied(sql, file)
    if (loaded.postcodes === 0) throw new Refusal('The file holds no postcode: nothing was loaded.', 422)
    await replacePostcodes(sql, { ...loading, ...loaded })
    const detail = { source: loading.source, postcodes: loaded.postcodes, areas: loaded.areas }
    await audit(sql, { at: loading.at, personId: loading.by, verb: 'load postcodes', about: 'postcodes', detail })
    return loaded
  })

/** What is wrong with the file is told before what the copying made of its end. */
async function copied(sql: Sql, file: Readable): Promise<PostcodesLoaded> {
  const lines = new PassThrough()
  const copying = copyPostcodes(sql, lines)
  const [read, kept] = await Promise.allSettled([pipeline(file, reader(), rewriter(), lines), copying])
  if (read.status === 'rejected') throw read.reason
  if (kept.status === 'rejected') throw kept.reason
  return kept.value
}

const wanted = ['pcds', 'lat', 'long', 'doterm'] as const

const reader = () =>
  parse({
    bom: true,
    columns: columnsOf,
    relax_column_count: true,
    skip_empty_lines: true,
    max_record_size: 100_000,
    info: true,
  })

/** Only the columns that we need are read; the directory’s other forty change from year to year. */
function columnsOf(head: readonly string[]): (string | undefined)[] {
  const names = head.map((name) => name.trim().toLowerCase())
  const missing = wanted.filter((name) => !names.includes(name))
  if (missing.length === 0) return names.map((name) => (wanted.some((each) => each === name) ? name : undefined))
  throw new Refusal(
    `The file has no column ${missing.map((name) => `“${name}”`).join(', ')}. It must be a CSV file of the ONS Postcode Directory, with the columns ${wanted.join(', ')}.`,
    422,
  )
}

type Line = { readonly record: Readonly<Record<string, string>>; readonly info: { readonly lines: number } }

/** Each line of the directory as one of the table. */
const rewriter = () =>
  new Transform({
    writableObjectMode: true,
    transform({ record, info }: Line, _encoding, done) {
      const line = lineOf(record)
      if (typeof line === 'string') done(null, line)
      else done(new Refusal(`Line ${info.lines.toLocaleString('en-GB')} ${line.fault}. Nothing was loaded.`, 422))
    },
  })

function lineOf({ pcds = '', lat = '', long = '', doterm = '' }: Line['record']): string | { readonly fault: string } {
  const postcode = pcds.trim().toUpperCase()
  if (!/^[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}$/.test(postcode))
    return { fault: `has the postcode “${postcode.slice(0, 20)}”` }
  const ended = doterm.trim()
  if (!/^(\d{6})?$/.test(ended)) return { fault: `ends in “${ended.slice(0, 20)}”, which is no month such as 201906` }
  const [latitude, longitude] = [Number(lat || Number.NaN), Number(long || Number.NaN)]
  const fault = isNowhere(lat, latitude) ? null : locationFault({ latitude, longitude })
  if (fault !== null) return { fault: `has the place ${lat.slice(0, 20)}, ${long.slice(0, 20)}: ${fault}` }
  const location = isNowhere(lat, latitude) ? '\\N' : `(${longitude},${latitude})`
  return `${postcode}\t${location}\t${ended === '' ? '\\N' : ended}\n`
}

/** The directory writes latitude 99.999999, or nothing, for a postcode without a place. */
const isNowhere = (typed: string, latitude: number): boolean => typed.trim() === '' || latitude > 99
