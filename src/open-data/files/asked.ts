import { forceAt, teamAt } from '#areas/team-at.ts'
import type { Visit } from '#platform/http/visit.ts'
import { absoluteAddress } from '#platform/page.ts'

/** Whose lines are asked for, and when. */
export type Asked = {
  /** Null for every force. */
  readonly force: string | null
  /** As its address names it; null for all teams of the force. */
  readonly team: string | null
  /** The public address of the site, without a stroke at its end. */
  readonly base: string
  readonly now: Date
}

/** What an address asks for, whether or not that is here. */
export const askedBy = ({ params, site, now }: Visit): Asked => ({
  force: params['force'] ?? null,
  team: params['team'] ?? null,
  base: absoluteAddress(site, '/').slice(0, -1),
  now,
})

/** The force an address names and its team, if it names one. Throws a Refusal (404) where one of them is not here. */
export async function placeAsked({ db, params }: Visit) {
  if (params['team'] === undefined) return { force: await forceAt(db, params), team: null }
  return teamAt(db, params)
}
