import { z } from 'zod'
import { oneOf, optionalText, readForm, type FormValues } from '#platform/form.ts'
import { optionalHours } from '../../hours.ts'
import { parts, type ToAssign } from './assigned-people.ts'
import type { Read } from '../plan-engagement.form.ts'

const assignForm = z.object({
  part: oneOf(parts, 'Choose what they are'),
  person: optionalText({ max: 40 }),
  name: optionalText({ max: 100 }),
  hours: optionalHours(99),
})

/** Somebody to be put on an engagement: one of these people, or a volunteer by name; or every mistake in it. */
export function readAssigned(form: FormValues, people: readonly { readonly id: string }[]): Read<ToAssign> {
  const read = readForm(assignForm, form)
  if (!read.ok) return { ok: false, errors: read.errors }
  const { part, person, name, hours } = read.value
  const fault = whoFault(read.value, people)
  if (fault !== null) return { ok: false, errors: fault }
  if (person !== '') return { ok: true, value: { part, hours, personId: person, name: null } }
  return { ok: true, value: { part, hours, personId: null, name } }
}

function whoFault({ part, person, name }: z.output<typeof assignForm>, people: readonly { readonly id: string }[]) {
  if (person !== '' && name !== '') return { name: 'Choose from the list or write a name, not both' }
  if (person !== '') return people.some(({ id }) => id === person) ? null : { person: 'Choose somebody from the list' }
  if (part === 'police') return { person: 'Choose who of the police it is' }
  return name === '' ? { name: 'Choose somebody above, or write the name' } : null
}
