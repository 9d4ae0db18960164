import type { FieldErrors } from '#platform/form.ts'
import { backLink, errorSummary } from '#platform/govuk.ts'
import { html, type Html } from '#platform/html.ts'
import { page, type SiteChrome } from '#platform/page.ts'
import { clashPart, type Clash } from './clash.part.ts'
import { deskOfPlan, type PlanFound } from './plan-at.ts'

/** What every form of a plan is shown with. */
export type PlanFormShown = {
  readonly site: SiteChrome
  readonly found: PlanFound
  readonly errors: FieldErrors
  readonly clash: Clash | null
}

type Parts = {
  readonly title: string
  /** Where it is sent, below the plan's address. */
  readonly path: string
  /** The part of the plan's page to which it leads back. */
  readonly backTo: string
  /** Its fields and buttons. */
  readonly fields: Html
  readonly after?: Html | false
}

/** A page with one form about one thing of a plan. */
export function planFormPage({ site, found, errors, clash }: PlanFormShown, parts: Parts): Html {
  const { title, path, backTo, fields, after = false } = parts
  const { team, contract } = found
  const at = deskOfPlan(team.id, contract.year)
  const body = html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
${errorSummary(errors)}
<span class="govuk-caption-l">Plan ${contract.year}, ${team.name}</span>
<h1 class="govuk-heading-l">${title}</h1>
${clash !== null && clashPart(clash)}
<form class="desk-form" method="post" action="${at}/${path}" novalidate>
${fields}
</form>
${after}
</div></div>`
  return page({
    title: `${title} – plan ${contract.year}`,
    body,
    site,
    before: backLink(`${at}#${backTo}`, `Plan ${contract.year}`),
    mistaken: Object.keys(errors).length > 0,
  })
}
