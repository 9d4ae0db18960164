import { capitalised } from '#platform/capitalised.ts'
import { inWords } from '#platform/day.ts'
import { typed } from '#platform/form.ts'
import { backLink, button, errorSummary, input, notificationBanner, textarea } from '#platform/govuk.ts'
import { html, type Html } from '#platform/html.ts'
import { page } from '#platform/page.ts'
import { communities } from './record.form.ts'
import { addressOf, type SittingShown } from './sitting-shown.ts'

type Shown = Pick<SittingShown, 'site' | 'force' | 'sitting' | 'values' | 'errors' | 'refused'>

/** Who came to a sitting, by the community for which they spoke, and its minutes. */
export function recordPage(shown: Shown): Html {
  const { site, sitting, values, errors, refused } = shown
  const title = 'Who came, and the minutes'
  const at = addressOf(shown)
  const back = `${capitalised(sitting.panel)} of ${inWords(sitting.heldOn)}`
  const body = html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
${errorSummary(errors)}${refused !== null && notificationBanner(refused, { title: 'This was not kept' })}
<span class="govuk-caption-l">${back}</span>
<h1 class="govuk-heading-l">${title}</h1>
<form class="desk-form" method="post" action="${at}/record" novalidate>
<h2 class="govuk-heading-m">How many came who speak for them?</h2>
<p class="govuk-body">Count each person once. In public, numbers under 5 are withheld, and others with them where they would give those away.</p>
${communities.map((community, n) => input({ name: `people-${n}`, label: capitalised(community), value: typed(values, `people-${n}`), error: errors[`people-${n}`], numeric: true, width: '4' }))}
${textarea({ name: 'minutes', label: 'Minutes', hint: 'They are published when the sitting is closed. Please name nobody.', value: typed(values, 'minutes'), error: errors['minutes'], rows: 12, size: 'm' })}
${button('Keep this')}
</form>
</div></div>`
  return page({ title, body, site, before: backLink(at, back), mistaken: Object.keys(errors).length > 0 })
}
