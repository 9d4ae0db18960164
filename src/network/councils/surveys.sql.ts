import type { Sql } from '#platform/database/database.ts'
import type { Day } from '#platform/day.ts'
import type { SurveyAnswers, SurveyCount } from './survey.ts'

/** A survey as the desk shows it: how many were asked and how many answered, never what. */
export type SurveyLine = {
  readonly id: string
  readonly teamId: string
  readonly begunOn: Day
  readonly expiresAt: Date
  readonly closedOn: Day | null
  readonly asked: number
  readonly answered: number
}

/** A team's surveys of councillors, newest first. */
export const surveysOf = (sql: Sql, teamId: string) => sql<SurveyLine[]>`
  select s.id, s.team_id as "teamId", s.begun_on as "begunOn", s.expires_at as "expiresAt", s.closed_on as "closedOn",
    count(i.*)::int as asked, coalesce(s.answered, count(i.*) filter (where i.used))::int as answered
  from councillor_survey s left join councillor_survey_invitation i on i.survey_id = s.id
  where s.team_id = ${teamId} group by s.id order by s.begun_at desc, s.id limit 20`

/** The counts of surveys that are closed and whose answers were enough to be told. */
export const countsOf = (sql: Sql, surveyIds: readonly string[]) => sql<(SurveyCount & { surveyId: string })[]>`
  select survey_id as "surveyId", question, answer, count from councillor_survey_count
  where survey_id = any(${[...surveyIds]}::uuid[]) order by survey_id, question, answer`

/** Those who sit on a team's councils on a day and may be asked: each once, by name. */
export const councillorsToAsk = (sql: Sql, teamId: string, today: string) => sql<
  { id: string; name: string; email: string | null }[]
>`
  select distinct k.id, k.name, k.email
  from post p join organisation o on o.id = p.organisation_id join post_held h on h.post_id = p.id
    join key_individual k on k.id = h.key_individual_id
  where o.team_id = ${teamId} and o.merged_into is null and p.role = 'councillor' and h.since <= ${today}
    and (h.until is null or h.until >= ${today}) and k.objected_on is null and k.left_on is null and k.erased_at is null
    and k.merged_into is null
  order by k.name, k.id`

type NewSurvey = { readonly id: string; readonly teamId: string; readonly begunOn: Day; readonly expiresAt: Date }

/** Keeps a survey with its invitations; false where the form was sent before, or another survey of the team is open. */
export async function saveSurvey(
  sql: Sql,
  survey: NewSurvey,
  hashes: readonly Buffer[],
  { at, by }: { at: Date; by: string },
): Promise<boolean> {
  const { id, teamId, begunOn, expiresAt } = survey
  const saved = await sql`
    insert into councillor_survey (id, team_id, begun_on, begun_by, begun_at, expires_at)
    values (${id}, ${teamId}, ${begunOn}, ${by}, ${at}, ${expiresAt}) on conflict do nothing returning id`
  if (saved.length === 0) return false
  // In order of their hashes, so that the rows do not stand in the order of the councillors.
  const sorted = hashes.map((hash) => hash.toString('hex')).sort()
  await sql`
    insert into councillor_survey_invitation (token_hash, survey_id)
    select decode(h, 'hex'), ${id} from unnest(${sorted}::text[]) as h`
  return true
}

/** The survey that a token's hash leads to, and whether it was used; or null. */
export async function surveyOfToken(sql: Sql, hash: Buffer) {
  const [found] = await sql<
    { id: string; teamId: string; teamName: string; closedOn: Day | null; expiresAt: Date; used: boolean }[]
  >`
    select s.id, s.team_id as "teamId", t.name as "teamName", s.closed_on as "closedOn", s.expires_at as "expiresAt", i.used
    from councillor_survey_invitation i join councillor_survey s on s.id = i.survey_id join team t on t.id = s.team_id
    where i.token_hash = ${hash}`
  return found ?? null
}

/** The survey that somebody answers, and the clocks of its force. */
type Taken = { readonly id: string; readonly timeZone: string }

/** Uses up an invitation; null where it was used, or the survey is over. The survey is held, so that nobody closes it meanwhile. */
export async function takeInvitation(sql: Sql, hash: Buffer, at: Date): Promise<Taken | null> {
  const [open] = await sql<Taken[]>`
    select s.id, f.time_zone as "timeZone" from councillor_survey s join councillor_survey_invitation i on i.survey_id = s.id
      join team t on t.id = s.team_id join force f on f.id = t.force_id
    where i.token_hash = ${hash} and s.closed_on is null and s.expires_at > ${at} for share of s`
  if (!open) return null
  const used = await sql`
    update councillor_survey_invitation set used = true where token_hash = ${hash} and not used returning survey_id`
  return used.length > 0 ? open : null
}

/** Counts one councillor's answers; no row of them is kept. */
export const countAnswers = (sql: Sql, surveyId: string, answers: SurveyAnswers) => sql`
  insert into councillor_survey_count as kept (survey_id, question, answer, count)
  select ${surveyId}, key, value, 1 from jsonb_each_text(${sql.json(answers)}) order by key
  on conflict (survey_id, question, answer) do update set count = kept.count + 1`

/** Keeps what a councillor would have looked into, apart from their answers. */
export const saveReplyWords = (sql: Sql, surveyId: string, words: string, on: Day) => sql`
  insert into councillor_survey_words (id, survey_id, words, received_on)
  values (gen_random_uuid(), ${surveyId}, ${words}, ${on})`

/** Puts such words differently, or erases them (null); false where they are gone. */
export async function changeReplyWords(sql: Sql, id: string, words: string | null, at: Date): Promise<boolean> {
  const changed = await sql`
    update councillor_survey_words set words = ${words}, erased_at = ${words === null ? at : null}
    where id = ${id} and words is not null returning id`
  return changed.length > 0
}

/** Closes a survey and answers the counts of its answers; null where it was closed before. */
export async function saveClosing(sql: Sql, teamId: string, id: string, on: Day): Promise<SurveyCount[] | null> {
  const closed = await sql`
    update councillor_survey s set closed_on = ${on},
      answered = (select count(*) from councillor_survey_invitation i where i.survey_id = s.id and i.used)
    where s.id = ${id} and s.team_id = ${teamId} and s.closed_on is null returning s.id`
  return closed.length === 0 ? null : countsOf(sql, [id])
}

/** Forgets what was answered where it was too little to be told. */
export const forgetCounts = (sql: Sql, surveyId: string) =>
  sql`delete from councillor_survey_count where survey_id = ${surveyId}`
