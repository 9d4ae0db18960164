import type { Sql } from '#platform/database/database.ts'
import { addMonths, type Day } from '#platform/day.ts'
import { meetingsPlanned } from '../meetings/meetings.sql.ts'
import { councilsOf } from './councils.sql.ts'
import { postsOf } from '../posts.sql.ts'
import { weeksBegin, type Council } from './council.ts'
import { levelsWith } from './levels.sql.ts'
import { toldOf } from './told.sql.ts'

/** The councils and parishes of teams, with what is kept up with each, by team and name; five queries, however many there are. */
export async function councilsWith(sql: Sql, teamIds: readonly string[], today: Day): Promise<readonly Council[]> {
  const organisations = await councilsOf(sql, teamIds, today)
  const ids = organisations.map(({ id }) => id)
  const since = { year: addMonths(today, -12), weeks: weeksBegin(today), today }
  const [posts, levels, told, planned] = await Promise.all([
    postsOf(sql, ids, today),
    levelsWith(sql, teamIds, ['council', 'council clerk']),
    toldOf(sql, teamIds, since),
    meetingsPlanned(sql, teamIds),
  ])
  const bySubject = new Map(levels.map((level) => [level.subjectId, level]))
  const toldBy = new Map(told.map((one) => [one.subjectId ?? '', one]))
  const toldOfSubject = (id: string | null) => (id === null ? null : (toldBy.get(id) ?? null))
  return organisations.map((organisation) => {
    const own = posts.filter(({ organisationId }) => organisationId === organisation.id)
    const clerk = own.find(({ role }) => role === 'clerk')
    return {
      organisation,
      own: bySubject.get(organisation.subjectId ?? '') ?? null,
      clerk: bySubject.get(clerk?.subjectId ?? '') ?? null,
      clerkName: clerk?.name ?? null,
      told: toldOfSubject(organisation.subjectId),
      clerkTold: toldOfSubject(clerk?.subjectId ?? null),
      councillors: own.filter(({ role, name }) => role === 'councillor' && name !== null),
      nextMeeting:
        planned.find(({ organisationId, heldOn }) => organisationId === organisation.id && heldOn >= today) ?? null,
    }
  })
}
