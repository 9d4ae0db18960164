import { errorsSaid, typed, type FieldErrors, type FormValues } from '#platform/form.ts'
import { backLink, button, errorSummary, notificationBanner, textarea } from '#platform/govuk.ts'
import { html, type Html } from '#platform/html.ts'
import { sayIn } from '#platform/language/say.ts'
import { page } from '#platform/page.ts'
import { notForReports, type PanelShown } from '../members/panel.page.ts'
import type { ContractLine } from '../sittings/sittings.sql.ts'

type Shown = PanelShown & {
  readonly contract: ContractLine
  readonly values: FormValues
  readonly errors: FieldErrors
  readonly refused: string | null
}

/** Where a member who sees it differently writes what is to be read beside the outcome. */
export function ownWordsPage(shown: Shown): Html {
  const { site, path, contract, values, refused } = shown
  const say = sayIn(site.language)
  const errors = errorsSaid(shown.errors, say)
  const title = say.text`Your own words beside the outcome`
  const back = `${path}/contracts/${contract.slug}`
  const body = html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
${errorSummary(errors, say)}${refused !== null && notificationBanner(say.told(refused), { title: say.text`This was not kept` })}
<h1 class="govuk-heading-l"><span class="govuk-caption-l">${contract.teamName}</span> ${title}</h1>
<p class="govuk-body">${say`If you see it differently from others, it can be read in public beside the outcome, without your name. Whoever convened the sitting looks first whether it names anybody. If it is not published, you read here why.`}</p>
${notForReports(say)}
<form method="post" action="${back}/words" novalidate>
<input type="hidden" name="id" value="${typed(values, 'id')}">
${textarea({ name: 'words', label: say`What should be read beside the outcome?`, hint: say`Up to 1,000 characters. Please name nobody.`, value: typed(values, 'words'), error: errors['words'], say, rows: 6, size: 's' })}
${button(say`Keep my words`)}
</form>
</div></div>`
  const before = backLink(back, say`${contract.teamName}: the contract of ${shown.sitting.year}`, say)
  return page({ title, body, site, before, mistaken: Object.keys(errors).length > 0 })
}
