import { z } from 'zod'
import { inWords, type Day } from '#platform/day.ts'
import { oneOf, optionalText, readForm, text, typedAsDay, type FormResult, type FormValues } from '#platform/form.ts'
import type { Appointment } from '../appoint-to-post.ts'
import type { Organisation } from '../organisation.ts'
import { postRoles } from '../post.ts'
import { idTyped, impossibleDay } from '../typed-parts.ts'

const appointmentForm = z.object({
  organisation: text({ missing: 'Choose the organisation' }),
  role: oneOf(postRoles, 'Choose the post'),
  ward: optionalText({ max: 60 }).pipe(
    z.string().regex(/^[\p{L}\d .,’'()-]*$/u, 'Use letters, numbers, spaces and commas alone'),
  ),
  party: optionalText({ max: 60 }),
  since: typedAsDay({ missing: 'Enter since when they hold it', impossible: impossibleDay }),
  id: idTyped,
})

type Setting = {
  readonly keyIndividualId: string
  readonly organisations: readonly Organisation[]
  readonly today: Day
}

/** Who takes which post and since when, or every mistake in it; only a councillor has a party. */
export function readAppointment(form: FormValues, setting: Setting): FormResult<Appointment> {
  const read = readForm(appointmentForm, form)
  if (!read.ok) return read
  const { organisation: organisationId, role, ward, party, since, id } = read.value
  const organisation = setting.organisations.find((one) => one.id === organisationId)
  const errors = {
    ...(organisation ? {} : { organisation: 'Choose one of your team’s organisations' }),
    ...(party !== '' && role !== 'councillor'
      ? { party: 'Only a councillor’s party may be kept: leave it empty' }
      : {}),
    ...(since > setting.today ? { since: `${inWords(since)} has not come yet: note it once they have begun` } : {}),
  }
  if (!organisation || Object.keys(errors).length > 0) return { ok: false, errors, values: form }
  const { keyIndividualId } = setting
  return {
    ok: true,
    value: { id, organisation, role, ward, party: party === '' ? null : party, since, keyIndividualId },
  }
}

const endForm = z.object({
  until: typedAsDay({ missing: 'Enter their last day in the post', impossible: impossibleDay }),
})

/** The last day of somebody in a post that they took on a day, or the mistake in it. */
export function readEndOfPost(
  form: FormValues,
  { since, today }: { readonly since: Day; readonly today: Day },
): FormResult<Day> {
  const read = readForm(endForm, form)
  if (!read.ok) return read
  const { until } = read.value
  if (until > today) return { ok: false, errors: { until: `${inWords(until)} has not come yet` }, values: form }
  if (until < since) return { ok: false, errors: { until: `They took the post on ${inWords(since)}` }, values: form }
  return { ok: true, value: until }
}
