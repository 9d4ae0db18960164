import { may } from '#people/permissions.ts'
import { file, type Answer } from '#platform/http/answers.ts'
import { get, type Route } from '#platform/http/routes.ts'
import type { Visit } from '#platform/http/visit.ts'
import { Refusal } from '#platform/refusal.ts'
import { contractYearAt } from '../contract-year-at.ts'
import { findFreeze, frozenPackOf, frozenSealsOf } from '../freezes.sql.ts'
import { frozenPage } from './frozen.page.ts'
import { replayFreeze } from './replay-freeze.ts'

/** What a panel was given, and whether the ledger still says so. */
export const frozenRoutes = (year: string): readonly Route[] => [
  get(`${year}/frozen`, may('see a contract’s year'), showFrozen),
  get(`${year}/frozen.json`, may('see a contract’s year'), giveBytes),
]

async function packAt(visit: Visit) {
  const found = await contractYearAt(visit)
  const pack = await frozenPackOf(visit.db, found.contract.id)
  if (pack === null) throw new Refusal('Nothing of this year was frozen yet.', 404)
  return { ...found, pack }
}

async function showFrozen(visit: Visit): Promise<Answer> {
  const { force, team, contract, pack } = await packAt(visit)
  const replay = await replayFreeze(visit.db, pack.id)
  const superseded = (await frozenSealsOf(visit.db, contract.id)).filter(({ hash }) => hash !== pack.hash)
  return frozenPage({ site: visit.site, team, contract, timeZone: force.timeZone, pack, replay, superseded })
}

/** The very bytes that were hashed: whoever has them can hash them again. */
async function giveBytes(visit: Visit): Promise<Answer> {
  const { team, contract, pack } = await packAt(visit)
  const freeze = await findFreeze(visit.db, pack.id)
  const filename = `${team.slug}-${contract.year}-frozen.json`
  return file(freeze?.bytes ?? '', { type: 'application/json; charset=utf-8', filename })
}
