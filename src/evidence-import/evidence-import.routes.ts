import { teamAt } from '#areas/team-at.ts'
import { subjectsOf } from '#ledger/subjects.sql.ts'
import type { KindOfEvidence } from '#measures/dictionary.ts'
import { kinds } from '#measures/kinds.ts'
import { may } from '#people/permissions.ts'
import { typed } from '#platform/form.ts'
import { redirect, shown, type Answer } from '#platform/http/answers.ts'
import { get, post, type Route } from '#platform/http/routes.ts'
import type { Visit } from '#platform/http/visit.ts'
import { Refusal } from '#platform/refusal.ts'
import { carried, carriedFile, mostBytes } from './carried-file.ts'
import { confirmEvidencePage, faultsPage, importedPage } from './check-evidence.page.ts'
import { importEvidencePage } from './import-evidence.page.ts'
import { importedFrom } from './imported-evidence.sql.ts'
import { keepEvidence } from './keep-evidence.ts'
import { readEvidence } from './read-evidence.ts'
import { templateOf, templateOfKind } from './template.ts'

/** Evidence in bulk from a CSV file: choose, check without recording, confirm. */
export const evidenceImportRoutes: readonly Route[] = [
  get('/desk/:force/:team/evidence/import', may('import evidence'), (visit) => askForFile(visit)),
  get('/desk/:force/:team/evidence/import/template.csv', may('import evidence'), giveTemplate),
  post('/desk/:force/:team/evidence/import', may('import evidence'), checkFile, { upload: { maxBytes: mostBytes } }),
  // A file that does not compress grows by a third where a form carries it.
  post('/desk/:force/:team/evidence/import/confirm', may('import evidence'), keepFile, { maxBytes: 2 * mostBytes }),
  get('/desk/:force/:team/evidence/imports/:hash', may('import evidence'), showImported),
]

async function askForFile(visit: Visit, error?: string): Promise<Answer> {
  const { force, team } = await teamAt(visit.db, visit.params)
  const subjects = await subjectsOf(visit.db, force.id, [team.id])
  const chosen = importEvidencePage({ site: visit.site, team, subjects, kind: kindAsked(visit), error })
  return error === undefined ? chosen : shown(chosen, 422)
}

const kindAsked = ({ query }: Visit) => {
  const name = typed(query, 'kind')
  const told = Object.entries<KindOfEvidence>(kinds).find(([known]) => known === name)?.[1]
  return told ? { name, told } : null
}

function giveTemplate(visit: Visit): Answer {
  const kind = kindAsked(visit)
  return kind ? templateOfKind(kinds, kind.name) : templateOf(kinds)
}

async function checkFile(visit: Visit): Promise<Answer> {
  const [file] = visit.files
  if (!file) return askForFile(visit, 'Choose a CSV file')
  const { team, read } = await readFor(visit, file.bytes)
  const { filename } = file
  if (!read.ok) return shown(faultsPage({ site: visit.site, team, faults: read.faults, filename }), 422)
  return confirmEvidencePage({ site: visit.site, team, facts: read.facts, file: carried(file.bytes), filename })
}

/** The file is read anew: the form may have been changed, and a day or a subject may have gone since. */
async function keepFile(visit: Visit): Promise<Answer> {
  const { force, team, read } = await readFor(visit, carriedFile(typed(visit.form, 'file')))
  if (!read.ok) return shown(faultsPage({ site: visit.site, team, faults: read.faults, filename: 'the file' }), 422)
  const by = visit.person?.id ?? null
  await keepEvidence(visit.db, read, {
    forceId: force.id,
    teamId: team.id,
    timeZone: force.timeZone,
    at: visit.now,
    by,
  })
  return redirect(`/desk/${team.id}/evidence/imports/${read.hash}`)
}

async function readFor(visit: Visit, bytes: Uint8Array) {
  const { force, team } = await teamAt(visit.db, visit.params)
  const subjects = await subjectsOf(visit.db, force.id, [team.id])
  const read = readEvidence(bytes, { now: visit.now, timeZone: force.timeZone, subjects, dictionary: kinds })
  return { force, team, read }
}

async function showImported(visit: Visit): Promise<Answer> {
  const { force, team } = await teamAt(visit.db, visit.params)
  const imported = await importedFrom(visit.db, team.id, `import/${visit.params['hash'] ?? ''}`)
  if (!imported) throw new Refusal(`${team.name} has imported no such file.`, 404)
  return importedPage({ site: visit.site, team, imported, timeZone: force.timeZone })
}
