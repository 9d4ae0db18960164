import type { ContractPacks } from '#assessments/packs.sql.ts'
import type { Pack } from '#assessments/pack.ts'
import type { Sql } from '#platform/database/database.ts'
import type { Day } from '#platform/day.ts'
import type { Sitting } from './sitting.ts'

const columns = (sql: Sql) => sql`
  s.id, s.force_id as "forceId", s.panel, s.year, s.held_on as "heldOn", s.place, s.opens_on as "opensOn",
  s.closes_on as "closesOn", s.choices, s.grades, s.minutes, s.closed_on as "closedOn"`

export type NewSitting = Omit<Sitting, 'minutes' | 'closedOn'> & { readonly contractIds: readonly string[] }

/** Keeps a sitting with the contracts that come before it; false, and nothing is kept, where it is there already. */
export async function insertSitting(sql: Sql, sitting: NewSitting, at: Date, by: string): Promise<boolean> {
  const added = await sql`
    insert into community_sitting (id, force_id, panel, year, held_on, place, opens_on, closes_on, choices, grades,
      convened_at, convened_by)
    values (${sitting.id}, ${sitting.forceId}, ${sitting.panel}, ${sitting.year}, ${sitting.heldOn}, ${sitting.place},
      ${sitting.opensOn}, ${sitting.closesOn}, ${[...sitting.choices]}, ${[...sitting.grades]}, ${at}, ${by})
    on conflict (id) do nothing returning id`
  if (added.length === 0) return false
  await sql`
    insert into community_sitting_contract (sitting_id, contract_id)
    select ${sitting.id}, c.id from unnest(${[...sitting.contractIds]}::text[]) as c (id)`
  return true
}

/** The sittings of a force, the newest first. */
export const sittingsOf = (sql: Sql, forceId: string) => sql<Sitting[]>`
  select ${columns(sql)} from community_sitting s where s.force_id = ${forceId} order by s.held_on desc, s.id`

/** The sittings before which a team’s contracts come, the newest first. */
export const sittingsWith = (sql: Sql, teamId: string) => sql<Sitting[]>`
  select ${columns(sql)} from community_sitting s
  where exists (select from community_sitting_contract x join contract c on c.id = x.contract_id
    where x.sitting_id = s.id and c.team_id = ${teamId})
  order by s.held_on desc, s.id`

/** A sitting, held for the transaction where `hold`: shared by those who vote, alone by who changes it. */
export async function findSitting(
  sql: Sql,
  id: string,
  hold: 'share' | 'alone' | null = null,
): Promise<Sitting | null> {
  const held = hold === null ? sql`` : hold === 'share' ? sql`for share` : sql`for update`
  const [sitting] = await sql<Sitting[]>`select ${columns(sql)} from community_sitting s where s.id = ${id} ${held}`
  return sitting ?? null
}

/** A contract that comes before a sitting. */
export type ContractLine = {
  readonly contractId: string
  readonly teamId: string
  readonly slug: string
  readonly teamName: string
}

/** The contracts of a sitting by team, in the order in which chains are taken. */
export const contractsOf = (sql: Sql, sittingId: string) => sql<ContractLine[]>`
  select x.contract_id as "contractId", t.id as "teamId", t.slug, t.name as "teamName"
  from community_sitting_contract x join contract c on c.id = x.contract_id join team t on t.id = c.team_id
  where x.sitting_id = ${sittingId} order by t.id`

/** The rounds of the commissioner’s panel over any contract of a sitting that are not closed yet. */
export const roundsOpenOver = (sql: Sql, sittingId: string) => sql<{ year: number }[]>`
  select distinct r.year from assessment_round r
  join round_contract rc on rc.round_id = r.id
  join community_sitting_contract x on x.contract_id = rc.contract_id and x.sitting_id = ${sittingId}
  where r.phase <> 'closed' order by r.year`

/** Closes a sitting and keeps what it judged. */
export async function saveClosed(sql: Sql, sittingId: string, packs: readonly ContractPacks[], on: Day): Promise<void> {
  const rows = packs.flatMap(({ contractId, packs: own }) =>
    own.map((pack, place) => ({ contractId, standardId: pack.standardId, place, pack })),
  )
  await sql`update community_sitting set closed_on = ${on} where id = ${sittingId}`
  await sql`
    insert into community_pack (sitting_id, contract_id, standard_id, place, pack)
    select ${sittingId}, p."contractId", p."standardId", p.place, p.pack
    from jsonb_to_recordset(${sql.json(rows)}) as p ("contractId" text, "standardId" text, place int, pack jsonb)`
}

/** What a closed sitting judged of a contract, by standard in order; empty before. */
export async function keptPacks(sql: Sql, sittingId: string, contractId: string): Promise<Pack[]> {
  const rows = await sql<{ pack: Pack }[]>`
    select pack from community_pack where sitting_id = ${sittingId} and contract_id = ${contractId} order by place`
  return rows.map(({ pack }) => pack)
}

/** The closed sitting whose outcome the public reads of a contract: the newest; null before. */
export async function closedSittingOver(sql: Sql, contractId: string): Promise<Sitting | null> {
  const [sitting] = await sql<Sitting[]>`
    select ${columns(sql)} from community_sitting s
    join community_sitting_contract x on x.sitting_id = s.id and x.contract_id = ${contractId}
    where s.closed_on is not null order by s.closed_on desc, s.held_on desc, s.id limit 1`
  return sitting ?? null
}
