import { teamsOf } from '#areas/areas.sql.ts'
import { forceAt, teamAt } from '#areas/team-at.ts'
import { contractHeads, findContract } from '#contracts/contracts.sql.ts'
import { may } from '#people/permissions.ts'
import { transaction } from '#platform/database/database.ts'
import { dayAt, within } from '#platform/day.ts'
import { redirect, type Answer } from '#platform/http/answers.ts'
import { get, post, type Route } from '#platform/http/routes.ts'
import type { Visit } from '#platform/http/visit.ts'
import { contractStanding, type ContractStanding } from '#standings/contract-standing.ts'
import { openNotesIn } from '../notes/notes.sql.ts'
import { followTeam, seeLapses, type Watcher } from './follow-team.ts'
import { lapsesFor } from './lapses.sql.ts'
import { readSeen, readWatches } from './watch.form.ts'
import { watchPage } from './watch.page.ts'
import { promisesIn, watchTeamPage } from './watch-team.page.ts'
import { seenAt, watchesOf } from './watches.sql.ts'

const watch = '/desk/:force/watch'
const watches = may('watch teams')

/** What the commissioner’s office follows between rounds (R49). */
export const watchRoutes: readonly Route[] = [
  get(watch, watches, showWatch),
  post(`${watch}/seen`, watches, takeSeen),
  get(`${watch}/:team`, watches, showTeam),
  post(`${watch}/:team`, watches, takeWatches),
]

const watcherOf = ({ person, now }: Visit): Watcher => ({ personId: person?.id ?? '', at: now })

async function showWatch(visit: Visit): Promise<Answer> {
  const { db, site } = visit
  const force = await forceAt(db, visit.params)
  const { personId, at } = watcherOf(visit)
  const today = dayAt(at, force.timeZone)
  const [teams, followed, lapses, seen, notes] = await Promise.all([
    teamsOf(db, force.id),
    watchesOf(db, personId, force.id),
    lapsesFor(db, personId, force.id, today),
    seenAt(db, personId, force.id),
    openNotesIn(db, force.id),
  ])
  return watchPage({ site, force, today, teams, watches: followed, lapses, seenAt: seen, notes })
}

async function takeSeen(visit: Visit): Promise<Answer> {
  const force = await forceAt(visit.db, visit.params)
  await transaction(visit.db, (sql) => seeLapses(sql, force.id, readSeen(visit.form, visit.now), watcherOf(visit)))
  return redirect(`/desk/${force.id}/watch`)
}

async function showTeam(visit: Visit): Promise<Answer> {
  const { db, site } = visit
  const { force, team } = await teamAt(db, visit.params)
  const { personId } = watcherOf(visit)
  const [standing, followed, lapses] = await Promise.all([
    standingToday(visit),
    watchesOf(db, personId, force.id),
    lapsesFor(db, personId, force.id, dayAt(visit.now, force.timeZone)),
  ])
  const own = <T extends { readonly teamId: string }>(all: readonly T[]) =>
    all.filter(({ teamId }) => teamId === team.id)
  return watchTeamPage({ site, force, team, standing, watches: own(followed), lapses: own(lapses) })
}

/** How the contract in force today stands; null where there is none. */
async function standingToday({ db, params, now }: Visit): Promise<ContractStanding | null> {
  const { force, team } = await teamAt(db, params)
  const today = dayAt(now, force.timeZone)
  const head = (await contractHeads(db, [team.id])).find(({ span }) => within(span, today))
  const contract = head === undefined ? null : await findContract(db, team.id, head.year)
  return contract && contractStanding(db, { contract, forceId: force.id, timeZone: force.timeZone, asAt: null, now })
}

async function takeWatches(visit: Visit): Promise<Answer> {
  const { force, team } = await teamAt(visit.db, visit.params)
  const standing = await standingToday(visit)
  const offered = {
    standards: standing?.standards.map(({ id }) => id) ?? [],
    promises: standing === null ? [] : promisesIn(standing).map(({ ref }) => ref),
  }
  const told = { teamId: team.id, watches: readWatches(visit.form, offered) }
  await transaction(visit.db, (sql) => followTeam(sql, told, watcherOf(visit)))
  return redirect(`/desk/${force.id}/watch`)
}
