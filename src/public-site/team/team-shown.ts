import type { Neighbourhood } from '#areas/area.ts'
import type { ContractHead } from '#contracts/contract.ts'
import type { MonthOfCrime } from '#crime/crime-by-month.sql.ts'
import type { EngagementMet } from '#engagements/held/engagements.sql.ts'
import type { PlannedEngagement } from '#engagements/planned/planned-engagement.ts'
import type { Day } from '#platform/day.ts'
import type { Say } from '#platform/language/say.ts'
import type { PriorityShown } from '#priorities/priorities.sql.ts'
import type { ContractStanding } from '#standings/contract-standing.ts'
import type { News, SectionText } from '#web-pages/editing/news.sql.ts'
import type { Contact } from '#web-pages/facts/contact.ts'
import type { OfficerShown } from '#web-pages/facts/officers.sql.ts'
import type { SectionAge } from '#web-pages/facts/section.ts'
import type { TeamLink, TeamLocation } from '#web-pages/facts/team-facts.sql.ts'
import type { TeamFound } from '../find.ts'

/** All that the neighbourhood page of a team tells, in whatever language. */
export type TeamTold = TeamFound & {
  readonly today: Day
  readonly neighbourhoods: readonly Neighbourhood[]
  /** The next engagements that are still planned. */
  readonly planned: readonly PlannedEngagement[]
  readonly engagements: readonly EngagementMet[]
  /** Newest first. */
  readonly contracts: readonly ContractHead[]
  /** The newest contract with how it stands, or null where the team has none. */
  readonly newest: ContractStanding | null
  readonly ages: readonly SectionAge[]
  readonly officers: readonly OfficerShown[]
  readonly contact: Contact
  readonly links: readonly TeamLink[]
  readonly locations: readonly TeamLocation[]
  /** What the team wrote in its own words. */
  readonly texts: readonly SectionText[]
  readonly news: readonly News[]
  /** Open, the newest first. */
  readonly priorities: readonly PriorityShown[]
  /** The oldest month first. */
  readonly crime: readonly MonthOfCrime[]
}

/** The same for a part of the page, in the language in which it is told. */
export type TeamShown = TeamTold & { readonly say: Say }
