import type { Database } from '#platform/database/database.ts'
import type { Setting } from '../pack/community-pack.ts'
import type { Sitting } from '../sittings/sitting.ts'
import type { ContractLine } from '../sittings/sittings.sql.ts'
import { areTooFew, fewestVotes } from '../votes/tally.ts'
import { countedOf, type Voters } from '../votes/votes.sql.ts'
import { gradedIn } from './graded.sql.ts'
import { outcomesOf } from './outcome.ts'
import { stoodOf } from './stood.ts'
import { byGap, type Gap } from './three-way.ts'

/** A standard of one team’s contract on which two sides differ. */
export type AgendaItem = {
  readonly teamName: string
  readonly standardId: string
  readonly title: string
  readonly gap: NonNullable<Gap>
}

type Before = { readonly contracts: readonly ContractLine[]; readonly voters: readonly Voters[] }

/** What a sitting talks about: of all its contracts each standard on which two sides differ, the furthest apart first. */
export async function agendaOf(
  database: Database,
  sitting: Sitting,
  { contracts, voters }: Before,
  setting: Setting,
): Promise<AgendaItem[]> {
  const told = tellingOf(sitting, voters)
  const ids = contracts.map(({ contractId }) => contractId)
  const [counted, graded] = await Promise.all([countedOf(database, sitting.id), gradedIn(database, ids)])
  const voted = { choices: sitting.choices, counted: counted.filter(({ contractId }) => told.has(contractId)) }
  const judged = new Set([...told, ...graded.map(({ contractId }) => contractId)])
  const compared = contracts.filter((each) => judged.has(each.contractId))
  const stood = await stoodOf(database, sitting, compared, setting)
  const items: AgendaItem[] = []
  for (const { contractId, teamName } of compared) {
    const packs = stood.get(contractId) ?? []
    const own = graded.filter((each) => each.contractId === contractId)
    for (const { pack, gap } of outcomesOf({ packs, graded: own, voted, contractId }))
      if (gap !== null && gap.size > 0) items.push({ teamName, standardId: pack.standardId, title: pack.title, gap })
  }
  return byGap(items)
}

/** Contracts whose votes tell of no member: before an outcome is published, a gap would say how one of few voted. */
function tellingOf({ closedOn }: Sitting, voters: readonly Voters[]): ReadonlySet<string> {
  const telling = voters.filter(
    ({ byLink, onPaper }) => byLink + onPaper >= fewestVotes && (closedOn !== null || !areTooFew(byLink)),
  )
  return new Set(telling.map(({ contractId }) => contractId))
}
