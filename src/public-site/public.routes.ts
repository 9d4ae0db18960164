import { dayAt } from '#platform/day.ts'
import { typed } from '#platform/form.ts'
import { unseen } from '#platform/http/headers.ts'
import { everyone, get, type Route } from '#platform/http/routes.ts'
import type { Visit } from '#platform/http/visit.ts'
import { guided } from './astray.ts'
import { showFind, showForceMap, showHome, showMaps } from './find/show-find.ts'
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
import { giveRobots, giveSitemap, giveSitemaps } from './discovery/show-sitemap.ts'
import { showFramedPriorities, showFramedPromises, showNext, showPutOnSite } from './embedded/show-embedded.ts'
import { showRating } from './ratings/show-rating.ts'
import { showLedger } from './show-ledger.ts'
import { giveNewsFeed, showNews, showNewsItem } from './news/show-news.ts'
import { showForce } from './show-places.ts'
import { giveOfficerPhoto, showPeople, showTeam } from './team/show-team.ts'
import { givePrioritiesFeed, showPriorities, showPriority, showYouSaid } from './priorities/show-priorities.ts'

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
const inEachLanguage = { translated: true }
const keptInEach = { ...kept, ...inEachLanguage }

/** The pages that need no account. The first page and a force's own depend on many teams, so they are not kept. */
export const publicRoutes: readonly Route[] = [
  get('/', everyone, showHome, inEachLanguage),
  get('/robots.txt', everyone, giveRobots),
  get('/sitemap.xml', everyone, giveSitemaps, { perMinute: 60 }),
  get('/find', everyone, unseen(showFind), inEachLanguage),
  get('/find/map', everyone, showMaps, inEachLanguage),
  get('/find/map/:force', everyone, guided(showForceMap), inEachLanguage),
  get('/:force', everyone, guided(showForce), inEachLanguage),
  get('/:force/sitemap.xml', everyone, guided(giveSitemap), { perMinute: 60 }),
  get('/:force/events.ics', everyone, guided(giveForceCalendar), { perMinute: 60 }),
  get('/:force/:team', everyone, guided(showTeam), keptInEach),
  get('/:force/:team/people', everyone, guided(showPeople), keptInEach),
  get('/:force/:team/people/:officer/:photo', everyone, guided(giveOfficerPhoto), { perMinute: 600 }),
  get('/:force/:team/contract', everyone, guided(showNewestContract), inEachLanguage),
  get('/:force/:team/contract/:year', everyone, guided(showContract), keptInEach),
  get('/:force/:team/contract/:year/rating', everyone, guided(showRating), kept),
  get('/:force/:team/contract/:year/standards/:standard', everyone, guided(showStandard), keptInEach),
  get('/:force/:team/contract/:year/commitments/:ref', everyone, guided(showPromise), keptInEach),
  get('/:force/:team/events', everyone, guided(showEvents), keptInEach),
  get('/:force/:team/events.ics', everyone, guided(giveTeamCalendar), kept),
  get('/:force/:team/events.atom', everyone, guided(giveFeed), kept),
  get('/:force/:team/events/embed', everyone, guided(showEmbeddedEvents), keptInEach),
  get('/:force/:team/events/:id', everyone, guided(showEvent), keptInEach),
  get('/:force/:team/events/:id/event.ics', everyone, guided(giveEvent), kept),
  get('/:force/:team/embed', everyone, guided(showPutOnSite), kept),
  get('/:force/:team/embed/next', everyone, guided(showNext), kept),
  get('/:force/:team/embed/priorities', everyone, guided(showFramedPriorities), kept),
  get('/:force/:team/embed/promises', everyone, guided(showFramedPromises), kept),
  get('/:force/:team/news', everyone, guided(showNews), keptInEach),
  get('/:force/:team/news.atom', everyone, guided(giveNewsFeed), kept),
  get('/:force/:team/news/:id', everyone, guided(showNewsItem), keptInEach),
  get('/:force/:team/priorities', everyone, guided(showPriorities), keptInEach),
  get('/:force/:team/priorities/:id', everyone, guided(showPriority), keptInEach),
  get('/:force/:team/you-said-we-did', everyone, guided(showYouSaid), keptInEach),
  get('/:force/:team/you-said-we-did/feed.atom', everyone, guided(givePrioritiesFeed), kept),
  get('/:force/:team/ledger', everyone, guided(showLedger), { ...inEachLanguage, perMinute: 60 }),
]
