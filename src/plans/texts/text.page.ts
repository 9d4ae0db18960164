import { typed, type FormValues } from '#platform/form.ts'
import { button, textarea } from '#platform/govuk.ts'
import { html, type Html } from '#platform/html.ts'
import { planFormPage, type PlanFormShown } from '#plans/plan-form.page.ts'
import { longestPart } from './text.form.ts'

export type TextShown = PlanFormShown & {
  readonly part: 1 | 3
  /** Where it is kept, below the plan's address. */
  readonly path: string
  readonly heading: string
  readonly asks: string
  readonly hint: string | null
  readonly revision: number
  readonly values: FormValues
}

/** One text of the plan to be written: an answer of part 1, or a list of part 3. */
export function textPage(shown: TextShown): Html {
  const { part, path, heading, asks, hint, revision, values, errors } = shown
  const value = typed(values, 'text')
  const rows = Math.min(24, Math.max(8, Math.ceil(value.length / 70)))
  const fields = html`<input type="hidden" name="revision" value="${revision}">
${textarea({ name: 'text', label: asks, hint: hint ?? undefined, value, error: errors['text'], rows, most: longestPart })}
${button('Save')}`
  return planFormPage(shown, { title: heading, path, backTo: `part-${part}`, fields })
}
