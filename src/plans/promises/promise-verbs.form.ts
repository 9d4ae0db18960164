import { z } from 'zod'
import { readForm, text, typed, type FormValues } from '#platform/form.ts'
import type { Beside } from '#plans/plan.ts'
import { revisionTyped } from '#plans/texts/text.form.ts'

const takeOutForm = z.object({
  revision: revisionTyped,
  why: text({ missing: 'Say why it is no longer promised', max: 500 }),
})

/** Why a promise is taken out. */
export const readTakeOut = (form: FormValues) => readForm(takeOutForm, form)

/** How often a promise was written when its form was opened; one that says nothing of it was never written. */
export const readRevision = (form: FormValues): number => Number(/^\d{1,9}$/.exec(typed(form, 'revision'))?.[0] ?? 0)

/** Beside which promise another is to stand. */
export function besideTyped(form: FormValues): Beside {
  const before = typed(form, 'before')
  return before === '' ? { ref: typed(form, 'after'), is: 'after' } : { ref: before, is: 'before' }
}
