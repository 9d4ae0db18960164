import { typed, type FieldErrors, type FormValues } from '#platform/form.ts'
import { backLink, button, errorSummary, textarea } from '#platform/govuk.ts'
import { html, type Html } from '#platform/html.ts'
import { page, type SiteChrome } from '#platform/page.ts'
import { clashPart, type Clash } from './clash.part.ts'
import { deskOfPlan, type PlanFound } from './plan-at.ts'
import { longestPart } from './text.form.ts'

export type TextShown = {
  readonly site: SiteChrome
  readonly found: PlanFound
  readonly part: 1 | 3
  /** Where it is kept, below the plan's address. */
  readonly path: string
  readonly heading: string
  readonly asks: string
  readonly hint: string | null
  readonly revision: number
  readonly values: FormValues
  readonly errors: FieldErrors
  readonly clash: Clash | null
}

/** One text of the plan to be written: an answer of part 1, or a list of part 3. */
export function textPage(shown: TextShown): Html {
  const { site, found, part, path, heading, asks, hint, revision, values, errors, clash } = shown
  const at = deskOfPlan(found.team.id, found.contract.year)
  const value = typed(values, 'text')
  const body = html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
${errorSummary(errors)}
<span class="govuk-caption-l">Plan ${found.contract.year}, ${found.team.name}, part ${part}</span>
<h1 class="govuk-heading-l">${heading}</h1>
${clash !== null && clashPart(clash)}
<form class="desk-form" method="post" action="${at}/${path}" novalidate>
<input type="hidden" name="revision" value="${revision}">
${textarea({ name: 'text', label: asks, hint: hint ?? undefined, value, error: errors['text'], rows: Math.min(24, Math.max(8, Math.ceil(value.length / 70))), most: longestPart })}
${button('Save')}
</form>
</div></div>`
  return page({
    title: `${heading} – plan ${found.contract.year}`,
    body,
    site,
    before: backLink(`${at}#part-${part}`, `Plan ${found.contract.year}`),
    mistaken: Object.keys(errors).length > 0,
  })
}
