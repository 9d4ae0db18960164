import { z } from 'zod'
import { kinds } from '#measures/kinds.ts'
import { optionalText, optionalWholeNumber, readForm, typed, type FormResult, type FormValues } from '#platform/form.ts'
import type { Attendance } from './record.sql.ts'

/** For whom somebody who comes may speak; each person is counted once. */
export const communities: readonly string[] = [...kinds['engagement held'].facets.communities, 'others']

const minutesForm = z.object({ minutes: optionalText({ max: 10_000 }) })
const peopleForm = z.object({
  people: optionalWholeNumber({ wrong: 'Enter a number from 1 to 10,000, or nothing', min: 1, max: 10_000 }),
})

/** Who came, and the minutes; where nothing is entered, nobody of that community came. */
export function readRecord(
  form: FormValues,
): FormResult<{ readonly attendance: readonly Attendance[]; readonly minutes: string }> {
  const minutes = readForm(minutesForm, form)
  const errors: Record<string, string> = {}
  const attendance = communities.flatMap((community, n) => {
    const read = readForm(peopleForm, { people: typed(form, `people-${n}`) })
    if (!read.ok) errors[`people-${n}`] = read.errors['people'] ?? ''
    return read.ok && read.value.people !== null ? [{ community, people: read.value.people }] : []
  })
  if (!minutes.ok || Object.keys(errors).length > 0)
    return { ok: false, errors: { ...errors, ...(minutes.ok ? {} : minutes.errors) }, values: form }
  return { ok: true, value: { attendance, minutes: minutes.value.minutes } }
}
