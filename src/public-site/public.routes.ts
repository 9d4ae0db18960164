import { dayAt } from '#platform/day.ts'
import { typed } from '#platform/form.ts'
import { everyone, get, type Route } from '#platform/http/routes.ts'
import type { Visit } from '#platform/http/visit.ts'
import { guided } from './astray.ts'
import { showContract, showNewestContract, showPromise, showStandard } from './show-contract.ts'
import {
  giveEvent,
  giveFeed,
  giveForceCalendar,
  giveTeamCalendar,
  showEmbeddedEvents,
  showEvent,
  showEvents,
} from './show-events.ts'
import { showLedger } from './show-ledger.ts'
import { showForce, showHome, showTeam } from './show-places.ts'

/**
 * What a team's page depends on besides its evidence: its address and the day. The key begins with the team's id, so that
 * whoever records for the team has its pages forgotten.
 */
const ofTeam = ({ params, path, query, now }: Visit): string =>
  [
    `${params['force']}/${params['team']}`,
    path,
    typed(query, 'as-at'),
    typed(query, 'page'),
    dayAt(now, 'Europe/London'),
  ].join('|')

const kept = { cache: ofTeam }

/** The pages that need no account. The first page and a force's own depend on many teams, so they are not kept. */
export const publicRoutes: readonly Route[] = [
  get('/', everyone, showHome),
  get('/:force', everyone, guided(showForce)),
  get('/:force/events.ics', everyone, guided(giveForceCalendar), { perMinute: 60 }),
  get('/:force/:team', everyone, guided(showTeam), kept),
  get('/:force/:team/contract', everyone, guided(showNewestContract)),
  get('/:force/:team/contract/:year', everyone, guided(showContract), kept),
  get('/:force/:team/contract/:year/standards/:standard', everyone, guided(showStandard), kept),
  get('/:force/:team/contract/:year/commitments/:ref', everyone, guided(showPromise), kept),
  get('/:force/:team/events', everyone, guided(showEvents), kept),
  get('/:force/:team/events.ics', everyone, guided(giveTeamCalendar), kept),
  get('/:force/:team/events.atom', everyone, guided(giveFeed), kept),
  get('/:force/:team/events/embed', everyone, guided(showEmbeddedEvents), kept),
  get('/:force/:team/events/:id', everyone, guided(showEvent), kept),
  get('/:force/:team/events/:id/event.ics', everyone, guided(giveEvent), kept),
  get('/:force/:team/ledger', everyone, guided(showLedger), { perMinute: 60 }),
]
