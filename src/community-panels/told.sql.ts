import type { Sql } from '#platform/database/database.ts'

/** How many people who spoke for a community were there. */
export type Attendance = { readonly community: string; readonly people: number }

/** Who was there, by community. */
export const attendanceOf = (sql: Sql, sittingId: string) => sql<Attendance[]>`
  select community, people from community_attendance where sitting_id = ${sittingId} order by community`

/** Keeps who was there and the minutes in place of what was kept before. */
export async function saveRecord(
  sql: Sql,
  sittingId: string,
  { attendance, minutes }: { readonly attendance: readonly Attendance[]; readonly minutes: string },
): Promise<void> {
  await sql`update community_sitting set minutes = ${minutes} where id = ${sittingId}`
  await sql`delete from community_attendance where sitting_id = ${sittingId}`
  await sql`
    insert into community_attendance (sitting_id, community, people)
    select ${sittingId}, a.community, a.people
    from jsonb_to_recordset(${sql.json([...attendance])}) as a (community text, people int)`
}

export type NewDissent = {
  readonly id: string
  readonly sittingId: string
  readonly contractId: string
  readonly memberId: string
  readonly words: string
}

/** Keeps a member’s own words; they may put them otherwise until somebody has decided on them, then false. */
export async function saveDissent(sql: Sql, dissent: NewDissent, at: Date): Promise<boolean> {
  const kept = await sql`
    insert into community_dissent (id, sitting_id, contract_id, member_id, words, given_at)
    values (${dissent.id}, ${dissent.sittingId}, ${dissent.contractId}, ${dissent.memberId}, ${dissent.words}, ${at})
    on conflict (sitting_id, contract_id, member_id) do update
    set words = excluded.words, given_at = excluded.given_at where community_dissent.decision is null
    returning id`
  return kept.length > 0
}

/** A member’s words, and what was decided of them; never whose they are. */
export type Dissent = {
  readonly id: string
  readonly contractId: string
  readonly words: string
  readonly decision: 'published' | 'refused' | null
  readonly reason: string
}

const dissents = (sql: Sql) => sql`
  select id, contract_id as "contractId", words, decision, reason from community_dissent`

/** What members of a sitting want to be read beside its outcomes. */
export const dissentsOf = (sql: Sql, sittingId: string) => sql<Dissent[]>`
  ${dissents(sql)} where sitting_id = ${sittingId} order by contract_id, given_at, id`

/** What is published of them beside one contract’s outcome. */
export const dissentPublished = (sql: Sql, sittingId: string, contractId: string) => sql<Dissent[]>`
  ${dissents(sql)} where sitting_id = ${sittingId} and contract_id = ${contractId} and decision = 'published'
  order by given_at, id`

/** A member’s own words on a contract, or null. */
export async function ownDissent(
  sql: Sql,
  { sittingId, contractId, memberId }: { sittingId: string; contractId: string; memberId: string },
): Promise<Dissent | null> {
  const [dissent] = await sql<Dissent[]>`
    ${dissents(sql)} where sitting_id = ${sittingId} and contract_id = ${contractId} and member_id = ${memberId}`
  return dissent ?? null
}

/** Keeps what was decided of a member’s words; false where it was decided before. */
export async function saveDecision(
  sql: Sql,
  of: { readonly sittingId: string; readonly id: string },
  { decision, reason }: { readonly decision: 'published' | 'refused'; readonly reason: string },
  { at, by }: { readonly at: Date; readonly by: string },
): Promise<boolean> {
  const decided = await sql`
    update community_dissent set decision = ${decision}, reason = ${reason}, decided_at = ${at}, decided_by = ${by}
    where id = ${of.id} and sitting_id = ${of.sittingId} and decision is null returning id`
  return decided.length > 0
}

/** R05: what a team says of communities that are harder to reach. */
export type Reach = {
  readonly identifying: string
  readonly channels: string
  readonly blockers: string
  readonly goodPractice: string
}

/** What a team told a sitting, or null. */
export async function reachOf(sql: Sql, sittingId: string, teamId: string): Promise<Reach | null> {
  const [reach] = await sql<Reach[]>`
    select identifying, channels, blockers, good_practice as "goodPractice" from community_reach
    where sitting_id = ${sittingId} and team_id = ${teamId}`
  return reach ?? null
}

/** Keeps what a team tells a sitting; what it told before gives way. */
export const saveReach = (
  sql: Sql,
  { sittingId, teamId }: { readonly sittingId: string; readonly teamId: string },
  reach: Reach,
  { at, by }: { readonly at: Date; readonly by: string },
) => sql`
  insert into community_reach (sitting_id, team_id, identifying, channels, blockers, good_practice, told_at, told_by)
  values (${sittingId}, ${teamId}, ${reach.identifying}, ${reach.channels}, ${reach.blockers}, ${reach.goodPractice},
    ${at}, ${by})
  on conflict (sitting_id, team_id) do update
  set identifying = excluded.identifying, channels = excluded.channels, blockers = excluded.blockers,
    good_practice = excluded.good_practice, told_at = excluded.told_at, told_by = excluded.told_by`
