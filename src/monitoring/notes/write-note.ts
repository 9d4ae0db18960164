import { audit } from '#platform/audit.ts'
import type { Sql } from '#platform/database/database.ts'
import { dayAt, type Day } from '#platform/day.ts'
import { isAddress } from '#platform/mail/mail.ts'
import { writeMail } from '#platform/mail/write-mail.ts'
import { Refusal } from '#platform/refusal.ts'
import { noteMail } from './note-mail.ts'
import { noteStandsAt, refuseOutOfTurn, refusePast, type NoteStep, type Side } from './note.ts'
import { addressOf, holdNote, insertNote, insertNoteStep, isSaid, readersIn, type Note } from './notes.sql.ts'

/** Who writes, for which side, when, and the public address for links in mails. */
export type Writer = {
  readonly personId: string
  readonly side: Side
  readonly at: Date
  readonly timeZone: string
  readonly teamId: string
  readonly teamName: string
  readonly site: string
}

export type NoteTold = {
  readonly id: string
  readonly about: string | null
  readonly words: string
  readonly answerBy: Day
}

/**
 * Writes a note to a team in the caller’s transaction, and tells its Sergeant, or where there is none its Inspector, by mail; sent
 * twice it is written once. Throws a Refusal where the day is over (422).
 */
export async function writeNote(sql: Sql, told: NoteTold, writer: Writer): Promise<void> {
  const { personId, at, timeZone, teamId } = writer
  const writtenOn = dayAt(at, timeZone)
  refusePast(told.answerBy, writtenOn)
  if (!(await insertNote(sql, { ...told, teamId, writtenOn }, at, personId))) return
  await tellTeam(sql, 'written', told, writer)
  const detail = { team: teamId, answerBy: told.answerBy, concerns: told.about }
  await audit(sql, { at, personId, verb: 'write a note', about: `team-note/${told.id}`, detail })
}

/** What is said to a note; `answerBy` where it is asked again. */
export type SaidTold = {
  readonly id: string
  readonly noteId: string
  readonly step: NoteStep
  readonly words: string
  readonly answerBy: Day | null
}

/**
 * Says something to a note in the caller’s transaction: the team answers, the office asks again or closes. Sent twice it is said
 * once, and nothing said before is overwritten. Throws a Refusal where there is no such note to the team (404), it is the other
 * side’s (403), does not follow (409), or the day is over (422).
 */
export async function sayToNote(sql: Sql, said: SaidTold, writer: Writer): Promise<void> {
  const { personId, at, timeZone, teamId, side } = writer
  const note = await holdNote(sql, teamId, said.noteId)
  if (note === null) throw new Refusal('There is no such note to this team.', 404)
  if (await isSaid(sql, said.id)) return
  const takenOn = dayAt(at, timeZone)
  refuseOutOfTurn(said.step, noteStandsAt(note, takenOn).state, side)
  if (said.answerBy !== null) refusePast(said.answerBy, takenOn)
  await insertNoteStep(sql, { ...said, takenOn }, at, personId)
  if (said.step === 'answered') await tellWriter(sql, note, writer)
  if (said.answerBy !== null) await tellTeam(sql, 'asked again', { id: note.id, answerBy: said.answerBy }, writer)
  await audit(sql, { at, personId, verb: `${said.step} (note)`, about: `team-note/${note.id}` })
}

type ToTell = { readonly id: string; readonly answerBy: Day }

async function tellTeam(sql: Sql, what: 'written' | 'asked again', note: ToTell, writer: Writer): Promise<void> {
  const { teamId, teamName, at, site } = writer
  const readers = (await readersIn(sql, [teamId], ['sergeant', 'inspector'])).filter(({ email }) => isAddress(email))
  const mails = readers.map(({ email }) => noteMail(email, what, { ...note, teamId, teamName }, site))
  await writeMail(sql, mails, at)
}

/** Whoever wrote it and has left is not told; the note stays on the watch list of the office. */
async function tellWriter(sql: Sql, note: Note, { at, site }: Writer): Promise<void> {
  const email = await addressOf(sql, note.writtenBy)
  if (email !== null && isAddress(email)) await writeMail(sql, [noteMail(email, 'answered', note, site)], at)
}
