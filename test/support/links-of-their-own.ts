import { randomUUID } from 'node:crypto'
import { saveLink } from '#network/care/own-record-links.sql.ts'
import { openDatabase } from '#platform/database/database.ts'
import { newKey } from '#platform/link-key.ts'
import { saveAddress, saveLinks } from '#priorities/raised/concerns-sent.sql.ts'

/** The paths of links: to what is held about the key individual best known to the team, to what came of a concern, and to be told of it. */
export async function linksOfTheirOwn(
  databaseUrl: string,
): Promise<{ readonly record: string; readonly concern: string; readonly yes: string }> {
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
  const { token, hash } = newKey()
  const link = { id: randomUUID(), keyIndividualId: known.id, given: 'by mail', showsSensitive: true } as const
  await saveLink(database, { ...link, expiresAt, hash }, { at, by: randomUUID() })
  const told = newKey()
  await saveLinks(database, raised.priorityId, [{ ...told, concernId: raised.concernId }], { at, expiresAt })
  const asked = newKey()
  const left = { address: 'resident@example.org', language: 'en', hash: asked.hash } as const
  await saveAddress(database, raised.concernId, left, at)
  await database.end()
  return {
    record: `/my-record/${token}`,
    concern: `/my-concern/${told.token}`,
    yes: `/my-concern/confirm/${asked.token}`,
  }
}
