import type { Sql } from '#platform/database/database.ts'
import type { Neighbourhood, Team } from './area.ts'

/** Adds forces on the clocks and bank holidays of England and Wales. */
export const addForces = (sql: Sql, forces: readonly { readonly id: string; readonly name: string }[]) => sql`
  insert into force (id, name)
  select f.id, f.name from jsonb_to_recordset(${sql.json(forces.map(({ id, name }) => ({ id, name })))}) as f (id text, name text)`

/** Adds teams to forces that are there already. */
export const addTeams = (sql: Sql, teams: readonly Team[]) => sql`
  insert into team (id, force_id, slug, name, school_council)
  select t.id, t."forceId", t.slug, t.name, t."schoolCouncil"
  from jsonb_to_recordset(${sql.json([...teams])}) as t (id text, "forceId" text, slug text, name text, "schoolCouncil" text)`

/** Adds a force's published neighbourhoods, each with the team that covers it. */
export const addNeighbourhoods = (sql: Sql, forceId: string, neighbourhoods: readonly Neighbourhood[]) => sql`
  insert into neighbourhood (force_id, id, name, team_id)
  select ${forceId}, n.id, n.name, n."teamId"
  from jsonb_to_recordset(${sql.json([...neighbourhoods])}) as n (id text, name text, "teamId" text)`

/** Adds bank holidays of a division (`england-and-wales`), as GOV.UK publishes them. */
export const addBankHolidays = (
  sql: Sql,
  division: string,
  holidays: readonly { readonly date: string; readonly title: string }[],
) => sql`
  insert into bank_holiday (division, day, title)
  select ${division}, h.date, h.title from jsonb_to_recordset(${sql.json([...holidays])}) as h (date date, title text)
  on conflict (division, day) do update set title = excluded.title`

/** Adds the half terms of councils' schools, first and last day both included. */
export const addHalfTerms = (
  sql: Sql,
  terms: readonly { readonly council: string; readonly name: string; readonly from: string; readonly to: string }[],
) => sql`
  insert into half_term (council, name, starts_on, ends_on)
  select t.council, t.name, t."from", t."to"
  from jsonb_to_recordset(${sql.json([...terms])}) as t (council text, name text, "from" date, "to" date)
  on conflict (council, starts_on) do update set name = excluded.name, ends_on = excluded.ends_on`
