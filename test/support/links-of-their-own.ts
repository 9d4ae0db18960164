import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { saveLink } from '#network/care/own-record-links.sql.ts'
import { openDatabase } from '#platform/database/database.ts'
import { newLink } from '#priorities/raised/concern-link.ts'
import { saveLinks } from '#priorities/raised/concerns-sent.sql.ts'

/** The paths of a link to what is held about the key individual best known to the team, and of one to what came of a concern. */
export async function linksOfTheirOwn(
  databaseUrl: string,
): Promise<{ readonly record: string; readonly concern: string }> {
  const database = openDatabase(databaseUrl, { connections: 1 })
  const [at, expiresAt] = [new Date(), new Date(Date.now() + 86_400_000)]
  const [known] = await database<{ id: string }[]>`
    select k.id from key_individual k
    left join relationship r on r.key_individual_id = k.id left join contact c on c.relationship_id = r.id
    where k.team_id = 'dorset/west-dorset' group by k.id order by count(c.id) desc, k.id limit 1`
  const [raised] = await database<{ concernId: string; priorityId: string }[]>`
    select c.id as "concernId", p.id as "priorityId" from concern_sent c, priority p
    where p.team_id = 'dorset/west-dorset' and p.outcome is not null order by c.id, p.id limit 1`
  if (!known || !raised) throw new Error('The demonstration knows nobody of West Dorset')
  const token = randomBytes(32).toString('base64url')
  const hash = createHash('sha256').update(token).digest()
  const link = { id: randomUUID(), keyIndividualId: known.id, given: 'by mail', showsSensitive: true } as const
  await saveLink(database, { ...link, expiresAt, hash }, { at, by: randomUUID() })
  const told = newLink()
  await saveLinks(database, raised.priorityId, [{ ...told, concernId: raised.concernId }], { at, expiresAt })
  await database.end()
  return { record: `/my-record/${token}`, concern: `/my-concern/${told.token}` }
}
