import { addBankHolidays, addForces, addHalfTerms, addNeighbourhoods, addTeams } from '#areas/register-areas.sql.ts'
import type { ContractFile } from '#contracts/commitment.ts'
import type { Contract } from '#contracts/contract.ts'
import { keepFrameworkWithin } from '#frameworks/load-framework.ts'
import { registerSubjects, type Subject } from '#ledger/subjects.sql.ts'
import { audit } from '#platform/audit.ts'
import { transaction, type Database, type Sql } from '#platform/database/database.ts'
import { addMonths, day, dayAt, type Day, type Span } from '#platform/day.ts'
import { publishContracts } from './contract-years.ts'
import { tellCurrentYear } from './current-year.ts'
import { cycleOf } from './days.ts'
import { readDemonstration, type DemonstrationFiles, type SubjectFile } from './demonstration-files.ts'
import { claimForDemonstration } from './demonstration.sql.ts'
import { planEvents } from './events-planned.ts'
import { addFictionalPeople } from './fictional-people.ts'
import { keepNetwork } from './network-kept.ts'
import { keepAssumedBoundaries } from './boundaries-kept.ts'
import { keepAppearances } from './appearances-kept.ts'
import { tellOpinions } from './opinions-told.ts'
import { tellPublicFacts } from './public-facts-told.ts'
import { writePage } from './page-written.ts'
import { recordCrime } from './record-crime.ts'
import { tellDoubted } from './doubted-told.ts'
import { keepPriorities } from './priorities-told.ts'
import { keepSafeguardingOfficers } from './safeguarding-officers.ts'
import { tellHeard } from './heard-told.ts'
import { saveHeld, type TeamTold } from './record-told.ts'
import { tell, type Schooling } from './telling.ts'
import { keepVolunteers } from './volunteers-kept.ts'
import { tellYears } from './years-told.ts'

const timeZone = 'Europe/London'

/**
 * The contracts the demonstration tells of: their files, the day on which a year of theirs begins, and whose half terms their
 * schools keep, told from so many months before.
 */
const chapters = [
  { contract: 'west-dorset-2019', forceId: 'dorset', slug: 'west-dorset', begins: '08-02', council: null, before: 0 },
  {
    contract: 'west-dorset-current',
    forceId: 'dorset',
    slug: 'west-dorset',
    begins: '08-02',
    council: 'Dorset Council',
    before: 12,
  },
  {
    contract: 'devon-and-cornwall',
    forceId: 'devon-and-cornwall',
    slug: 'launceston',
    begins: '09-01',
    council: 'Cornwall Council',
    before: 0,
  },
] as const

type Chapter = (typeof chapters)[number]

/**
 * Puts the demonstration force into an empty, migrated database, all of it or nothing: areas, calendars, frameworks,
 * fictional people, contracts, and their evidence up to the day before `now`. Where it is there already, nothing is done.
 */
export async function loadDemonstration(
  database: Database,
  { now, root }: { readonly now: Date; readonly root: string },
): Promise<void> {
  const files = await readDemonstration(root)
  const today = dayAt(now, timeZone)
  const contracts = await Promise.all(chapters.map((chapter) => contractOf(chapter, files, today)))
  const told = await Promise.all(
    chapters.map((chapter, n) => tellChapter(chapter, contracts[n] as Contract, files, today)),
  )
  await transaction(database, async (sql) => {
    if (!(await claimForDemonstration(sql, now))) return
    await addAreas(sql, files)
    await keepAppearances(sql, now)
    for (const framework of files.frameworks) await keepFrameworkWithin(sql, framework, { by: null, at: now })
    const subjects = subjectsFor(files.subjects, contracts)
    await registerSubjects(sql, subjects)
    await addFictionalPeople(sql, now)
    await publishContracts(sql, contracts, { now, today })
    await saveHeld(sql, told, { timeZone, now })
    await tellYears(sql, contracts, told, { now, timeZone })
    await tellHeard(sql, { now, today, timeZone })
    await keepPriorities(sql, told, { now, today, timeZone })
    await tellOpinions(sql, { now, today })
    await keepNetwork(sql, subjects, told, { now, today, schools: files.schools })
    await tellDoubted(sql, { today })
    await keepSafeguardingOfficers(sql, subjects, { now, today })
    await keepVolunteers(sql, subjects, told, { now, today })
    await planEvents(sql, { now, today })
    await writePage(sql, { now, today })
    await keepAssumedBoundaries(sql, { root, now })
    await recordCrime(sql, { root, now, today })
    await tellPublicFacts(sql, { now, today })
    await tellCurrentYear(sql, today)
    await audit(sql, { at: now, personId: null, verb: 'load the demonstration', about: 'demonstration' })
  })
}

async function addAreas(sql: Sql, { forces, bankHolidays, halfTerms }: DemonstrationFiles): Promise<void> {
  await addForces(sql, forces)
  await addBankHolidays(sql, 'england-and-wales', bankHolidays)
  await addHalfTerms(sql, halfTerms)
  for (const { id: forceId, teams, neighbourhoods } of forces) {
    const teamOf = (id: string) => teams.find((team) => team.neighbourhoods.includes(id))
    await addTeams(
      sql,
      teams.map(({ id: slug, name, schoolCouncil }) => ({
        id: `${forceId}/${slug}`,
        forceId,
        slug,
        name,
        schoolCouncil,
      })),
    )
    const placed = neighbourhoods.map(({ id, name }) => {
      const team = teamOf(id)
      return { id, name, teamId: team ? `${forceId}/${team.id}` : null }
    })
    await addNeighbourhoods(sql, forceId, placed)
  }
}

async function contractOf(chapter: Chapter, files: DemonstrationFiles, today: Day): Promise<Contract> {
  const file = await files.contractOf(chapter.contract)
  const span = spanOf(file, chapter, today)
  const year = Number(span.from.slice(0, 4))
  const teamId = `${chapter.forceId}/${chapter.slug}`
  const { framework: frameworkId, part1, goodPractice, toolRequests, commitments } = file
  return {
    id: `${teamId}/${year}`,
    teamId,
    year,
    frameworkId,
    span,
    completedOn: file.completedOn ? day(file.completedOn) : span.from,
    part1,
    goodPractice,
    toolRequests,
    unread: [],
    contexts: (file.contexts ?? []).map(({ from, to, text }) => ({ from: day(from), to: day(to), text })),
    revision: 1,
    commitments,
  }
}

const spanOf = ({ year }: ContractFile, { begins }: Chapter, today: Day): Span =>
  year ? { from: day(year.from), to: day(year.to) } : cycleOf(today, begins)

async function tellChapter(
  chapter: Chapter,
  { span, teamId }: Contract,
  files: DemonstrationFiles,
  today: Day,
): Promise<TeamTold> {
  const story = await files.storyOf(chapter.contract)
  const setting = { teamId, slug: chapter.slug, timeZone, year: span }
  return { forceId: chapter.forceId, teamId, told: tell(story, setting, schoolingOf(chapter, span, files), today) }
}

function schoolingOf(
  { slug, council, before }: Chapter,
  year: Span,
  { subjects, halfTerms }: DemonstrationFiles,
): Schooling {
  const since = addMonths(year.from, -before)
  const schools = subjects.filter(({ team, kind }) => team === slug && kind === 'school')
  return {
    schools: schools.map(({ id, from, until }) => ({ id, from, to: until })),
    halfTerms: halfTerms.filter(({ council: of, from, to }) => of === council && from >= since && to <= year.to),
  }
}

/** The files know one year; in whichever year the demonstration is loaded, its subjects are there from the contract's start. */
function subjectsFor(subjects: readonly SubjectFile[], contracts: readonly Contract[]): Subject[] {
  return subjects.map(({ id, force: forceId, team, kind, label, from, until }) => {
    const teamId = team === null ? null : `${forceId}/${team}`
    const starts = contracts.filter((contract) => contract.teamId === teamId).map(({ span }) => span.from)
    const first = kind === 'school' ? from : ([from, ...starts].sort()[0] ?? from)
    return { id, forceId, teamId, kind, label, from: first, to: until }
  })
}
