import { z } from 'zod'
import { addDays, inWords, type Day } from '#platform/day.ts'
import { oneOf, readForm, secret, text, typedAsDay, type FormResult, type FormValues } from '#platform/form.ts'
import { teamRoles, type TeamRole } from './leave-team.ts'

const role = oneOf(teamRoles, 'Choose what they are')

const newPersonForm = z.object({
  name: text({ missing: 'Enter their name', max: 120 }),
  email: text({ missing: 'Enter their e-mail address' }).refine(
    (given) => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(given),
    'Enter an e-mail address, such as name@example.org',
  ),
  role,
  password: secret('Enter a first password'),
})

/** Somebody new, or every mistake in what was typed. */
export const readNewPerson = (form: FormValues) => readForm(newPersonForm, form)

/** Another role or team, or every mistake in it; only the force’s own teams are taken. */
export function readPlace(
  form: FormValues,
  teamIds: readonly string[],
): FormResult<{ readonly role: TeamRole; readonly teamId: string }> {
  const teamId = z.string({ error: 'Choose a team' }).refine((given) => teamIds.includes(given), 'Choose a team')
  return readForm(z.object({ role, teamId }), form)
}

/** Somebody’s last day, within a year of today; or the mistake in it. */
export function readLastDay(form: FormValues, today: Day): FormResult<Day> {
  const rules = { missing: 'Enter their last day', impossible: 'Enter a real day, such as 14 3 2027' }
  const read = readForm(z.object({ lastDay: typedAsDay(rules) }), form)
  if (!read.ok) return read
  const { lastDay } = read.value
  if (lastDay >= addDays(today, -366) && lastDay <= addDays(today, 366)) return { ok: true, value: lastDay }
  return { ok: false, errors: { lastDay: `${inWords(lastDay)} is more than a year away` }, values: form }
}
