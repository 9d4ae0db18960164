import { html, joined, nothing, type Html } from '#platform/html.ts'
import { isContact, type Line, type Recorded, type Said, type Shown as Figures } from './queue.ts'
import type { Screen } from './screen.ts'
import type { State } from './store.ts'
import { counted, dayInWords, momentInWords } from './words.ts'

type Shown = {
  readonly own: readonly Line[]
  readonly ofColleagues: number
  readonly drop: (id: string) => void
  readonly sendAsOwn: (id: string) => void
}

/** What was recorded on this phone, newest first: what needs its person stands above all else. */
export function queueScreen({ own, ofColleagues, drop, sendAsOwn }: Shown): Screen {
  const newest = own.toReversed()
  const needing = newest.filter(({ kept }) => kept.state === 'needs you')
  const others = newest.filter(({ kept }) => kept.state !== 'needs you')
  const body = html`<a class="govuk-back-link" href="#">Today</a>
<h1 class="govuk-heading-l">Recorded on this phone</h1>
${ofColleagues > 0 && html`<p class="govuk-inset-text">${ofColleagues === 1 ? '1 record waits' : `${ofColleagues} records wait`} for a colleague.</p>`}
${own.length === 0 && html`<p class="govuk-body">Nothing yet.</p>`}
<ul class="govuk-list field-queue">${needing.map(lineOf)}${others.map(lineOf)}</ul>`
  return { title: 'Recorded on this phone', body, ready: (root) => wire(root, drop, sendAsOwn) }
}

function wire(root: HTMLElement, drop: Shown['drop'], sendAsOwn: Shown['sendAsOwn']): void {
  for (const button of root.querySelectorAll<HTMLButtonElement>('button[data-own]'))
    button.addEventListener('click', () => sendAsOwn(button.dataset['own'] ?? ''))
  for (const button of root.querySelectorAll<HTMLButtonElement>('button[data-drop]'))
    button.addEventListener('click', () => {
      // Dropping is for good, so it takes a second press.
      if (button.dataset['sure'] === 'yes') return drop(button.dataset['drop'] ?? '')
      button.dataset['sure'] = 'yes'
      button.textContent = 'Press again to drop it for good'
    })
}

function lineOf({ kept, recorded, said }: Line): Html {
  return html`<li><strong>${recorded ? titleOf(recorded) : 'Sealed until you sign in'}</strong>
<span>Recorded ${momentInWords(kept.madeAt)}${recorded && `, ${factsOf(recorded)}`}</span>
${stateMark(kept.state)}
${kept.photo && html`<span>Photo: ${kept.photo.state === 'needs you' ? 'could not be kept' : kept.photo.state}</span>`}
${kept.state === 'needs you' && said && needs(kept.id, said, recorded)}</li>`
}

function titleOf({ team, fields, whom }: Recorded): string {
  if (!isContact({ team, fields })) return String(fields['title'] ?? '')
  return whom ? `Contact: ${whom.name ?? whom.label}` : 'A contact that was forgotten'
}

const factsOf = (recorded: Recorded): string =>
  isContact(recorded) ? String(recorded.fields['how'] ?? 'no words') : figures(recorded.fields)

/** A word and a shape, never colour alone. */
export function stateMark(state: State): Html {
  const { shape, words, name } = marks[state]
  return html`<span class="field-state field-state--${name}"><span aria-hidden="true">${shape}</span> ${words}</span>`
}

const marks = {
  waiting: { shape: '○', words: 'Waiting', name: 'waiting' },
  sent: { shape: '✓', words: 'Sent', name: 'sent' },
  'needs you': { shape: '▲', words: 'Needs you', name: 'needs-you' },
} as const

function needs(id: string, { reason, shown }: Said, recorded: Recorded | null): Html {
  const isForgotten = recorded !== null && isContact(recorded) && recorded.whom === undefined
  const again = html`<a class="govuk-button field-target" role="button" draggable="false" href="#again/${id}">Change and send again</a>`
  const own = html`<button type="button" class="govuk-button field-target" data-own="${id}">Send as an engagement of its own</button>`
  return joined([
    html`<p class="govuk-body field-reason">${reason}</p>`,
    shown
      ? html`<p class="govuk-body">Kept: ${shown.title}, ${shown.place}, ${dayInWords(shown.heldOn)}: ${keptFigures(shown)}.</p>`
      : nothing,
    html`<div class="govuk-button-group">${isForgotten ? nothing : shown ? own : again}
<button type="button" class="govuk-button govuk-button--secondary field-target" data-drop="${id}">Drop it</button></div>`,
  ])
}

const keptFigures = ({ reached, spokeWith, raisedAConcern }: Figures): string =>
  inWords(reached, spokeWith, raisedAConcern)

const figures = (fields: Readonly<Record<string, string | readonly string[]>>): string => {
  const [reached = null, spokeWith = null, raised = null] = ['reached', 'spokeWith', 'raisedAConcern'].map((name) =>
    fields[name] === undefined || fields[name] === '' ? null : Number(fields[name]),
  )
  return inWords(reached, spokeWith, raised)
}

function inWords(reached: number | null, spokeWith: number | null, raised: number | null): string {
  if (reached === null) return 'no figure'
  const more = [
    ...(spokeWith === null ? [] : [`spoke with ${spokeWith}`]),
    ...(raised === null ? [] : [`${counted(raised, 'concern')}`]),
  ]
  return [`reached ${reached}`, ...more].join(', ')
}
