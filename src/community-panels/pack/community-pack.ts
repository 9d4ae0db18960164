import { packsOf, type Pack, type PackPromise } from '#assessments/packs/pack.ts'
import { recommendationsTo, type Recommendation } from '#assessments/recommendations/recommendations.sql.ts'
import { disclosedPack } from '#contract-year/freeze/disclosed-pack.ts'
import type { FrozenPack } from '#contract-year/freeze/freeze.ts'
import { coursesOf } from '#contract-year/course.sql.ts'
import { frozenPackOf, packUnderSeal } from '#contract-year/freezes.sql.ts'
import { isWithPanel } from '#contract-year/state.ts'
import { findContract } from '#contracts/contracts.sql.ts'
import type { Database, Sql } from '#platform/database/database.ts'
import { dayAt, type Day } from '#platform/day.ts'
import { firstLanguage } from '#platform/language/language.ts'
import { english, type Say } from '#platform/language/say.ts'
import { usualDay } from '#standings/contract-standing.ts'
import { publicStanding } from '#standings/public-standing.ts'
import type { Sitting } from '../sittings/sitting.ts'
import { keptPacks, sealsJudged, type ContractLine } from '../sittings/sittings.sql.ts'
import { reachOf, type Reach } from '../reach/reach.sql.ts'

/** What the last panel recommended for a standard, with what was answered. */
export type Recommended = Pick<Recommendation, 'id' | 'year' | 'standardId' | 'words' | 'state' | 'steps'>

/** All that a community panel is given of one contract, in plain data for a page or a document. */
export type CommunityPack = ContractLine & {
  readonly year: number
  /** Null where the framework has no standards. */
  readonly asAt: Day | null
  /** The SHA-256 of the freeze it was taken from, or null where the contract was not frozen. */
  readonly frozen: string | null
  readonly standards: readonly Pack[]
  readonly lastYear: readonly Recommended[]
  /** R05: what the team told of communities that are harder to reach; null where it has told nothing. */
  readonly reach: Reach | null
}

/** When a pack is asked for, and in which language it tells why promises stand so; in English unless said. */
export type Setting = { readonly now: Date; readonly timeZone: string; readonly say?: Say }

/**
 * What the community judges of a contract: as it was frozen; where it was not, as it stands on the day on which votes end at the
 * latest; and once the sitting is closed, what it judged.
 */
export async function communityPackOf(
  database: Database,
  sitting: Sitting,
  line: ContractLine,
  setting: Setting,
): Promise<CommunityPack> {
  const [standards, recommended, reach] = await Promise.all([
    sitting.closedOn === null
      ? standardsNow(database, line, { ...setting, forceId: sitting.forceId, latest: sitting.closesOn })
      : packsKept(database, sitting.id, line.contractId, setting.say),
    recommendationsTo(database, line.teamId),
    reachOf(database, sitting.id, line.teamId),
  ])
  const [first] = standards
  return {
    ...line,
    year: sitting.year,
    asAt: first?.asAt ?? null,
    frozen: first?.frozen ?? null,
    standards,
    lastYear: lastYearOf(recommended, sitting.year),
    reach,
  }
}

/** What a closed sitting judged of a contract: what was frozen, or else what was kept; what of that was not kept in a language is told in English, and marked so. */
export async function packsKept(
  sql: Sql,
  sittingId: string,
  contractId: string,
  say: Say = english,
): Promise<readonly Pack[]> {
  const seal = (await sealsJudged(sql, sittingId)).get(contractId)
  const frozen = seal === undefined ? null : await packUnderSeal(sql, contractId, seal)
  if (frozen !== null) return frozenPacks(sql, frozen, say)
  const kept = await keptPacks(sql, sittingId, contractId, say.language)
  if (kept.length > 0 || say.language === firstLanguage) return kept
  const inEnglish = await keptPacks(sql, sittingId, contractId, firstLanguage)
  const reason = (promise: PackPromise) => ({ ...promise, reason: say.ownText(promise.reason) })
  const words = (one: Pack['selfEvaluation'][number]) =>
    one.isAssertion ? one : { ...one, words: say.ownText(one.words) }
  return inEnglish.map((pack) => ({
    ...pack,
    promises: pack.promises.map(reason),
    selfEvaluation: pack.selfEvaluation.map(words),
  }))
}

type Asked = Setting & { readonly forceId: string; readonly latest: Day | null }

/**
 * How each standard of a contract stands: as it was frozen, else, or where it was sent back, on its usual day and on `latest` at the
 * latest. Members are of the public, so they are told no small figure of a protected community.
 */
export async function standardsNow(
  database: Database,
  { contractId, teamId }: Pick<ContractLine, 'contractId' | 'teamId'>,
  { now, timeZone, say = english, forceId, latest }: Asked,
): Promise<Pack[]> {
  const state = (await coursesOf(database, [contractId])).get(contractId)?.state ?? 'in force'
  const frozen = isWithPanel(state) ? await frozenPackOf(database, contractId) : null
  if (frozen !== null) return frozenPacks(database, frozen, say)
  const contract = await findContract(database, teamId, Number(contractId.split('/').at(-1)))
  if (contract === null) return []
  const usual = usualDay(contract, dayAt(now, timeZone))
  const asAt = latest !== null && latest < usual ? latest : usual
  return packsOf(await publicStanding(database, { contract, forceId, timeZone, asAt, now, say }), contractId)
}

async function frozenPacks(sql: Sql, frozen: FrozenPack, say: Say): Promise<Pack[]> {
  const told = await disclosedPack(sql, frozen, say)
  return packsOf(told.standing, frozen.contractId, told)
}

/** What the newest round before a year recommended. */
function lastYearOf(recommended: readonly Recommendation[], year: number): Recommended[] {
  const before = recommended.filter((each) => each.year < year)
  const newest = Math.max(...before.map((each) => each.year))
  return before.filter((each) => each.year === newest)
}
