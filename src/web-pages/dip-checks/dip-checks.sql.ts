import type { Sql } from '#platform/database/database.ts'
import type { Day } from '#platform/day.ts'
import { usualQuestions, type DipCheck, type DipCheckItem } from './dip-check.ts'

const columns = (sql: Sql) => sql`
  c.id, c.force_id as "forceId", c.team_id as "teamId", c.seed, c.drawn_from as "drawnFrom", c.drawn_at as "drawnAt",
  c.drawn_by as "drawnBy", c.checked_on as "checkedOn"`

/** What a force has its dip-checks ask, in order; the usual questions where it set none. */
export async function questionsOf(sql: Sql, forceId: string): Promise<readonly string[]> {
  const rows = await sql<{ words: string }[]>`
    select words from dip_check_question where force_id = ${forceId} order by place`
  return rows.length === 0 ? usualQuestions : rows.map(({ words }) => words)
}

/** Sets what a force has its dip-checks ask from now on; checks that were answered keep their own words. */
export async function saveQuestions(sql: Sql, forceId: string, questions: readonly string[]): Promise<void> {
  await sql`delete from dip_check_question where force_id = ${forceId}`
  await sql`
    insert into dip_check_question (force_id, place, words)
    select ${forceId}, q.place, q.words from unnest(${[...questions]}::text[]) with ordinality as q (words, place)`
}

/** Keeps a draw; one that its supervisor has not answered yet is answered instead of it. */
export async function insertDraw(sql: Sql, check: Omit<DipCheck, 'checkedOn'>): Promise<DipCheck> {
  await sql`
    insert into dip_check (id, force_id, team_id, seed, drawn_from, drawn_at, drawn_by)
    values (${check.id}, ${check.forceId}, ${check.teamId}, ${check.seed}, ${[...check.drawnFrom]}, ${check.drawnAt},
      ${check.drawnBy})
    on conflict do nothing`
  const [open] = await sql<DipCheck[]>`
    select ${columns(sql)} from dip_check c
    where c.force_id = ${check.forceId} and c.drawn_by = ${check.drawnBy} and (c.checked_on is null or c.id = ${check.id})
    order by c.id = ${check.id} desc limit 1`
  return open as DipCheck
}

/** One dip-check of a force, held for the transaction where `hold`, or null. */
export async function findDipCheck(sql: Sql, forceId: string, id: string, hold = false): Promise<DipCheck | null> {
  const [check] = await sql<DipCheck[]>`
    select ${columns(sql)} from dip_check c where c.force_id = ${forceId} and c.id = ${id} ${hold ? sql`for update` : sql``}`
  return check ?? null
}

/** A dip-check with its team's name, who drew it, and how many of how many were right. */
export type DipCheckLine = DipCheck & {
  readonly team: string
  readonly drawer: string
  readonly right: number
  readonly checked: number
  readonly toFix: number
}

/** The newest dip-checks of a force, those not answered yet first. */
export const dipChecksOf = (sql: Sql, forceId: string) => sql<DipCheckLine[]>`
  select ${columns(sql)}, t.name as team, coalesce(p.name, 'Somebody who is here no more') as drawer,
    coalesce(i.right, 0)::int as right, coalesce(i.checked, 0)::int as checked, coalesce(i.to_fix, 0)::int as "toFix"
  from dip_check c join team t on t.id = c.team_id left join person p on p.id = c.drawn_by
  left join lateral (
    select count(*) filter (where finding = 'right') as right, count(*) as checked,
      count(*) filter (where fix_by is not null and fixed_on is null) as to_fix
    from dip_check_item where dip_check_id = c.id) i on true
  where c.force_id = ${forceId} order by c.checked_on is not null, c.drawn_at desc, c.id limit 100`

/** What was found, question by question. */
export const itemsOf = (sql: Sql, dipCheckId: string) => sql<DipCheckItem[]>`
  select place, question, finding, note, fix_by as "fixBy", fixed_on as "fixedOn"
  from dip_check_item where dip_check_id = ${dipCheckId} order by place`

/** Keeps what was found. */
export async function saveAnswered(
  sql: Sql,
  id: string,
  items: readonly Omit<DipCheckItem, 'fixedOn'>[],
  { on, at }: { readonly on: Day; readonly at: Date },
): Promise<void> {
  await sql`update dip_check set checked_on = ${on}, checked_at = ${at} where id = ${id}`
  await sql`
    insert into dip_check_item (dip_check_id, place, question, finding, note, fix_by)
    select ${id}, i.place, i.question, i.finding, i.note, i."fixBy"
    from jsonb_to_recordset(${sql.json([...items])}) as i (place int, question text, finding text, note text, "fixBy" date)`
}

/** Something a dip-check found that nobody has put right. */
export type FaultFound = {
  readonly dipCheckId: string
  readonly place: number
  readonly question: string
  readonly note: string
  readonly fixBy: Day
}

/** What dip-checks found on a team's page and nobody has put right, what is due first first. */
export const faultsFound = (sql: Sql, teamId: string) => sql<FaultFound[]>`
  select i.dip_check_id as "dipCheckId", i.place, i.question, i.note, i.fix_by as "fixBy"
  from dip_check_item i join dip_check c on c.id = i.dip_check_id
  where c.team_id = ${teamId} and i.fix_by is not null and i.fixed_on is null order by i.fix_by, c.drawn_at, i.place`

/** Notes that a fault of a team's page was put right; false where it was before, or is none of this team's. */
export async function saveFixed(
  sql: Sql,
  fault: { readonly teamId: string; readonly dipCheckId: string; readonly place: number },
  { on, by }: { readonly on: Day; readonly by: string },
): Promise<boolean> {
  const fixed = await sql`
    update dip_check_item i set fixed_on = ${on}, fixed_by = ${by} from dip_check c
    where c.id = i.dip_check_id and c.team_id = ${fault.teamId} and i.dip_check_id = ${fault.dipCheckId}
      and i.place = ${fault.place} and i.fix_by is not null and i.fixed_on is null
    returning i.place`
  return fixed.length > 0
}
