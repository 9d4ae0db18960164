import { pagesChanged } from '#ledger/pages-changed.sql.ts'
import { audit } from '#platform/audit.ts'
import { transaction, type Database, type Sql } from '#platform/database/database.ts'
import { isAddress } from '#platform/mail/mail.ts'
import { writeMail } from '#platform/mail/write-mail.ts'
import { standsAt } from '#assessments/recommendations/recommendation.ts'
import {
  recommendationsPastTheirDay,
  type PastDay,
  type Recommendation,
} from '#assessments/recommendations/recommendations.sql.ts'
import { levelsDue } from './escalation.ts'
import { overdueMail } from './escalation-mail.ts'
import { readersOf, saveEscalations, type Escalation, type Reader } from './escalations.sql.ts'

/**
 * Each day: tells of recommendations that are overdue (R49), the longer the higher up, each level once for each day since when
 * one is. Answers how many mails were written. Run twice, or in two processes at once, it tells nobody twice.
 */
export const escalateOverdue = (
  database: Database,
  { at, site }: { readonly at: Date; readonly site: string },
): Promise<number> =>
  transaction(database, async (sql) => {
    const past = new Map((await recommendationsPastTheirDay(sql, at)).map((each) => [each.id, each]))
    const noted = await saveEscalations(sql, [...past.values()].flatMap(escalationsOf), at)
    const readers = (await readersOf(sql, noted)).filter(({ email }) => isAddress(email))
    const byPerson = [...Map.groupBy(readers, ({ personId }) => personId).values()]
    const since = new Map(noted.map((each) => [each.recommendationId, each.overdueSince]))
    const mails = byPerson.flatMap((own) => (own[0] ? [overdueMail(own[0], overdueOf(own, past, since), site)] : []))
    await writeMail(sql, mails, at)
    await writeDown(sql, noted, past, at)
    return mails.length
  })

function escalationsOf(one: Recommendation & PastDay): Escalation[] {
  const { overdueSince } = standsAt(one, one.today)
  if (overdueSince === null) return []
  return levelsDue(overdueSince, one.today).map((level) => ({
    recommendationId: one.id,
    overdueSince,
    level,
    on: one.today,
  }))
}

type Past = ReadonlyMap<string, Recommendation & PastDay>

/** Whoever is told at two levels reads each recommendation once. */
function overdueOf(own: readonly Reader[], past: Past, since: ReadonlyMap<string, Escalation['overdueSince']>) {
  return [...new Map(own.map((one) => [one.recommendationId, one])).values()].flatMap(({ recommendationId, level }) => {
    const [found, overdueSince] = [past.get(recommendationId), since.get(recommendationId)]
    return found === undefined || overdueSince === undefined ? [] : [{ ...found, overdueSince, level }]
  })
}

async function writeDown(sql: Sql, noted: readonly Escalation[], past: Past, at: Date): Promise<void> {
  for (const { recommendationId, level, overdueSince } of noted) {
    const about = `recommendation/${recommendationId}`
    await audit(sql, { at, personId: null, verb: 'escalate', about, detail: { level, overdueSince } })
  }
  const teams = new Set(noted.flatMap(({ recommendationId }) => past.get(recommendationId)?.teamId ?? []))
  for (const teamId of teams) await pagesChanged(sql, teamId)
}
