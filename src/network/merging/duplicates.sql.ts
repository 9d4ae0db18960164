import type { Sql } from '#platform/database/database.ts'

/** Two records that are likely one, and why. */
export type Pair = {
  readonly one: string
  readonly other: string
  readonly name: string
  readonly otherName: string
  readonly why: 'same e-mail address' | 'same telephone number' | 'same website' | 'names alike'
}

/** How alike two names are that share their first or last word, from 0 to 1, to be listed. */
const alike = 0.5
/** A word that more records share than this says nothing. */
const mostSharing = 200

/** Likely pairs among a team's key individuals, those with one e-mail address or telephone first, at most `most`. */
export const likelyIndividuals = (sql: Sql, teamId: string, most: number) => sql<Pair[]>`
  with people as (
    select id, name, lower(name) as folded, lower(email) as email,
      nullif(regexp_replace(regexp_replace(telephone, '^\\s*\\+44\\s*(\\(0\\))?', '0'), '\\D', '', 'g'), '') as digits
    from key_individual where team_id = ${teamId} and merged_into is null and erased_at is null
  ), ${pairsOf(
    sql,
    sql`
    select a.id as one, b.id as other, a.name, b.name as "otherName", 1 as rank, 'same e-mail address' as why
    from people a join people b on b.email = a.email and b.id > a.id
    union all
    select a.id, b.id, a.name, b.name, 2, 'same telephone number' from people a join people b on b.digits = a.digits and b.id > a.id`,
  )}
  select one, other, name, "otherName", why from best order by rank, name, "otherName", one, other limit ${most}`

/** Likely pairs among the organisations of one kind that a team may see, at most `most`. */
export const likelyOrganisations = (sql: Sql, forceId: string, teamId: string, most: number) => sql<Pair[]>`
  with people as (
    select id, name, lower(name) as folded, kind, website, team_id from organisation
    where force_id = ${forceId} and (team_id = ${teamId} or team_id is null) and merged_into is null
  ), ${pairsOf(
    sql,
    sql`
    select a.id as one, b.id as other, a.name, b.name as "otherName", 1 as rank, 'same website' as why
    from people a join people b on lower(b.website) = lower(a.website) and b.id > a.id`,
  )}
  select b.one, b.other, b.name, b."otherName", b.why from best b
    join people x on x.id = b.one join people y on y.id = b.other
      and y.kind = x.kind and y.team_id is not distinct from x.team_id
  order by b.rank, b.name, b."otherName", b.one, b.other limit ${most}`

/** Names are compared only where they share a word at either end: to compare each with each would take minutes. */
const pairsOf = (sql: Sql, certain: ReturnType<Sql>) => sql`
  ends as (
    select id, name, folded, word, count(*) over (partition by word) as sharing from (
      select id, name, folded, split_part(folded, ' ', 1) as word from people
      union select id, name, folded, regexp_replace(folded, '^.* ', '') from people
    ) w
  ), pairs as (
    ${certain}
    union all
    select a.id, b.id, a.name, b.name, 3, 'names alike' from ends a
      join ends b on b.word = a.word and b.id > a.id and similarity(b.folded, a.folded) >= ${alike}
    where a.sharing <= ${mostSharing}
  ), best as (
    select distinct on (one, other) one, other, name, "otherName", rank, why from pairs p
    where not exists (select from not_one n where n.one = p.one and n.other = p.other)
    order by one, other, rank
  )`

/** Notes that two records are two, so that nobody is asked again. */
export const saveNotOne = (sql: Sql, pair: readonly [string, string], { at, by }: { at: Date; by: string }) => sql`
  insert into not_one (one, other, told_at, told_by)
  values (least(${pair[0]}::uuid, ${pair[1]}::uuid), greatest(${pair[0]}::uuid, ${pair[1]}::uuid), ${at}, ${by})
  on conflict do nothing`
