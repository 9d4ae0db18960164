import { pagesChanged } from '#ledger/pages-changed.sql.ts'
import { audit } from '#platform/audit.ts'
import type { Sql } from '#platform/database/database.ts'
import { dayAt, inWords, type Day } from '#platform/day.ts'
import { Refusal } from '#platform/refusal.ts'
import type { Answer } from '#assessments/recommendations/answer-recommendation.ts'
import { openToTeam, type TeamMember } from '#assessments/recommendations/open-to-team.ts'
import { insertStep } from '#assessments/recommendations/recommendations.sql.ts'

/**
 * Asks the panel for more time with a reason, in the caller's transaction; sent twice it is asked once, and until the panel has
 * decided the first day holds. Throws a Refusal where the day is over or no later than the one that holds (422), or as
 * `openToTeam` does.
 */
export async function askForTime(sql: Sql, asked: Answer & { readonly until: Day }, acting: TeamMember): Promise<void> {
  const found = await openToTeam(sql, { ...asked, step: 'more time asked' }, acting)
  if (found === null) return
  const { at, personId, teamId, timeZone } = acting
  const takenOn = dayAt(at, timeZone)
  if (asked.until <= takenOn) throw new Refusal(`Ask for a day that is still to come: ${inWords(asked.until)} is not.`)
  if (asked.until <= found.dueOn)
    throw new Refusal(`It is due by ${inWords(found.dueOn)} already: ask for a later day.`)
  await insertStep(sql, { ...asked, step: 'more time asked', takenOn }, at, personId)
  await pagesChanged(sql, teamId)
  const detail = { until: asked.until }
  await audit(sql, { at, personId, verb: 'ask for more time', about: `recommendation/${found.id}`, detail })
}
