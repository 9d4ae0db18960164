import { randomUUID } from 'node:crypto'
import { may } from '#people/permissions.ts'
import { typed, typedList, type FieldErrors, type FormValues } from '#platform/form.ts'
import { csv, file, redirect, shown, type Answer } from '#platform/http/answers.ts'
import { get, post, type Route } from '#platform/http/routes.ts'
import type { Visit } from '#platform/http/visit.ts'
import { Refusal } from '#platform/refusal.ts'
import { keeperAt } from '../keeper-at.ts'
import { kindsKeptUp, tagsOf } from '../relationships.sql.ts'
import { checkImportPage, importTakenPage, mostShown } from './check-import.page.ts'
import { csvRows, exportNetwork } from './export-network.ts'
import { exportPage } from './export.page.ts'
import { mappingFields, readTold } from './import.form.ts'
import { importColumnsPage, importOf, importPage } from './import.page.ts'
import { countsOf, faultsIn, findImport, rowsIn } from './imports.sql.ts'
import { guessedMapping } from './network-columns.ts'
import { headingsOf, isCards } from './read-import.ts'
import { keepFile, mostBytes, stageImport, textWaiting } from './stage-import.ts'
import { takeImport } from './take-import.ts'
import { vcards } from './write-vcards.ts'

const mayManage = may('manage the network')
const home = '/desk/:force/:team/network/import'

/** The network in and out of files: choose one, say what its columns mean, check its rows, confirm; and fetch it. */
export const exchangeRoutes: readonly Route[] = [
  get(home, mayManage, (visit) => askForFile(visit)),
  post(home, mayManage, takeUpload, { upload: { maxBytes: mostBytes } }),
  get(`${home}/:id`, mayManage, (visit) => askForColumns(visit)),
  post(`${home}/:id`, mayManage, checkRows),
  get(`${home}/:id/check`, mayManage, showRows),
  post(`${home}/:id/confirm`, mayManage, bringIn),
  get(`${home}/:id/taken`, mayManage, showTaken),
  get('/desk/:force/:team/network/export', mayManage, askWhat),
  post('/desk/:force/:team/network/export', mayManage, takeOut),
]

async function askForFile(visit: Visit, error?: string, status: 413 | 422 = 422): Promise<Answer> {
  const { team } = await keeperAt(visit)
  const asked = importPage({ site: visit.site, team, error })
  return error === undefined ? asked : shown(asked, status)
}

/** A file that cannot be read is told beside the question for it. */
async function takeUpload(visit: Visit): Promise<Answer> {
  const { team, keeper } = await keeperAt(visit)
  const [sent] = visit.files
  if (!sent) return askForFile(visit, 'Choose a CSV file or a vCard file')
  const id = randomUUID()
  try {
    await keepFile(visit.db, { id, filename: sent.filename.slice(0, 200), bytes: sent.bytes }, keeper)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return askForFile(visit, error.message, error.status === 413 ? 413 : 422)
  }
  return redirect(`${importOf(team)}/${id}`)
}

async function waitingAt(visit: Visit) {
  const desk = await keeperAt(visit)
  const waiting = await findImport(visit.db, desk.team.id, visit.params['id'] ?? '')
  if (!waiting) throw new Refusal('That file is not here any more: choose it again.', 404)
  return { ...desk, waiting }
}

async function headedAt(visit: Visit) {
  const desk = await waitingAt(visit)
  const text = textWaiting(desk.waiting)
  const headed = isCards(text) ? { headings: null, examples: [] } : headingsOf(text, desk.waiting.filename)
  return { ...desk, ...headed }
}

async function askForColumns(visit: Visit, again?: { values: FormValues; errors: FieldErrors }): Promise<Answer> {
  const { team, waiting, headings, examples } = await headedAt(visit)
  const { id, filename } = waiting
  const values = again?.values ?? mappingFields(guessedMapping(headings ?? []))
  const errors = again?.errors ?? {}
  const asked = importColumnsPage({ site: visit.site, team, id, filename, headings, examples, values, errors })
  return again ? shown(asked, 422) : asked
}

async function checkRows(visit: Visit): Promise<Answer> {
  const { team, today, keeper, waiting, headings } = await headedAt(visit)
  const read = readTold(visit.form, headings, today)
  if (!read.ok) return askForColumns(visit, { values: visit.form, errors: read.errors })
  await stageImport(visit.db, waiting.id, read.value, keeper)
  return redirect(`${importOf(team)}/${waiting.id}/check`)
}

async function showRows(visit: Visit): Promise<Answer> {
  const { team, waiting } = await waitingAt(visit)
  if (waiting.counts !== null) return redirect(`${importOf(team)}/${waiting.id}/taken`)
  if (waiting.told === null) return redirect(`${importOf(team)}/${waiting.id}`)
  const lines = (state: string) => rowsIn(visit.db, waiting.id, state, mostShown)
  const [counts, fresh, likely, twice, erased, faults] = await Promise.all([
    countsOf(visit.db, waiting.id),
    lines('new'),
    lines('likely'),
    lines('twice'),
    lines('erased'),
    faultsIn(visit.db, waiting.id, mostShown),
  ])
  return checkImportPage({ site: visit.site, team, waiting, counts, fresh, likely, twice, erased, faults })
}

async function bringIn(visit: Visit): Promise<Answer> {
  const { team, keeper, waiting } = await waitingAt(visit)
  const own = typedList(visit.form, 'own').map(Number).filter((line) => Number.isInteger(line) && line > 0 && line < 2 ** 31) // prettier-ignore
  await takeImport(visit.db, waiting.id, own, keeper)
  return redirect(`${importOf(team)}/${waiting.id}/taken`)
}

async function showTaken(visit: Visit): Promise<Answer> {
  const { team, waiting } = await waitingAt(visit)
  if (waiting.counts === null) throw new Refusal('That file was not brought in yet.', 404)
  return importTakenPage({ site: visit.site, team, counts: waiting.counts })
}

async function askWhat(visit: Visit): Promise<Answer> {
  const { force, team } = await keeperAt(visit)
  const kinds = await kindsKeptUp(visit.db, team.id, null)
  const tags = await tagsOf(visit.db, force.id, team.id)
  const known = { kinds: kinds.map(({ kind }) => kind), tags: tags.map(({ tag }) => tag) }
  return exportPage({ site: visit.site, team, ...known, values: visit.query })
}

async function takeOut(visit: Visit): Promise<Answer> {
  const { team, keeper } = await keeperAt(visit)
  const narrowed = { kind: typed(visit.form, 'kind') || null, tag: typed(visit.form, 'tag') || null }
  const format = typed(visit.form, 'format') === 'vcard' ? 'vcard' : 'csv'
  const rows = await exportNetwork(visit.db, narrowed, format, keeper)
  const name = `network ${team.name}`
  if (format === 'csv') return csv(`${name}.csv`, csvRows(rows))
  return file(vcards(rows), { type: 'text/vcard; charset=utf-8', filename: `${name}.vcf` })
}
