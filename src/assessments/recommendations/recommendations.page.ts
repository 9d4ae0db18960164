import { randomUUID } from 'node:crypto'
import type { Force, Team } from '#areas/area.ts'
import { roleInWords } from '#people/person.ts'
import { inWords, type Day } from '#platform/day.ts'
import { typed, type FieldErrors, type FormValues } from '#platform/form.ts'
import {
  backLink,
  button,
  errorSummary,
  notificationBanner,
  radios,
  summaryList,
  tag,
  textarea,
  type Fact,
} from '#platform/govuk.ts'
import { html, type Html } from '#platform/html.ts'
import { page, type SiteChrome } from '#platform/page.ts'
import { isLevel, levelInWords } from '#assessments/follow-up/escalation.ts'
import { stepFacts } from '#assessments/follow-up/step-facts.part.ts'
import { mayFollow, standsAt, stateInWords } from './recommendation.ts'
import type { Recommendation } from './recommendations.sql.ts'

export type Listed = {
  readonly site: SiteChrome
  readonly force: Force
  readonly today: Day
  readonly recommendations: readonly Recommendation[]
  readonly mayAct: boolean
  /** The form that was sent and is shown again, with its mistakes. */
  readonly sent: { readonly recommendationId: string; readonly values: FormValues; readonly errors: FieldErrors } | null
  readonly refused: string | null
}

/** What panels recommended to a team, and what it answers in public. */
export function teamRecommendationsPage(shown: Listed & { readonly team: Team }): Html {
  const { team } = shown
  const lead = 'Each is answered in public. Where it is done, say what shows it: the panel decides.'
  return listPage(shown, { of: team.name, lead, back: `/desk/${team.id}`, words: 'This week', form: answerForm })
}

/** What of a force’s recommendations is open, for the panel. */
export function panelRecommendationsPage(shown: Listed): Html {
  const { force } = shown
  const lead = 'What a team says is done waits for you first.'
  const back = `/desk/${force.id}/rounds`
  return listPage(shown, { of: force.name, lead, back, words: 'Rounds of the panel', form: judgementForm })
}

type Frame = {
  readonly of: string
  readonly lead: string
  readonly back: string
  readonly words: string
  readonly form: (shown: Listed, each: Recommendation) => Html | false
}

function listPage(shown: Listed, { of, lead, back, words, form }: Frame): Html {
  const { site, recommendations, sent, refused } = shown
  const title = 'Recommendations of the panel'
  const errors = sent?.errors ?? {}
  const body = html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
${errorSummary(errors)}${refused !== null && notificationBanner(refused, { title: 'This was not kept' })}
<span class="govuk-caption-l">${of}</span>
<h1 class="govuk-heading-l">${title}</h1>
<p class="govuk-body">${lead}</p>
${recommendations.length === 0 && html`<p class="govuk-body">There are none.</p>`}
${recommendations.map((each) => recommendationPart(shown, each, form))}
</div></div>`
  const mistaken = Object.keys(errors).length > 0
  return page({ title: `${title} – ${of}`, body, site, before: backLink(back, words), mistaken })
}

function recommendationPart(shown: Listed, each: Recommendation, form: Frame['form']): Html {
  return html`<section id="recommendation-${each.id}"><h2 class="govuk-heading-m">${each.words}</h2>
${summaryList(recommendationFacts(each, shown.today))}${shown.mayAct && form(shown, each)}</section>
`
}

/** Where a recommendation stands, whose it is, by when, and all that was said to it. */
export function recommendationFacts(each: Recommendation, today: Day): Fact[] {
  const { teamName, year, standardId, closedBy, ownerName, ownerRole, ownerLeft, answerBy, firstDueOn, steps } = each
  const { state, dueOn, overdueSince } = standsAt(each, today)
  const overdue = overdueSince !== null && html`<br>${tag('Overdue', 'red')} since ${inWords(overdueSince)}`
  const was = dueOn === firstDueOn ? '' : ` (at first ${inWords(firstDueOn)})`
  return [
    { key: 'Where it stands', value: html`${stateInWords[state]}${overdue}` },
    { key: 'Team and year', value: `${teamName}, ${year}, standard ${standardId}` },
    { key: 'Owner', value: `${ownerName}, ${roleInWords[ownerRole]}${ownerLeft ? ', who has left the team' : ''}` },
    { key: 'To be done by', value: `${inWords(dueOn)}${was}` },
    ...(answerBy === null || state !== 'not answered' ? [] : [{ key: 'To be answered by', value: inWords(answerBy) }]),
    { key: 'What would show it', value: closedBy },
    ...stepFacts(steps, 'desk'),
    ...escalated(each),
  ]
}

const escalated = ({ escalations }: Recommendation): Fact[] =>
  escalations.length === 0
    ? []
    : [
        {
          key: 'Told that it is overdue',
          value: html`${escalations.map(({ level, on }, n) => html`${n > 0 && html`<br>`}${isLevel(level) ? levelInWords[level] : level}, ${inWords(on)}`)}`,
        },
      ]

const sentTo = ({ sent }: Listed, id: string) =>
  sent?.recommendationId === id ? sent : { values: {}, errors: {} as FieldErrors }

const formId = (values: FormValues): string => (typed(values, 'id') === '' ? randomUUID() : typed(values, 'id'))

function answerForm(shown: Listed, each: Recommendation): Html | false {
  const { id, teamId } = each
  const course = standsAt(each, shown.today)
  const { values, errors } = sentTo(shown, id)
  const further = html`<p class="govuk-body"><a class="govuk-link" href="/desk/${teamId}/recommendations/${id}">Say that it is done, ask for more time, or give it another owner<span class="govuk-visually-hidden">: ${each.words}</span></a></p>`
  if (!mayFollow('answered', course)) return mayFollow('reassigned', course) && further
  return html`<form class="desk-form" method="post" action="/desk/${teamId}/recommendations/${id}/answer" novalidate>
<input type="hidden" name="id" value="${formId(values)}">
${textarea({ name: 'words', id: errors['words'] ? 'words' : `words-${id}`, label: 'What does the public read as your answer?', value: typed(values, 'words'), error: errors['words'], rows: 3, size: 's' })}
${button('Publish this answer', { kind: 'secondary' })}
</form>
${further}`
}

function judgementForm(shown: Listed, each: Recommendation): Html | false {
  const course = standsAt(each, shown.today)
  if (mayFollow('closure accepted', course)) return decisionForm(shown, each, closureAsked)
  const { asksUntil } = course
  return (
    asksUntil !== null &&
    decisionForm(shown, each, { ...timeAsked, legend: `Do they have until ${inWords(asksUntil)}?` })
  )
}

const closureAsked = {
  path: 'judge',
  legend: 'Is it done?',
  choices: [
    { value: 'accept', words: 'It is done' },
    { value: 'send back', words: 'It is not done yet' },
  ],
}
const timeAsked = {
  path: 'time',
  choices: [
    { value: 'grant', words: 'They have more time' },
    { value: 'refuse', words: 'The day stays as it is' },
  ],
}

type Decision = Pick<typeof closureAsked, 'path' | 'legend' | 'choices'>

function decisionForm(shown: Listed, { id }: Recommendation, { path, legend, choices }: Decision): Html {
  const { values, errors } = sentTo(shown, id)
  return html`<form class="desk-form" method="post" action="/desk/${shown.force.id}/recommendations/${id}/${path}" novalidate>
<input type="hidden" name="id" value="${formId(values)}">
${radios({ name: 'decision', id: errors['decision'] ? 'decision' : `decision-${id}`, legend, choices, value: typed(values, 'decision'), error: errors['decision'], size: 's', small: true, inline: true })}
${textarea({ name: 'words', id: errors['words'] ? 'words' : `words-${id}`, label: 'Why?', value: typed(values, 'words'), error: errors['words'], rows: 2, size: 's' })}
${button('Publish this', { kind: 'secondary' })}
</form>`
}
