import type { Team } from '#areas/area.ts'
import type { PlannedEngagement } from '#engagements/planned/planned-engagement.ts'
import { errorsSaid, typed, typedList, type FieldErrors, type FormValues } from '#platform/form.ts'
import { backLink, button, checkboxes, errorSummary, input, insetText, radios } from '#platform/govuk.ts'
import { html, type Html } from '#platform/html.ts'
import { sayIn, type Say } from '#platform/language/say.ts'
import { mostAskedInADay } from '#platform/mail/ask-first.ts'
import { page, type SiteChrome } from '#platform/page.ts'
import { offered, type Follows } from './follower.ts'

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
export function followPage({ site, team, planned, path, values, errors: found, sendsMail }: Shown): Html {
  const say = sayIn(site.language)
  const errors = errorsSaid(found, say)
  const body = html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
${errorSummary(errors, say)}
<span class="govuk-caption-l">${planned === null ? say`${team.name} neighbourhood policing team` : eventSaid(planned, say)}</span>
<h1 class="govuk-heading-l">${say`Tell me if this changes`}</h1>
<p class="govuk-body">${say`We write to you when a date that you follow is moved or cancelled. You need no account.`}</p>
${insetText(say`This form does not reach a police officer. To report a crime call 101, or 999 in an emergency.`)}
${!sendsMail && insetText(say`This site cannot send mail at the moment. What you ask for here waits until it can.`)}
<form method="post" action="${path}" novalidate>
${input({ name: 'address', label: say`Your e-mail address`, hint: say`We send it one mail, with a link by which you say yes; no more than ${mostAskedInADay} such mails a day.`, type: 'email', autocomplete: 'email', value: typed(values, 'address'), error: errors['address'], say, size: 's' })}
${whatToFollow(planned, values, errors, say)}
${checkboxes({ name: 'reminder', legend: html`<span class="govuk-visually-hidden">${say`Reminder`}</span>`, choices: [{ value: 'yes', words: say`Remind me on the day before, too` }], values: typedList(values, 'reminder'), small: true })}
${button(say`Tell me`)}
</form>
<h2 class="govuk-heading-s">${say`What happens to your address`}</h2>
<p class="govuk-body">${say`We use it for nothing but this, and give it to nobody. It is deleted when you stop the mail, which each mail lets you do, or 30 days after the last date that you follow. If you do not say yes, it is deleted after 7 days.`}</p>
</div></div>`
  return page({
    title: say.text`Tell me if this changes – ${team.name}`,
    body,
    site,
    before: backLink(
      path.replace(/\/follow$/, ''),
      planned === null ? say`Where you can talk to us` : say.own(planned.title),
      say,
    ),
    mistaken: Object.keys(errors).length > 0,
  })
}

/** What may be followed, in the words of the form. */
export const followsInWords = (follows: Follows, planned: PlannedEngagement | null, team: Team, say: Say): string =>
  ({
    event: planned === null ? '' : `${planned.title}, ${whenSaid(planned, say)}`,
    series: say.text`All dates of ${planned?.title ?? ''}`,
    team: say.text`All dates of ${team.name} neighbourhood policing team`,
  })[follows]

const eventSaid = (planned: PlannedEngagement, say: Say): Html =>
  html`${say.own(planned.title)}, ${whenSaid(planned, say)}`

const whenSaid = ({ heldOn, begins }: PlannedEngagement, say: Say): string =>
  `${say.weekday(heldOn)} ${say.day(heldOn)}, ${begins}`

const choiceWords: Readonly<Record<Follows, string>> = {
  event: 'This date',
  series: 'All dates of this series',
  team: 'All dates of the team',
}

function whatToFollow(planned: PlannedEngagement | null, values: FormValues, errors: FieldErrors, say: Say): Html {
  const choices = offered(planned)
  if (choices.length === 1) return html`<input type="hidden" name="follows" value="${choices[0]}">`
  return radios({
    name: 'follows',
    legend: say`What do you want to be told of?`,
    choices: choices.map((value) => ({ value, words: say.word(choiceWords[value]) })),
    value: typed(values, 'follows') || choices[0],
    error: errors['follows'],
    say,
    size: 's',
    small: true,
  })
}
