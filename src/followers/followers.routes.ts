import { teamAt } from '#areas/team-at.ts'
import { findPlanned } from '#engagements/planned/planned-engagements.sql.ts'
import { transaction } from '#platform/database/database.ts'
import { dayAt } from '#platform/day.ts'
import type { FieldErrors } from '#platform/form.ts'
import { redirect, shown, type Answer } from '#platform/http/answers.ts'
import { unseen } from '#platform/http/headers.ts'
import { everyone, get, post, type Route } from '#platform/http/routes.ts'
import type { Visit } from '#platform/http/visit.ts'
import { sayIn } from '#platform/language/say.ts'
import { siteAddress } from '#platform/page.ts'
import { Refusal } from '#platform/refusal.ts'
import { askToFollow, confirmFollowing, holderOf, stopFollowing } from './follow.ts'
import { readWish } from './follow.form.ts'
import { askedPage, confirmedPage, confirmPage, deadLinkPage, leavePage, leftPage } from './follow-link.page.ts'
import { followPage, followsInWords } from './follow.page.ts'
import { followingOf, offered } from './follower.ts'

/** Whether mail goes out, or waits until somebody says by which server. */
export type FollowerSettings = { readonly sendsMail: boolean }

const ofTeam = '/:force/:team/events/follow'
const ofEvent = '/:force/:team/events/:id/follow'

const translated = { translated: true } as const

/** Asking to be told when plans change, saying yes by a link, and stopping by a link; all without an account. */
export const followerRoutes = (settings: FollowerSettings): readonly Route[] => [
  get(ofTeam, everyone, (visit) => askWhatToFollow(visit, settings), translated),
  post(ofTeam, everyone, (visit) => takeWish(visit, settings), { perMinute: 10, ...translated }),
  get(ofEvent, everyone, (visit) => askWhatToFollow(visit, settings), translated),
  post(ofEvent, everyone, (visit) => takeWish(visit, settings), { perMinute: 10, ...translated }),
  get('/follow/asked', everyone, ({ site }) => askedPage({ site }), translated),
  get('/follow/confirm/:token', everyone, unseen(askToConfirm), { perMinute: 30, ...translated }),
  post('/follow/confirm/:token', everyone, unseen(takeConfirming), { perMinute: 30, ...translated }),
  get('/follow/leave/:token', everyone, unseen(askToLeave), { perMinute: 30, ...translated }),
  post('/follow/leave/:token', everyone, unseen(takeLeaving), { perMinute: 30, ...translated }),
]

async function askWhatToFollow(visit: Visit, settings: FollowerSettings): Promise<Answer> {
  return followForm(visit, settings, {})
}

async function takeWish(visit: Visit, settings: FollowerSettings): Promise<Answer> {
  const { force, team, planned } = await followable(visit)
  const read = readWish(visit.form, offered(planned))
  if (!read.ok) return shown(await followForm(visit, settings, read.errors), 422)
  const { address, follows, reminder } = read.value
  const say = sayIn(visit.language)
  const wish = {
    following: followingOf(team.id, follows, planned),
    address,
    reminder,
    teamName: team.name,
    what: followsInWords(follows, planned, team, say),
    say,
  }
  const asking = {
    at: visit.now,
    today: dayAt(visit.now, force.timeZone),
    site: siteAddress(visit.site),
  }
  await transaction(visit.db, (sql) => askToFollow(sql, wish, asking))
  return redirect('/follow/asked')
}

async function followForm(visit: Visit, { sendsMail }: FollowerSettings, errors: FieldErrors) {
  const { team, planned } = await followable(visit)
  return followPage({ site: visit.site, team, planned, path: visit.path, values: visit.form, errors, sendsMail })
}

/** The team, and the event that can still change; throws a Refusal where there is none (404) or it can not (409). */
async function followable(visit: Visit) {
  const { force, team } = await teamAt(visit.db, visit.params)
  const { id } = visit.params
  const planned = id === undefined ? null : await findPlanned(visit.db, team.id, id)
  if (id !== undefined && planned === null) throw new Refusal(`${team.name} has planned no such engagement.`, 404)
  if (planned && (planned.state !== 'planned' || planned.heldOn < dayAt(visit.now, force.timeZone)))
    throw new Refusal('This is over or cancelled, so there is nothing more to be told of it.', 409)
  return { force, team, planned }
}

async function askToConfirm(visit: Visit): Promise<Answer> {
  const team = await holderOf(visit.db, tokenOf(visit), 'confirm', visit.now)
  return team ? confirmPage({ site: visit.site, team, path: visit.path }) : dead(visit)
}

async function takeConfirming(visit: Visit): Promise<Answer> {
  const team = await transaction(visit.db, (sql) => confirmFollowing(sql, tokenOf(visit), visit.language, visit.now))
  return team ? confirmedPage({ site: visit.site, team }) : dead(visit)
}

async function askToLeave(visit: Visit): Promise<Answer> {
  const team = await holderOf(visit.db, tokenOf(visit), 'leave', visit.now)
  return team ? leavePage({ site: visit.site, team, path: visit.path }) : dead(visit)
}

/** Also for mail programs, which send `List-Unsubscribe=One-Click` (RFC 8058). */
async function takeLeaving(visit: Visit): Promise<Answer> {
  const team = await transaction(visit.db, (sql) => stopFollowing(sql, tokenOf(visit), visit.now))
  return team ? leftPage({ site: visit.site, team }) : dead(visit)
}

const tokenOf = ({ params }: Visit): string => params['token'] ?? ''

const dead = ({ site }: Visit): Answer => shown(deadLinkPage({ site }), 404)
