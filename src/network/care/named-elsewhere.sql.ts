import type { Sql } from '#platform/database/database.ts'
import type { Day } from '#platform/day.ts'

/** Words in which somebody's name seems to stand, and where they can be put differently; null where nowhere. */
export type NamedElsewhere = {
  readonly what: 'promise' | 'concern' | 'concern sent' | 'reply' | 'learning point' | 'contact'
  readonly id: string
  readonly on: Day
  readonly words: string
}

/**
 * Free text of a team that holds the last part of a name, other than in the contacts with the person: they go with the person,
 * these must be reworded by somebody who reads them. Newest first, at most 50. The tables of other slices are only read.
 */
export const namedElsewhere = (sql: Sql, teamId: string, name: string, own: readonly string[]) => {
  const last = name.trim().split(/\s+/).at(-1)?.toLowerCase() ?? ''
  const holds = `%${last.replaceAll(/[\\%_]/g, '\\$&')}%`
  return sql<NamedElsewhere[]>`
    select what, id, "on", words from (
      select 'promise' as what, id, coalesce(due_on, recorded_at::date) as "on", concat_ws(' – ', words, to_whom) as words
      from promise_made where team_id = ${teamId} and words is not null and engagement_id is not null
      union all
      select 'concern', id, heard_on, words from concern_heard
      where team_id = ${teamId} and words is not null and engagement_id is not null
      union all
      select 'concern sent', id, sent_on, concat_ws(' – ', words, nullif(place, '')) from concern_sent
      where team_id = ${teamId} and words is not null
      union all
      select 'reply', w.id, w.received_on, w.words
      from councillor_survey_words w join councillor_survey s on s.id = w.survey_id where s.team_id = ${teamId}
      union all
      select 'learning point', id, recorded_at::date, words from learning_point
      where team_id = ${teamId} and words is not null and engagement_id is not null
      union all
      select 'contact', c.id, c.made_on, concat_ws(' – ', nullif(c.heard, ''), nullif(c.voiced, ''), nullif(c.promised, ''))
      from contact c where c.team_id = ${teamId} and c.erased_at is null and not c.id = any(${[...own]}::uuid[])
    ) t where ${last} <> '' and lower(words) like ${holds}
    order by "on" desc, what, id limit 50`
}
