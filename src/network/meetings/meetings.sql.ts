import type { Sql } from '#platform/database/database.ts'
import type { OrganisationKind } from '../organisation.ts'
import { stands } from './meeting-evidence.sql.ts'
import type { Meeting } from './meeting.ts'

/** A meeting as pages show it. */
export type MeetingLine = Meeting & {
  readonly organisation: string | null
  readonly organisationKind: OrganisationKind | null
  readonly subjectId: string | null
  readonly withdrawnReason: string | null
  readonly people: readonly string[]
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

const lines = (sql: Sql) => sql`
  select m.id, m.team_id as "teamId", m.organisation_id as "organisationId", m.title, m.held_on as "heldOn", m.state, m.came,
    m.with_neo as "withNeo", m.first_hour_with_neos as "firstHourWithNeos", m.minutes,
    -- That the clerk was there stands in the ledger alone: the contact is then with the council and its clerk.
    exists (select 1 from evidence e where e.source = 'meeting/' || m.id and e.chain = m.team_id and e.kind = 'contact made'
      and cardinality(e.subjects) > 1 and ${stands(sql)}) as "withClerk",
    m.withdrawn_reason as "withdrawnReason",
    o.name as organisation, o.kind as "organisationKind", o.subject_id as "subjectId",
    array(select person_id::text from meeting_person where meeting_id = m.id order by person_id) as "personIds",
    array(select p.name from meeting_person a join person p on p.id = a.person_id where a.meeting_id = m.id
      order by p.name, p.id) as people
  from meeting m left join organisation o on o.id = m.organisation_id`

/** One meeting of a team, or null. */
export async function findMeeting(sql: Sql, teamId: string, id: string): Promise<MeetingLine | null> {
  if (!uuid.test(id)) return null
  const [found] = await sql<MeetingLine[]>`${lines(sql)} where m.id = ${id} and m.team_id = ${teamId}`
  return found ?? null
}

/** Meetings that are planned and whose record nobody wrote yet, the soonest first. */
export const meetingsPlanned = (sql: Sql, teamIds: readonly string[], most = 500) => sql<MeetingLine[]>`
  ${lines(sql)} where m.team_id = any(${[...teamIds]}) and m.state = 'planned' order by m.held_on, m.id limit ${most}`

/** The newest meetings of a team that were held. */
export const meetingsHeld = (sql: Sql, teamId: string, most: number) => sql<MeetingLine[]>`
  ${lines(sql)} where m.team_id = ${teamId} and m.state = 'held' order by m.held_on desc, m.id limit ${most}`

/** Keeps a planned meeting; false where its id is there already. */
export async function savePlan(sql: Sql, m: Meeting, { at, by }: { at: Date; by: string }): Promise<boolean> {
  const saved = await sql`
    insert into meeting (id, team_id, organisation_id, title, held_on, state, kept_at, kept_by)
    values (${m.id}, ${m.teamId}, ${m.organisationId}, ${m.title}, ${m.heldOn}, 'planned', ${at}, ${by})
    on conflict (id) do nothing returning id`
  return saved.length > 0
}

/** Keeps a meeting that was held, also where it was planned before; false where its record is there already. */
export async function saveHeld(sql: Sql, m: Meeting, { at, by }: { at: Date; by: string }): Promise<boolean> {
  const saved = await sql`
    insert into meeting as kept (id, team_id, organisation_id, title, held_on, state, came, with_neo, first_hour_with_neos,
      minutes, kept_at, kept_by)
    values (${m.id}, ${m.teamId}, ${m.organisationId}, ${m.title}, ${m.heldOn}, 'held', ${m.came}, ${m.withNeo},
      ${m.firstHourWithNeos}, ${m.minutes}, ${at}, ${by})
    on conflict (id) do update set title = excluded.title, held_on = excluded.held_on, state = 'held', came = excluded.came,
      with_neo = excluded.with_neo, first_hour_with_neos = excluded.first_hour_with_neos, minutes = excluded.minutes,
      kept_at = excluded.kept_at, kept_by = excluded.kept_by
    where kept.state = 'planned' and kept.team_id = excluded.team_id
      and kept.organisation_id is not distinct from excluded.organisation_id
    returning id`
  if (saved.length > 0) await savePeople(sql, m)
  return saved.length > 0
}

/** Puts another record in the place of a meeting's and keeps what it said; false where it was withdrawn or never held. */
export async function saveCorrection(
  sql: Sql,
  m: Meeting,
  { at, by, reason }: { at: Date; by: string; reason: string },
): Promise<boolean> {
  const saved = await sql`
    with before as (select * from meeting where id = ${m.id} and state = 'held' for update), kept as (
      insert into meeting_correction (meeting_id, reason, held_on, came, with_neo, first_hour_with_neos, corrected_at, corrected_by)
      select id, ${reason}, held_on, came, with_neo, first_hour_with_neos, ${at}, ${by} from before
    )
    update meeting set title = ${m.title}, held_on = ${m.heldOn}, came = ${m.came}, with_neo = ${m.withNeo},
      first_hour_with_neos = ${m.firstHourWithNeos}, minutes = ${m.minutes}
    from before where meeting.id = before.id returning meeting.id`
  if (saved.length > 0) await savePeople(sql, m)
  return saved.length > 0
}

/** Marks a meeting withdrawn; false where it was before. */
export async function saveWithdrawal(sql: Sql, id: string, reason: string): Promise<boolean> {
  const saved = await sql`
    update meeting set state = 'withdrawn', withdrawn_reason = ${reason} where id = ${id} and state <> 'withdrawn' returning id`
  return saved.length > 0
}

async function savePeople(sql: Sql, { id, personIds }: Meeting): Promise<void> {
  await sql`delete from meeting_person where meeting_id = ${id}`
  await sql`insert into meeting_person (meeting_id, person_id) select ${id}, unnest(${[...personIds]}::uuid[])`
}
