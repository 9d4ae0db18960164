import type { Team } from '#areas/area.ts'
import type { PlannedEngagement } from '#engagements/planned/planned-engagement.ts'
import { inWords, weekdayInWords } from '#platform/day.ts'
import { typed, typedList, type FieldErrors, type FormValues } from '#platform/form.ts'
import { backLink, button, checkboxes, errorSummary, input, insetText, radios } from '#platform/govuk.ts'
import { html, type Html } from '#platform/html.ts'
import { page, type SiteChrome } from '#platform/page.ts'
import { mostAskedInADay, offered, type Follows } from './follower.ts'

type Shown = {
  readonly site: SiteChrome
  readonly team: Team
  /** The event beside which it was asked; null for all of a team's dates. */
  readonly planned: PlannedEngagement | null
  /** Where the form stands and is sent. */
  readonly path: string
  readonly values: FormValues
  readonly errors: FieldErrors
  /** False where nobody has said yet by which server mail goes out. */
  readonly sendsMail: boolean
}

/** Where a resident asks to be told when plans change, and why an address is asked for. */
export function followPage({ site, team, planned, path, values, errors, sendsMail }: Shown): Html {
  const body = html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
${errorSummary(errors)}
<span class="govuk-caption-l">${planned === null ? `${team.name} neighbourhood policing team` : eventInWords(planned)}</span>
<h1 class="govuk-heading-l">Tell me if this changes</h1>
<p class="govuk-body">We write to you when a date that you follow is moved or cancelled. You need no account.</p>
${insetText('This form does not reach a police officer. To report a crime call 101, or 999 in an emergency.')}
${!sendsMail && insetText('This site cannot send mail at the moment. What you ask for here waits until it can.')}
<form method="post" action="${path}" novalidate>
${input({ name: 'address', label: 'Your e-mail address', hint: `We send it one mail, with a link by which you say yes; no more than ${mostAskedInADay} such mails a day.`, type: 'email', autocomplete: 'email', value: typed(values, 'address'), error: errors['address'], size: 's' })}
${whatToFollow(planned, values, errors)}
${checkboxes({ name: 'reminder', legend: html`<span class="govuk-visually-hidden">Reminder</span>`, choices: [{ value: 'yes', words: 'Remind me on the day before, too' }], values: typedList(values, 'reminder'), small: true })}
${button('Tell me')}
</form>
<h2 class="govuk-heading-s">What happens to your address</h2>
<p class="govuk-body">We use it for nothing but this, and give it to nobody. It is deleted when you stop the mail, which each mail
lets you do, or 30 days after the last date that you follow. If you do not say yes, it is deleted after 7 days.</p>
</div></div>`
  return page({
    title: `Tell me if this changes – ${team.name}`,
    body,
    site,
    before: backLink(path.replace(/\/follow$/, ''), planned === null ? 'Where you can talk to us' : planned.title),
    mistaken: Object.keys(errors).length > 0,
  })
}

/** What may be followed, in the words of the form. */
export const followsInWords = (follows: Follows, planned: PlannedEngagement | null, team: Team): string =>
  ({
    event: planned === null ? '' : eventInWords(planned),
    series: `All dates of ${planned?.title ?? ''}`,
    team: `All dates of ${team.name} neighbourhood policing team`,
  })[follows]

const eventInWords = ({ title, heldOn, begins }: PlannedEngagement) =>
  `${title}, ${weekdayInWords(heldOn)} ${inWords(heldOn)}, ${begins}`

const choiceWords: Readonly<Record<Follows, string>> = {
  event: 'This date',
  series: 'All dates of this series',
  team: 'All dates of the team',
}

function whatToFollow(planned: PlannedEngagement | null, values: FormValues, errors: FieldErrors): Html {
  const choices = offered(planned)
  if (choices.length === 1) return html`<input type="hidden" name="follows" value="${choices[0]}">`
  return radios({
    name: 'follows',
    legend: 'What do you want to be told of?',
    choices: choices.map((value) => ({ value, words: choiceWords[value] })),
    value: typed(values, 'follows') || choices[0],
    error: errors['follows'],
    size: 's',
    small: true,
  })
}
