import { randomUUID } from 'node:crypto'
import { basename } from 'node:path'
import { neighbourhoodsOf } from '#areas/areas.sql.ts'
import { boundariesKnown, versionsOf } from '#areas/boundaries.sql.ts'
import { findPreview, savePreview } from '#areas/boundary-previews.sql.ts'
import { readBoundaryFiles, type FaultInFile } from '#areas/read-boundaries.ts'
import { forceAt } from '#areas/team-at.ts'
import { may } from '#people/permissions.ts'
import type { FieldErrors, FormValues } from '#platform/form.ts'
import { redirect, shown, type Answer } from '#platform/http/answers.ts'
import { get, post, type Route } from '#platform/http/routes.ts'
import type { Visit } from '#platform/http/visit.ts'
import { Refusal } from '#platform/refusal.ts'
import { boundaryVersionsPage } from './boundary-versions.page.ts'
import { checkBoundariesPage } from './check-boundaries.page.ts'
import { readFrom } from './load-boundaries.form.ts'
import { loadBoundariesPage } from './load-boundaries.page.ts'
import { loadBoundaries } from './load-boundaries.ts'

const maxBytes = 30 * 1024 * 1024
const allowed = may('load boundaries')

/** The boundaries of a force's neighbourhoods: chosen, looked at, kept, and told with their versions. */
export const boundaryRoutes: readonly Route[] = [
  get('/desk/:force/boundaries', allowed, (visit) => askForBoundaries(visit, {}, {})),
  post('/desk/:force/boundaries', allowed, takeBoundaries, { upload: { maxBytes } }),
  get('/desk/:force/boundaries/previews/:id', allowed, showPreview),
  post('/desk/:force/boundaries/previews/:id', allowed, keepPreview),
  get('/desk/:force/boundaries/:neighbourhood', allowed, showVersions),
]

async function askForBoundaries(
  visit: Visit,
  values: FormValues,
  errors: FieldErrors,
  faults?: readonly FaultInFile[],
) {
  const force = await forceAt(visit.db, visit.params)
  const known = await boundariesKnown(visit.db, force.id)
  const isMistaken = faults !== undefined || Object.keys(errors).length > 0
  const asked = loadBoundariesPage({ site: visit.site, force, known, values, errors, faults: faults ?? [] })
  return isMistaken ? shown(asked, 422) : asked
}

async function takeBoundaries(visit: Visit): Promise<Answer> {
  const force = await forceAt(visit.db, visit.params)
  const from = readFrom(visit.form)
  const noFile = visit.files.length === 0 ? { file: 'Choose a KML or GeoJSON file' } : {}
  if (visit.files.length === 0 || !from.ok)
    return askForBoundaries(visit, visit.form, { ...noFile, ...(from.ok ? {} : from.errors) })
  const neighbourhoods = await neighbourhoodsOf(visit.db, force.id)
  const files = visit.files.map(({ filename, bytes }) => ({ filename: basename(filename).slice(0, 100), bytes }))
  const read = readBoundaryFiles(files, { forceId: force.id, neighbourhoods })
  if (!read.ok) return askForBoundaries(visit, visit.form, {}, read.faults)
  const [first] = files
  const source = files.length === 1 ? (first?.filename ?? '') : `${first?.filename} and ${files.length - 1} more`
  const id = randomUUID()
  const preview = { id, forceId: force.id, validFrom: from.value, source, boundaries: read.boundaries }
  await savePreview(visit.db, preview, { at: visit.now, by: visit.person?.id ?? null })
  return redirect(`/desk/${force.id}/boundaries/previews/${id}`)
}

async function showPreview(visit: Visit): Promise<Answer> {
  const force = await forceAt(visit.db, visit.params)
  const [preview, known] = await Promise.all([
    findPreview(visit.db, force.id, previewId(visit)),
    boundariesKnown(visit.db, force.id),
  ])
  if (preview === null)
    throw new Refusal('These boundaries were kept already, or waited too long: choose the file again.', 404)
  return checkBoundariesPage({ site: visit.site, force, preview, known })
}

async function keepPreview(visit: Visit): Promise<Answer> {
  const force = await forceAt(visit.db, visit.params)
  const by = visit.person?.id ?? null
  await loadBoundaries(visit.db, { forceId: force.id, previewId: previewId(visit) }, { at: visit.now, by })
  return redirect(`/desk/${force.id}/boundaries`)
}

async function showVersions(visit: Visit): Promise<Answer> {
  const force = await forceAt(visit.db, visit.params)
  const id = visit.params['neighbourhood'] ?? ''
  const neighbourhood = (await neighbourhoodsOf(visit.db, force.id)).find((each) => each.id === id)
  if (neighbourhood === undefined) throw new Refusal(`${force.name} has no such neighbourhood.`, 404)
  const versions = await versionsOf(visit.db, force.id, id)
  return boundaryVersionsPage({ site: visit.site, force, neighbourhood, versions })
}

function previewId({ params }: Visit): string {
  const { id = '' } = params
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)) throw new Refusal('There is no such page.', 404)
  return id
}
