import { z } from 'zod'
import { inWords, type Day } from '#platform/day.ts'
import { oneOf, optionalDay, optionalText, readForm, type FormResult, type FormValues } from '#platform/form.ts'
import { idTyped, impossibleDay } from '../typed-parts.ts'
import {
  interventionAbouts,
  interventionOutcomes,
  type EarlyIntervention,
  type SaferSchoolsPlan,
} from './safer-schools.ts'

const interventionForm = z.object({
  id: idTyped,
  foundOn: optionalDay(impossibleDay),
  school: optionalText({ max: 40 }),
  about: oneOf(interventionAbouts, 'Choose what it was about'),
  outcome: oneOf(interventionOutcomes, 'Choose what came of it'),
})

type Setting = { readonly teamId: string; readonly today: Day }

/** An opportunity for early intervention as the form tells of it, today unless it says otherwise; the school is one of those offered. */
export function readIntervention(
  form: FormValues,
  schoolIds: readonly string[],
  { teamId, today }: Setting,
): FormResult<EarlyIntervention> {
  const read = readForm(interventionForm, form)
  if (!read.ok) return read
  const { id, foundOn, school, about, outcome } = read.value
  const on = foundOn ?? today
  if (on > today) return { ok: false, errors: { foundOn: `${inWords(on)} has not come yet` }, values: form }
  if (school !== '' && !schoolIds.includes(school))
    return { ok: false, errors: { school: 'Choose a school from the list' }, values: form }
  return { ok: true, value: { id, teamId, foundOn: on, schoolId: school === '' ? null : school, about, outcome } }
}

const planForm = z.object({ id: idTyped, subject: optionalText({ max: 200 }), completedOn: optionalDay(impossibleDay) })

/** That a plan was completed, today unless the form says otherwise. */
export function readPlan(
  form: FormValues,
  subjectIds: readonly string[],
  { teamId, today }: Setting,
): FormResult<SaferSchoolsPlan> {
  const read = readForm(planForm, form)
  if (!read.ok) return read
  const { id, subject: subjectId, completedOn } = read.value
  const on = completedOn ?? today
  if (on > today) return { ok: false, errors: { completedOn: `${inWords(on)} has not come yet` }, values: form }
  if (!subjectIds.includes(subjectId))
    return { ok: false, errors: { completedOn: 'Open the page again: that team is no longer there' }, values: form }
  return { ok: true, value: { id, teamId, subjectId, completedOn: on } }
}
