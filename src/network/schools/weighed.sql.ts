import type { Sql } from '#platform/database/database.ts'
import type { Day } from '#platform/day.ts'
import type { Weighed } from './register.sql.ts'

/** What the names of teams and neighbourhoods tell of places, under which word of somebody's stands first. */
export type Guess = { readonly place: string; readonly teamId: string | null; readonly isSaid: boolean }

export type Weighing = {
  readonly forceId: string
  readonly guesses: readonly Guess[]
  /** Schools that closed before it are no longer anybody's. */
  readonly since: Day
}

/**
 * Each line of a draft with the team of its place and the word for what it would do. What was said of one school goes before
 * its town, its town before the first half of its postcode, and what was said before what names tell.
 */
const weighed = (sql: Sql, { forceId, guesses, since }: Weighing) => sql`
  with place as (
    select * from jsonb_to_recordset(${sql.json(guesses.map((one) => ({ ...one })))}) as p (place text, "teamId" text, "isSaid" boolean)
  ), placed as (
    select r.*, coalesce(s.place, t.place, o.place) is not null as is_placed,
      case when s.place is not null then s."teamId" when t."isSaid" then t."teamId" when o.place is not null then o."teamId"
        else t."teamId" end as team_id
    from school_register_row r
      left join place s on s.place = r.urn::text
      left join place t on t.place = r.folded_town and r.folded_town <> ''
      left join place o on o.place = r.outcode
    where r.force_id = ${forceId}
  ), unnumbered as (
    select distinct on (team_id, lower(name)) id, team_id, lower(name) as name from organisation
    where force_id = ${forceId} and kind = 'school' and urn is null and merged_into is null
    order by team_id, lower(name), id
  ), numbered as (
    select p.*, g.id as by_urn, row_number() over (partition by p.team_id, lower(p.name), g.id is null order by p.urn) as nth
    from placed p left join organisation g on g.urn = p.urn
  ), known as (
    select n.*, k.id as organisation_id, k.force_id as known_force, k.team_id as known_team, k.name as known_name,
      k.place as known_place, k.postcode as known_postcode, k.opens_on as known_opens, k.closes_on as known_closes,
      k.urn as known_urn, k.website, k.tags, k.subject_id
    from numbered n
      left join unnumbered u on n.by_urn is null and n.nth = 1 and u.team_id = n.team_id and u.name = lower(n.name)
      left join organisation k on k.id = coalesce(n.by_urn, u.id)
  )
  select *, case
      when organisation_id is not null and known_force <> ${forceId} then 'elsewhere'
      when organisation_id is null and (is_shut or closes_on < ${since}) then 'past'
      when organisation_id is null and not is_placed then 'unplaced'
      when organisation_id is null and team_id is null then 'not ours'
      when organisation_id is null then 'new'
      when closes_on is not null and known_closes is distinct from closes_on then 'closed'
      when known_urn is null or name <> known_name or coalesce(nullif(town, ''), known_place) <> known_place
        or coalesce(postcode, known_postcode) is distinct from known_postcode
        or coalesce(opens_on, known_opens) is distinct from known_opens or (closes_on is null and known_closes is not null and not is_shut)
        then 'changed'
      else 'unchanged' end as word
  from known`

/** How many lines of a draft would do what. */
export const countWeighed = (sql: Sql, weighing: Weighing) => sql<{ word: string; count: number }[]>`
  select word, count(*)::int as count from (${weighed(sql, weighing)}) w group by word order by word`

/** The lines of a draft that would change anything, in order of word, team and name; at most `most`, or all. */
export const changesWeighed = (sql: Sql, weighing: Weighing, most: number | null = null) => sql<Weighed[]>`
  select w.word, w.urn, w.name, coalesce(nullif(w.town, ''), w.known_place, '') as town, coalesce(w.postcode, w.known_postcode) as postcode,
    coalesce(w.opens_on, w.known_opens) as "opensOn", case when w.is_shut then w.known_closes else w.closes_on end as "closesOn",
    case when w.organisation_id is null then w.team_id else w.known_team end as "teamId", w.organisation_id as "organisationId",
    w.website, coalesce(w.tags, '{}') as tags, w.subject_id as "subjectId", s.starts_on as "subjectFrom", w.known_name as before
  from (${weighed(sql, weighing)}) w left join subject s on s.id = w.subject_id
  where w.word in ('new', 'changed', 'closed') order by w.word, 8, w.name, w.urn limit ${most}`

/** The places of open schools that nobody knows yet, those near known ones first; at most `most`. */
export const placesUnknown = (sql: Sql, weighing: Weighing, most: number) => sql<
  { place: string; town: string; outcodes: string; count: number }[]
>`
  with w as materialized (${weighed(sql, weighing)}),
    near as (select distinct substring(outcode from '^[a-z]+') as area from w where word in ('new', 'changed', 'closed', 'unchanged'))
  select coalesce(nullif(w.folded_town, ''), w.outcode, w.urn::text) as place, min(coalesce(nullif(w.town, ''), w.name)) as town,
    upper(string_agg(distinct w.outcode, ', ')) as outcodes, count(*)::int as count
  from w left join near on near.area = substring(w.outcode from '^[a-z]+')
  where w.word = 'unplaced'
  group by 1 order by bool_or(near.area is not null) desc, count(*) desc, 1 limit ${most}`

/** The subjects of the kind school with these labels that a contract named and nothing of the network is yet. */
export const subjectsToJoin = (sql: Sql, forceId: string, teamIds: readonly string[]) => sql<
  { id: string; teamId: string; label: string; from: Day }[]
>`
  select s.id, s.team_id as "teamId", s.label, s.starts_on as "from" from subject s
  where s.force_id = ${forceId} and s.team_id = any(${[...teamIds]}::text[]) and s.kind = 'school'
    and not exists (select from organisation o where o.subject_id = s.id) order by s.id`

/** Gives schools their numbers in the register and the subjects the ledger knows them by. */
export const saveNumbers = (
  sql: Sql,
  schools: readonly { readonly id: string; readonly urn: number; readonly subjectId: string }[],
) => sql`
  update organisation o set urn = n.urn, subject_id = n."subjectId"
  from jsonb_to_recordset(${sql.json(schools.map((one) => ({ ...one })))}) as n (id uuid, urn int, "subjectId" text)
  where o.id = n.id and (o.urn, o.subject_id) is distinct from (n.urn, n."subjectId")`

/** Ends what is kept up with schools that have closed, and takes up again what is kept up with those that have not. */
export const saveEndings = (
  sql: Sql,
  endings: readonly { readonly subjectId: string; readonly on: Day | null }[],
) => sql`
  update relationship r set ended_on = case when e."on" is not null then greatest(r.began_on, e."on") end
  from jsonb_to_recordset(${sql.json(endings.map((one) => ({ ...one })))}) as e ("subjectId" text, "on" date)
  where r.subject_id = e."subjectId"`
