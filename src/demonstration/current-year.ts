import { carriedPromise } from '#assessments/recommendations/carried-promise.ts'
import { openRecommendations } from '#assessments/recommendations/recommendations.sql.ts'
import { beginNextYear } from '#contract-year/begin-next-year.ts'
import { findContract } from '#contracts/contracts.sql.ts'
import type { Contract } from '#contracts/contract.ts'
import { sayToNote, writeNote, type Writer } from '#monitoring/notes/write-note.ts'
import { followTeam } from '#monitoring/watch/follow-team.ts'
import type { Role } from '#people/person.ts'
import { changePromise } from '#plans/promises/write-promise.ts'
import { tellConsultation } from '#plans/asked/tell-consultation.ts'
import type { Sql } from '#platform/database/database.ts'
import { addDays, type Day } from '#platform/day.ts'
import { identityOf } from '#platform/identity.ts'
import { withdrawMail } from '#platform/mail/mail.sql.ts'
import { actingAs, recordingAs, teamId } from './acting-as.ts'
import { followUpLater } from './recommendations-told.ts'

/** What became of the contract in force so far: asked about, followed by the commissioner’s office, and its successor begun. */
export async function tellCurrentYear(sql: Sql, today: Day): Promise<void> {
  const current = await findContract(sql, teamId, null)
  if (current === null) throw new RangeError(`${teamId} has no contract`)
  await consult(sql, current, today)
  await follow(sql, current, today)
  await followUpLater(sql, current.span.from, today)
  await beginNext(sql, current, today)
}

/** D1.6: asked at the show before the Inspector signed. */
async function consult(sql: Sql, { id, span }: Contract, today: Day): Promise<void> {
  const heldOn = addDays(span.from, 8)
  if (heldOn >= today) return
  const told = {
    heldOn,
    asked: 'Visitors of the show at Dorchester, and members of the Key Individual Network by letter',
    how: 'people met',
    answers: 118,
    said: 'Say earlier where you will be. Farms want somebody to call back. Older people fear calls from swindlers.',
    changed: 'Nineteen of twenty events are announced beforehand, and scams by telephone have a promise of their own.',
  } as const
  const consultation = { contractId: id, id: identityOf('consultation', id), told }
  await tellConsultation(sql, consultation, actingAs('sergeant', addDays(heldOn, 2)))
}

const note = identityOf('note on farms')

/** A member of the commissioner’s office follows the team and one promise of it, asks, and is answered. */
async function follow(sql: Sql, { span }: Contract, today: Day): Promise<void> {
  const askedOn = addDays(today, -20)
  if (askedOn <= span.from) return
  const watches = [{ scope: 'standard', ref: 'D-2' } as const, { scope: 'promise', ref: 'R35' } as const]
  await followTeam(sql, { teamId, watches }, recordingAs('opcc', askedOn))
  const words = 'Clerks tell us that nobody has come yet this half year. When will you meet them?'
  const asked = { id: note, about: 'R35', words, answerBy: addDays(askedOn, 14) }
  await writeNote(sql, asked, writingAs('opcc', askedOn))
  const answer = 'Three are agreed before Christmas, and Lyme Regis in January. All four are in the calendar.'
  const said = {
    id: identityOf(note, 'answer'),
    noteId: note,
    step: 'answered',
    words: answer,
    answerBy: null,
  } as const
  await sayToNote(sql, said, writingAs('sergeant', addDays(askedOn, 6)))
  // What was written then is not to go out now.
  await withdrawMail(sql, [`team-note/${note}`])
}

function writingAs(role: Role, on: Day): Writer {
  const { personId, at, timeZone } = recordingAs(role, on)
  const side = role === 'opcc' ? 'office' : 'team'
  return { personId, at, timeZone, side, teamId, teamName: 'West Dorset', site: 'http://localhost' }
}

/** The next draft opens with what the panel’s recommendations leave open; one promise of it is put otherwise already. */
async function beginNext(sql: Sql, current: Contract, today: Day): Promise<void> {
  const begunOn = addDays(today, -6)
  if (begunOn <= addDays(current.span.from, 31)) return
  const open = await openRecommendations(sql, teamId)
  const sergeant = actingAs('sergeant', begunOn)
  const { id: contractId, commitments } = await beginNextYear(sql, current, open.map(carriedPromise), sergeant)
  const before = commitments.find(({ ref }) => ref === 'R09')
  if (before === undefined) return
  const { ref, ...promise } = {
    ...before,
    text: 'Every day we meet people face to face, in town and in the villages in turn.',
  }
  const changed = { contractId, ref, revision: 0, promise, named: [] }
  await changePromise(sql, changed, actingAs('sergeant', addDays(today, -4)))
}
