import type { Neighbourhood, Team } from '#areas/area.ts'
import { errorsSaid, typed, type FieldErrors, type FormValues } from '#platform/form.ts'
import { backLink, button, errorSummary, input, insetText, select, textarea, warningText } from '#platform/govuk.ts'
import { html, type Html } from '#platform/html.ts'
import { sayIn, type Say } from '#platform/language/say.ts'
import { daysToSayYes, mostAskedInADay } from '#platform/mail/ask-first.ts'
import { page, type SiteChrome } from '#platform/page.ts'
import { stampedFields } from '#platform/stamped-fields.ts'
import { daysAfterAnswer, daysUnanswered } from '#priorities/concern.ts'

type About = { readonly site: SiteChrome; readonly team: Team }
type Shown = About & {
  readonly neighbourhoods: readonly Neighbourhood[]
  readonly id: string
  readonly stamp: string
  readonly values: FormValues
  readonly errors: FieldErrors
}

/** Where a resident says what matters to them, without an account. */
export function tellUsPage(shown: Shown): Html {
  const { site, team, id, stamp } = shown
  const say = sayIn(site.language)
  const errors = errorsSaid(shown.errors, say)
  const body = html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
${errorSummary(errors, say)}
<h1 class="govuk-heading-l"><span class="govuk-caption-l">${say`${team.name} neighbourhood policing team`}</span> ${say`Tell us what matters to you`}</h1>
${warningText(say`This is not for emergencies or for reporting crime, and nobody reads it at once. Call 999 in an emergency, 101 otherwise.`, say.text`Warning`)}
<p class="govuk-body">${say`Tell us what worries you where you live. An officer reads it, and decides what we do about it. We do not ask who you are.`}</p>
<form method="post" action="/${team.id}/tell-us" novalidate>
${stampedFields({ id, stamp }, say)}${questions({ ...shown, errors }, say)}
${button(say`Send`)}
</form>
<h2 class="govuk-heading-s">${say`What happens to your e-mail address`}</h2>
<p class="govuk-body">${say`It is kept apart from what you say, used for the answer alone, and deleted ${daysAfterAnswer} days after it, or after ${daysUnanswered} days in any case. If you do not say yes, it is deleted after ${daysToSayYes} days.`}</p>
</div></div>`
  return page({
    title: say.text`Tell us what matters to you – ${team.name}`,
    body,
    site,
    before: backLink(`/${team.id}`, team.name, say),
    description: say.text`Tell ${team.name} neighbourhood policing team what matters to you where you live.`,
    mistaken: Object.keys(errors).length > 0,
  })
}

function questions({ values, errors, neighbourhoods }: Shown, say: Say): Html {
  const field = (name: string) => ({ name, value: typed(values, name), error: errors[name], say, size: 's' as const })
  const places = neighbourhoods.map(({ id, name }) => ({ value: id, words: name }))
  return html`${textarea({ ...field('words'), label: say`What matters to you?`, hint: say`Up to 1,000 characters. Please name nobody.`, rows: 6 })}
${input({ ...field('place'), label: say`Where is it? (optional)`, hint: say`For example a street, a park or a village` })}
${
  places.length > 1 &&
  select({
    ...field('neighbourhood'),
    label: say`In which neighbourhood? (optional)`,
    choices: [{ value: '', words: say.text`I do not know` }, ...places],
  })
}
${input({ ...field('address'), label: say`Your e-mail address, if we should tell you what came of it (optional)`, hint: say`We send it one mail, with a link by which you say yes; no more than ${mostAskedInADay} such mails a day.`, type: 'email', autocomplete: 'email' })}`
}

/** What somebody reads who has told us. */
export function thanksPage({ site, team }: About): Html {
  const say = sayIn(site.language)
  const body = html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-l">${say`Thank you for telling us`}</h1>
<p class="govuk-body">${say`An officer of ${team.name} reads it and decides what we do about it.`}</p>
<p class="govuk-body">${say`If you left an e-mail address, we have sent it a mail with a link. Open it within seven days and say yes, and we tell you what came of it: before that we tell you nothing.`}</p>
${insetText(say`If you meant to report a crime: call 999 in an emergency, 101 otherwise.`)}
<p class="govuk-body"><a class="govuk-link" href="/${team.id}/you-said-we-did">${say`What others said, and what we did`}</a></p>
</div></div>`
  return page({ title: say.text`Thank you for telling us – ${team.name}`, body, site })
}
