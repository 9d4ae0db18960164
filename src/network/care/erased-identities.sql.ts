import type { Sql } from '#platform/database/database.ts'

/** The key of all marks, which stays in the database; the one offered where there is none yet. */
export async function identityKey(sql: Sql, offered: Buffer): Promise<Buffer> {
  const [held] = await sql<{ key: Buffer }[]>`select key from identity_key`
  if (held) return held.key
  await sql`insert into identity_key (key) values (${offered}) on conflict do nothing`
  const [kept] = await sql<{ key: Buffer }[]>`select key from identity_key`
  return kept?.key ?? offered
}

/** Which of these marks, in hexadecimal, a force remembers. */
export async function marksKnown(sql: Sql, forceId: string, marks: readonly string[]): Promise<readonly string[]> {
  const known = await sql<{ mark: string }[]>`
    select encode(mark, 'hex') as mark from erased_identity
    where force_id = ${forceId} and mark in (select decode(m, 'hex') from unnest(${[...marks]}::text[]) as m)`
  return known.map(({ mark }) => mark)
}

export const saveMarks = (sql: Sql, forceId: string, marks: readonly Buffer[]) => sql`
  insert into erased_identity (force_id, mark)
  select ${forceId}, decode(m, 'hex') from unnest(${marks.map((mark) => mark.toString('hex'))}::text[]) as m
  on conflict do nothing`

/** Forgets marks and answers how many were known. */
export async function removeMarks(sql: Sql, forceId: string, marks: readonly Buffer[]): Promise<number> {
  const gone = await sql`
    delete from erased_identity where force_id = ${forceId}
      and mark in (select decode(m, 'hex') from unnest(${marks.map((mark) => mark.toString('hex'))}::text[]) as m)
    returning force_id`
  return gone.length
}

export async function isKeptAlready(sql: Sql, id: string): Promise<boolean> {
  const [found] = await sql`select id from key_individual where id = ${id}`
  return found !== undefined
}
