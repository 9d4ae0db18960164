import type { Team } from '#areas/area.ts'
import { noteStandsAt } from '#monitoring/notes/note.ts'
import type { Note } from '#monitoring/notes/notes.sql.ts'
import { addDays, type Day } from '#platform/day.ts'
import { tag } from '#platform/govuk.ts'
import { html, type Html } from '#platform/html.ts'
import { quietButton, shortened } from './week-rows.page.ts'
import { byWhen } from './when.ts'

type Setting = { readonly team: Team; readonly today: Day; readonly mayAnswer: boolean }

/** Notes of the commissioner’s office that wait for the team’s answer (R49). */
export const noteRows = (notes: readonly Note[], setting: Setting): Html[] =>
  notes.filter((note) => noteStandsAt(note, setting.today).state === 'waits').map((note) => row(note, setting))

function row(note: Note, { team, today, mayAnswer }: Setting): Html {
  const { answerBy, overdueSince } = noteStandsAt(note, today)
  const href = `/desk/${team.id}/notes/${note.id}`
  const isOver = overdueSince !== null
  const due = isOver ? addDays(overdueSince, -1) : answerBy
  return html`<li class="week-row">
<div class="week-row__told">
<p class="week-row__what"><a class="govuk-link" href="${href}">${shortened(note.words)}</a></p>
<p class="week-row__facts">${isOver ? tag('Overdue', 'red') : tag('To be answered', 'yellow')} <span><b>${isOver ? 'Was due by' : 'By'}</b> ${byWhen(due, today)}</span> <span><b>From</b> ${note.writer}</span></p>
</div>
${mayAnswer && quietButton('Answer it', href, note.words)}
</li>
`
}
