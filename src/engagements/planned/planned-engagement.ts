import type { Location } from '#areas/location.ts'
import { kinds } from '#measures/kinds.ts'
import { addDays, dayAt, daysBetween, instantAt, type Day } from '#platform/day.ts'
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

/** From how many days before, on how many channels, people must have been told for it to count as advertised (R10). */
export type AdvertisingRule = { readonly days: number; readonly channels: number }

/** What counts in a force that has not set it otherwise. */
export const advertisedFrom: AdvertisingRule = { days: 7, channels: 2 }

/** Whether an engagement counts as advertised (R10). */
export const isAdvertised = (heldOn: Day, adverts: readonly Advert[], rule: AdvertisingRule): boolean =>
  channelsInTime(heldOn, adverts, rule) >= rule.channels

/** How many days before it people could first know of an engagement; null where they never could. */
export function daysAdvertised(heldOn: Day, adverts: readonly Advert[]): number | null {
  const before = adverts.filter(({ outOn }) => outOn <= heldOn)
  return before.length === 0 ? null : Math.max(...before.map(({ outOn }) => daysBetween(outOn, heldOn)))
}

/** How many channels more it takes to count as advertised (R10), the last day for them, and whether that day is over. */
export type StillToAdvertise = { readonly missing: number; readonly by: Day; readonly tooLate: boolean }

/** What is left to do for an engagement to count as advertised, seen from a day. */
export function stillToAdvertise(
  heldOn: Day,
  adverts: readonly Advert[],
  rule: AdvertisingRule,
  today: Day,
): StillToAdvertise {
  const by = addDays(heldOn, -rule.days)
  const missing = Math.max(0, rule.channels - channelsInTime(heldOn, adverts, rule))
  return { missing, by, tooLate: missing > 0 && today > by }
}

function channelsInTime(heldOn: Day, adverts: readonly Advert[], { days }: AdvertisingRule): number {
  const inTime = adverts.filter(({ outOn }) => outOn <= addDays(heldOn, -days))
  return new Set(inTime.map(({ channel }) => channel)).size
}

type Timed = Pick<PlannedEngagement, 'id' | 'teamId' | 'title' | 'heldOn' | 'begins' | 'ends' | 'state'>

/** For each engagement that overlaps others of its team in time, the titles of those others; cancelled ones are in nobody's way. */
export function clashesOf(planned: readonly Timed[]): ReadonlyMap<string, readonly string[]> {
  const standing = planned.filter(({ state }) => state !== 'cancelled')
  const ofDay = Map.groupBy(standing, ({ teamId, heldOn }) => `${teamId} ${heldOn}`)
  const clashes = [...ofDay.values()].flatMap((day) =>
    day.map((one) => [one.id, day.filter((other) => overlap(one, other))] as const),
  )
  return new Map(
    clashes.filter(([, others]) => others.length > 0).map(([id, others]) => [id, others.map(({ title }) => title)]),
  )
}

const overlap = (a: Timed, b: Timed) => a.id !== b.id && a.begins < b.ends && b.begins < a.ends

type When = Pick<PlannedEngagement, 'heldOn' | 'begins' | 'ends'>

/** Whether it has begun: asked of the instant, since clocks that go back show the same time twice. */
export const hasBegun = ({ heldOn, begins }: When, now: Date, timeZone: string): boolean =>
  instantAt(heldOn, begins, timeZone) <= now

/** Whether its time is over. */
export const isOver = ({ heldOn, ends }: When, now: Date, timeZone: string): boolean =>
  instantAt(heldOn, ends, timeZone) <= now

/** Whether the clocks of the zone ever show a time on a day: where they go forward, they leave an hour out. */
export const isOnTheClock = (on: Day, time: string, timeZone: string): boolean =>
  clockAt(instantAt(on, time, timeZone), timeZone) === time

/** A day, and the time (`14:30`) that the clocks of a force show on it. */
export type Moment = { readonly today: Day; readonly time: string }

/** What calendar and clocks of the zone show at an instant. */
export const momentAt = (now: Date, timeZone: string): Moment => ({
  today: dayAt(now, timeZone),
  time: clockAt(now, timeZone),
})

/** `14:30`: the time a clock of the zone shows at an instant. */
export const clockAt = (instant: Date, timeZone: string): string =>
  Temporal.Instant.fromEpochMilliseconds(instant.getTime())
    .toZonedDateTimeISO(timeZone)
    .toPlainTime()
    .toString({ smallestUnit: 'minute' })
