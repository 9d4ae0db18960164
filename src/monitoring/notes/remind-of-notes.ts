import { transaction, type Database } from '#platform/database/database.ts'
import { isAddress } from '#platform/mail/mail.ts'
import { writeMail } from '#platform/mail/write-mail.ts'
import { audit } from '#platform/audit.ts'
import { noteMail } from './note-mail.ts'
import { noteStandsAt } from './note.ts'
import { notesOpenAnywhere, readersIn, saveNoteReminders } from './notes.sql.ts'

/**
 * Each day: tells the Inspector of a team, or where there is none its Sergeant, of notes that nobody answered by their day, each once
 * for its day. Answers how many mails were written; run twice, or in two processes at once, it tells nobody twice.
 */
export const remindOfNotes = (
  database: Database,
  { at, site }: { readonly at: Date; readonly site: string },
): Promise<number> =>
  transaction(database, async (sql) => {
    const overdue = (await notesOpenAnywhere(sql, at)).flatMap((note) => {
      const { overdueSince, answerBy } = noteStandsAt(note, note.today)
      return overdueSince === null ? [] : [{ ...note, answerBy }]
    })
    const teamIds = [...new Set(overdue.map(({ teamId }) => teamId))]
    const readers = await readersIn(sql, teamIds, ['inspector', 'sergeant'])
    const reached = Map.groupBy(readers.filter(({ email }) => isAddress(email)), ({ teamId }) => teamId) // prettier-ignore
    const due = overdue.filter(({ teamId }) => reached.has(teamId))
    const noted = new Set((await saveNoteReminders(sql, due, at)).map(({ id }) => id))
    const anew = due.filter(({ id }) => noted.has(id))
    const mails = anew.flatMap((note) =>
      (reached.get(note.teamId) ?? []).map(({ email }) => noteMail(email, 'overdue', note, site)),
    )
    await writeMail(sql, mails, at)
    for (const { id } of anew)
      await audit(sql, { at, personId: null, verb: 'remind of a note', about: `team-note/${id}` })
    return mails.length
  })
