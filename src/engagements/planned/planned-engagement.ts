import type { Location } from '#areas/location.ts'
import { kinds } from '#measures/kinds.ts'
import { addDays, daysBetween, type Day } from '#platform/day.ts'
import type { Community, Engagement, Method } from '../engagement.ts'

/** Ways of telling people that an engagement is coming. */
export const channels = kinds['outcome communicated'].facets.channel
export type Channel = (typeof channels)[number]

/** A channel and the day on which it told people. */
export type Advert = { readonly channel: Channel; readonly outOn: Day }

/** A meeting of team and public that is meant to be held; each date of a series is one of its own. */
export type PlannedEngagement = {
  /** What is recorded of it once it was held has the same id. */
  readonly id: string
  /** Shared by the dates of one series; null for an engagement that does not repeat. */
  readonly seriesId: string | null
  readonly teamId: string
  readonly title: string
  readonly method: Method
  readonly place: string
  /** Null where nobody said. */
  readonly location: Location | null
  /** Steps, seats, a hearing loop: what somebody must know before they come; empty where nobody said. */
  readonly accessibility: string
  /** Whom to ask, and how; null where nobody said. */
  readonly howToAsk: string | null
  readonly heldOn: Day
  /** `14:30` by the clocks of the force; it ends on the same day. */
  readonly begins: string
  readonly ends: string
  readonly ledBy: Engagement['ledBy']
  readonly keyEvent: boolean
  readonly communities: readonly Community[]
  readonly state: 'planned' | 'cancelled' | 'held'
  readonly moved: boolean
  /** Grows with each change that a calendar must take over. */
  readonly sequence: number
  /** Why it was cancelled or moved; null where nobody said. */
  readonly reason: string | null
  readonly changedAt: Date
}

/** Days before, and on how many channels, an engagement must have been told of to count as advertised (R10). */
export const advertisedFrom = { days: 7, channels: 2 } as const

/** Whether an engagement counts as advertised (R10), and how many days before it people could first know; null: never. */
export function advertisingOf(
  heldOn: Day,
  adverts: readonly Advert[],
): { readonly advertised: boolean; readonly days: number | null } {
  const before = adverts.filter(({ outOn }) => outOn <= heldOn)
  const inTime = before.filter(({ outOn }) => outOn <= addDays(heldOn, -advertisedFrom.days))
  return {
    advertised: new Set(inTime.map(({ channel }) => channel)).size >= advertisedFrom.channels,
    days: before.length === 0 ? null : Math.max(...before.map(({ outOn }) => daysBetween(outOn, heldOn))),
  }
}

type Timed = Pick<PlannedEngagement, 'id' | 'title' | 'heldOn' | 'begins' | 'ends' | 'state'>

/** For each engagement that overlaps others of its team in time, the titles of those others; cancelled ones are in nobody's way. */
export function clashesOf(planned: readonly Timed[]): ReadonlyMap<string, readonly string[]> {
  const standing = planned.filter(({ state }) => state !== 'cancelled')
  const clashes = standing.map((one) => [one.id, standing.filter((other) => overlap(one, other))] as const)
  return new Map(
    clashes.filter(([, others]) => others.length > 0).map(([id, others]) => [id, others.map(({ title }) => title)]),
  )
}

const overlap = (a: Timed, b: Timed) => a.id !== b.id && a.heldOn === b.heldOn && a.begins < b.ends && b.begins < a.ends

/** `14:30`: the time a clock of the zone shows at an instant. */
export const clockAt = (instant: Date, timeZone: string): string =>
  Temporal.Instant.fromEpochMilliseconds(instant.getTime())
    .toZonedDateTimeISO(timeZone)
    .toPlainTime()
    .toString({ smallestUnit: 'minute' })
