import type { Team } from '#areas/area.ts'
import { inWords, type Day } from '#platform/day.ts'
import { typed, typedDay, type FieldErrors, type FormValues } from '#platform/form.ts'
import { backLink, button, dateInput, errorSummary, select, tag, textarea } from '#platform/govuk.ts'
import { html, type Html } from '#platform/html.ts'
import { page, type SiteChrome } from '#platform/page.ts'
import { noteStandsAt, noteStateInWords, type Side } from './note.ts'
import type { Note } from './notes.sql.ts'

type Shown = {
  readonly site: SiteChrome
  readonly team: Team
  readonly today: Day
  readonly notes: readonly Note[]
  /** The side on which the reader may write; null for those who only read. */
  readonly side: Side | null
  /** What a note may be about: standards and promises. */
  readonly offered: readonly { readonly value: string; readonly words: string }[]
  readonly values: FormValues
  readonly errors: FieldErrors
}

/** The notes of the commissioner’s office to a team, for both sides; the office writes new ones here. */
export function notesPage(shown: Shown): Html {
  const { site, team, notes, side, errors } = shown
  const title = notesTitle(team, side)
  const body = html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
${errorSummary(errors)}
<span class="govuk-caption-l">${team.name}</span>
<h1 class="govuk-heading-l">${title}</h1>
<p class="govuk-body">These are between the team and the commissioner’s office. They are not public, and what was said is never changed.</p>
${notes.length === 0 ? html`<p class="govuk-body">There are no notes yet.</p>` : html`<ul class="week-list__rows">${notes.map((note) => noteRow(shown, note))}</ul>`}
${side === 'office' && newNote(shown)}
</div></div>`
  const before =
    side === 'office'
      ? backLink(`/desk/${team.forceId}/watch/${team.slug}`, `What you follow of ${team.name}`)
      : backLink(`/desk/${team.id}`, 'This week')
  return page({ title: `${title} – ${team.name}`, body, site, before, mistaken: Object.keys(errors).length > 0 })
}

/** What the notes of a team are called to each side. */
export const notesTitle = (team: Team, side: Side | null): string =>
  side === 'office' ? `Notes to ${team.name}` : 'Notes of the commissioner’s office'

function noteRow({ team, today }: Shown, note: Note): Html {
  const { state, answerBy, overdueSince } = noteStandsAt(note, today)
  const mark =
    overdueSince === null ? tag(noteStateInWords[state], state === 'waits' ? 'yellow' : 'grey') : tag('Overdue', 'red')
  return html`<li class="week-row"><div class="week-row__told">
<p class="week-row__what"><a class="govuk-link" href="/desk/${team.id}/notes/${note.id}">${shortened(note.words)}</a></p>
<p class="week-row__facts">${mark} <span><b>Written</b> ${inWords(note.writtenOn)}</span>${state === 'waits' && html` <span><b>Answer by</b> ${inWords(answerBy)}</span>`}${note.about !== null && html` <span><b>About</b> ${note.about}</span>`}</p>
</div></li>
`
}

const shortened = (words: string): string => (words.length > 140 ? `${words.slice(0, 130).trimEnd()} …` : words)

function newNote({ team, offered, values, errors }: Shown): Html {
  const choices = [{ value: '', words: 'The team' }, ...offered]
  return html`<h2 class="govuk-heading-m">Write a note</h2>
<form class="desk-form" method="post" action="/desk/${team.id}/notes" novalidate>
<input type="hidden" name="id" value="${typed(values, 'id')}">
${select({ name: 'about', label: 'What is it about?', choices, value: typed(values, 'about'), error: errors['about'], size: 's' })}
${textarea({ name: 'words', label: 'Your note', value: typed(values, 'words'), error: errors['words'], rows: 4, size: 's' })}
${dateInput({ name: 'answerBy', legend: 'By when is it to be answered?', value: typedDay(values, 'answerBy'), error: errors['answerBy'], size: 's' })}
${button('Send this note')}
</form>`
}
