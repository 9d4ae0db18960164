import type { Planned } from './week.ts'

const hourBefore = 60
const hoursAfter = 120

/** The engagement of today's calendar that is on now, or nearly so: the one whose beginning is closest. */
export function planOnNow(planned: readonly Planned[], now: Date): Planned | null {
  const minute = now.getHours() * 60 + now.getMinutes()
  const near = planned.filter(
    ({ state, heldOn, begins, ends }) =>
      state === 'planned' &&
      heldOn === dayOf(now) &&
      minute >= minuteOf(begins) - hourBefore &&
      minute <= minuteOf(ends) + hoursAfter,
  )
  const distance = ({ begins }: Planned) => Math.abs(minute - minuteOf(begins))
  return near.toSorted((one, other) => distance(one) - distance(other))[0] ?? null
}

/** `2026-03-14`, by the phone's own calendar. */
export const dayOf = (at: Date): string =>
  [at.getFullYear(), at.getMonth() + 1, at.getDate()].map((part) => String(part).padStart(2, '0')).join('-')

/** `14:05`. */
export const timeOf = (at: Date): string =>
  [at.getHours(), at.getMinutes()].map((part) => String(part).padStart(2, '0')).join(':')

const minuteOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))
