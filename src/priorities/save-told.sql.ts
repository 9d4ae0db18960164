import type { Sql } from '#platform/database/database.ts'
import type { Day } from '#platform/day.ts'
import type { Concerning, Level, Outcome, Priority, Scores, Step } from './priority.ts'

/** A priority that is told of as it stands, with its course, for a demonstration or another system's records. */
export type PriorityTold = Pick<
  Priority,
  'id' | 'about' | 'teamId' | 'title' | 'said' | 'neighbourhoodId' | 'plan' | 'state' | 'outcome' | 'reportBack'
> & {
  readonly concerning: Concerning
  readonly level: Level
  readonly scores: Scores
  readonly setOn: Day
  readonly closedOn: Day | null
  readonly steps: readonly { readonly step: Step; readonly state: Priority['state']; readonly takenOn: Day }[]
  readonly updates: readonly {
    readonly id: string
    readonly postedOn: Day
    readonly words: string
    readonly outcome: Outcome | null
  }[]
}

/** Keeps priorities with their courses in three statements, without evidence: whoever tells of them appends it. */
export async function savePrioritiesTold(
  sql: Sql,
  told: readonly PriorityTold[],
  { at, by }: { readonly at: Date; readonly by: string | null },
): Promise<void> {
  const rows = sql.json(
    told.map(({ steps, updates, ...row }) => ({ ...row, steps: [...steps], updates: [...updates] })),
  )
  await sql`
    insert into priority (id, about, team_id, title, said, neighbourhood_id, concerning, threat, threat_why, risk, risk_why,
      harm, harm_why, level, plan, state, outcome, report_back, set_on, closed_on, made_at, made_by)
    select p.id, p.about, p."teamId", p.title, p.said, p."neighbourhoodId", p.concerning,
      p.scores -> 'threat' ->> 'grade', p.scores -> 'threat' ->> 'why', p.scores -> 'risk' ->> 'grade', p.scores -> 'risk' ->> 'why',
      p.scores -> 'harm' ->> 'grade', p.scores -> 'harm' ->> 'why', p.level, p.plan, p.state, p.outcome, p."reportBack",
      p."setOn", p."closedOn", ${at}, ${by}
    from jsonb_to_recordset(${rows}) as p (id uuid, about text, "teamId" text, title text, said text, "neighbourhoodId" text,
      concerning text, scores jsonb, level text, plan text, state text, outcome text, "reportBack" text, "setOn" date,
      "closedOn" date)`
  await sql`
    insert into priority_step (priority_id, step, state, taken_on, taken_at, taken_by)
    select p.id, s.step, s.state, s."takenOn", ${at}, ${by}
    from jsonb_to_recordset(${rows}) as p (id uuid, steps jsonb)
      cross join lateral rows from (jsonb_to_recordset(p.steps) as (step text, state text, "takenOn" date))
        with ordinality as s (step, state, "takenOn", n)
    order by p.id, s.n`
  await sql`
    insert into priority_update (id, priority_id, posted_on, words, outcome, posted_at, posted_by)
    select u.id, p.id, u."postedOn", u.words, u.outcome, u."postedOn", ${by}
    from jsonb_to_recordset(${rows}) as p (id uuid, updates jsonb)
      cross join lateral jsonb_to_recordset(p.updates) as u (id uuid, "postedOn" date, words text, outcome text)`
}
