import { basename } from 'node:path'
import { forceAt } from '#areas/team-at.ts'
import { isAllowed, may } from '#people/permissions.ts'
import { transaction } from '#platform/database/database.ts'
import { redirect, shown, type Answer } from '#platform/http/answers.ts'
import { get, post, type Route } from '#platform/http/routes.ts'
import type { Visit } from '#platform/http/visit.ts'
import { monthsKnown } from './crime.sql.ts'
import { crimeFaultsPage, importCrimePage, type FileFault } from './import-crime.page.ts'
import { keepCrime } from './keep-crime.ts'
import { readStreetFile } from './read-street-file.ts'
import type { CrimeMonth } from './street-crime.ts'

const maxBytes = 30 * 1024 * 1024

/** Street-level crime, month by month. */
export const crimeRoutes: readonly Route[] = [
  get('/desk/:force/crime', may('import crime'), (visit) => askForCrime(visit)),
  post('/desk/:force/crime', may('import crime'), takeCrimeFiles, { upload: { maxBytes } }),
]

async function askForCrime(visit: Visit, error?: string): Promise<Answer> {
  const force = await forceAt(visit.db, visit.params)
  const months = await monthsKnown(visit.db, force.id)
  const mayLoadBoundaries = visit.person !== null && isAllowed(visit.person, 'load boundaries', { force: force.id })
  const asked = importCrimePage({ site: visit.site, force, months, mayLoadBoundaries, error })
  return error === undefined ? asked : shown(asked, 422)
}

async function takeCrimeFiles(visit: Visit): Promise<Answer> {
  const force = await forceAt(visit.db, visit.params)
  if (visit.files.length === 0) return askForCrime(visit, 'Choose at least one CSV file')
  const { months, faults } = await readFiles(visit, force.name)
  if (faults.length > 0) return shown(crimeFaultsPage({ site: visit.site, force, faults }), 422)
  const by = visit.person?.id ?? null
  await transaction(visit.db, async (sql) => {
    for (const { month, filename } of months)
      await keepCrime(sql, force.id, [month], { source: filename, fictional: false, at: visit.now, by })
  })
  return redirect(`/desk/${force.id}/crime`)
}

type ReadFiles = {
  readonly months: readonly { readonly month: CrimeMonth; readonly filename: string }[]
  readonly faults: readonly FileFault[]
}

async function readFiles({ files }: Visit, forceName: string): Promise<ReadFiles> {
  const months: { month: CrimeMonth; filename: string }[] = []
  const faults: FileFault[] = []
  for (const file of files) {
    const filename = basename(file.filename).slice(0, 100)
    const read = await readStreetFile(file.bytes, forceName)
    if (!read.ok) faults.push(...read.faults.map((fault) => ({ ...fault, filename })))
    else if (months.some(({ month }) => month.month === read.month.month))
      faults.push({ filename, line: 2, words: `another of these files is of ${read.month.month.slice(0, 7)} too` })
    else months.push({ month: read.month, filename })
  }
  return { months, faults }
}
