import type { Day } from '#platform/day.ts'
import type { FormValues } from '#platform/form.ts'

/** A day as a form's three boxes of a name hold it. */
export function partsOfDay(name: string, on: Day): FormValues {
  const [year = '', month = '', date = ''] = on.split('-')
  return { [`${name}-day`]: String(Number(date)), [`${name}-month`]: String(Number(month)), [`${name}-year`]: year }
}
