import { contractJson } from '#contracts/contract-json.ts'
import { may } from '#people/permissions.ts'
import { dayAt } from '#platform/day.ts'
import { typed } from '#platform/form.ts'
import { json } from '#platform/http/answers.ts'
import { unseen } from '#platform/http/headers.ts'
import { everyone, get, type Route } from '#platform/http/routes.ts'
import type { Visit } from '#platform/http/visit.ts'
import { contractAt, contractMade, selfEvaluationMade } from './contract-at.ts'
import { communityPackMade } from './community-pack-at.ts'
import { giveDrawn, kinds, type Kind, type Made } from './give-drawn.ts'
import { letterMade } from './letter-at.ts'
import { panelPackMade } from './panel-pack-at.ts'
import { givePack, giveVerifier } from './pack/pack-at.ts'

/** Kept like a team’s pages: whoever records for the team has them forgotten. */
const ofTeam = ({ params, path, query, now }: Visit): string =>
  [
    `${params['force']}/${params['team']}`,
    path,
    typed(query, 'as-at'),
    typed(query, 'size'),
    dayAt(now, 'Europe/London'),
  ].join('|')

const kept = { cache: ofTeam, perMinute: 60 }
/** The address is somebody’s key, so nothing of it is kept. */
const byLink = { translated: true, perMinute: 60 } as const
const year = '/:force/:team/contract/:year'

type Make = (visit: Visit) => Promise<Made>

const drawn = (path: string, make: Make, options: Route['options'], as: readonly Kind[] = kinds): Route[] =>
  as.map((kind) => get(`${path}.${kind}`, everyone, giveDrawn(kind, make), options))

/** Contracts, self evaluations and letters to take along, and the pack of a year that anybody can check. */
export const documentRoutes: readonly Route[] = [
  get('/verify-pack.mjs', everyone, giveVerifier, { perMinute: 60 }),
  ...drawn(year, contractMade, { ...kept, translated: true }, ['pdf', 'docx']),
  get(`${year}.json`, everyone, async (visit) => json(contractJson((await contractAt(visit)).contract)), kept),
  ...drawn(`${year}/self-evaluation`, selfEvaluationMade, { ...kept, translated: true }),
  ...drawn(`${year}/rating`, letterMade, { ...kept, translated: true }),
  get(`${year}/pack.zip`, everyone, givePack('public'), { ...kept, perMinute: 20 }),
  get('/desk/:force/:team/contract/:year/pack.zip', may('see a contract’s year'), givePack('whole')),
  ...(['pdf', 'docx'] as const).map((kind) =>
    get(`/panel/:token/contracts/:slug/pack.${kind}`, everyone, unseen(giveDrawn(kind, communityPackMade)), byLink),
  ),
  ...kinds.map((kind) =>
    get(`/desk/:force/rounds/:round/:team/pack.${kind}`, may('sit on the panel'), giveDrawn(kind, panelPackMade)),
  ),
]
