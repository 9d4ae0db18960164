import { addMonths, inWords, type Day } from '#platform/day.ts'
import { text, typedAsDay, type FieldErrors } from '#platform/form.ts'
import { clockTime } from '../clock-time.ts'
import { hasBegun, isOnTheClock } from './planned-engagement.ts'
import { mostMonths } from './repeat/repeat.ts'

export const impossibleDay = 'Enter a real day, such as 14 3 2027'

/** Day, times and place, as a plan and a move ask for them. */
export const whenAndWhere = {
  heldOn: typedAsDay({ missing: 'Enter the day', impossible: impossibleDay }),
  begins: text({ missing: 'Enter when it begins', max: 20 }),
  ends: text({ missing: 'Enter when it ends', max: 20 }),
  place: text({ missing: 'Enter where it will be held', max: 150 }),
}

/** Whose plan it is, when it is sent, and which days are bank holidays there. */
export type PlanSetting = {
  readonly teamId: string
  readonly timeZone: string
  readonly now: Date
  readonly today: Day
  readonly bankHolidays?: readonly string[]
}

type Typed = { readonly heldOn: Day; readonly begins: string; readonly ends: string }

/** The times as a clock shows them, and what is wrong with them or with the day. */
export function timeOf({ heldOn, begins, ends }: Typed, setting: PlanSetting) {
  const value = { begins: clockTime(begins) ?? '', ends: clockTime(ends) ?? '' }
  const unclear = 'Enter a time such as 14:30 or 2.30pm'
  const errors: FieldErrors = {
    ...(value.begins === '' ? { begins: unclear } : {}),
    ...(value.ends === '' ? { ends: unclear } : {}),
    ...(value.begins !== '' && value.ends !== '' && value.ends <= value.begins
      ? { ends: `It ends before it begins, at ${value.begins}: plan what goes on past midnight as two` }
      : {}),
    ...dayFault(heldOn, setting),
  }
  if (Object.keys(errors).length > 0) return { value, errors }
  const when = { heldOn, ...value }
  return { value, errors: { ...overFault(when, setting), ...clockFault(heldOn, value, setting.timeZone) } }
}

/** What is wrong with times on a day where the clocks go forward and leave one of them out. */
export function clockFault(on: Day, times: Omit<Typed, 'heldOn'>, timeZone: string): FieldErrors {
  const skipped = (['begins', 'ends'] as const).find((name) => !isOnTheClock(on, times[name], timeZone))
  return skipped ? { [skipped]: `The clocks go forward on ${inWords(on)} and leave this time out` } : {}
}

const overFault = (when: Typed, { now, timeZone }: PlanSetting): FieldErrors =>
  hasBegun(when, now, timeZone) ? { begins: `${when.begins} is over today: record an engagement that was held` } : {}

function dayFault(heldOn: Day, { today }: PlanSetting): FieldErrors {
  if (heldOn < today) return { heldOn: `${inWords(heldOn)} is over: record an engagement that was held` }
  return heldOn > addMonths(today, mostMonths) ? { heldOn: 'Plan no more than three years ahead' } : {}
}
