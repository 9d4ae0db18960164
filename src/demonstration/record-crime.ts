import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { keepCrime } from '#crime/keep-crime.ts'
import { readStreetFile } from '#crime/read-street-file.ts'
import type { CrimeMonth } from '#crime/street-crime.ts'
import type { Sql } from '#platform/database/database.ts'
import type { Day } from '#platform/day.ts'
import { fictionalCrime } from './fictional-crime.ts'

const forceId = 'dorset'

/** Puts some months of West Dorset’s published crime, and crime that is fictional, where loading files would. */
export async function recordCrime(
  sql: Sql,
  { root, now, today }: { readonly root: string; readonly now: Date; readonly today: Day },
): Promise<void> {
  const loaded = { at: now, by: null }
  const published = { ...loaded, source: 'data.police.uk, the part within West Dorset', fictional: false }
  await keepCrime(sql, forceId, await publishedMonths(join(root, 'demonstration', 'crime')), published)
  await keepCrime(sql, forceId, fictionalCrime(today), { ...loaded, source: 'the demonstration', fictional: true })
}

async function publishedMonths(folder: string): Promise<CrimeMonth[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.csv')).sort()
  return Promise.all(names.map((name) => monthIn(join(folder, name))))
}

async function monthIn(path: string): Promise<CrimeMonth> {
  const read = await readStreetFile(await readFile(path), 'Dorset Police')
  if (read.ok) return read.month
  throw new Error(`${path} cannot be read: line ${read.faults[0]?.line} ${read.faults[0]?.words}`)
}
