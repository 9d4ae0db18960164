import type { Role } from '#people/person.ts'
import type { Sql } from '#platform/database/database.ts'
import type { Day } from '#platform/day.ts'
import type { NoteStep } from './note.ts'

/** A note of the commissioner’s office to a team; the id is chosen with the form. */
export type NewNote = {
  readonly id: string
  readonly teamId: string
  /** The standard or promise it is about, or null. */
  readonly about: string | null
  readonly words: string
  readonly answerBy: Day
  readonly writtenOn: Day
}

/** Something said to a note. */
export type Said = {
  readonly step: NoteStep
  readonly words: string
  readonly answerBy: Day | null
  readonly takenOn: Day
  readonly by: string
}

export type Note = NewNote & {
  readonly teamName: string
  readonly writtenBy: string
  readonly writer: string
  readonly steps: readonly Said[]
}

/** Keeps a note; false where it is there already. */
export async function insertNote(sql: Sql, note: NewNote, at: Date, by: string): Promise<boolean> {
  const added = await sql`
    insert into team_note (id, team_id, about, words, answer_by, written_on, written_at, written_by)
    values (${note.id}, ${note.teamId}, ${note.about}, ${note.words}, ${note.answerBy}, ${note.writtenOn}, ${at}, ${by})
    on conflict (id) do nothing returning id`
  return added.length > 0
}

const columns = (sql: Sql) => sql`
  n.id, n.team_id as "teamId", t.name as "teamName", n.about, n.words, n.answer_by as "answerBy", n.written_on as "writtenOn",
  n.written_by as "writtenBy", w.name as writer,
  coalesce((select jsonb_agg(jsonb_build_object('step', s.step, 'words', s.words, 'answerBy', s.answer_by, 'takenOn', s.taken_on,
      'by', p.name) order by s.place) from team_note_step s join person p on p.id = s.taken_by where s.note_id = n.id), '[]') as steps`

const notes = (sql: Sql) => sql`team_note n join team t on t.id = n.team_id join person w on w.id = n.written_by`

const isOpen = (sql: Sql) => sql`
  not exists (select from team_note_step s where s.note_id = n.id and s.step = 'closed')`

/** All notes to a team, the newest first. */
export const notesTo = (sql: Sql, teamId: string) => sql<Note[]>`
  select ${columns(sql)} from ${notes(sql)} where n.team_id = ${teamId} order by n.written_at desc, n.id`

/** The notes to a team that are not closed, the one to be answered first first. */
export const openNotes = (sql: Sql, teamId: string) => sql<Note[]>`
  select ${columns(sql)} from ${notes(sql)} where n.team_id = ${teamId} and ${isOpen(sql)} order by n.answer_by, n.id`

/** The notes to all teams of a force that are not closed. */
export const openNotesIn = (sql: Sql, forceId: string) => sql<Note[]>`
  select ${columns(sql)} from ${notes(sql)} where t.force_id = ${forceId} and ${isOpen(sql)} order by t.name, n.answer_by, n.id`

/** A note to a team, or null. */
export async function findNote(sql: Sql, teamId: string, id: string): Promise<Note | null> {
  const [note] = await sql<Note[]>`
    select ${columns(sql)} from ${notes(sql)} where n.id = ${id} and n.team_id = ${teamId}`
  return note ?? null
}

/** The same, held for the transaction, so that two who say something to it do so one after the other. */
export async function holdNote(sql: Sql, teamId: string, id: string): Promise<Note | null> {
  await sql`select from team_note where id = ${id} for update`
  return findNote(sql, teamId, id)
}

type NewStep = Omit<Said, 'by'> & { readonly id: string; readonly noteId: string }

/** Keeps what was said to a note. */
export const insertNoteStep = (
  sql: Sql,
  { id, noteId, step, words, answerBy, takenOn }: NewStep,
  at: Date,
  by: string,
) => sql`
  insert into team_note_step (id, note_id, step, words, answer_by, taken_on, taken_at, taken_by)
  values (${id}, ${noteId}, ${step}, ${words}, ${answerBy}, ${takenOn}, ${at}, ${by})`

/** Whether this was said already, as of a form sent twice. */
export async function isSaid(sql: Sql, id: string): Promise<boolean> {
  const rows = await sql`select from team_note_step where id = ${id}`
  return rows.length > 0
}

/** Somebody to write to. */
export type Reader = { readonly personId: string; readonly email: string; readonly teamId: string }

/** Those of these roles who are here and work for any of these teams; of several roles the first that somebody fills. */
export const readersIn = (sql: Sql, teamIds: readonly string[], roles: readonly Role[]) => sql<Reader[]>`
  select "personId", email, "teamId" from (
    select p.id as "personId", p.email, t.id as "teamId", rank() over (partition by t.id order by array_position(${[...roles]}, p.role)) as place
    from team t join person p on p.force_id = t.force_id and coalesce(p.team_id, t.id) = t.id and p.ended_on is null
      and p.role = any(${[...roles]})
    where t.id = any(${[...teamIds]})) as ranked
  where place = 1 order by "teamId", "personId"`

/** The address of somebody who is here still, or null. */
export async function addressOf(sql: Sql, personId: string): Promise<string | null> {
  const [row] = await sql<{ email: string }[]>`select email from person where id = ${personId} and ended_on is null`
  return row?.email ?? null
}

/** The open notes of every team with what the day is in its force. */
export const notesOpenAnywhere = (sql: Sql, at: Date) => sql<(Note & { readonly today: Day })[]>`
  select ${columns(sql)}, (${at}::timestamptz at time zone f.time_zone)::date as today
  from ${notes(sql)} join force f on f.id = t.force_id where ${isOpen(sql)} order by n.id`

/** Notes of which notes a team is reminded; answers those of which it was not before. */
export const saveNoteReminders = (
  sql: Sql,
  reminders: readonly { readonly id: string; readonly answerBy: Day }[],
  at: Date,
) => sql<{ id: string }[]>`
  insert into note_reminder (note_id, answer_by, written_at)
  select n.id, n."answerBy", ${at} from jsonb_to_recordset(${sql.json(reminders.map(({ id, answerBy }) => ({ id, answerBy })))}) as
    n (id uuid, "answerBy" date)
  on conflict do nothing returning note_id as id`
