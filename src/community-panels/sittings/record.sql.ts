import type { Sql } from '#platform/database/database.ts'

/** How many people who spoke for a community were there. */
export type Attendance = { readonly community: string; readonly people: number }

/** Who was there, by community. */
export const attendanceOf = (sql: Sql, sittingId: string) => sql<Attendance[]>`
  select community, people from community_attendance where sitting_id = ${sittingId} order by community`

/** Keeps who was there and the minutes in place of what was kept before. */
export async function saveRecord(
  sql: Sql,
  sittingId: string,
  { attendance, minutes }: { readonly attendance: readonly Attendance[]; readonly minutes: string },
): Promise<void> {
  await sql`update community_sitting set minutes = ${minutes} where id = ${sittingId}`
  await sql`delete from community_attendance where sitting_id = ${sittingId}`
  await sql`
    insert into community_attendance (sitting_id, community, people)
    select ${sittingId}, a.community, a.people
    from jsonb_to_recordset(${sql.json([...attendance])}) as a (community text, people int)`
}
