import { z } from 'zod'
import { scaleTyped } from '#assessments/rounds/scale-typed.ts'
import { inOrder } from '#engagements/in-order.ts'
import { idTyped, impossibleDay } from '#network/typed-parts.ts'
import {
  oneOf,
  readForm,
  text,
  typedAsDay,
  typedList,
  type FieldErrors,
  type FormResult,
  type FormValues,
} from '#platform/form.ts'
import { dayFaults, panels } from './sitting.ts'
import type { NewSitting } from './sittings.sql.ts'

const dayOf = (what: string) => typedAsDay({ missing: `Enter the day on which ${what}`, impossible: impossibleDay })

const sittingForm = z.object({
  id: idTyped,
  panel: oneOf(panels, 'Choose who sits'),
  heldOn: dayOf('it is held'),
  place: text({ missing: 'Enter where it is held', max: 120 }),
  opensOn: dayOf('members may vote first'),
  closesOn: dayOf('members may vote last'),
  choices: text({ missing: 'Enter what members may choose, best first', max: 400 }),
  grades: text({ missing: 'Enter the grades, best first', max: 400 }),
})

const asked = ['panel', 'heldOn', 'place', 'opensOn', 'closesOn', 'contracts', 'choices', 'grades']

/** A sitting with its contracts, or every mistake in it. */
export function readSitting(
  form: FormValues,
  contractIds: readonly string[],
): FormResult<Omit<NewSitting, 'forceId' | 'year'>> {
  const read = readForm(sittingForm, form)
  const chosen = typedList(form, 'contracts').filter((id) => contractIds.includes(id))
  const [choices, grades] = [scaleTyped(form, 'choices', 5), scaleTyped(form, 'grades', 10)]
  const errors: FieldErrors = {
    ...(read.ok ? dayFaults(read.value) : read.errors),
    ...(chosen.length === 0 && { contracts: 'Choose at least one contract' }),
    ...(read.ok && choices.fault !== null && { choices: choices.fault }),
    ...(read.ok && grades.fault !== null && { grades: grades.fault }),
  }
  if (!read.ok || Object.keys(errors).length > 0) return { ok: false, errors: inOrder(errors, asked), values: form }
  return { ok: true, value: { ...read.value, choices: choices.scale, grades: grades.scale, contractIds: chosen } }
}
