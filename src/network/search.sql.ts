import { transaction, type Database } from '#platform/database/database.ts'
import { foldWords } from '#platform/fold.ts'

/** One line that a search finds. */
export type Found = {
  readonly id: string
  readonly what: 'individual' | 'organisation' | 'post'
  readonly name: string
  readonly about: string
  readonly relationshipId: string | null
  readonly nextDue: string | null
}

/** How alike two spellings must be, from 0 to 1: "Shirbourne" is like "Sherborne" by 0.31. */
const alike = '0.3'

/**
 * Key individuals, organisations and posts of a team whose name, tags or place holds the words, or is spelt nearly so; best
 * first, at most 20. Words that are held as typed come first; the index of three-letter pieces finds the others.
 */
export function searchNetwork(db: Database, forceId: string, teamId: string, words: string): Promise<readonly Found[]> {
  const folded = foldWords(words)
  const holds = `%${folded.replaceAll(/[\\%_]/g, '\\$&')}%`
  return transaction(db, async (sql) => {
    await sql`select set_config('pg_trgm.word_similarity_threshold', ${alike}, true)`
    return sql<Found[]>`
    with found as (
      (select id, 'individual' as what, name, speaks_for as about, folded, subject_id from key_individual
        where team_id = ${teamId} and merged_into is null and erased_at is null
          and (folded like ${holds} or ${folded} <% folded)
        order by folded like ${holds} desc, word_similarity(${folded}, folded) desc, name, id limit 20)
      union all
      (select id, 'organisation', name, kind, folded, subject_id from organisation
        where force_id = ${forceId} and (team_id = ${teamId} or team_id is null) and merged_into is null
          and (folded like ${holds} or ${folded} <% folded)
        order by folded like ${holds} desc, word_similarity(${folded}, folded) desc, name, id limit 20)
      union all
      (select r.id, 'post', s.label, s.kind, lower(s.label), s.id from relationship r join subject s on s.id = r.subject_id
        where r.team_id = ${teamId} and r.post_id is not null and r.ended_on is null
          and (lower(s.label) like ${holds} or ${folded} <% lower(s.label))
        order by lower(s.label) like ${holds} desc, word_similarity(${folded}, lower(s.label)) desc, s.label, r.id limit 20)
    )
    select f.id, f.what, f.name, f.about, r.id as "relationshipId", r.next_due as "nextDue"
    from found f left join relationship r on r.subject_id = f.subject_id and r.team_id = ${teamId} and r.ended_on is null
    order by f.folded like ${holds} desc, word_similarity(${folded}, f.folded) desc, f.name, f.id limit 20`
  })
}
