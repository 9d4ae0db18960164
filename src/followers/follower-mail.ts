import { addressIn } from '#platform/language/language.ts'
import { sayIn, type Say } from '#platform/language/say.ts'
import { notHere } from '#platform/mail/ask-first.ts'
import type { Mail } from '#platform/mail/mail.ts'
import type { ToTell, WhenAndWhere } from './told.sql.ts'

/** The whole address of the site, without a slash at its end. */
export type Site = string

type Sent = { readonly site: Site; readonly token: string }

/** What one address is told of a team in one mail: events in order of time, each once. */
export type News = readonly [ToTell, ...ToTell[]]

/** What has become of events, beside how they were. */
export function changeMail(news: News, sent: Sent): Mail {
  const [first] = news
  const say = sayIn(first.language)
  const subject =
    news.length === 1 ? changeSubject(first, say) : say.text`${news.length} dates of ${first.teamName} changed`
  const parts = news.map((told) => [...changeLines(told, say), ...linksOf(told, sent, say)])
  return mailTo(first, subject, parts, sent)
}

/** A word on the day before. */
export function reminderMail(news: News, sent: Sent): Mail {
  const [first] = news
  const say = sayIn(first.language)
  const titles = news.map(({ event }) => `${event.title}, ${event.begins}`).join('; ')
  const parts = news.map((told) => [
    say.text`${told.event.title} is tomorrow.`,
    whenAndWhere(told.event, say),
    ...linksOf(told, sent, say),
  ])
  return mailTo(first, say.text`Tomorrow: ${titles}`, parts, sent)
}

function changeSubject({ event, before }: ToTell, say: Say): string {
  const { title, state } = event
  return state === 'cancelled'
    ? say.text`Cancelled: ${title}, ${dayOf(event, say)}`
    : say.text`Changed: ${title}, ${dayOf(before ?? event, say)}`
}

function changeLines({ event, before }: ToTell, say: Say): readonly string[] {
  const now = whenAndWhere(event, say)
  const why = event.reason === null ? [] : [say.text`Why: ${event.reason}`]
  if (event.state === 'cancelled')
    return [say.text`${event.title} is cancelled.`, say.text`It was to be: ${now}`, ...why]
  const then = before === null ? now : whenAndWhere(before, say)
  const moved = then === now ? [say.text`It is: ${now}`] : [say.text`It was: ${then}`, say.text`It is now: ${now}`]
  return [say.text`${event.title} was changed.`, ...moved, ...why]
}

/** A longer list is read on the page. */
const mostListed = 20

/** Mail programs leave at the address that is there whatever languages a force offers. */
function mailTo(
  { followerId, address, language, teamId, teamName, forceName }: ToTell,
  subject: string,
  parts: readonly (readonly string[])[],
  { site, token }: Sent,
): Mail {
  const say = sayIn(language)
  const leaveAt = `/follow/leave/${token}`
  const listed = parts.slice(0, mostListed).map((lines) => lines.join('\n'))
  const rest = parts.length - listed.length
  const all = `${site}${addressIn(language, `/${teamId}/events`)}`
  const text = [
    ...listed,
    ...(rest > 0 ? [say.text`${rest} more dates were changed. See them all: ${all}`] : []),
    say.text`${teamName} neighbourhood policing team, ${forceName}`,
    say.word(notHere),
    `${say.text`You asked us to tell you of changes. To stop this mail:`}\n${site}${addressIn(language, leaveAt)}`,
  ].join('\n\n')
  return { to: address, about: `follower/${followerId}`, subject, text, leaveAt: `${site}${leaveAt}` }
}

function linksOf({ teamId, event, language }: ToTell, { site }: Sent, say: Say): readonly string[] {
  const at = `${site}${addressIn(language, `/${teamId}/events/${event.id}`)}`
  return [say.text`See it: ${at}`, say.text`For your calendar: ${`${at}/event.ics`}`]
}

const dayOf = ({ heldOn }: WhenAndWhere, say: Say) => `${say.weekday(heldOn)} ${say.day(heldOn)}`

const whenAndWhere = (at: WhenAndWhere, say: Say): string =>
  say.text`${dayOf(at, say)}, ${at.begins} to ${at.ends}, ${at.place}`
