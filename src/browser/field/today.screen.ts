import { html, joined, nothing, type Html } from '#platform/html.ts'
import { dueList } from './due-list.ts'
import type { Due } from './due.ts'
import { dayOf } from './guess.ts'
import type { State } from './store.ts'
import { stateMark } from './queue.screen.ts'
import type { Screen } from './screen.ts'
import type { Person } from './signed-in.ts'
import type { Planned, Week } from './week.ts'
import { dayInWords, momentInWords } from './words.ts'

type Shown = {
  readonly person: Person
  readonly week: Week | null
  readonly now: Date
  /** What became on this phone of engagements recorded here, by id. */
  readonly states: ReadonlyMap<string, State>
  readonly due: Due | 'sealed' | null
  /** Relationships of which this phone has logged a contact that the list does not know yet. */
  readonly inTouch: ReadonlySet<string>
  readonly chooseTeam: (team: string) => void
}

/** The first screen: one button, then today's events and the team's week. */
export function todayScreen(shown: Shown): Screen {
  const { week, chooseTeam } = shown
  const body = html`<span class="govuk-caption-l">${week?.team?.name ?? shown.person.name}</span>
<h1 class="govuk-heading-l">Today</h1>
<a class="govuk-button field-big" role="button" draggable="false" href="#record">Record an engagement</a>
${week === null ? noWeek : joined([teamChoice(week), ...daysOf(shown, week), freshness(week)])}
<p class="govuk-body"><a class="govuk-link" href="#queue">What you recorded on this phone</a></p>`
  const ready = (root: HTMLElement) =>
    root.querySelector('select')?.addEventListener('change', (event) => {
      const { value } = event.target as HTMLSelectElement
      if (value !== '') chooseTeam(value)
    })
  return { title: 'Today', body, ready }
}

const noWeek = html`<p class="govuk-inset-text">The team’s calendar is not on this phone yet. It comes with the next signal;
you can record without it.</p>`

/** People who look after several teams say for which they work today. */
function teamChoice({ teams, team }: Week): Html {
  if (teams.length < 2) return nothing
  const options = teams.map(
    ({ id, name }) => html`<option value="${id}"${id === team?.id && html` selected`}>${name}</option>`,
  )
  return html`<div class="govuk-form-group"><label class="govuk-label" for="team">Which team are you with?</label>
<select class="govuk-select" id="team"><option value="">Choose a team</option>${options}</select></div>`
}

function daysOf({ now, states, due, inTouch }: Shown, { planned }: Week): Html[] {
  const today = dayOf(now)
  const late = planned.filter(({ heldOn, state, id }) => heldOn < today && state === 'planned' && !states.has(id))
  const ofToday = planned.filter(({ heldOn }) => heldOn === today)
  const coming = planned.filter(({ heldOn }) => heldOn > today)
  return [
    html`<h2 class="govuk-heading-m">Events today</h2>
${ofToday.length === 0 ? html`<p class="govuk-body">Nothing is planned for today.</p>` : listOf(ofToday, states, true)}`,
    late.length === 0
      ? nothing
      : html`<h2 class="govuk-heading-m">Held but not recorded</h2>${listOf(late, states, true)}`,
    dueList(due, inTouch),
    coming.length === 0
      ? nothing
      : html`<h2 class="govuk-heading-m">The team’s week</h2>${listOf(coming, states, false)}`,
  ]
}

const listOf = (planned: readonly Planned[], states: Shown['states'], hasBegun: boolean): Html =>
  html`<ul class="govuk-list field-events">${planned.map((one) => eventOf(one, states.get(one.id), hasBegun))}</ul>`

function eventOf(
  { id, title, place, heldOn, begins, ends, state }: Planned,
  sent: State | undefined,
  hasBegun: boolean,
): Html {
  const link = html`<a class="govuk-link field-target" href="#record/${id}">Record<span class="govuk-visually-hidden"> ${title}</span></a>`
  return html`<li><strong>${title}</strong>
<span>${hasBegun ? nothing : `${dayInWords(heldOn)}, `}${begins} to ${ends}, ${place}</span>
${sent ? stateMark(sent) : state === 'cancelled' ? html`<span>Cancelled</span>` : state === 'held' ? html`<span>Recorded</span>` : hasBegun && link}</li>`
}

const freshness = ({ asAt }: Week): Html => html`<p class="govuk-body-s">Calendar as of ${momentInWords(asAt)}.</p>`
