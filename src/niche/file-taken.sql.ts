import type { Sql } from '#platform/database/database.ts'

/** A file that somebody took in, and how many of its rows did what. */
export type FileTaken = {
  readonly id: string
  readonly source: 'niche' | 'calendar'
  readonly forceId: string
  readonly teamId: string | null
  readonly counts: Readonly<Record<string, number>>
  readonly at: Date
  readonly by: string | null
}

/** Notes that a file was taken in. */
export const saveFileTaken = (sql: Sql, file: FileTaken) => sql`
  insert into file_taken (id, source, force_id, team_id, counts, taken_at, taken_by)
  values (${file.id}, ${file.source}, ${file.forceId}, ${file.teamId}, ${sql.json({ ...file.counts })}, ${file.at}, ${file.by})`

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** A file of a force, or of one of its teams, that was taken in; null where there is none of this id. */
export async function findFileTaken(
  sql: Sql,
  { id, source, forceId, teamId }: Pick<FileTaken, 'id' | 'source' | 'forceId' | 'teamId'>,
): Promise<FileTaken | null> {
  if (!uuid.test(id)) return null
  const [file] = await sql<FileTaken[]>`
    select id, source, force_id as "forceId", team_id as "teamId", counts, taken_at as at, taken_by as by from file_taken
    where id = ${id} and source = ${source} and force_id = ${forceId} and team_id is not distinct from ${teamId}`
  return file ?? null
}
