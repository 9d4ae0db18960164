import type { Sql } from '#platform/database/database.ts'
import type { Round } from './round.ts'
import { roundColumns } from './rounds.sql.ts'

/** A round with who sits on its panel, and whether its chair is no longer of the commissioner’s office. */
export type Panel = Round & {
  readonly memberIds: readonly string[]
  readonly chairId: string
  readonly hasChairLeft: boolean
}

/** The panel of a round of a force, held for the transaction where `hold`, or null. */
export async function findPanel(
  sql: Sql,
  { forceId, roundId }: { readonly forceId: string; readonly roundId: string },
  hold: boolean,
): Promise<Panel | null> {
  if (hold) await sql`select from assessment_round where id = ${roundId} for update`
  const [panel] = await panelsWhere(sql, sql`r.force_id = ${forceId} and r.id = ${roundId}`)
  return panel ?? null
}

/** The rounds of a force that go on though their chair has left. */
export const roundsWithoutChair = (sql: Sql, forceId: string) =>
  panelsWhere(sql, sql`r.force_id = ${forceId} and r.phase <> 'closed' and ${chairLeft(sql)}`)

const chairLeft = (sql: Sql) => sql`(p.ended_on is not null or p.role <> 'opcc')`

const panelsWhere = (sql: Sql, which: ReturnType<typeof chairLeft>) => sql<Panel[]>`
  select ${roundColumns(sql)}, chief.person_id as "chairId", ${chairLeft(sql)} as "hasChairLeft",
    array(select m.person_id from round_member m where m.round_id = r.id order by m.person_id) as "memberIds"
  from assessment_round r
  join round_member chief on chief.round_id = r.id and chief.is_chair
  join person p on p.id = chief.person_id
  where ${which} order by r.year desc, r.id`

/** Adds members to a panel and sets who leads it. */
export async function savePanel(
  sql: Sql,
  roundId: string,
  { joining, chairId }: { readonly joining: readonly string[]; readonly chairId: string },
): Promise<void> {
  await sql`
    insert into round_member (round_id, person_id, is_chair)
    select ${roundId}, m.id, false from unnest(${[...joining]}::uuid[]) as m (id)`
  await sql`update round_member set is_chair = false where round_id = ${roundId} and is_chair`
  await sql`update round_member set is_chair = true where round_id = ${roundId} and person_id = ${chairId}`
}

/** Somebody of a panel, with how many scores they gave. */
export type Member = {
  readonly id: string
  readonly name: string
  readonly isChair: boolean
  readonly given: number
  /** How many scores are asked of them: every standard of the contracts with whose team they have no conflict. */
  readonly asked: number
}

/** Who sits on a panel, the chair first; how many scores each gave tells nobody what they are. */
export const membersOf = (sql: Sql, roundId: string) => sql<Member[]>`
  select m.person_id as id, p.name, m.is_chair as "isChair",
    (select count(*)::int from score s where s.round_id = m.round_id and s.person_id = m.person_id
      and s.submitted_at is not null and not exists (select from round_conflict x
        where x.round_id = s.round_id and x.contract_id = s.contract_id and x.person_id = s.person_id)) as given,
    (select coalesce(sum(jsonb_array_length(f.document -> 'standards')), 0)::int from round_contract rc
      join contract c on c.id = rc.contract_id join framework f on f.id = c.framework_id
      where rc.round_id = m.round_id and not exists (select from round_conflict x
        where x.round_id = rc.round_id and x.contract_id = rc.contract_id and x.person_id = m.person_id)) as asked
  from round_member m join person p on p.id = m.person_id
  where m.round_id = ${roundId} order by m.is_chair desc, p.name, p.id`

/** Who may sit on a panel: those of the commissioner's office who are here. */
export const panelPeople = (sql: Sql, forceId: string) => sql<{ id: string; name: string }[]>`
  select id, name from person where force_id = ${forceId} and role = 'opcc' and ended_on is null order by name, id`
