import type { Team } from '#areas/area.ts'
import { inWords } from '#platform/day.ts'
import { typed, typedList, type FieldErrors, type FormValues } from '#platform/form.ts'
import { backLink, button, checkboxes, errorSummary, input } from '#platform/govuk.ts'
import { html, joined, type Html } from '#platform/html.ts'
import { page, type SiteChrome } from '#platform/page.ts'
import type { Engagement } from '../engagement.ts'
import { qualityFields } from './close-out-fields.page.ts'

/** The three tiers of people met, or that nobody took a figure. */
export const footfallFields = (values: FormValues, errors: FieldErrors): Html =>
  html`<fieldset class="govuk-fieldset">
<legend class="govuk-fieldset__legend govuk-fieldset__legend--s">How many people?</legend>
${tierFields(values, errors)}
${checkboxes({
  name: 'footfall',
  legend: html`<span class="govuk-visually-hidden">Or no figure</span>`,
  choices: [
    { value: 'none', words: 'Nobody took a figure', hint: 'You can add it later. Unknown is never counted as none.' },
  ],
  values: typedList(values, 'footfall'),
  error: errors['footfall'],
  small: true,
})}
</fieldset>
`

/** The figures alone, for an engagement that was held but not closed. */
export const tierFields = (values: FormValues, errors: FieldErrors): Html =>
  joined([
    html`<div class="tally" data-tally>`,
    joined(
      tiers.map(({ name, label, hint }) =>
        input({ name, label, hint, value: typed(values, name), error: errors[name], numeric: true, width: '5' }),
      ),
    ),
    html`</div>`,
  ])

const tiers = [
  { name: 'reached', label: 'Reached', hint: 'All who saw you or passed by' },
  { name: 'spokeWith', label: 'Spoke with', hint: undefined },
  { name: 'raisedAConcern', label: 'Raised a concern', hint: undefined },
] as const

type Shown = {
  readonly site: SiteChrome
  readonly team: Team
  readonly engagement: Engagement
  readonly values: FormValues
  readonly errors: FieldErrors
}

/** The page that closes an engagement which was recorded without a figure. */
export function footfallPage({ site, team, engagement, values, errors }: Shown): Html {
  const body = html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
${errorSummary(errors)}
<span class="govuk-caption-l">${engagement.title}, ${inWords(engagement.heldOn)}</span>
<h1 class="govuk-heading-l">How many people?</h1>
<p class="govuk-body">${engagement.place}. A fair guess is better than nothing; leave a box empty where nobody can say.</p>
<form class="desk-form" method="post" action="/desk/${team.id}/engagements/${engagement.id}/footfall" novalidate>
<input type="hidden" name="footfall" value="counted">
${tierFields(values, errors)}
${qualityFields(values)}
${button('Save the figures')}
</form>
</div></div>`
  return page({
    title: 'How many people?',
    body,
    site,
    before: backLink(`/desk/${team.id}`, 'This week'),
    mistaken: Object.keys(errors).length > 0,
    assets: ['tally.js'],
  })
}
