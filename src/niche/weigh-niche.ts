import { knownIds } from '#engagements/held/in-niche.sql.ts'
import { fault, type Fault } from '#evidence-import/fault.ts'
import type { Sql } from '#platform/database/database.ts'
import { inWords } from '#platform/day.ts'
import { foldWords } from '#platform/fold.ts'
import type { NicheRow } from './niche-row.ts'
import { engagementsById, engagementsOn, holdersOfNumbers, type KnownEngagement } from './niche.sql.ts'
import type { NicheSetting } from './read-niche.ts'
import { weighTold, type WeighedTold } from './weigh-told.ts'

type Confirming = Extract<NicheRow, { readonly does: 'confirm' }>
type Bringing = Extract<NicheRow, { readonly does: 'bring' }>

/** A row that confirms an engagement of ours, beside what we hold. */
export type Confirmed = { readonly row: Confirming; readonly known: KnownEngagement }

/** What a file from Niche would do, row by row; nothing is done yet. */
export type WeighedNiche = {
  readonly confirmed: readonly Confirmed[]
  /** Rows that confirm, and say something else than we hold: somebody changed it there or here, or mixed up rows. */
  readonly changed: readonly (Confirmed & { readonly differences: readonly string[] })[]
  /** Rows with an id that these teams do not have. */
  readonly unknown: readonly Confirming[]
  /** Rows that say what we know, and rows that confirm nothing. */
  readonly settled: number
  readonly unconfirmed: number
  readonly brought: WeighedTold
  readonly numbers: ReadonlyMap<string, string>
  readonly faults: readonly Fault[]
}

/** Holds the rows of a file against what the teams have recorded and planned. */
export async function weighNiche(sql: Sql, rows: readonly NicheRow[], setting: NicheSetting): Promise<WeighedNiche> {
  const teamIds = setting.teams.map(({ id }) => id)
  const confirming = rows.filter((row): row is Confirming => row.does === 'confirm')
  const bringing = rows.filter((row): row is Bringing => row.does === 'bring')
  const numbers = rows.flatMap(({ occurrence }) => occurrence ?? [])
  const known = await engagementsById(sql, teamIds, idsOf(confirming))
  const holders = await holdersOfNumbers(sql, setting.forceId, numbers)
  const days = [...new Set(bringing.map(({ told }) => told.day))]
  const near = await engagementsOn(sql, teamIds, days)
  const told = bringing.map((row) => row.told)
  const ids = await knownIds(sql, idsOf(told))
  const holderOf = new Map(holders.map(({ number, engagementId }) => [number, engagementId]))
  const taken = rows.filter((row) => isTaken(row, holderOf))
  const takenLines = new Set(taken.map(({ line }) => line))
  const free = (line: number) => !takenLines.has(line)
  return {
    ...weighConfirming(
      confirming.filter(({ line }) => free(line)),
      known,
    ),
    brought: weighTold(
      told.filter(({ line }) => free(line)),
      { near, ids },
    ),
    numbers: new Map(bringing.flatMap(({ told: { id }, occurrence }) => (occurrence ? [[id, occurrence]] : []))),
    faults: taken.map(({ line, occurrence }) =>
      fault(line, `${occurrence} is the number of another engagement already`, 'niche_occurrence'),
    ),
  }
}

const idsOf = (rows: readonly { readonly id: string }[]) => rows.map(({ id }) => id)

function isTaken(row: NicheRow, holderOf: ReadonlyMap<string, string>): boolean {
  const holder = row.occurrence === null ? undefined : holderOf.get(row.occurrence)
  return holder !== undefined && holder !== (row.does === 'confirm' ? row.id : row.told.id)
}

function weighConfirming(rows: readonly Confirming[], ours: readonly KnownEngagement[]) {
  const byId = new Map(ours.map((one) => [one.id, one]))
  const confirmed: Confirmed[] = []
  const changed: (Confirmed & { differences: readonly string[] })[] = []
  const unknown: Confirming[] = []
  let [settled, unconfirmed] = [0, 0]
  for (const row of rows) {
    const known = byId.get(row.id)
    if (!known) unknown.push(row)
    else if (!row.inNiche) unconfirmed++
    else if (known.inNiche && (row.occurrence === null || row.occurrence === known.occurrence)) settled++
    else {
      const differences = differencesOf(row, known)
      if (differences.length === 0) confirmed.push({ row, known })
      else changed.push({ row, known, differences })
    }
  }
  return { confirmed, changed, unknown, settled, unconfirmed }
}

/** Where a row says another thing than we hold, in words. */
function differencesOf({ says, occurrence }: Confirming, known: KnownEngagement): string[] {
  const told: (readonly [string, string | undefined, string | null])[] = [
    ['title', says.title, known.title],
    ['place', says.place, known.place],
    ['type', says.method, known.method],
    ['day', says.day && inWords(says.day), inWords(known.day)],
    ['time', says.begins ?? undefined, known.begins],
    ['team', says.teamId, known.teamId],
    ['Niche number', known.occurrence === null ? undefined : (occurrence ?? undefined), known.occurrence],
  ]
  return told.flatMap(([name, theirs, ours]) =>
    theirs === undefined || foldWords(theirs) === foldWords(ours ?? '')
      ? []
      : [`${name}: “${theirs}” there, ${ours === null ? 'none' : `“${ours}”`} here`],
  )
}
