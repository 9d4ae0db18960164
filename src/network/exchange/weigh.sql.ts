import type { Sql } from '#platform/database/database.ts'

/** Somebody a team keeps already, as a file is held against them. */
export type Known = {
  readonly id: string
  readonly name: string
  readonly nameFolded: string
  readonly email: string | null
  readonly digits: string | null
}

/** Nobody else takes in a file for a team until this transaction ends. */
export const holdTeam = (sql: Sql, teamId: string) => sql`
  select pg_advisory_xact_lock(hashtextextended(${`network import ${teamId}`}, 0))`

/** Room, for this transaction alone, for those whom a file is held against. */
export async function makeRoom(sql: Sql): Promise<void> {
  await sql`drop table if exists pg_temp.known_individual`
  await sql`drop table if exists pg_temp.known_organisation`
  await sql`create temporary table known_individual (id uuid, name text, name_folded text, email text, digits text) on commit drop`
  await sql`create temporary table known_organisation (id uuid, folded text) on commit drop`
}

/** A team's key individuals after an id, at most `most`. */
export const individualsAfter = (sql: Sql, teamId: string, after: string, most: number) => sql<
  { id: string; name: string; email: string | null; telephone: string | null }[]
>`
  select id, name, email, telephone from key_individual
  where team_id = ${teamId} and merged_into is null and erased_at is null and id > ${after}::uuid order by id limit ${most}`

export const saveKnown = (sql: Sql, known: readonly Known[]) => sql`
  insert into known_individual (id, name, name_folded, email, digits)
  select k.id, k.name, k."nameFolded", lower(k.email), nullif(k.digits, '')
  from jsonb_to_recordset(${sql.json(known.map((one) => ({ ...one })))}) as k (id uuid, name text, "nameFolded" text, email text, digits text)`

export const saveKnownOrganisations = (sql: Sql, known: readonly { id: string; folded: string }[]) => sql`
  insert into known_organisation (id, folded)
  select k.id, k.folded from jsonb_to_recordset(${sql.json(known.map((one) => ({ ...one })))}) as k (id uuid, folded text)`

/** The people of a file after a line, as an erased identity is asked for. */
export const identitiesAfter = (sql: Sql, importId: string, after: number, most: number) => sql<
  { line: number; name: string; email: string | null; telephone: string | null }[]
>`
  select line, name, email, telephone from network_import_row
  where import_id = ${importId} and individual_id is not null and line > ${after} order by line limit ${most}`

export const saveErased = (sql: Sql, importId: string, lines: readonly number[]) => sql`
  update network_import_row set state = 'erased' where import_id = ${importId} and line = any(${[...lines]}::int[])`

/** All rows are new until they are held against the network; without fresh statistics the joins would go row by row. */
export async function saveAsNew(sql: Sql, importId: string): Promise<void> {
  await sql`
    update network_import_row r set like_name = null, individual_id = (r.told ->> 'individualId')::uuid,
      state = case when exists (
        select from key_individual e where e.id = (r.told ->> 'individualId')::uuid and e.erased_at is not null
      ) then 'erased' else 'new' end
    where r.import_id = ${importId} and (r.state <> 'new' or exists (
      select from key_individual e where e.id = (r.told ->> 'individualId')::uuid and e.erased_at is not null))`
  await sql`analyze network_import_row`
}

/** Certain: the same name with the same e-mail address or telephone, or brought in from a file before. */
export async function markHere(sql: Sql, importId: string): Promise<void> {
  await sql`analyze known_individual`
  await sql`analyze known_organisation`
  await sql`
    update network_import_row r set state = 'here', like_name = k.name
    from key_individual k where r.import_id = ${importId} and r.state = 'new' and k.id = r.individual_id`
  await sql`
    update network_import_row r set state = 'here', like_name = k.name from known_individual k
    where r.import_id = ${importId} and r.state = 'new' and k.name_folded = r.name_folded and k.email = r.email`
  await sql`
    update network_import_row r set state = 'here', like_name = k.name from known_individual k
    where r.import_id = ${importId} and r.state = 'new' and k.name_folded = r.name_folded and k.digits = r.digits`
}

/** Certain within a file: the line that came first stands for the person, and whatever post a later one tells of is theirs. */
export async function markTwice(sql: Sql, importId: string): Promise<void> {
  for (const same of [sql`email`, sql`digits`, sql`individual_id`])
    await sql`
      with first as (
        select line, first_value(line) over w as first_line, first_value(individual_id) over w as first_id
        from network_import_row
        where import_id = ${importId} and state in ('new', 'twice') and individual_id is not null and ${same} is not null
        window w as (partition by name_folded, ${same} order by line)
      )
      update network_import_row r set state = 'twice', individual_id = f.first_id, like_name = 'line ' || f.first_line
      from first f where r.import_id = ${importId} and r.line = f.line and f.first_line < f.line and r.state = 'new'`
}

/** How alike two names in one organisation must be to be asked about, from 0 to 1. */
const alike = 0.45
/** In an organisation with more people than this in one file, alike names are chance. */
const mostCompared = 100

/** Likely, for somebody to decide: the same name with other details, or a name spelt nearly so in the same organisation. */
export async function markLikely(sql: Sql, importId: string): Promise<void> {
  await sql`
    update network_import_row r set state = 'likely', like_name = k.name
    from known_individual k where r.import_id = ${importId} and r.state = 'new' and k.name_folded = r.name_folded`
  await sql`
    update network_import_row r set state = 'likely', like_name = k.name
    from known_organisation o join post p on p.organisation_id = o.id join post_held h on h.post_id = p.id
      join known_individual k on k.id = h.key_individual_id
    where r.import_id = ${importId} and r.state = 'new' and r.individual_id is not null
      and o.folded = r.organisation_folded and similarity(k.name_folded, r.name_folded) >= ${alike}`
  await sql`
    with first as (
      select line, first_value(line) over w as first_line from network_import_row
      where import_id = ${importId} and state in ('new', 'likely') and individual_id is not null
      window w as (partition by name_folded order by line)
    )
    update network_import_row r set state = 'likely', like_name = r.name || ', line ' || f.first_line
    from first f where r.import_id = ${importId} and r.line = f.line and f.first_line < f.line and r.state = 'new'`
  await sql`
    with small as (
      select organisation_folded from network_import_row
      where import_id = ${importId} and organisation_folded <> '' and individual_id is not null
      group by organisation_folded having count(*) between 2 and ${mostCompared}
    )
    update network_import_row r set state = 'likely', like_name = e.name || ', line ' || e.line
    from small s, network_import_row e
    where r.import_id = ${importId} and r.state = 'new' and r.individual_id is not null
      and r.organisation_folded = s.organisation_folded
      and e.import_id = r.import_id and e.organisation_folded = s.organisation_folded and e.individual_id is not null
      and e.line < r.line and e.state = 'new' and similarity(e.name_folded, r.name_folded) >= ${alike}`
}
