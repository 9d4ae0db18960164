import { typed, typedList, type FormValues } from '#platform/form.ts'
import type { Watch } from './watch.ts'

/** What of a team may be followed. */
export type Offered = { readonly standards: readonly string[]; readonly promises: readonly string[] }

/** What is ticked of what was offered; the whole team has all of its standards and promises in it. */
export function readWatches(form: FormValues, offered: Offered): Watch[] {
  if (typed(form, 'team') !== '') return [{ scope: 'team', ref: '' }]
  const ticked = (name: string, refs: readonly string[]) => refs.filter((ref) => typedList(form, name).includes(ref))
  return [
    ...ticked('standards', offered.standards).map((ref): Watch => ({ scope: 'standard', ref })),
    ...ticked('promises', offered.promises).map((ref): Watch => ({ scope: 'promise', ref })),
  ]
}

/** The last lapse that the page showed when somebody said they had seen all; the visit’s own time where it told none. */
export function readSeen(form: FormValues, now: Date): Date {
  const told = new Date(typed(form, 'upTo'))
  return Number.isNaN(told.getTime()) || told > now ? now : told
}
