import { randomUUID } from 'node:crypto'
import type { Team } from '#areas/area.ts'
import type { Person } from '#people/person.ts'
import { inWords, type Day } from '#platform/day.ts'
import { typed, typedDay, type FieldErrors, type FormValues } from '#platform/form.ts'
import {
  backLink,
  button,
  buttonLink,
  dateInput,
  details,
  errorSummary,
  input,
  select,
  summaryList,
  tag,
  textarea,
} from '#platform/govuk.ts'
import { html, type Html } from '#platform/html.ts'
import { page, type SiteChrome } from '#platform/page.ts'
import { networkOf } from '../keeper-at.ts'
import type { ActionLine } from './meeting-actions.sql.ts'
import type { TakingPart } from './meeting.ts'
import type { MeetingLine } from './meetings.sql.ts'

type Shown = {
  readonly site: SiteChrome
  readonly team: Team
  readonly today: Day
  readonly meeting: MeetingLine
  readonly actions: readonly ActionLine[]
  readonly people: readonly Person[]
  readonly mayCorrect: boolean
  readonly values: FormValues
  readonly errors: FieldErrors
}

export const partInWords: Readonly<Record<TakingPart, string>> = {
  there: 'We were there',
  'written report': 'We sent a written report',
  nobody: 'Nobody of us was there',
}

/** A meeting: how we took part, its minutes, and what it agreed that somebody does. */
export function meetingPage(shown: Shown): Html {
  const { site, team, meeting, mayCorrect, errors } = shown
  const address = `${networkOf(team.id)}/meetings/${meeting.id}`
  const isOpen = meeting.state !== 'withdrawn'
  const body = html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
${errorSummary(errors)}
<span class="govuk-caption-l">${meeting.organisation ?? 'The sergeants of the Force'}</span>
<h1 class="govuk-heading-l">${meeting.title}, ${inWords(meeting.heldOn)}</h1>
${factsOf(meeting)}
${
  meeting.minutes !== '' &&
  html`<h2 class="govuk-heading-m">Minutes</h2>
${meeting.minutes.split(/\n+/).map((line) => html`<p class="govuk-body">${line}</p>`)}`
}
${meeting.state === 'planned' && buttonLink('Record what happened', `${networkOf(team.id)}/meetings/new?plan=${meeting.id}`)}
${meeting.state === 'held' && actionsPart(shown)}
${
  mayCorrect &&
  isOpen &&
  html`<div class="network-add">
${meeting.state === 'held' && buttonLink('Put it right', `${address}/correct`, { kind: 'secondary' })}
${buttonLink(meeting.state === 'held' ? 'Withdraw it' : 'Call it off', `${address}/withdraw`, { kind: 'secondary' })}</div>`
}
</div></div>`
  const title = `${meeting.title} – ${team.name}`
  const before = backLink(`/desk/${team.id}/partners`, 'Partners')
  return page({ title, body, site, before, mistaken: Object.keys(errors).length > 0 })
}

function factsOf({ state, came, people, withNeo, withClerk, firstHourWithNeos, withdrawnReason }: MeetingLine): Html {
  const also = [
    ...(withClerk ? ['its clerk was there'] : []),
    ...(withNeo ? ['with the Neighbourhood Engagement Officer'] : []),
    ...(firstHourWithNeos ? ['first hour with the Neighbourhood Engagement Officers'] : []),
  ]
  const facts = [
    {
      key: 'How it stands',
      value: state === 'withdrawn' ? tag('Withdrawn', 'red') : tag(state === 'held' ? 'Held' : 'To come', 'blue'),
    },
    { key: 'Why', value: withdrawnReason ?? '' },
    { key: 'Taking part', value: came === null ? '' : partInWords[came] },
    { key: 'Who of us', value: people.join(', ') },
    { key: 'Also', value: also.join(', ') },
  ]
  return summaryList(facts.filter(({ value }) => value !== ''))
}

function actionsPart(shown: Shown): Html {
  const { actions, errors } = shown
  return html`<h2 class="govuk-heading-m">Actions</h2>
${actions.length === 0 ? html`<p class="govuk-body">It agreed on nothing that somebody has to do, as far as we noted.</p>` : html`<ul class="week-list__rows">\n${actions.map((action) => actionRow(action, shown))}</ul>`}
${details('Add an action', actionForm(shown), { id: 'add-action', open: Object.keys(errors).length > 0 })}`
}

function actionRow({ id, words, owner, partner, dueOn, doneOn, meetingId }: ActionLine, { team, today }: Shown): Html {
  const late = doneOn === null && dueOn < today
  return html`<li class="week-row"><div class="week-row__told">
<p class="week-row__what">${words}</p>
<p class="week-row__facts">${doneOn !== null ? tag('Done', 'green') : late ? tag('Overdue', 'red') : tag('Open', 'yellow')} <span><b>Owner</b> ${owner ?? partner ?? ''}</span>
<span><b>Due</b> by ${inWords(dueOn)}</span>${doneOn !== null && html` <span><b>Done</b> ${inWords(doneOn)}</span>`}</p></div>
${doneOn === null && html`<a class="govuk-button govuk-button--secondary week-row__button" href="${networkOf(team.id)}/meetings/${meetingId}/actions/${id}/done">It is done<span class="govuk-visually-hidden">: ${words}</span></a>`}</li>
`
}

function actionForm({ team, meeting, people, values, errors }: Shown): Html {
  const id = typed(values, 'id') || randomUUID()
  const ours = [{ value: '', words: 'Nobody of us' }, ...people.map((one) => ({ value: one.id, words: one.name }))]
  return html`<form class="desk-form" method="post" action="${networkOf(team.id)}/meetings/${meeting.id}/actions" novalidate>
<input type="hidden" name="id" value="${id}">
${textarea({ name: 'words', label: 'What is to be done?', value: typed(values, 'words'), error: errors['words'], rows: 2, size: 's' })}
${select({ name: 'owner', label: 'Who of us does it?', choices: ours, value: typed(values, 'owner'), error: errors['owner'], size: 's' })}
${input({ name: 'partner', label: 'Or which partner?', hint: 'Name the organisation or the post.', value: typed(values, 'partner'), error: errors['partner'], size: 's' })}
${dateInput({ name: 'dueOn', legend: 'By when?', value: typedDay(values, 'dueOn'), error: errors['dueOn'], size: 's' })}
${button('Add the action')}
</form>`
}
