import type { Team } from '#areas/area.ts'
import { inWords, type Day } from '#platform/day.ts'
import { typed, typedDay, type FieldErrors, type FormValues } from '#platform/form.ts'
import {
  backLink,
  button,
  dateInput,
  errorSummary,
  insetText,
  notificationBanner,
  summaryList,
  tag,
  textarea,
} from '#platform/govuk.ts'
import { html, type Html } from '#platform/html.ts'
import { page, type SiteChrome } from '#platform/page.ts'
import { mayTake, noteStandsAt, noteStateInWords, type NoteState, type NoteStep, type Side } from './note.ts'
import type { Note, Said } from './notes.sql.ts'
import { notesTitle } from './notes.page.ts'

export type NoteShown = {
  readonly site: SiteChrome
  readonly team: Team
  readonly today: Day
  readonly note: Note
  readonly side: Side | null
  /** The id of each form, so that what is sent twice is said once. */
  readonly ids: Readonly<Record<NoteStep, string>>
  /** The form that was sent and is shown again; else what an untouched one begins with. */
  readonly sent: { readonly step: NoteStep; readonly values: FormValues; readonly errors: FieldErrors } | null
  readonly begun: FormValues
  readonly refused: string | null
}

/** One note with all that was said to it, and what its reader may say next. */
export function notePage(shown: NoteShown): Html {
  const { site, team, note, side, sent, refused, today } = shown
  const errors = sent?.errors ?? {}
  const title = `Note of ${inWords(note.writtenOn)}`
  const { state } = noteStandsAt(note, today)
  const body = html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
${errorSummary(errors)}${refused !== null && notificationBanner(refused, { title: 'This was not kept' })}
<span class="govuk-caption-l">${note.writer} to ${team.name}</span>
<h1 class="govuk-heading-l">${title}</h1>
<p class="govuk-body-l">${note.words}</p>
${summaryList(factsOf(shown))}
${refused !== null && sent !== null && insetText(html`You wrote: ${typed(sent.values, 'words')}`)}
${side !== null && (Object.keys(forms) as NoteStep[]).map((step) => mayTake(step, state, side) && sayForm(shown, step, state))}
</div></div>`
  const before = backLink(`/desk/${team.id}/notes`, notesTitle(team, side))
  return page({ title: `${title} – ${team.name}`, body, site, before, mistaken: Object.keys(errors).length > 0 })
}

function factsOf({ note, today }: NoteShown) {
  const { state, answerBy, overdueSince } = noteStandsAt(note, today)
  const overdue = overdueSince !== null && html`<br>${tag('Overdue', 'red')} since ${inWords(overdueSince)}`
  return [
    { key: 'Where it stands', value: html`${noteStateInWords[state]}${overdue}` },
    ...(note.about === null ? [] : [{ key: 'About', value: note.about }]),
    ...(state === 'waits' ? [{ key: 'To be answered by', value: inWords(answerBy) }] : []),
    ...note.steps.map((said) => ({
      key: `${noteStateInWords[said.step]}, ${inWords(said.takenOn)}`,
      value: saidIn(said),
    })),
  ]
}

const saidIn = ({ words, by, answerBy }: Said): Html =>
  html`${words === '' ? 'Nothing more.' : words}<br>${by}${answerBy !== null && html`, to be answered by ${inWords(answerBy)}`}`

/** Each step of a note as its form: where it is sent, and what it asks. */
const forms: Readonly<Record<NoteStep, { readonly path: string; readonly label: string; readonly press: string }>> = {
  answered: { path: 'answer', label: 'Your answer', press: 'Send this answer' },
  'asked again': { path: 'again', label: 'What do you ask?', press: 'Ask again' },
  closed: { path: 'close', label: 'What is still to be said? (optional)', press: 'Close this note' },
}

function sayForm(shown: NoteShown, step: NoteStep, state: NoteState): Html {
  const { team, note, sent, begun, ids } = shown
  const { values, errors } = sent?.step === step ? sent : { values: begun, errors: {} as FieldErrors }
  const { path, label, press } = forms[step]
  const asked = step === 'answered' && state === 'answered' ? 'Anything to add?' : label
  return html`<form class="desk-form" method="post" action="/desk/${team.id}/notes/${note.id}/${path}" novalidate>
<input type="hidden" name="id" value="${ids[step]}">
${textarea({ name: 'words', id: errors['words'] === undefined ? `words-${path}` : 'words', label: asked, value: typed(values, 'words'), error: errors['words'], rows: 3, size: 's' })}
${step === 'asked again' && dateInput({ name: 'answerBy', legend: 'By when is it to be answered?', value: typedDay(values, 'answerBy'), error: errors['answerBy'], size: 's' })}
${button(press, { kind: 'secondary' })}
</form>
`
}
