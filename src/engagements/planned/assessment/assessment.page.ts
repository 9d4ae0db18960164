import type { Team } from '#areas/area.ts'
import { inWords } from '#platform/day.ts'
import { typed, type FieldErrors, type FormValues } from '#platform/form.ts'
import { backLink, button, errorSummary, input, radios } from '#platform/govuk.ts'
import { html, type Html } from '#platform/html.ts'
import { page, type SiteChrome } from '#platform/page.ts'
import type { Answered } from './assessment.ts'
import { datesField } from '../plan-fields.page.ts'
import type { PlannedEngagement } from '../planned-engagement.ts'

type Shown = {
  readonly site: SiteChrome
  readonly team: Team
  readonly planned: PlannedEngagement
  readonly criteria: readonly string[]
  readonly values: FormValues
  readonly errors: FieldErrors
}

/** The questions by which it is judged whether an engagement is worth holding (D10.1). */
export function assessmentPage({ site, team, planned, criteria, values, errors }: Shown): Html {
  const back = `/desk/${team.id}/events/${planned.id}`
  const body = html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
${errorSummary(errors)}
<span class="govuk-caption-l">${planned.title}, ${inWords(planned.heldOn)}</span>
<h1 class="govuk-heading-l">Is it worth holding?</h1>
<p class="govuk-body">Once every question is answered, it counts as planned with the assessment criteria.</p>
<form class="desk-form" method="post" action="${back}/assessment" novalidate>
${criteria.map((question, n) => asked(question, n, values, errors))}
${datesField(planned, 'dates-assessment', values)}
${button('Save the answers')}
</form>
</div></div>`
  return page({
    title: `Is it worth holding? – ${planned.title}`,
    body,
    site,
    before: backLink(back, planned.title),
    mistaken: Object.keys(errors).length > 0,
  })
}

const asked = (question: string, n: number, values: FormValues, errors: FieldErrors): Html =>
  html`<input type="hidden" name="asked-${n}" value="${question}">
${radios({
  name: `met-${n}`,
  legend: question,
  choices: [
    { value: 'yes', words: 'Yes' },
    { value: 'no', words: 'No' },
  ],
  value: typed(values, `met-${n}`),
  error: errors[`met-${n}`],
  inline: true,
  small: true,
  size: 's',
})}
${input({
  name: `note-${n}`,
  label: html`Why? (optional)<span class="govuk-visually-hidden"> ${question}</span>`,
  value: typed(values, `note-${n}`),
  error: errors[`note-${n}`],
})}
`

/** Answers that were given, as the form would send them. */
export function answeredAs(criteria: readonly string[], answers: readonly Answered[]): FormValues {
  const fields = criteria.flatMap((question, n) => {
    const answer = answers.find((one) => one.question === question)
    return answer ? [[`met-${n}`, answer.met ? 'yes' : 'no'] as const, [`note-${n}`, answer.note] as const] : []
  })
  return Object.fromEntries(fields)
}
