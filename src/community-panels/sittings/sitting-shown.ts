import type { Force } from '#areas/area.ts'
import type { Day } from '#platform/day.ts'
import type { FieldErrors, FormValues } from '#platform/form.ts'
import type { Language } from '#platform/language/language.ts'
import type { SiteChrome } from '#platform/page.ts'
import type { Member } from '../members/members.sql.ts'
import type { AgendaItem } from '../verdict/agenda.ts'
import type { Sitting } from './sitting.ts'
import type { ContractLine } from './sittings.sql.ts'
import type { Attendance } from './record.sql.ts'
import type { Dissent } from '../own-words/dissents.sql.ts'
import type { Voters } from '../votes/votes.sql.ts'

/** What the page of a sitting at the desk needs. */
export type SittingShown = {
  readonly site: SiteChrome
  readonly force: Force
  readonly today: Day
  readonly sitting: Sitting
  readonly contracts: readonly ContractLine[]
  readonly voters: readonly Voters[]
  readonly members: readonly Member[]
  readonly attendance: readonly Attendance[]
  readonly dissents: readonly Dissent[]
  readonly agenda: readonly AgendaItem[]
  /** The languages in which the force is read. */
  readonly languages: readonly Language[]
  readonly newIds: { readonly member: string; readonly link: string }
  readonly values: FormValues
  readonly errors: FieldErrors
  /** Why a button was refused. */
  readonly refused: string | null
  /** A whole address that was just made, to be given by hand: it is shown once. */
  readonly given: string | null
}

/** The address of a sitting at the desk. */
export const addressOf = ({ force, sitting }: Pick<SittingShown, 'force' | 'sitting'>): string =>
  `/desk/${force.id}/sittings/${sitting.id}`
