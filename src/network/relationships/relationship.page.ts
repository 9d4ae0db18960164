import type { Team } from '#areas/area.ts'
import { inWords, type Day } from '#platform/day.ts'
import { typed, typedDay, type FieldErrors, type FormValues } from '#platform/form.ts'
import { backLink, button, dateInput, errorSummary, input, radios, select, textarea } from '#platform/govuk.ts'
import { html, type Html } from '#platform/html.ts'
import { page, type SiteChrome } from '#platform/page.ts'
import { capitalised } from '#platform/capitalised.ts'
import { contactList } from '../contacts/contact-list.page.ts'
import type { ContactLine } from '../contacts.sql.ts'
import { networkOf } from '../keeper-at.ts'
import { levelInWords, levels } from '../relationship.ts'
import type { RelationshipLine } from '../relationships.sql.ts'
import type { Review } from '../review-relationship.ts'
import { relationshipFacts } from './relationship-facts.page.ts'

type Shown = {
  readonly site: SiteChrome
  readonly team: Team
  readonly today: Day
  readonly line: RelationshipLine
  /** Where the person or organisation of it is shown, with their name; null for a post that nobody holds. */
  readonly whom: { readonly href: string; readonly words: string } | null
  readonly contacts: readonly ContactLine[]
  readonly reviews: readonly Review[]
  readonly reviewId: string
  readonly values: FormValues
  readonly errors: FieldErrors
}

/** What a team keeps up with one subject: the level agreed, what passed between them, and the yearly look at what came of it. */
export function relationshipPage(shown: Shown): Html {
  const { site, team, today, line, whom, contacts, errors } = shown
  const body = html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
${errorSummary(errors)}
<span class="govuk-caption-l">Keeping in touch · ${team.name}</span>
<h1 class="govuk-heading-l">${line.label}</h1>
${whom && html`<p class="govuk-body"><a class="govuk-link" href="${whom.href}"><bdi>${whom.words}</bdi></a></p>`}
${relationshipFacts(line, today)}
<h2 class="govuk-heading-m">Contacts</h2>
${contactList(team.id, contacts)}
${agreeForm(shown)}
${reviewForm(shown)}
</div></div>`
  return page({
    title: `${line.label} – ${team.name}`,
    body,
    site,
    before: backLink(networkOf(team.id), 'Network'),
    mistaken: Object.keys(errors).length > 0,
  })
}

function agreeForm({ team, line, values, errors }: Shown): Html {
  const field = (name: string) => ({ name, value: typed(values, name), error: errors[name], size: 's' as const })
  return html`<section aria-labelledby="agree"><h2 class="govuk-heading-m" id="agree">Agree the level of contact</h2>
<form class="desk-form" method="post" action="${networkOf(team.id)}/relationships/${line.id}/agree" novalidate>
${radios({
  ...field('every'),
  legend: 'How often?',
  choices: [
    ...levels.map((value) => ({ value, words: capitalised(levelInWords(value)) })),
    { value: 'another', words: 'Another number of weeks or months, as below' },
  ],
  small: true,
})}
${input({ ...field('number'), label: 'If another number, how many? (optional)', numeric: true, width: '3' })}
${select({
  ...field('unit'),
  label: 'Weeks or months? (optional)',
  choices: ['weeks', 'months'].map((value) => ({ value, words: capitalised(value) })),
})}
${radios({
  ...field('with'),
  legend: 'Who agreed it?',
  choices: [
    { value: 'both', words: 'They and we' },
    { value: 'us alone', words: 'We alone', hint: 'They were not asked, or did not answer.' },
  ],
  small: true,
})}
${dateInput({ name: 'on', legend: 'On which day?', value: typedDay(values, 'on'), error: errors['on'], size: 's' })}
${button('Save the level', { kind: 'secondary' })}
</form></section>`
}

const worths = [
  { value: 'yes', words: 'Yes' },
  { value: 'partly', words: 'Partly' },
  { value: 'no', words: 'No' },
]

function reviewForm({ team, line, values, errors, reviews, reviewId }: Shown): Html {
  const field = (name: string) => ({ name, value: typed(values, name), error: errors[name], size: 's' as const })
  return html`<section aria-labelledby="review"><h2 class="govuk-heading-m" id="review">Review what came of it</h2>
<p class="govuk-body">Once a year, in three answers.</p>
<form class="desk-form" method="post" action="${networkOf(team.id)}/relationships/${line.id}/review" novalidate>
<input type="hidden" name="id" value="${reviewId}">
${textarea({ ...field('cameOfIt'), label: 'What came of it?', rows: 3 })}
${radios({ ...field('worthIt'), legend: 'Was it worth the time, for them and for us?', choices: worths, small: true })}
${textarea({ ...field('toChange'), label: 'What should change?', rows: 3 })}
${button('Save the review', { kind: 'secondary' })}
</form>
${reviews.length > 0 && html`<h3 class="govuk-heading-s">Reviews before</h3>`}
${reviews.map(
  ({ on, cameOfIt, worthIt, toChange }) => html`<dl class="facts">
<dt>${inWords(on)}</dt><dd>Worth it: ${worthIt}</dd>
<dt>What came of it</dt><dd>${cameOfIt}</dd>
<dt>To change</dt><dd>${toChange}</dd>
</dl>
`,
)}</section>`
}
