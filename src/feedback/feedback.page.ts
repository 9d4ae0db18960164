import type { Team } from '#areas/area.ts'
import type { PlannedEngagement } from '#engagements/planned/planned-engagement.ts'
import { inWords, weekdayInWords } from '#platform/day.ts'
import { typed, type FieldErrors, type FormValues } from '#platform/form.ts'
import { backLink, button, errorSummary, insetText, radios, textarea, warningText } from '#platform/govuk.ts'
import { html, joined, type Html } from '#platform/html.ts'
import { page, type SiteChrome } from '#platform/page.ts'
import { points, trap } from './feedback.form.ts'

type About = { readonly site: SiteChrome; readonly team: Team; readonly planned: PlannedEngagement }

type Shown = About & {
  readonly id: string
  readonly stamp: string
  readonly values: FormValues
  readonly errors: FieldErrors
}

/** Three questions for whoever came, without an account. */
export function feedbackPage(shown: Shown): Html {
  const { site, team, planned, errors } = shown
  const body = html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
${errorSummary(errors)}
<h1 class="govuk-heading-l"><span class="govuk-caption-l">${nameOf(planned)}</span> How was it?</h1>
${notForReports}
<p class="govuk-body">Three questions. We do not ask who you are, and nothing tells us. ${team.name} neighbourhood policing team reads what you say.</p>
<form method="post" action="/${team.id}/events/${planned.id}/feedback" novalidate>
<input type="hidden" name="id" value="${shown.id}"><input type="hidden" name="stamp" value="${shown.stamp}">
${questions(shown)}
<div class="govuk-visually-hidden" aria-hidden="true"><label for="${trap}">Leave this empty</label><input id="${trap}" name="${trap}" type="text" tabindex="-1" autocomplete="off"></div>
${button('Send')}
</form>
</div></div>`
  return page({
    title: `How was it? – ${planned.title}`,
    body,
    site,
    before: backLink(`/${team.id}/events/${planned.id}`, planned.title),
    mistaken: Object.keys(errors).length > 0,
  })
}

const worth = { '5': 'Very much', '4': 'Yes', '3': 'Partly', '2': 'Not really', '1': 'Not at all' } as const

function questions({ values, errors }: Shown): Html {
  const choices = points.map((value) => ({ value, words: worth[value] }))
  const asked = (name: string, legend: string) =>
    radios({ name, legend, choices, value: typed(values, name), error: errors[name], size: 'm' })
  return joined([
    asked('worthwhile', 'Was it worth your time?'),
    asked('listenedTo', 'Did you feel listened to?'),
    textarea({
      name: 'words',
      label: 'What should we do differently? (optional)',
      hint: 'Up to 500 characters. Please name nobody.',
      value: typed(values, 'words'),
      error: errors['words'],
      rows: 5,
      size: 'm',
    }),
  ])
}

const notForReports = warningText(
  'This is not for reporting crime, and nobody reads it at once. Call 999 in an emergency, 101 otherwise.',
)

/** What somebody reads who has answered. */
export function thanksPage({ site, team, planned }: About): Html {
  const body = html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-l"><span class="govuk-caption-l">${nameOf(planned)}</span> Thank you</h1>
<p class="govuk-body">We have what you said, and not who you are. How many answered, and the points they gave, count towards what ${team.name} promised.</p>
${insetText('If you meant to report a crime: call 999 in an emergency, 101 otherwise.')}
<p class="govuk-body"><a class="govuk-link" href="/${team.id}">See what ${team.name} promised, and how it stands</a></p>
</div></div>`
  return page({ title: `Thank you – ${planned.title}`, body, site })
}

/** Why nobody can answer now; with when they can or could. */
export function closedPage({ site, team, planned, why }: About & { readonly why: string }): Html {
  const body = html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-l"><span class="govuk-caption-l">${nameOf(planned)}</span> Nobody is asked about this now</h1>
<p class="govuk-body">${why}</p>
<p class="govuk-body"><a class="govuk-link" href="/${team.id}/events">See where you can talk to ${team.name} next</a></p>
</div></div>`
  return page({ title: `Nobody is asked about this now – ${planned.title}`, body, site })
}

const nameOf = ({ title, heldOn }: PlannedEngagement): string =>
  `${title}, ${weekdayInWords(heldOn)} ${inWords(heldOn)}`
