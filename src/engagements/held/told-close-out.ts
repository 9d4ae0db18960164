import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { isUuid } from '../is-uuid.ts'
import { addDays, type Day } from '#platform/day.ts'
import {
  optionalDay,
  optionalText,
  readForm,
  ticked,
  typedList,
  type FieldErrors,
  type FormValues,
} from '#platform/form.ts'
import type { CloseOut, Concern } from './close-out.ts'

/** Concerns beyond these are for the engagement’s page. */
export const mostConcerns = 10
export const longestWords = 1_000

const closeOutForm = z.object({
  promised: optionalText({ max: longestWords }),
  promisedTo: optionalText({ max: 150 }),
  promisedBy: optionalDay('Enter a real day, such as 14 3 2026'),
  learning: optionalText({ max: longestWords }),
  learningShared: ticked(),
  hotspot: optionalText({ max: 40 }),
})

export type ReadCloseOut =
  { readonly ok: true; readonly value: CloseOut } | { readonly ok: false; readonly errors: FieldErrors }

/** What was heard, promised and learned as a form or a phone tells it (all optional), or every mistake in it. */
export function readCloseOut(form: FormValues, heldOn: Day | null): ReadCloseOut {
  const read = readForm(closeOutForm, form)
  const concerns = concernsIn(form)
  const ruled = read.ok ? promiseFaults(read.value, heldOn) : read.errors
  const errors = { ...concernFaults(concerns), ...ruled }
  if (!read.ok || Object.keys(errors).length > 0) return { ok: false, errors }
  const { promised, promisedTo, promisedBy, learning, learningShared, hotspot } = read.value
  const value = {
    concerns,
    promises: promisedBy === null ? [] : [{ id: randomUUID(), words: promised, toWhom: promisedTo, dueOn: promisedBy }],
    learning: learning === '' ? [] : [{ id: randomUUID(), words: learning, shared: learningShared }],
    hotspotId: isUuid(hotspot) ? hotspot : null,
  }
  return { ok: true, value }
}

const plainText = optionalText({ max: Number.MAX_SAFE_INTEGER })

/** The same words twice are one concern. */
function concernsIn(form: FormValues): Concern[] {
  const words = typedList(form, 'concern').map((each) => plainText.parse(each))
  return [...new Set(words.filter((each) => each !== ''))].map((each) => ({ id: randomUUID(), words: each }))
}

function concernFaults(concerns: readonly Concern[]): FieldErrors {
  if (concerns.length > mostConcerns)
    return { concern: `Enter at most ${mostConcerns} concerns here: add the others on the engagement’s page` }
  return concerns.some(({ words }) => words.length > longestWords)
    ? { concern: `Use ${longestWords.toLocaleString('en-GB')} characters or fewer for a concern` }
    : {}
}

/** A promise is what, to whom and by when: without one of these nobody can say whether it was kept. */
export function promiseFaults(
  {
    promised,
    promisedTo,
    promisedBy,
  }: { readonly promised: string; readonly promisedTo: string; readonly promisedBy: Day | null },
  heldOn: Day | null,
): FieldErrors {
  if (promised === '' && promisedTo === '' && promisedBy === null) return {}
  return {
    ...(promised === '' ? { promised: 'Enter what you promised' } : {}),
    ...(promisedTo === ''
      ? { promisedTo: 'Enter to whom: a post or an organisation, such as the parish council' }
      : {}),
    ...dueFault(promisedBy, heldOn),
  }
}

function dueFault(promisedBy: Day | null, heldOn: Day | null): FieldErrors {
  if (promisedBy === null) return { promisedBy: 'Enter the day by which you promised it' }
  if (heldOn === null) return {}
  if (promisedBy < heldOn) return { promisedBy: 'That day is before the engagement: a promise is for a day after it' }
  return promisedBy > addDays(heldOn, 3_660) ? { promisedBy: 'That day is more than ten years away' } : {}
}
