import { randomUUID } from 'node:crypto'
import type { Force, Team } from '#areas/area.ts'
import { roleInWords } from '#people/person.ts'
import { inWords, type Day } from '#platform/day.ts'
import { typed, typedList, type FieldErrors, type FormValues } from '#platform/form.ts'
import {
  backLink,
  button,
  checkboxes,
  errorSummary,
  notificationBanner,
  radios,
  summaryList,
  tag,
  textarea,
} from '#platform/govuk.ts'
import { html, type Html } from '#platform/html.ts'
import { page, type SiteChrome } from '#platform/page.ts'
import { mayFollow, stateInWords } from './recommendation.ts'
import type { Recommendation, Taken } from './recommendations.sql.ts'

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
  const lead = 'Each is answered in public. Where it is done, propose to close it: the panel decides.'
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
  const { words, teamName, year, standardId, closedBy, ownerName, ownerRole, dueOn, answerBy, state, steps } = each
  const isOver = state !== 'closure accepted' && dueOn < shown.today
  const facts = [
    { key: 'Where it stands', value: html`${stateInWords[state]}${isOver && html` ${tag('Overdue', 'red')}`}` },
    { key: 'Team and year', value: `${teamName}, ${year}, standard ${standardId}` },
    { key: 'Owner', value: `${ownerName}, ${roleInWords[ownerRole]}` },
    { key: 'To be done by', value: inWords(dueOn) },
    ...(answerBy === null || steps.length > 0 ? [] : [{ key: 'To be answered by', value: inWords(answerBy) }]),
    { key: 'What would show it', value: closedBy },
    ...steps.map((step) => ({ key: stepInWords(step), value: step.words })),
  ]
  return html`<section id="recommendation-${each.id}"><h2 class="govuk-heading-m">${words}</h2>
${summaryList(facts)}${shown.mayAct && form(shown, each)}</section>
`
}

const stepInWords = ({ step, takenOn }: Taken): string => `${stateInWords[step]}, ${inWords(takenOn)}`

const sentTo = ({ sent }: Listed, id: string) =>
  sent?.recommendationId === id ? sent : { values: {}, errors: {} as FieldErrors }

const formId = (values: FormValues): string => (typed(values, 'id') === '' ? randomUUID() : typed(values, 'id'))

function answerForm(shown: Listed, { id, teamId, state }: Recommendation): Html | false {
  if (!mayFollow('answered', state)) return false
  const { values, errors } = sentTo(shown, id)
  return html`<form class="desk-form" method="post" action="/desk/${teamId}/recommendations/${id}/answer" novalidate>
<input type="hidden" name="id" value="${formId(values)}">
${textarea({ name: 'words', id: errors['words'] ? 'words' : `words-${id}`, label: 'What does the public read as your answer?', value: typed(values, 'words'), error: errors['words'], rows: 3, size: 's' })}
${checkboxes({ name: 'isDone', id: `done-${id}`, legend: 'Is it done?', choices: [{ value: 'yes', words: 'It is done: we propose to close it' }], values: typedList(values, 'isDone'), size: 's', small: true })}
${button('Publish this answer', { kind: 'secondary' })}
</form>`
}

function judgementForm(shown: Listed, { id, state }: Recommendation): Html | false {
  if (state !== 'closure proposed') return false
  const { values, errors } = sentTo(shown, id)
  const choices = [
    { value: 'accept', words: 'It is done' },
    { value: 'send back', words: 'It is not done yet' },
  ]
  return html`<form class="desk-form" method="post" action="/desk/${shown.force.id}/recommendations/${id}/judge" novalidate>
<input type="hidden" name="id" value="${formId(values)}">
${radios({ name: 'decision', id: errors['decision'] ? 'decision' : `decision-${id}`, legend: 'Is it done?', choices, value: typed(values, 'decision'), error: errors['decision'], size: 's', small: true, inline: true })}
${textarea({ name: 'words', id: errors['words'] ? 'words' : `words-${id}`, label: 'Why?', value: typed(values, 'words'), error: errors['words'], rows: 2, size: 's' })}
${button('Publish this', { kind: 'secondary' })}
</form>`
}
