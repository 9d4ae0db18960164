import type { Force, Team } from '#areas/area.ts'
import { roleInWords, type Person } from '#people/person.ts'
import { inWords, type Day } from '#platform/day.ts'
import { typed, typedDay, typedList, type FieldErrors, type FormValues } from '#platform/form.ts'
import {
  backLink,
  button,
  checkboxes,
  dateInput,
  errorSummary,
  input,
  insetText,
  notificationBanner,
  select,
  summaryList,
  textarea,
} from '#platform/govuk.ts'
import { html, type Html } from '#platform/html.ts'
import { page, type SiteChrome } from '#platform/page.ts'
import { mayFollow, standsAt, type RecommendationStep } from '#assessments/recommendations/recommendation.ts'
import { recommendationFacts } from '#assessments/recommendations/recommendations.page.ts'
import type { Recommendation } from '#assessments/recommendations/recommendations.sql.ts'
import type { Offered } from './evidence-offered.ts'
import { entryInWords } from './step-facts.part.ts'

export type FollowedUp = {
  readonly site: SiteChrome
  readonly force: Force
  readonly team: Team
  readonly today: Day
  readonly recommendation: Recommendation
  readonly offered: Offered
  readonly people: readonly Person[]
  readonly mayAct: boolean
  /** The id of the form, kept when it is shown again. */
  readonly id: string
  readonly values: FormValues
  readonly errors: FieldErrors
  readonly refused: string | null
}

/** One recommendation to a team: what shows that it is done, more time, another owner. */
export function followUpPage(shown: FollowedUp): Html {
  const { site, team, today, recommendation, errors, refused } = shown
  const title = 'Follow up a recommendation'
  const body = html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
${errorSummary(errors)}${refused !== null && notificationBanner(refused, { title: 'This was not kept' })}
<span class="govuk-caption-l">${team.name}</span>
<h1 class="govuk-heading-l">${title}</h1>
<p class="govuk-body-l">${recommendation.words}</p>
${summaryList(recommendationFacts(recommendation, today))}
${part(shown, 'closure proposed', 'closureWords', 'Say that it is done', closureForm)}
${part(shown, 'more time asked', 'timeWords', 'Ask for more time', timeForm)}
${part(shown, 'reassigned', 'ownerWords', 'Give it another owner', ownerForm)}
</div></div>`
  const mistaken = Object.keys(errors).length > 0
  const before = backLink(`/desk/${team.id}/recommendations`, 'Recommendations of the panel')
  return page({ title: `${title} – ${team.name}`, body, site, before, mistaken })
}

/** What may not be done now is not offered; what somebody typed for it meanwhile stays to be read and copied. */
function part(
  shown: FollowedUp,
  step: RecommendationStep,
  words: string,
  title: string,
  form: (shown: FollowedUp) => Html,
): Html | false {
  const { mayAct, recommendation, today, values } = shown
  if (mayAct && mayFollow(step, standsAt(recommendation, today)))
    return html`<h2 class="govuk-heading-m">${title}</h2>
${form(shown)}
`
  const lost = typed(values, words)
  return (
    lost !== '' &&
    html`<h2 class="govuk-heading-m">What you typed</h2>
${insetText(lost)}
`
  )
}

const formOf = ({ team, recommendation, id }: FollowedUp, path: string, fields: Html, press: string): Html =>
  html`<form class="desk-form" method="post" action="/desk/${team.id}/recommendations/${recommendation.id}/${path}" novalidate>
<input type="hidden" name="id" value="${id}">
${fields}
${button(press, { kind: 'secondary' })}
</form>`

function closureForm(shown: FollowedUp): Html {
  const { offered, values, errors, recommendation } = shown
  const entries = offered.entries.map((each) => ({
    value: String(each.entry),
    words: entryInWords(each),
    hint: `Entry ${each.entry}`,
  }))
  const promises = [
    { value: '', words: 'None' },
    ...offered.promises.map(({ ref, text }) => ({ value: ref, words: shortened(`${ref} ${text}`) })),
  ]
  const fields = html`<p class="govuk-body">The panel would take as proof: ${recommendation.closedBy}</p>
${entries.length > 0 && checkboxes({ name: 'entries', legend: 'Which evidence shows it?', hint: 'The newest of this standard, as the ledger has it.', choices: entries, values: typedList(values, 'entries'), error: errors['entries'], size: 's', small: true })}
${input({ name: 'others', id: entries.length === 0 && errors['entries'] ? 'entries' : 'others', label: entries.length === 0 ? 'Which entries of the ledger show it?' : 'Other entries of the ledger', hint: 'By their numbers, such as 1204, 1310.', value: typed(values, 'others'), error: errors['others'] ?? (entries.length === 0 ? errors['entries'] : undefined), size: 's' })}
${promises.length > 1 && select({ name: 'promise', label: 'Or which promise of the contract takes it up?', choices: promises, value: typed(values, 'promise'), error: errors['promise'], size: 's' })}
${textarea({ name: 'closureWords', label: 'What does the public read?', value: typed(values, 'closureWords'), error: errors['closureWords'], rows: 3, size: 's' })}`
  return formOf(shown, 'closure', fields, 'Propose to close it')
}

/** A list to choose from is no wider than a phone. */
const shortened = (words: string): string => (words.length > 60 ? `${words.slice(0, 58).trimEnd()} …` : words)

function timeForm(shown: FollowedUp): Html {
  const { values, errors, recommendation } = shown
  const fields = html`<p class="govuk-body">It is due by ${inWords(recommendation.dueOn)}, and that holds until the panel gives more time. The public reads what you ask for.</p>
${dateInput({ name: 'until', legend: 'Until when do you need?', value: typedDay(values, 'until'), error: errors['until'], size: 's' })}
${textarea({ name: 'timeWords', label: 'Why do you need more time?', value: typed(values, 'timeWords'), error: errors['timeWords'], rows: 2, size: 's' })}`
  return formOf(shown, 'time', fields, 'Ask for more time')
}

function ownerForm(shown: FollowedUp): Html {
  const { people, values, errors, recommendation } = shown
  const others = people.filter(({ id }) => id !== recommendation.ownerId)
  const choices = [
    { value: '', words: 'Choose' },
    ...others.map(({ id, name, role }) => ({ value: id, words: `${name}, ${roleInWords[role]}` })),
  ]
  const fields = html`${select({ name: 'ownerId', label: 'Who owns it from now on?', choices, value: typed(values, 'ownerId'), error: errors['ownerId'], size: 's' })}
${textarea({ name: 'ownerWords', label: 'Why does the owner change?', hint: 'The public reads that the owner changed, and not why.', value: typed(values, 'ownerWords'), error: errors['ownerWords'], rows: 2, size: 's' })}`
  return formOf(shown, 'owner', fields, 'Give it to them')
}
