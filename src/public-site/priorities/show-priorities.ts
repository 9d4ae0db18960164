import { meansOf } from '#feedback/opinions/opinions.sql.ts'
import { actionsShown, publicHistoryOf, updatesShown } from '#priorities/history.sql.ts'
import { closedPrioritiesShown, findPriorityShown, openPrioritiesShown } from '#priorities/priorities.sql.ts'
import { lastToldOn } from '#priorities/freshness.sql.ts'
import { freshnessOf } from '#priorities/freshness.ts'
import { dayAt } from '#platform/day.ts'
import { text, type Answer } from '#platform/http/answers.ts'
import type { Visit } from '#platform/http/visit.ts'
import { sayIn } from '#platform/language/say.ts'
import { nowhere, teamOf } from '../find.ts'
import { prioritiesFeed } from './priorities-feed.ts'
import { prioritiesShownPage } from './priorities-shown.page.ts'
import { priorityShownPage } from './priority-shown.page.ts'
import { youSaidPage } from './you-said.page.ts'

/** A team's open priorities, and those lately closed. */
export async function showPriorities(visit: Visit): Promise<Answer> {
  const found = await teamOf(visit)
  const today = dayAt(visit.now, found.force.timeZone)
  const [open, closed, last] = await Promise.all([
    openPrioritiesShown(visit.db, found.team.id, today),
    closedPrioritiesShown(visit.db, found.team.id, today, 10),
    lastToldOn(visit.db, found.team.id, today),
  ])
  return prioritiesShownPage({ ...found, site: visit.site, open, closed, freshness: freshnessOf(last, today) })
}

/** One priority: what people said, what was done, what came of it. */
export async function showPriority(visit: Visit): Promise<Answer> {
  const found = await priorityOf(visit)
  const { id } = found.priority
  const today = dayAt(visit.now, found.force.timeZone)
  const [updates, actions, course, opinions] = await Promise.all([
    updatesShown(visit.db, [id]),
    actionsShown(visit.db, id),
    publicHistoryOf(visit.db, id),
    meansOf(visit.db, found.team.id, { topic: 'priorities', priorityId: id }),
  ])
  return priorityShownPage({ ...found, site: visit.site, updates, actions, course, opinions, today })
}

/** The priority an address names. Throws an Astray (404) where the public sees none such. */
export async function priorityOf(visit: Visit) {
  const found = await teamOf(visit)
  const { team, force } = found
  const priority = await findPriorityShown(
    visit.db,
    team.id,
    visit.params['id'] ?? '',
    dayAt(visit.now, force.timeZone),
  )
  const say = sayIn(visit.language)
  const wayBack = { words: say.text`See the priorities of ${team.name}`, href: `/${team.id}/priorities` }
  if (!priority) throw nowhere(say.text`${team.name} has no such priority.`, wayBack)
  return { ...found, priority }
}

/** What people said and what was done about it, the newest first. */
export async function showYouSaid(visit: Visit): Promise<Answer> {
  const found = await teamOf(visit)
  const { told, last, today } = await toldIn(visit)
  return youSaidPage({ ...found, site: visit.site, told, today, freshness: freshnessOf(last, today) })
}

/** The same as a feed. */
export async function givePrioritiesFeed(visit: Visit): Promise<Answer> {
  const { told, team } = await toldIn(visit)
  return text(prioritiesFeed(team, told, visit), 200, 'application/atom+xml; charset=utf-8')
}

async function toldIn(visit: Visit) {
  const { force, team } = await teamOf(visit)
  const today = dayAt(visit.now, force.timeZone)
  const [open, closed, last] = await Promise.all([
    openPrioritiesShown(visit.db, team.id, today),
    closedPrioritiesShown(visit.db, team.id, today),
    lastToldOn(visit.db, team.id, today),
  ])
  const priorities = [...open, ...closed]
  const updates = await updatesShown(
    visit.db,
    priorities.map(({ id }) => id),
  )
  const told = updates.flatMap((update) => {
    const priority = priorities.find(({ id }) => id === update.priorityId)
    return priority ? [{ update, priority }] : []
  })
  return { told, last, today, team }
}
