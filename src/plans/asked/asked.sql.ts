import type { Sql } from '#platform/database/database.ts'
import type { Day } from '#platform/day.ts'

export const waysOfAsking = ['people met', 'survey', 'meeting', 'online', 'letter', 'other'] as const
/** How a community was asked. */
export type WayOfAsking = (typeof waysOfAsking)[number]

/** What a team asked a community about its plan, and what came of it. */
export type ConsultationTold = {
  readonly heldOn: Day
  readonly asked: string
  readonly how: WayOfAsking
  readonly answers: number
  readonly said: string
  readonly changed: string
}

export type Consultation = ConsultationTold & {
  readonly id: string
  readonly revision: number
  readonly by: string | null
  /** When and why it was taken back; null while it counts. */
  readonly withdrawn: { readonly on: Day; readonly why: string } | null
}

const columns = (sql: Sql) => sql`
  c.id, c.held_on as "heldOn", c.asked, c.how, c.answers, c.said, c.changed, c.revision, p.name as by,
  case when c.withdrawn_on is not null
    then jsonb_build_object('on', c.withdrawn_on, 'why', c.withdrawn_why) end as withdrawn`

/** The consultations on a plan, those withdrawn among them; the first first. */
export const consultationsOf = (sql: Sql, contractId: string) => sql<Consultation[]>`
  select ${columns(sql)} from plan_consultation c left join person p on p.id = c.told_by
  where c.contract_id = ${contractId} order by c.held_on, c.id`

/** One consultation on a plan, held until the transaction ends; null where the plan has none of this id. */
export async function takeConsultation(sql: Sql, contractId: string, id: string): Promise<Consultation | null> {
  const [row] = await sql<Consultation[]>`
    select ${columns(sql)} from plan_consultation c left join person p on p.id = c.told_by
    where c.contract_id = ${contractId} and c.id = ${id} for update of c`
  return row ?? null
}

type Made = { readonly at: Date; readonly by: string | null }

/** Keeps a consultation; false where one of this id was kept before. */
export async function addConsultation(
  sql: Sql,
  contractId: string,
  { id, heldOn, asked, how, answers, said, changed }: ConsultationTold & { readonly id: string },
  { at, by }: Made,
): Promise<boolean> {
  const added = await sql`
    insert into plan_consultation (id, contract_id, held_on, asked, how, answers, said, changed, told_at, told_by)
    values (${id}, ${contractId}, ${heldOn}, ${asked}, ${how}, ${answers}, ${said}, ${changed}, ${at}, ${by})
    on conflict do nothing returning id`
  return added.length > 0
}

/** Tells a consultation anew. */
export const rewriteConsultation = (sql: Sql, id: string, told: ConsultationTold, { at, by }: Made) => sql`
  update plan_consultation set held_on = ${told.heldOn}, asked = ${told.asked}, how = ${told.how}, answers = ${told.answers},
    said = ${told.said}, changed = ${told.changed}, revision = revision + 1, told_at = ${at}, told_by = ${by}
  where id = ${id}`

/** Marks a consultation withdrawn; false where that was done before, or the plan has none of this id. */
export async function saveWithdrawal(sql: Sql, contractId: string, id: string, on: Day, why: string): Promise<boolean> {
  const saved = await sql`
    update plan_consultation set withdrawn_on = ${on}, withdrawn_why = ${why}
    where contract_id = ${contractId} and id = ${id} and withdrawn_on is null returning id`
  return saved.length > 0
}

/** A profile of the communities of an area, on which a plan rests. */
export type ProfileTold = {
  readonly title: string
  /** Where it can be read; empty where it has no address. */
  readonly address: string
  readonly dated: Day
  readonly informs: string
}

export type Profile = ProfileTold & { readonly id: string; readonly linkedOn: Day }

/** The profiles that a plan rests on, those taken out left aside; the first linked first. */
export const profilesOf = (sql: Sql, contractId: string) => sql<Profile[]>`
  select id, title, address, dated, informs, linked_on as "linkedOn" from plan_profile
  where contract_id = ${contractId} and taken_out_why is null order by linked_at, id`

/** Keeps a profile; false where one of this id was kept before. */
export async function addProfile(sql: Sql, contractId: string, profile: Profile, { at, by }: Made): Promise<boolean> {
  const { id, title, address, dated, informs, linkedOn } = profile
  const added = await sql`
    insert into plan_profile (id, contract_id, title, address, dated, informs, linked_on, linked_at, linked_by)
    values (${id}, ${contractId}, ${title}, ${address}, ${dated}, ${informs}, ${linkedOn}, ${at}, ${by})
    on conflict do nothing returning id`
  return added.length > 0
}

/** Takes a profile out of a plan; false where the plan has it no longer, or never had. */
export async function takeOutProfile(sql: Sql, contractId: string, id: string, why: string): Promise<boolean> {
  const out = await sql`
    update plan_profile set taken_out_why = ${why}
    where contract_id = ${contractId} and id = ${id} and taken_out_why is null returning id`
  return out.length > 0
}
