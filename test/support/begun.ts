import { openDatabase } from '#platform/database/database.ts'

/** The public address of an engagement of West Dorset that began yesterday: the demonstration's own are all still to come. */
export async function eventBegun(databaseUrl: string): Promise<string> {
  const database = openDatabase(databaseUrl, { connections: 1 })
  const [begun] = await database<{ id: string }[]>`
    update planned_engagement set held_on = current_date - 1
    where id = (
      select id from planned_engagement where team_id = 'dorset/west-dorset' and state = 'planned' and not moved
      order by held_on desc, id limit 1)
    returning id`
  await database.end()
  return `/dorset/west-dorset/events/${begun?.id ?? 'none'}`
}
