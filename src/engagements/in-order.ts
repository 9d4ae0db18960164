import type { FieldErrors } from '#platform/form.ts'

/** Mistakes in the order in which a page asks; those it does not name come last. */
export function inOrder(errors: FieldErrors, asked: readonly string[]): FieldErrors {
  const place = (name: string) => (asked.includes(name) ? asked.indexOf(name) : asked.length)
  return Object.fromEntries(Object.entries(errors).toSorted(([a], [b]) => place(a) - place(b)))
}
