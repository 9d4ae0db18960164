import type { Team } from '#areas/area.ts'
import { errorsSaid, typed, type FieldErrors, type FormValues } from '#platform/form.ts'
import {
  backLink,
  button,
  errorSummary,
  insetText,
  radios,
  summaryList,
  textarea,
  warningText,
} from '#platform/govuk.ts'
import { html, type Html } from '#platform/html.ts'
import { sayIn, type Say } from '#platform/language/say.ts'
import { page, type SiteChrome } from '#platform/page.ts'
import type { Handed } from './hold-survey.ts'
import { statements, surveyQuestions } from './survey.ts'

const answerWords = [
  { value: 'agree', words: 'I agree' },
  { value: 'neither', words: 'Neither' },
  { value: 'disagree', words: 'I disagree' },
] as const

type Asked = {
  readonly site: SiteChrome
  readonly teamName: string
  readonly action: string
  readonly values: FormValues
  readonly errors: FieldErrors
}

/** Three statements for a councillor, without an account. */
export function replyPage({ site, teamName, action, values, errors: found }: Asked): Html {
  const say = sayIn(site.language)
  const errors = errorsSaid(found, say)
  const body = html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
${errorSummary(errors, say)}
<h1 class="govuk-heading-l"><span class="govuk-caption-l">${say`${teamName} neighbourhood policing team`}</span> ${say`What do you say of us?`}</h1>
<p class="govuk-body">${say`You are asked as a councillor. We keep how many answered what, and not who. You can answer once.`}</p>
${emergency(say)}
<form class="desk-form" method="post" action="${action}" novalidate>
${surveyQuestions.map((question) =>
  radios({
    name: question.replaceAll(' ', '-'),
    legend: say.word(statements[question]),
    choices: answerWords.map(({ value, words }) => ({ value, words: say.word(words) })),
    value: typed(values, question.replaceAll(' ', '-')),
    error: errors[question.replaceAll(' ', '-')],
    say,
    size: 'm',
  }),
)}
${textarea({
  name: 'words',
  label: say`Is there anything in your area that we should look into? (optional)`,
  hint: say`Name nobody. The team reads it without knowing who wrote it, so nobody can answer you.`,
  value: typed(values, 'words'),
  error: errors['words'],
  rows: 3,
  say,
  size: 'm',
})}
${button(say`Send`)}
</form>
</div></div>`
  const title = say.text`What do you say of us? – ${teamName}`
  return page({ title, body, site, head: unlisted, mistaken: Object.keys(errors).length > 0 })
}

const emergency = (say: Say): Html =>
  warningText(
    say`This is not for emergencies, and nobody reads it at once. Call 999 in an emergency, 101 otherwise.`,
    say.text`Warning`,
  )

/** The address holds a secret, so it must not travel on nor be listed. */
const unlisted = html`<meta name="robots" content="noindex"><meta name="referrer" content="no-referrer">`

/** What a councillor reads who has answered, or can no more. */
export function repliedPage({ site, title, words }: { site: SiteChrome; title: string; words: string }): Html {
  const say = sayIn(site.language)
  const body = html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-l">${say.word(title)}</h1>
<p class="govuk-body">${say.word(words)}</p>
${insetText(say`This is not for emergencies: call 999 in an emergency, 101 otherwise.`)}
</div></div>`
  return page({ title: say.word(title), body, site, head: unlisted })
}

/** The links of those who have no e-mail address, shown once: nobody can look them up again. */
export function handedPage({ site, team, handed }: { site: SiteChrome; team: Team; handed: readonly Handed[] }): Html {
  const mailed = handed.filter((one) => one.mailed).length
  const byHand = handed.filter((one) => !one.mailed)
  const links = summaryList(
    byHand.map(({ name, address }) => ({
      key: html`<bdi>${name}</bdi>`,
      value: html`<a class="govuk-link council-link" href="${address}">${address}</a>`,
    })),
  )
  const body = html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<span class="govuk-caption-l">${team.name}</span>
<h1 class="govuk-heading-l">The councillors are asked</h1>
<p class="govuk-body">${mailed === 0 ? 'Nobody has an e-mail address, so no mail goes out.' : `A mail with a link is on its way to ${mailed === 1 ? 'one councillor' : `${mailed} councillors`}.`}</p>
${
  byHand.length > 0 &&
  html`<h2 class="govuk-heading-m">To be handed over</h2>
<p class="govuk-body">Copy these links now: they are shown once. Each works once, for 60 days.</p>
${links}`
}
<p class="govuk-body"><a class="govuk-link" href="/desk/${team.id}/councils">Councils</a></p>
</div></div>`
  const title = `The councillors are asked – ${team.name}`
  return page({ title, body, site, before: backLink(`/desk/${team.id}/councils`, 'Councils') })
}
