import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { readGeoJson, type ReadBoundaries } from '#areas/boundary-geojson.ts'
import { neighbourhoodsOf } from '#areas/areas.sql.ts'
import { keepBoundaries } from '#areas/keep-boundaries.ts'
import { keepCrime } from '#crime/keep-crime.ts'
import { readStreetFile } from '#crime/read-street-file.ts'
import type { CrimeMonth } from '#crime/street-crime.ts'
import type { Sql } from '#platform/database/database.ts'
import { day, type Day } from '#platform/day.ts'
import { fictionalCrime } from './fictional-crime.ts'

const forceId = 'dorset'

/** Puts West Dorset’s boundaries, some months of its published crime, and crime that is fictional where loading files would. */
export async function recordCrime(
  sql: Sql,
  { root, now, today }: { readonly root: string; readonly now: Date; readonly today: Day },
): Promise<void> {
  const { boundaries, months } = await readCrimeFiles(sql, root)
  const loaded = { at: now, by: null }
  const source = 'wards, put together as an assumption: not a police boundary'
  await keepBoundaries(sql, forceId, boundaries, { ...loaded, validFrom: day('2018-01-01'), source })
  const published = { ...loaded, source: 'data.police.uk, the part within West Dorset', fictional: false }
  await keepCrime(sql, forceId, months, published)
  await keepCrime(sql, forceId, fictionalCrime(today), { ...loaded, source: 'the demonstration', fictional: true })
}

async function readCrimeFiles(sql: Sql, root: string) {
  const folder = join(root, 'demonstration')
  const neighbourhoods = await neighbourhoodsOf(sql, forceId)
  const read = readGeoJson(await readFile(join(folder, 'boundaries-west-dorset.geojson'), 'utf8'), {
    forceId,
    neighbourhoods,
  })
  const names = (await readdir(join(folder, 'crime'))).filter((name) => name.endsWith('.csv')).sort()
  const months = await Promise.all(names.map((name) => monthIn(join(folder, 'crime', name))))
  return { boundaries: boundariesOf(read), months }
}

async function monthIn(path: string): Promise<CrimeMonth> {
  const read = await readStreetFile(await readFile(path), 'Dorset Police')
  if (read.ok) return read.month
  throw new Error(`${path} cannot be read: line ${read.faults[0]?.line} ${read.faults[0]?.words}`)
}

function boundariesOf(read: ReadBoundaries) {
  if (read.ok) return read.boundaries
  throw new Error(`the boundaries of West Dorset cannot be read: ${read.faults.map(({ words }) => words).join('; ')}`)
}
