import type { Team } from '#areas/area.ts'
import type { PlannedEngagement } from '#engagements/planned/planned-engagement.ts'
import { errorsSaid, typed, type FieldErrors, type FormValues } from '#platform/form.ts'
import { backLink, button, errorSummary, insetText, radios, textarea, warningText } from '#platform/govuk.ts'
import { html, joined, type Html } from '#platform/html.ts'
import { sayIn, type Say } from '#platform/language/say.ts'
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
  const { site, team, planned } = shown
  const say = sayIn(site.language)
  const errors = errorsSaid(shown.errors, say)
  const body = html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
${errorSummary(errors, say)}
<h1 class="govuk-heading-l"><span class="govuk-caption-l">${nameOf(planned, say)}</span> ${say`How was it?`}</h1>
${notForReports(say)}
<p class="govuk-body">${say`Three questions. We do not ask who you are, and nothing tells us. ${team.name} neighbourhood policing team reads what you say.`}</p>
<form method="post" action="/${team.id}/events/${planned.id}/feedback" novalidate>
<input type="hidden" name="id" value="${shown.id}"><input type="hidden" name="stamp" value="${shown.stamp}">
${questions({ ...shown, errors }, say)}
<div class="govuk-visually-hidden" aria-hidden="true"><label for="${trap}">${say`Leave this empty`}</label><input id="${trap}" name="${trap}" type="text" tabindex="-1" autocomplete="off"></div>
${button(say`Send`)}
</form>
</div></div>`
  return page({
    title: say.text`How was it? – ${planned.title}`,
    body,
    site,
    before: backLink(`/${team.id}/events/${planned.id}`, say.own(planned.title), say),
    mistaken: Object.keys(errors).length > 0,
  })
}

const worth = { '5': 'Very much', '4': 'Yes', '3': 'Partly', '2': 'Not really', '1': 'Not at all' } as const

function questions({ values, errors }: Shown, say: Say): Html {
  const choices = points.map((value) => ({ value, words: say.word(worth[value]) }))
  const asked = (name: string, legend: Html) =>
    radios({ name, legend, choices, value: typed(values, name), error: errors[name], say, size: 'm' })
  return joined([
    asked('worthwhile', say`Was it worth your time?`),
    asked('listenedTo', say`Did you feel listened to?`),
    textarea({
      name: 'words',
      label: say`What should we do differently? (optional)`,
      hint: say`Up to 500 characters. Please name nobody.`,
      value: typed(values, 'words'),
      error: errors['words'],
      say,
      rows: 5,
      size: 'm',
    }),
  ])
}

const notForReports = (say: Say): Html =>
  warningText(
    say`This is not for reporting crime, and nobody reads it at once. Call 999 in an emergency, 101 otherwise.`,
    say.text`Warning`,
  )

/** What somebody reads who has answered. */
export function thanksPage({ site, team, planned }: About): Html {
  const say = sayIn(site.language)
  const body = html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-l"><span class="govuk-caption-l">${nameOf(planned, say)}</span> ${say`Thank you`}</h1>
<p class="govuk-body">${say`We have what you said, and not who you are. How many answered, and the points they gave, count towards what ${team.name} promised.`}</p>
${insetText(say`If you meant to report a crime: call 999 in an emergency, 101 otherwise.`)}
<p class="govuk-body"><a class="govuk-link" href="/${team.id}">${say`See what ${team.name} promised, and how it stands`}</a></p>
</div></div>`
  return page({ title: say.text`Thank you – ${planned.title}`, body, site })
}

/** Why nobody can answer now; with when they can or could. */
export function closedPage({ site, team, planned, why }: About & { readonly why: string }): Html {
  const say = sayIn(site.language)
  const body = html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-l"><span class="govuk-caption-l">${nameOf(planned, say)}</span> ${say`Nobody is asked about this now`}</h1>
<p class="govuk-body">${why}</p>
<p class="govuk-body"><a class="govuk-link" href="/${team.id}/events">${say`See where you can talk to ${team.name} next`}</a></p>
</div></div>`
  return page({ title: say.text`Nobody is asked about this now – ${planned.title}`, body, site })
}

const nameOf = ({ title, heldOn }: PlannedEngagement, say: Say): Html =>
  html`${say.own(title)}, ${say.weekday(heldOn)} ${say.day(heldOn)}`
