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
/** What more records share than this says nothing. */
const mostSharing = 100

/** A stretch of a list. */
export type Stretch = { readonly from: number; readonly most: number }
/** A pair with how many there are in all. */
export type PairOf = Pair & { readonly all: number }

/** A stretch of the likely pairs among a team's key individuals, those with one e-mail address or telephone first. */
export const likelyIndividuals = (sql: Sql, teamId: string, { from, most }: Stretch) => sql<PairOf[]>`
  with records as (
    select id, name, lower(name) as folded, lower(email) as email,
      nullif(regexp_replace(regexp_replace(telephone, '^\\s*\\+44\\s*(\\(0\\))?', '0'), '\\D', '', 'g'), '') as digits
    from key_individual where team_id = ${teamId} and merged_into is null and erased_at is null
  ), ${pairsOf(
    sql,
    sql`
    select id, folded, 1 as rank, ${hashed(sql, sql`'1 ' || email`)} as key from records where email <> ''
    union all select id, folded, 2, ${hashed(sql, sql`'2 ' || digits`)} from records where digits <> ''`,
  )}
  select p.one, p.other, x.name, y.name as "otherName",
    (array['same e-mail address', 'same telephone number', 'names alike'])[p.rank] as why, count(*) over ()::int as all
  from pairs p join records x on x.id = p.one join records y on y.id = p.other
  order by p.rank, x.name, y.name, p.one, p.other offset ${from} limit ${most}`

/**
 * A stretch of the likely pairs among the organisations of one kind that a team may see, those with one website first; two
 * schools that the national register numbers are two.
 */
export const likelyOrganisations = (sql: Sql, forceId: string, teamId: string, { from, most }: Stretch) => sql<
  PairOf[]
>`
  with records as (
    select id, name, lower(name) as folded, kind, website, team_id, urn from organisation
    where force_id = ${forceId} and (team_id = ${teamId} or team_id is null) and merged_into is null
  ), ${pairsOf(
    sql,
    sql`select id, folded, 1 as rank, ${hashed(sql, sql`'1 ' || lower(website)`)} as key from records where website <> ''`,
  )}
  select p.one, p.other, x.name, y.name as "otherName",
    (array['same website', null, 'names alike'])[p.rank] as why, count(*) over ()::int as all
  from pairs p join records x on x.id = p.one join records y on y.id = p.other
  where y.kind = x.kind and y.team_id is not distinct from x.team_id and (x.urn is null or y.urn is null)
  order by p.rank, x.name, y.name, p.one, p.other offset ${from} limit ${most}`

/**
 * Names are compared only where they share their first or last word, and what is left of them begins or ends alike: to compare
 * each with each would take minutes. Records meet by numbers made of what they share, since those are sorted fastest.
 */
const pairsOf = (sql: Sql, certain: ReturnType<Sql>) => sql`
  ends as (
    select id, folded, split_part(folded, ' ', 1) as word, substr(folded, strpos(folded || ' ', ' ') + 1) as rest from records
    union all select id, folded, regexp_replace(folded, '^.* ', ''), regexp_replace(folded, ' ?[^ ]*$', '') from records
  ), keys as (
    select id, folded, rank, key, count(*) over (partition by key) as sharing from (
      ${certain}
      union all select id, folded, 3, ${hashed(sql, sql`'begins ' || word || ' ' || left(rest, 1)`)} from ends
      union all select id, folded, 3, ${hashed(sql, sql`'ends ' || word || ' ' || right(rest, 2)`)} from ends
    ) k
  ), pairs as (
    select distinct on (a.id, b.id) a.id as one, b.id as other, a.rank
    from keys a join keys b on b.key = a.key and b.id > a.id
    where a.sharing <= ${mostSharing} and (a.rank < 3 or similarity(b.folded, a.folded) >= ${alike})
      and not exists (select from not_one n where n.one = a.id and n.other = b.id)
    order by a.id, b.id, a.rank
  )`

const hashed = (sql: Sql, words: ReturnType<Sql>) => sql`hashtextextended(${words}, 0)`

/** Notes that two records are two, so that nobody is asked again. */
export const saveNotOne = (sql: Sql, pair: readonly [string, string], { at, by }: { at: Date; by: string }) => sql`
  insert into not_one (one, other, told_at, told_by)
  values (least(${pair[0]}::uuid, ${pair[1]}::uuid), greatest(${pair[0]}::uuid, ${pair[1]}::uuid), ${at}, ${by})
  on conflict do nothing`
