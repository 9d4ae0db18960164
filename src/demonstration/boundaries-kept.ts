import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { neighbourhoodsOf } from '#areas/areas.sql.ts'
import { readGeoJson } from '#areas/boundary-geojson.ts'
import { keepBoundaries } from '#areas/keep-boundaries.ts'
import type { Sql } from '#platform/database/database.ts'
import { day } from '#platform/day.ts'

/** The files of boundaries; nobody publishes those of police neighbourhoods here, so each is put together from wards. */
const filesOf = {
  dorset: ['boundaries-west-dorset.geojson', 'boundaries-rest-of-dorset.geojson'],
  'devon-and-cornwall': ['boundaries-launceston.geojson'],
} as const

/** Puts the boundaries of every neighbourhood of the demonstration where loading files would. */
export async function keepAssumedBoundaries(
  sql: Sql,
  { root, now }: { readonly root: string; readonly now: Date },
): Promise<void> {
  const source = 'wards, put together as an assumption: not a police boundary'
  const loading = { validFrom: day('2018-01-01'), source, at: now, by: null }
  for (const [forceId, files] of Object.entries(filesOf)) {
    const expected = { forceId, neighbourhoods: await neighbourhoodsOf(sql, forceId) }
    const read = files.map(async (name) =>
      boundariesOf(name, readGeoJson(await readFile(join(root, 'demonstration', name), 'utf8'), expected)),
    )
    await keepBoundaries(sql, forceId, (await Promise.all(read)).flat(), loading)
  }
}

function boundariesOf(name: string, read: ReturnType<typeof readGeoJson>) {
  if (read.ok) return read.boundaries
  throw new Error(`${name} cannot be read: ${read.faults.map(({ words }) => words).join('; ')}`)
}
