import { neighbourhoodsOf, teamsOf } from '#areas/areas.sql.ts'
import type { Force, Team } from '#areas/area.ts'
import { forceAt, teamAt } from '#areas/team-at.ts'
import { carried, carriedFile } from '#evidence-import/carried-file.ts'
import { may } from '#people/permissions.ts'
import { addMonths, dayAt, startOfMonth, type Day } from '#platform/day.ts'
import { typed, type FieldErrors, type FormValues } from '#platform/form.ts'
import { csv, redirect, shown, type Answer } from '#platform/http/answers.ts'
import { get, post, type Route } from '#platform/http/routes.ts'
import type { Visit } from '#platform/http/visit.ts'
import { Refusal } from '#platform/refusal.ts'
import { checkNichePage, nicheFaultsPage, nicheTakenPage } from './check-niche.page.ts'
import { findFileTaken } from './file-taken.sql.ts'
import { nicheColumns } from './niche-columns.ts'
import { readDecided, readPeriod } from './niche.form.ts'
import { nichePage, type NicheDesk } from './niche.page.ts'
import { engagementsForNiche } from './niche.sql.ts'
import { mostNicheBytes, readNiche } from './read-niche.ts'
import { takeNiche } from './take-niche.ts'
import { weighNiche } from './weigh-niche.ts'

const wholeForce = may('exchange a force with Niche')
const ownTeam = may('exchange with Niche')
const upload = { upload: { maxBytes: mostNicheBytes } }
const carrying = { maxBytes: 2 * mostNicheBytes }

/** Engagements to Niche and back, for a team and for a whole force. */
export const nicheRoutes: readonly Route[] = [
  get('/desk/:force/niche', wholeForce, (visit) => askForPeriod(visit)),
  get('/desk/:force/niche/engagements.csv', wholeForce, giveEngagements),
  post('/desk/:force/niche', wholeForce, checkFile, upload),
  post('/desk/:force/niche/confirm', wholeForce, takeFile, carrying),
  get('/desk/:force/niche/files/:id', wholeForce, showTaken),
  get('/desk/:force/:team/niche', ownTeam, (visit) => askForPeriod(visit)),
  get('/desk/:force/:team/niche/engagements.csv', ownTeam, giveEngagements),
  post('/desk/:force/:team/niche', ownTeam, checkFile, upload),
  post('/desk/:force/:team/niche/confirm', ownTeam, takeFile, carrying),
  get('/desk/:force/:team/niche/files/:id', ownTeam, showTaken),
]

type Asked = {
  readonly force: Force
  /** Null where a whole force is asked for. */
  readonly team: Team | null
  readonly teams: readonly Team[]
  readonly desk: NicheDesk
  readonly today: Day
}

async function askedOf({ db, params, now }: Visit): Promise<Asked> {
  if (params['team'] === undefined) {
    const force = await forceAt(db, params)
    const desk = { name: force.name, home: `/desk/${force.id}/niche`, back: '/desk' }
    return { force, team: null, teams: await teamsOf(db, force.id), desk, today: dayAt(now, force.timeZone) }
  }
  const { force, team } = await teamAt(db, params)
  const desk = { name: team.name, home: `/desk/${team.id}/niche`, back: `/desk/${team.id}` }
  return { force, team, teams: [team], desk, today: dayAt(now, force.timeZone) }
}

async function askForPeriod(visit: Visit, values?: FormValues, errors: FieldErrors = {}): Promise<Answer> {
  const { desk, today } = await askedOf(visit)
  const usual = { ...partsOf('from', addMonths(startOfMonth(today), -1)), ...partsOf('to', today), only: 'new' }
  const asked = nichePage({ site: visit.site, desk, values: values ?? usual, errors })
  return Object.keys(errors).length === 0 ? asked : shown(asked, 422)
}

function partsOf(name: string, day: Day): FormValues {
  const [year = '', month = '', date = ''] = day.split('-')
  return { [`${name}-day`]: String(Number(date)), [`${name}-month`]: String(Number(month)), [`${name}-year`]: year }
}

async function giveEngagements(visit: Visit): Promise<Answer> {
  const period = readPeriod(visit.query)
  if (!period.ok) return askForPeriod(visit, visit.query, period.errors)
  const { force, teams } = await askedOf(visit)
  const teamIds = teams.map(({ id }) => id)
  const engagements = await engagementsForNiche(visit.db, force.id, { ...period.value, teamIds })
  const { from, to } = period.value
  const rows = engagements.map((one) => nicheColumns.map(({ cell }) => onOneLine(cell(one))))
  return csv(`niche ${from} to ${to}.csv`, [nicheColumns.map(({ name }) => name), ...rows])
}

/** A row of the file is one line of it, since that is how it is read again. */
const onOneLine = <T>(cell: T) => (typeof cell === 'string' ? cell.replaceAll(/\s+/g, ' ') : cell)

async function checkFile(visit: Visit): Promise<Answer> {
  const [file] = visit.files
  if (!file) return askForPeriod(visit, undefined, { file: 'Choose a CSV file' })
  const { desk } = await askedOf(visit)
  const { read, weighed } = await weighFor(visit, file.bytes)
  if (!read.ok) return shown(nicheFaultsPage({ site: visit.site, desk, faults: read.faults }), 422)
  const faults = [...read.faults, ...weighed.faults].toSorted((a, b) => a.line - b.line)
  const { filename } = file
  const { ignored } = read
  return checkNichePage({ site: visit.site, desk, weighed, faults, ignored, file: carried(file.bytes), filename })
}

/** The file is read anew: the form may have been changed, and engagements may have been recorded since. */
async function takeFile(visit: Visit): Promise<Answer> {
  const { force, team, desk } = await askedOf(visit)
  const { read, weighed } = await weighFor(visit, carriedFile(typed(visit.form, 'file'), mostNicheBytes))
  if (!read.ok) return shown(nicheFaultsPage({ site: visit.site, desk, faults: read.faults }), 422)
  const id = await takeNiche(visit.db, weighed, readDecided(visit.form), {
    personId: visit.person?.id ?? null,
    at: visit.now,
    forceId: force.id,
    timeZone: force.timeZone,
    teamId: team?.id ?? null,
  })
  return redirect(`${desk.home}/files/${id}`)
}

async function weighFor(visit: Visit, bytes: Uint8Array) {
  const { force, team, teams, today } = await askedOf(visit)
  const neighbourhoods = await neighbourhoodsOf(visit.db, force.id, team?.id)
  const setting = { forceId: force.id, teams, neighbourhoods, today }
  const read = readNiche(bytes, setting)
  return { read, weighed: await weighNiche(visit.db, read.ok ? read.rows : [], setting) }
}

async function showTaken(visit: Visit): Promise<Answer> {
  const { force, team, desk } = await askedOf(visit)
  const id = visit.params['id'] ?? ''
  const taken = await findFileTaken(visit.db, { id, source: 'niche', forceId: force.id, teamId: team?.id ?? null })
  if (!taken) throw new Refusal(`${desk.name} has taken in no such file.`, 404)
  return nicheTakenPage({ site: visit.site, desk, taken })
}
