import { neighbourhoodsOf } from '#areas/areas.sql.ts'
import { teamAt } from '#areas/team-at.ts'
import { clockAt } from '#engagements/planned/planned-engagement.ts'
import { carried, carriedFile, mostBytes } from '#evidence-import/carried-file.ts'
import { may } from '#people/permissions.ts'
import { dayAt } from '#platform/day.ts'
import { typed, type FieldErrors, type FormValues } from '#platform/form.ts'
import { redirect, shown, type Answer } from '#platform/http/answers.ts'
import { get, post, type Route } from '#platform/http/routes.ts'
import type { Visit } from '#platform/http/visit.ts'
import { Refusal } from '#platform/refusal.ts'
import { fingerprintOf, guessed, headingsOf, type Mapping } from './calendar-columns.ts'
import { readSheets } from './calendar-sheets.ts'
import { mappingFields, readMapping, sheetAsked } from './calendar.form.ts'
import { findMapping } from './calendar.sql.ts'
import { calendarTakenPage, checkCalendarPage } from './check-calendar.page.ts'
import { findFileTaken } from './file-taken.sql.ts'
import { calendarColumnsPage, importCalendarPage } from './import-calendar.page.ts'
import { ownLines } from './niche.form.ts'
import { readCalendar } from './read-calendar.ts'
import { takeCalendar, weighCalendar } from './take-calendar.ts'

const mayImport = may('import evidence')
const carrying = { maxBytes: 2 * mostBytes }

/** A calendar that a team keeps elsewhere: choose it, say what its columns mean, check its rows, confirm. */
export const calendarImportRoutes: readonly Route[] = [
  get('/desk/:force/:team/events/import', mayImport, (visit) => askForFile(visit)),
  post('/desk/:force/:team/events/import', mayImport, takeUpload, { upload: { maxBytes: mostBytes } }),
  post(
    '/desk/:force/:team/events/import/sheet',
    mayImport,
    (visit) => askForColumns(visit, openedFrom(visit)),
    carrying,
  ),
  post('/desk/:force/:team/events/import/check', mayImport, checkRows, carrying),
  post('/desk/:force/:team/events/import/confirm', mayImport, bringIn, carrying),
  get('/desk/:force/:team/events/imports/:id', mayImport, showTaken),
]

async function askForFile(visit: Visit, error?: string, status: 413 | 422 = 422): Promise<Answer> {
  const { team } = await teamAt(visit.db, visit.params)
  const asked = importCalendarPage({ site: visit.site, team, error })
  return error === undefined ? asked : shown(asked, status)
}

type Opened = { readonly bytes: Buffer; readonly filename: string; readonly chosen: number }

/** A file that cannot be read is told beside the question for it. */
async function takeUpload(visit: Visit): Promise<Answer> {
  const [file] = visit.files
  if (!file) return askForFile(visit, 'Choose a spreadsheet')
  try {
    return await askForColumns(visit, { bytes: file.bytes, filename: file.filename, chosen: 0 })
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return askForFile(visit, error.message, error.status === 413 ? 413 : 422)
  }
}

const openedFrom = ({ form }: Visit): Opened => ({
  bytes: carriedFile(typed(form, 'file')),
  filename: typed(form, 'filename').slice(0, 200) || 'the file',
  chosen: sheetAsked(form),
})

async function readFor({ bytes, filename, chosen: asked }: Opened) {
  const sheets = await readSheets(bytes, filename)
  const chosen = asked < sheets.length ? asked : 0
  const sheet = sheets[chosen] ?? sheets[0]
  return { sheets, chosen, sheet, headed: headingsOf(sheet) }
}

type Again = { readonly values: FormValues; readonly errors: FieldErrors }

async function askForColumns(visit: Visit, opened: Opened, again?: Again): Promise<Answer> {
  const { team } = await teamAt(visit.db, visit.params)
  const { sheets, chosen, headed } = await readFor(opened)
  const remembered = await findMapping(visit.db, team.id, fingerprintOf(headed))
  const asked = calendarColumnsPage({
    site: visit.site,
    team,
    sheets,
    chosen,
    headed,
    remembered: remembered !== null,
    values: again?.values ?? mappingFields(remembered ?? guessed(headed)),
    errors: again?.errors ?? {},
    file: carried(opened.bytes),
    filename: opened.filename,
  })
  return again ? shown(asked, 422) : asked
}

async function checkRows(visit: Visit): Promise<Answer> {
  const opened = openedFrom(visit)
  const { headed, chosen } = await readFor(opened)
  const mapping = readMapping(visit.form, headed)
  if (!mapping.ok) return askForColumns(visit, opened, { values: visit.form, errors: mapping.errors })
  const { team, rows, faults, weighed } = await weighFor(visit, opened, mapping.value)
  const { filename } = opened
  const file = typed(visit.form, 'file')
  const shownAs = { site: visit.site, team, rows, faults, weighed, mapping: mapping.value, file, filename, chosen }
  return checkCalendarPage(shownAs)
}

/** The file is read anew: the form may have been changed, and engagements may have been recorded since. */
async function bringIn(visit: Visit): Promise<Answer> {
  const opened = openedFrom(visit)
  const { headed } = await readFor(opened)
  const mapping = readMapping(visit.form, headed)
  if (!mapping.ok) return askForColumns(visit, opened, { values: visit.form, errors: mapping.errors })
  const { force, team, rows, weighed } = await weighFor(visit, opened, mapping.value)
  const headings = fingerprintOf(headed)
  const taking = { teamId: team.id, rows, weighed, ownLines: ownLines(visit.form), headings, mapping: mapping.value }
  const recorder = { personId: visit.person?.id ?? null, at: visit.now, forceId: force.id, timeZone: force.timeZone }
  const id = await takeCalendar(visit.db, taking, recorder)
  return redirect(`/desk/${team.id}/events/imports/${id}`)
}

async function weighFor(visit: Visit, opened: Opened, mapping: Mapping) {
  const { force, team } = await teamAt(visit.db, visit.params)
  const { sheet, headed } = await readFor(opened)
  const neighbourhoods = await neighbourhoodsOf(visit.db, force.id, team.id)
  const [today, time] = [dayAt(visit.now, force.timeZone), clockAt(visit.now, force.timeZone)]
  const read = readCalendar(sheet, headed, mapping, { teamId: team.id, neighbourhoods, today, time })
  const weighed = await weighCalendar(visit.db, team.id, read.rows)
  return { force, team, rows: read.rows, faults: read.faults, weighed }
}

async function showTaken(visit: Visit): Promise<Answer> {
  const { force, team } = await teamAt(visit.db, visit.params)
  const id = visit.params['id'] ?? ''
  const taken = await findFileTaken(visit.db, { id, source: 'calendar', forceId: force.id, teamId: team.id })
  if (!taken) throw new Refusal(`${team.name} has brought in no such calendar.`, 404)
  return calendarTakenPage({ site: visit.site, team, taken })
}
