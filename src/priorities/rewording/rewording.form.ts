import { z } from 'zod'
import { readForm, text, ticked, wholeNumber, type FieldErrors, type FormValues } from '#platform/form.ts'

const form = z.object({
  words: text({ missing: 'Write what the public is to read', max: 1500 }),
  why: text({ missing: 'Say why you reword it', max: 300 }),
  forget: ticked(),
  revision: wholeNumber({ missing: 'Open the form again', wrong: 'Open the form again' }),
})

type Told = { words: string; why: string; isForgotten: boolean; revision: number }

/** How an update is to be put, or every mistake. */
export function readRewording(
  values: FormValues,
): { readonly ok: true; readonly value: Told } | { readonly ok: false; readonly errors: FieldErrors } {
  const read = readForm(form, values)
  if (!read.ok) return read
  const { forget, ...told } = read.value
  return { ok: true, value: { ...told, isForgotten: forget } }
}
