import { footfallFaults } from '#engagements/engagement.ts'
import { clipped, type Read } from '#evidence-import/cells.ts'
import { fault, type Fault } from '#evidence-import/fault.ts'
import { addDays, inWords, type Day } from '#platform/day.ts'
import { foldWords } from '#platform/fold.ts'
import { readCommunities, readCount, readMark, readMethod, readTimes, readTypedDay, readWords } from './cells.ts'
import type { NicheSetting } from './read-niche.ts'
import { identityOf } from '#platform/identity.ts'
import { type Marks, type ToldEngagement } from './told-engagement.ts'
import { toldLocation } from './told-location.ts'

/** A row of a file from Niche: it speaks of an engagement of ours by its id, or of one that only Niche has. */
export type NicheRow = { readonly line: number; readonly occurrence: string | null } & (
  | {
      readonly does: 'confirm'
      readonly id: string
      readonly inNiche: boolean
      /** What the row says of it, as far as it says anything. */
      readonly says: Partial<Pick<ToldEngagement, 'title' | 'place' | 'method' | 'day' | 'begins' | 'teamId'>>
    }
  | { readonly does: 'bring'; readonly told: ToldEngagement }
)

type Cell = (name: string) => string
type RowRead = { readonly row: NicheRow } | { readonly faults: readonly Fault[] }

/** Reads one row, or tells every fault in it. */
export function readNicheRow(line: number, cell: Cell, setting: NicheSetting): RowRead {
  const reader = new RowReader(line, cell)
  const id = cell('id').toLowerCase()
  const occurrence = reader.given('niche_occurrence', readOccurrence)
  const row = id === '' ? bring(reader, occurrence, setting) : confirm(reader, id, occurrence, setting)
  return row === null || reader.faults.length > 0 ? { faults: reader.faults } : { row }
}

/** Reads cells by name and remembers what is wrong with each. */
class RowReader {
  readonly line: number
  readonly cell: Cell
  readonly faults: Fault[] = []

  constructor(line: number, cell: Cell) {
    this.line = line
    this.cell = cell
  }

  take<T>(name: string, read: (cell: string) => Read<T>): T | undefined {
    const found = read(this.cell(name))
    if ('value' in found) return found.value
    this.fault(name, found.words)
    return undefined
  }

  /** Null where the cell is empty, or cannot be read. */
  given<T>(name: string, read: (cell: string) => Read<T>): T | null {
    return this.cell(name) === '' ? null : (this.take(name, read) ?? null)
  }

  fault(name: string, words: string): void {
    this.faults.push(fault(this.line, words, name))
  }
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

function confirm(reader: RowReader, id: string, occurrence: string | null, setting: NicheSetting): NicheRow | null {
  if (!uuid.test(id)) reader.fault('id', `“${clipped(id)}” is not an id of an engagement: leave it as it went out`)
  const inNiche = reader.take('in_niche', readMark) ?? false
  const title = reader.given('title', (cell) => readWords(cell, ''))
  const place = reader.given('place', (cell) => readWords(cell, ''))
  const method = reader.given('type', (cell) => readMethod(cell, null))
  const day = reader.given('occurred_on', readTypedDay)
  const begins = reader.given('occurred_at', readTimes)?.begins ?? null
  const teamId = reader.given('team', (cell) => readTeam(cell, setting))
  const says = {
    ...(title === null ? {} : { title }),
    ...(place === null ? {} : { place }),
    ...(method === null ? {} : { method }),
    ...(day === null ? {} : { day }),
    ...(begins === null ? {} : { begins }),
    ...(teamId === null ? {} : { teamId }),
  }
  return { line: reader.line, does: 'confirm', id, occurrence, inNiche: inNiche || occurrence !== null, says }
}

function bring(reader: RowReader, occurrence: string | null, setting: NicheSetting): NicheRow | null {
  const title = reader.take('title', (cell) => readWords(cell, 'is empty: say what it was'))
  const place = reader.take('place', (cell) => readWords(cell, 'is empty: say where it was'))
  const method = reader.take('type', (cell) => readMethod(cell, null))
  const day = reader.take('occurred_on', (cell) => readPast(cell, setting.today))
  const begins = reader.given('occurred_at', readTimes)?.begins ?? null
  const teamId = reader.take('team', (cell) => readTeam(cell, setting))
  const rest = { ...whereTold(reader, teamId, setting), ...howManyTold(reader), marks: marksTold(reader) }
  if (title === undefined || place === undefined || method === undefined || !day || teamId === undefined) return null
  const own = occurrence === null ? [teamId, day, begins ?? '', title, place] : [setting.forceId, occurrence]
  const told = { line: reader.line, id: identityOf('niche', ...own), ends: null }
  return {
    line: reader.line,
    does: 'bring',
    occurrence,
    told: { ...told, ...rest, title, place, method, day, begins, teamId },
  }
}

const readOccurrence = (cell: string): Read<string> =>
  /^[A-Za-z0-9/ -]{1,40}$/.test(cell)
    ? { value: cell }
    : { words: `“${clipped(cell)}” is not a Niche number: it has letters, figures, / and - only` }

function readPast(cell: string, today: Day): Read<Day> {
  const read = readTypedDay(cell)
  if ('words' in read) return read
  if (read.value < addDays(today, -36_525)) return { words: `${inWords(read.value)} is more than a hundred years ago` }
  if (read.value <= today) return read
  return { words: `${inWords(read.value)} has not come yet: Niche holds what has happened` }
}

/** A team by its id, its slug or its name. */
export function readTeam(cell: string, { teams }: Pick<NicheSetting, 'teams'>): Read<string> {
  const word = foldWords(cell)
  const team = teams.find(({ id, slug, name }) => word === id || word === slug || word === foldWords(name))
  if (cell === '' && teams.length === 1 && teams[0]) return { value: teams[0].id }
  if (cell === '') return { words: 'is empty: say which team held it' }
  return team ? { value: team.id } : { words: `“${clipped(cell)}” is not a team that you may do this for` }
}

function whereTold(reader: RowReader, teamId: string | undefined, { neighbourhoods }: NicheSetting) {
  const { cell } = reader
  const read = toldLocation({
    latitude: cell('latitude'),
    longitude: cell('longitude'),
    easting: cell('easting'),
    northing: cell('northing'),
    grid_reference: cell('grid_reference'),
  })
  if ('words' in read) reader.fault(read.column, read.words)
  const location = 'words' in read ? null : read.value
  const neighbourhoodId = reader.given('neighbourhood_id', (typed): Read<string> => {
    const own = neighbourhoods.find(({ id }) => id === typed)
    if (own && own.teamId === teamId) return { value: own.id }
    return { words: `“${clipped(typed)}” is not a neighbourhood of that team` }
  })
  return { location, neighbourhoodId, communities: reader.given('communities', readCommunities) ?? [] }
}

function howManyTold(reader: RowReader) {
  const tiers = {
    reached: reader.take('reached', readCount) ?? null,
    spokeWith: reader.take('spoke_with', readCount) ?? null,
    raisedAConcern: reader.take('raised_a_concern', readCount) ?? null,
  }
  const { spokeWith, raisedAConcern } = footfallFaults(tiers)
  if (spokeWith) reader.fault('spoke_with', spokeWith)
  if (raisedAConcern) reader.fault('raised_a_concern', raisedAConcern)
  const advertised = reader.take('advertised', readMark) ?? false
  return { ...tiers, advertised, daysAdvertised: reader.take('days_advertised', readCount) ?? null }
}

const marksTold = (reader: RowReader): Marks => ({
  ledBy: foldWords(reader.cell('led_by')) === 'local event' ? 'local event' : 'police',
  keyEvent: reader.take('key_event', readMark) ?? false,
  volunteers: reader.take('volunteers', readMark) ?? false,
  specialConstables: reader.take('special_constables', readMark) ?? false,
  ruralCrimeTeam: reader.take('rural_crime_team', readMark) ?? false,
  assessmentCriteria: reader.take('assessment_criteria', readMark) ?? false,
  // Whatever comes from Niche is in it.
  inNiche: true,
})
