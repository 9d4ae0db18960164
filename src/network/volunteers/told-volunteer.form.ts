import { z } from 'zod'
import { addDays, inWords, type Day } from '#platform/day.ts'
import {
  oneOf,
  optionalText,
  readForm,
  text,
  ticked,
  typedAsDay,
  type FormResult,
  type FormValues,
} from '#platform/form.ts'
import { idTyped, impossibleDay, wordsParted } from '../typed-parts.ts'
import { hours } from './told-hours.ts'
import { tasks, type VolunteerTask } from './volunteer.ts'

const volunteerForm = z.object({
  id: idTyped,
  name: text({ missing: 'Enter their name', max: 120 }),
  personId: optionalText(),
  skills: wordsParted(),
  activeFrom: typedAsDay({ missing: 'Enter since when', impossible: impossibleDay }),
})

/** A new volunteer, or every mistake in what was typed; only logins that are nobody’s record yet are taken. */
export function readVolunteer(
  form: FormValues,
  { today, logins }: { readonly today: Day; readonly logins: readonly string[] },
) {
  const read = readForm(volunteerForm, form)
  if (!read.ok) return read
  const { personId, activeFrom } = read.value
  if (activeFrom > today) return wrong(form, 'activeFrom', `${inWords(activeFrom)} has not come yet`)
  if (personId !== '' && !logins.includes(personId)) return wrong(form, 'personId', 'Choose from the list')
  return { ok: true as const, value: { ...read.value, personId: personId === '' ? null : personId } }
}

const taskForm = z.object({
  id: idTyped,
  task: oneOf(tasks, 'Choose what kind of task it is'),
  words: text({ missing: 'Enter what is to be done', max: 200 }),
  onDay: typedAsDay({ missing: 'Enter the day', impossible: impossibleDay }),
  hours,
  needs: wordsParted(),
  forAnOfficer: ticked(),
})

/** A task to offer, or every mistake in what was typed. */
export function readTask(form: FormValues, teamId: string, today: Day): FormResult<VolunteerTask> {
  const read = readForm(taskForm, form)
  if (!read.ok) return read
  const { needs: skills, ...task } = read.value
  if (task.onDay < today) return wrong(form, 'onDay', `${inWords(task.onDay)} is over`)
  if (task.onDay > addDays(today, 366)) return wrong(form, 'onDay', `${inWords(task.onDay)} is more than a year away`)
  return { ok: true, value: { ...task, skills, teamId } }
}

const wrong = (values: FormValues, field: string, words: string) => ({
  ok: false as const,
  errors: { [field]: words },
  values,
})
