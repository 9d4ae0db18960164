import { dayAt } from '#platform/day.ts'
import { typed } from '#platform/form.ts'
import { unseen } from '#platform/http/headers.ts'
import { everyone, get, type Route } from '#platform/http/routes.ts'
import type { Visit } from '#platform/http/visit.ts'
import { guided } from './astray.ts'
import { showDocuments } from './documents/show-documents.ts'
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
import {
  giveContractPicture,
  giveEventPicture,
  giveForcePicture,
  givePriorityPicture,
  giveTeamPicture,
} from './sharing/show-shared.ts'
import { showRating } from './ratings/show-rating.ts'
import { showSelfEvaluation } from './self-evaluation/show-self-evaluation.ts'
import { showVerdict } from './verdicts/show-verdict.ts'
import { showLedger } from './show-ledger.ts'
import {
  giveDocument,
  giveForceChanges,
  giveTeamChanges,
  showChanges,
  showVersion,
  showVersions,
} from './versions/show-versions.ts'
import { giveNewsFeed, showNews, showNewsItem } from './news/show-news.ts'
import { showForce } from './show-places.ts'
import { giveOfficerPhoto, showPeople, showTeam } from './team/show-team.ts'
import { givePrioritiesFeed, showPriorities, showPriority, showYouSaid } from './priorities/show-priorities.ts'

/** What may be asked of a team's page. */
const asked = ['as-at', 'page']

/**
 * What a team's page depends on besides its evidence: its address and the day. The key begins with the team's id, so that
 * whoever records for the team has its pages forgotten.
 */
const ofTeam = ({ params, path, query, now }: Visit): string =>
  [
    `${params['force']}/${params['team']}`,
    path,
    ...asked.map((name) => typed(query, name)),
    dayAt(now, 'Europe/London'),
  ].join('|')

/** What is drawn is the same whatever else is asked, so nobody has it drawn again by asking. */
const ofPlace = ({ params, path, now }: Visit): string =>
  [[params['force'], params['team']].filter(Boolean).join('/'), path, dayAt(now, 'Europe/London')].join('|')

const kept = { cache: ofTeam, asked }
const inEachLanguage = { translated: true }
const drawn = { cache: ofPlace, translated: true }
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
  get('/:force/share.png', everyone, guided(giveForcePicture), drawn),
  get('/:force/sitemap.xml', everyone, guided(giveSitemap), { perMinute: 60 }),
  get('/:force/events.ics', everyone, guided(giveForceCalendar), { ...inEachLanguage, perMinute: 60 }),
  get('/:force/contracts/changes.atom', everyone, guided(giveForceChanges), { perMinute: 60 }),
  get('/:force/:team', everyone, guided(showTeam), keptInEach),
  get('/:force/:team/share.png', everyone, guided(giveTeamPicture), drawn),
  get('/:force/:team/contract/:year/share.png', everyone, guided(giveContractPicture), drawn),
  get('/:force/:team/events/:id/share.png', everyone, guided(giveEventPicture), drawn),
  get('/:force/:team/priorities/:id/share.png', everyone, guided(givePriorityPicture), drawn),
  get('/:force/:team/people', everyone, guided(showPeople), keptInEach),
  get('/:force/:team/people/:officer/:photo', everyone, guided(giveOfficerPhoto), { perMinute: 600 }),
  get('/:force/:team/contract', everyone, guided(showNewestContract), inEachLanguage),
  get('/:force/:team/contract/:year', everyone, guided(showContract), keptInEach),
  get('/:force/:team/contract/changes.atom', everyone, guided(giveTeamChanges), kept),
  get('/:force/:team/contract/:year/versions', everyone, guided(showVersions), keptInEach),
  get('/:force/:team/contract/:year/versions/:number', everyone, guided(showVersion), keptInEach),
  get('/:force/:team/contract/:year/versions/:number/changes', everyone, guided(showChanges), keptInEach),
  get('/:force/:team/contract/:year/versions/:number/document.json', everyone, guided(giveDocument), kept),
  get('/:force/:team/contract/:year/documents', everyone, guided(showDocuments), { ...drawn, perMinute: 60 }),
  get('/:force/:team/contract/:year/self-evaluation', everyone, guided(showSelfEvaluation), keptInEach),
  get('/:force/:team/contract/:year/rating', everyone, guided(showRating), keptInEach),
  get('/:force/:team/contract/:year/verdict', everyone, guided(showVerdict), keptInEach),
  get('/:force/:team/contract/:year/standards/:standard', everyone, guided(showStandard), keptInEach),
  get('/:force/:team/contract/:year/commitments/:ref', everyone, guided(showPromise), keptInEach),
  get('/:force/:team/events', everyone, guided(showEvents), keptInEach),
  get('/:force/:team/events.ics', everyone, guided(giveTeamCalendar), keptInEach),
  get('/:force/:team/events.atom', everyone, guided(giveFeed), keptInEach),
  get('/:force/:team/events/embed', everyone, guided(showEmbeddedEvents), keptInEach),
  get('/:force/:team/events/:id', everyone, guided(showEvent), keptInEach),
  get('/:force/:team/events/:id/event.ics', everyone, guided(giveEvent), keptInEach),
  get('/:force/:team/embed', everyone, guided(showPutOnSite), keptInEach),
  get('/:force/:team/embed/next', everyone, guided(showNext), keptInEach),
  get('/:force/:team/embed/priorities', everyone, guided(showFramedPriorities), keptInEach),
  get('/:force/:team/embed/promises', everyone, guided(showFramedPromises), keptInEach),
  get('/:force/:team/news', everyone, guided(showNews), keptInEach),
  get('/:force/:team/news.atom', everyone, guided(giveNewsFeed), keptInEach),
  get('/:force/:team/news/:id', everyone, guided(showNewsItem), keptInEach),
  get('/:force/:team/priorities', everyone, guided(showPriorities), keptInEach),
  get('/:force/:team/priorities/:id', everyone, guided(showPriority), keptInEach),
  get('/:force/:team/you-said-we-did', everyone, guided(showYouSaid), keptInEach),
  get('/:force/:team/you-said-we-did/feed.atom', everyone, guided(givePrioritiesFeed), keptInEach),
  get('/:force/:team/ledger', everyone, guided(showLedger), { ...inEachLanguage, perMinute: 60 }),
]
