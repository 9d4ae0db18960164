import { append } from '#ledger/append.ts'
import { momentAt } from '#engagements/planned/planned-engagement.ts'
import { nextPlanned } from '#engagements/planned/planned-engagements.sql.ts'
import { registerSubjects } from '#ledger/subjects.sql.ts'
import { audit } from '#platform/audit.ts'
import type { Sql } from '#platform/database/database.ts'
import { dayAt } from '#platform/day.ts'
import { Refusal } from '#platform/refusal.ts'
import { sectionText } from '../editing/news.sql.ts'
import { officersShown } from './officers.sql.ts'
import type { PageKeeper, TeamPageKeeper } from './page-keeper.ts'
import { labelOf, slugOf, type WebSection } from './section.ts'
import { findSectionSubject } from './sections.sql.ts'
import { teamContact } from './team-facts.sql.ts'

/**
 * Says in the caller's transaction that a section of a team's page is right as it stands (S7a-d, R33, D7.3, C7.1, C7.2).
 * Throws a Refusal (409) where the section tells nothing: what is not there cannot be right.
 */
export async function reviewSection(sql: Sql, section: WebSection, keeper: TeamPageKeeper): Promise<void> {
  const { at, personId, teamId, timeZone, role } = keeper
  await refuseEmpty(sql, section, keeper)
  const subject = await subjectOf(sql, section, keeper)
  const fact = {
    kind: 'page reviewed',
    happenedOn: dayAt(at, timeZone),
    subjects: [subject],
    facets: { current: true, section, role },
    source: `web-page/${teamId}/${slugOf(section)}`,
  }
  await append(sql, { ...keeper, by: personId }, [fact])
  await audit(sql, { at, personId, verb: 'review section', about: `web-section:${subject}` })
}

/** Notes in the caller's transaction that something of a section was changed (R29); null is what belongs to no section. */
export async function noteUpdate(sql: Sql, section: WebSection | null, keeper: TeamPageKeeper): Promise<void> {
  const { at, personId, teamId, timeZone, mobile, role } = keeper
  const fact = {
    kind: 'update made',
    happenedOn: dayAt(at, timeZone),
    subjects: section === null ? [] : [await subjectOf(sql, section, keeper)],
    facets: { channel: 'web page', mobile, role },
    source: `web-page/${teamId}/${section === null ? 'further' : slugOf(section)}`,
  }
  await append(sql, { ...keeper, by: personId }, [fact])
}

/** Notes in the caller's transaction that something of a force's own page was changed. */
export async function noteForceUpdate(sql: Sql, keeper: PageKeeper): Promise<void> {
  const { at, personId, forceId, timeZone, mobile, role } = keeper
  const fact = {
    kind: 'update made',
    happenedOn: dayAt(at, timeZone),
    facets: { channel: 'web page', mobile, role },
    source: `web-page/${forceId}/force`,
  }
  await append(sql, { ...keeper, teamId: null, by: personId }, [fact])
}

async function refuseEmpty(sql: Sql, section: WebSection, { teamId, at, timeZone }: TeamPageKeeper): Promise<void> {
  const on = dayAt(at, timeZone)
  if (section === 'the team' && (await officersShown(sql, teamId, on)).length === 0)
    throw new Refusal('The page shows nobody of the team yet. Show an officer first.', 409)
  if (section === 'how to contact' && Object.keys(await teamContact(sql, teamId)).length === 0)
    throw new Refusal('The page does not say how to contact the team yet. Enter that first.', 409)
  if (section !== 'opportunities to meet') return
  if ((await nextPlanned(sql, teamId, momentAt(at, timeZone), 1)).length > 0) return
  if ((await sectionText(sql, teamId, section, at)) === null)
    throw new Refusal(
      'The page names no chance to meet the team. Plan an event, or write when people can meet you.',
      409,
    )
}

/** A team whose page was never told of in the ledger gets the section's subject with its first evidence. */
async function subjectOf(sql: Sql, section: WebSection, { forceId, teamId, at, timeZone }: TeamPageKeeper) {
  const slug = slugOf(section)
  const found = await findSectionSubject(sql, teamId, slug)
  if (found !== null) return found
  const id = `${teamId}/web-section/${slug}`
  const from = dayAt(at, timeZone)
  await registerSubjects(sql, [{ id, forceId, teamId, kind: 'web section', label: labelOf(section), from, to: null }])
  return id
}
