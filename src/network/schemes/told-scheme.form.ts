import { z } from 'zod'
import { inWords, type Day } from '#platform/day.ts'
import {
  oneOf,
  optionalText,
  readForm,
  typedAsDay,
  wholeNumber,
  type FormResult,
  type FormValues,
} from '#platform/form.ts'
import { idTyped, impossibleDay } from '../typed-parts.ts'
import type { MembersCounted } from './scheme.ts'

const membersForm = z.object({
  members: wholeNumber({
    missing: 'Enter how many members there are',
    wrong: 'Enter a whole number, such as 24',
    max: 100_000,
  }),
  countedOn: typedAsDay({ missing: 'Enter the day of the count', impossible: impossibleDay }),
})

/** A count of members as the form tells of it, or every mistake in it. */
export function readMembers(form: FormValues, organisationId: string, today: Day): FormResult<MembersCounted> {
  const read = readForm(membersForm, form)
  if (!read.ok) return read
  if (read.value.countedOn > today) return notYet(form, 'countedOn', read.value.countedOn)
  return { ok: true, value: { organisationId, ...read.value } }
}

const coordinatorForm = z.object({
  id: idTyped,
  post: oneOf(['coordinator', 'deputy'], 'Choose which post'),
  who: optionalText(),
  since: typedAsDay({ missing: 'Enter since when', impossible: impossibleDay }),
})

/** Who coordinates a scheme as the form tells of it, or every mistake in it; only the team’s key individuals are taken. */
export function readCoordinator(form: FormValues, people: readonly string[], today: Day) {
  const read = readForm(coordinatorForm, form)
  if (!read.ok) return read
  const { who, since } = read.value
  if (since > today) return notYet(form, 'since', since)
  if (who !== '' && !people.includes(who))
    return { ok: false as const, errors: { who: 'Choose from the list' }, values: form }
  return read
}

const notYet = (form: FormValues, field: string, on: Day) => ({
  ok: false as const,
  errors: { [field]: `${inWords(on)} has not come yet` },
  values: form,
})
