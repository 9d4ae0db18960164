import type { Pack } from '#assessments/packs/pack.ts'
import { permissions } from '#people/permissions.ts'
import type { Sql } from '#platform/database/database.ts'
import type { Language } from '#platform/language/language.ts'
import type { Day } from '#platform/day.ts'
import type { Stood } from '../verdict/outcome.ts'
import type { Sitting } from './sitting.ts'

const columns = (sql: Sql) => sql`
  s.id, s.force_id as "forceId", s.panel, s.year, s.held_on as "heldOn", s.place, s.opens_on as "opensOn",
  s.closes_on as "closesOn", s.choices, s.grades, s.minutes, s.closed_on as "closedOn", s.forgotten_on as "forgottenOn"`

export type NewSitting = Omit<Sitting, 'minutes' | 'closedOn' | 'forgottenOn'> & {
  readonly contractIds: readonly string[]
}

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

/** The sittings that nobody closed and whose members are known, held for the transaction, with what the day is in their force. */
export const sittingsNotClosed = (sql: Sql, at: Date) => sql<(Sitting & { readonly today: Day })[]>`
  select ${columns(sql)}, (${at}::timestamptz at time zone f.time_zone)::date as today
  from community_sitting s join force f on f.id = s.force_id
  where s.closed_on is null and s.forgotten_on is null order by s.id for update of s`

/** Notes on which day the members of sittings were forgotten. */
export const keepForgotten = (sql: Sql, over: readonly { readonly id: string; readonly today: Day }[]) => sql`
  update community_sitting s set forgotten_on = o.today
  from jsonb_to_recordset(${sql.json(over.map(({ id, today }) => ({ id, today })))}) as o (id uuid, today date)
  where s.id = o.id`

/** Somebody to be told of a sitting. */
export type ToTell = { readonly sittingId: string; readonly personId: string; readonly email: string }

/** Who convened each of these sittings; where they left, whoever in its force may convene one. */
export const convenersOf = (sql: Sql, sittingIds: readonly string[]) => sql<ToTell[]>`
  select s.id as "sittingId", p.id as "personId", p.email
  from community_sitting s left join person c on c.id = s.convened_by and c.ended_on is null
  join person p on p.ended_on is null and (p.id = c.id
    or c.id is null and p.force_id = s.force_id and p.role = any(${[...permissions['convene community panels']]}))
  where s.id = any(${[...sittingIds]}::uuid[]) order by s.id, p.id`

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

/**
 * Holds the contracts of a sitting and where they are for the transaction: no round opens over one, and none is frozen or sent back.
 */
export async function holdContracts(sql: Sql, sittingId: string): Promise<void> {
  const own = sql`(select contract_id from community_sitting_contract where sitting_id = ${sittingId})`
  await sql`select from contract_course where contract_id in ${own} order by contract_id for update`
  await sql`select from contract where id in ${own} order by id for update`
}

/** The rounds of the commissioner’s panel over any contract of a sitting that are not closed yet. */
export const roundsOpenOver = (sql: Sql, sittingId: string) => sql<{ year: number }[]>`
  select distinct r.year from assessment_round r
  join round_contract rc on rc.round_id = r.id
  join community_sitting_contract x on x.contract_id = rc.contract_id and x.sitting_id = ${sittingId}
  where r.phase <> 'closed' order by r.year`

/** What a sitting judged of one contract: what was frozen under a seal, or else packs that are told in each language. */
export type Judged = { readonly contractId: string } & (
  { readonly frozen: string } | { readonly frozen: null; readonly told: readonly Told[] }
)

type Told = { readonly language: Language; readonly packs: readonly Pack[] }

/** Closes a sitting and keeps what it judged. */
export async function saveClosed(sql: Sql, sittingId: string, judged: readonly Judged[], on: Day): Promise<void> {
  const rows = judged.flatMap((each) => (each.frozen === null ? packRows(each.contractId, each.told) : []))
  const seals = judged.map(({ contractId, frozen }) => ({ contractId, frozen }))
  await sql`update community_sitting set closed_on = ${on} where id = ${sittingId}`
  await sql`
    update community_sitting_contract x set frozen = decode(j.frozen, 'hex')
    from jsonb_to_recordset(${sql.json(seals)}) as j ("contractId" text, frozen text)
    where x.sitting_id = ${sittingId} and x.contract_id = j."contractId"`
  await sql`
    insert into community_pack (sitting_id, contract_id, language, standard_id, place, pack)
    select ${sittingId}, p."contractId", p.language, p."standardId", p.place, p.pack
    from jsonb_to_recordset(${sql.json(rows)}) as p ("contractId" text, language text, "standardId" text, place int, pack jsonb)`
}

const packRows = (contractId: string, told: readonly Told[]) =>
  told.flatMap(({ language, packs }) =>
    packs.map((pack, place) => ({ contractId, language, standardId: pack.standardId, place, pack })),
  )

/** The seals under which what a closed sitting judged was frozen, by contract. */
export async function sealsJudged(sql: Sql, sittingId: string): Promise<ReadonlyMap<string, string>> {
  const rows = await sql<{ contractId: string; seal: string }[]>`
    select contract_id as "contractId", encode(frozen, 'hex') as seal from community_sitting_contract
    where sitting_id = ${sittingId} and frozen is not null order by 1`
  return new Map(rows.map(({ contractId, seal }) => [contractId, seal]))
}

/** What a closed sitting judged of a contract as it was kept in a language, by standard in order; empty before. */
export async function keptPacks(sql: Sql, sittingId: string, contractId: string, language: Language): Promise<Pack[]> {
  const rows = await sql<{ pack: Pack }[]>`
    select pack from community_pack
    where sitting_id = ${sittingId} and contract_id = ${contractId} and language = ${language} order by place`
  return rows.map(({ pack }) => pack)
}

/** How each standard of these contracts stood when their sitting was closed, without what else was kept of them. */
export const keptStood = (sql: Sql, sittingId: string, contractIds: readonly string[]) => sql<
  (Stood & { readonly contractId: string })[]
>`
  select contract_id as "contractId", standard_id as "standardId", pack ->> 'title' as title,
    (select coalesce(jsonb_agg(jsonb_build_object('standing', p -> 'standing')), '[]')
      from jsonb_array_elements(pack -> 'promises') as p) as promises
  from community_pack
  where sitting_id = ${sittingId} and contract_id = any(${[...contractIds]}) and language = 'en'
  order by contract_id, place`

/** The closed sitting whose outcome the public reads of a contract: the newest; null before. */
export async function closedSittingOver(sql: Sql, contractId: string): Promise<Sitting | null> {
  const [sitting] = await sql<Sitting[]>`
    select ${columns(sql)} from community_sitting s
    join community_sitting_contract x on x.sitting_id = s.id and x.contract_id = ${contractId}
    where s.closed_on is not null order by s.closed_on desc, s.held_on desc, s.id limit 1`
  return sitting ?? null
}
