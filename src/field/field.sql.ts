import type { webcrypto } from 'node:crypto'
import type { Sql } from '#platform/database/database.ts'

/** A person's pair of keys as JSON Web Keys. */
export type FieldKey = { readonly publicKey: webcrypto.JsonWebKey; readonly privateKey: webcrypto.JsonWebKey }

/** The pair of keys of a person, or null where none was made yet. */
export async function findFieldKey(sql: Sql, personId: string): Promise<FieldKey | null> {
  const [key] = await sql<FieldKey[]>`
    select public_key as "publicKey", private_key as "privateKey" from field_key where person_id = ${personId}`
  return key ?? null
}

/** Keeps a pair of keys; a pair already there stays, since phones hold what only it can open. Answers whether it was new. */
export async function insertFieldKey(sql: Sql, personId: string, key: FieldKey, at: Date): Promise<boolean> {
  const made = await sql`
    insert into field_key (person_id, public_key, private_key, made_at)
    values (${personId}, ${JSON.stringify(key.publicKey)}::text::jsonb, ${JSON.stringify(key.privateKey)}::text::jsonb, ${at})
    on conflict (person_id) do nothing returning person_id`
  return made.length > 0
}

type Received = { readonly id: string; readonly personId: string; readonly hash: Buffer; readonly at: Date }

export const insertFieldRecord = (sql: Sql, { id, personId, hash, at }: Received) => sql`
  insert into field_record (id, person_id, hash, received_at) values (${id}, ${personId}, ${hash}, ${at})`

/** Whether just this record was received before. */
export async function wasReceived(sql: Sql, id: string, hash: Buffer): Promise<boolean> {
  const found = await sql`select id from field_record where id = ${id} and hash = ${hash}`
  return found.length > 0
}

/** Who logged a contact; null where there is none of this id. */
export async function contactLoggedBy(sql: Sql, id: string): Promise<{ readonly by: string | null } | null> {
  const [found] = await sql<{ by: string | null }[]>`select logged_by as by from contact where id = ${id}`
  return found ?? null
}

/** The team whose engagement this is and the day it was held, or null. */
export async function teamOfEngagement(sql: Sql, id: string) {
  const [found] = await sql<{ teamId: string; heldOn: string }[]>`
    select team_id as "teamId", held_on as "heldOn" from engagement where id = ${id}`
  return found ?? null
}

type Photo = {
  readonly id: string
  readonly engagementId: string
  readonly bytes: Buffer
  readonly takenOn: string
  readonly by: string
  readonly at: Date
}

/** Keeps a photo; one that was kept before stays as it is. Answers whether it was new. */
export async function insertPhoto(sql: Sql, photo: Photo): Promise<boolean> {
  const kept = await sql`
    insert into engagement_photo (id, engagement_id, bytes, taken_on, consent, taken_by, taken_at)
    values (${photo.id}, ${photo.engagementId}, ${photo.bytes}, ${photo.takenOn}, true, ${photo.by}, ${photo.at})
    on conflict (id) do nothing returning id`
  return kept.length > 0
}

/** Whether a photo of this id was kept before. */
export async function isPhotoKept(sql: Sql, id: string): Promise<boolean> {
  return (await sql`select 1 from engagement_photo where id = ${id}`).length > 0
}

/** A photo and whose engagement it is of, or null. */
export async function findPhoto(sql: Sql, id: string) {
  const [photo] = await sql<{ bytes: Buffer; teamId: string }[]>`
    select p.bytes, e.team_id as "teamId" from engagement_photo p join engagement e on e.id = p.engagement_id
    where p.id = ${id}`
  return photo ?? null
}

/** The photos of an engagement, the oldest first, without their bytes. */
export const photosOf = (sql: Sql, engagementId: string) => sql<{ id: string; takenOn: string }[]>`
  select id, taken_on as "takenOn" from engagement_photo where engagement_id = ${engagementId} order by taken_at, id`
