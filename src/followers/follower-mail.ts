import { inWords, weekdayInWords } from '#platform/day.ts'
import { addressIn } from '#platform/language/language.ts'
import type { Say } from '#platform/language/say.ts'
import type { Mail } from '#platform/mail/mail.ts'
import type { ToTell, WhenAndWhere } from './told.sql.ts'

/** The whole address of the site, without a slash at its end. */
export type Site = string

type Sent = { readonly site: Site; readonly token: string }
type Confirming = Sent & {
  readonly to: string
  readonly followerId: string
  readonly teamName: string
  /** As `all dates of Library surgery`. */
  readonly what: string
  /** In the language in which it was asked. */
  readonly say: Say
}

/** The one mail that goes to an address before its owner said yes. */
export const confirmMail = ({ to, followerId, teamName, what, site, token, say }: Confirming): Mail => ({
  to,
  about: `follower/${followerId}`,
  subject: say.text`Do you want to be told if ${teamName} changes its plans?`,
  text: `${say.text`Somebody, probably you, asked us to write to this address when this changes:`}

${what}

${say.text`If it was you, open this page within seven days and say yes:`}
${site}${addressIn(say.language, `/follow/confirm/${token}`)}

${say.text`If it was not you, do nothing: you will hear no more of it, and the address is deleted after seven days.`}

${say.word(notHere)}`,
})

/** What one address is told of a team in one mail: events in order of time, each once. */
export type News = readonly [ToTell, ...ToTell[]]

/** What has become of events, beside how they were. */
export function changeMail(news: News, sent: Sent): Mail {
  const [first] = news
  const subject = news.length === 1 ? changeSubject(first) : `${news.length} dates of ${first.teamName} changed`
  return mailTo(
    first,
    subject,
    news.map((told) => [...changeLines(told), ...linksOf(told, sent)]),
    sent,
  )
}

/** A word on the day before. */
export function reminderMail(news: News, sent: Sent): Mail {
  const [first] = news
  const subject = `Tomorrow: ${news.map(({ event }) => `${event.title}, ${event.begins}`).join('; ')}`
  const lines = news.map((told) => [
    `${told.event.title} is tomorrow.`,
    whenAndWhere(told.event),
    ...linksOf(told, sent),
  ])
  return mailTo(first, subject, lines, sent)
}

function changeSubject({ event, before }: ToTell): string {
  const isCancelled = event.state === 'cancelled'
  return `${isCancelled ? 'Cancelled' : 'Changed'}: ${event.title}, ${dayOf(isCancelled ? event : (before ?? event))}`
}

function changeLines({ event, before }: ToTell): readonly string[] {
  const now = whenAndWhere(event)
  const why = event.reason === null ? [] : [`Why: ${event.reason}`]
  if (event.state === 'cancelled') return [`${event.title} is cancelled.`, `It was to be: ${now}`, ...why]
  const isMoved = before !== null && whenAndWhere(before) !== now
  const then = isMoved ? [`It was: ${whenAndWhere(before)}`, `It is now: ${now}`] : [`It is: ${now}`]
  return [`${event.title} was changed.`, ...then, ...why]
}

/** A longer list is read on the page. */
const mostListed = 20

function mailTo(
  { followerId, address, teamId, teamName, forceName }: ToTell,
  subject: string,
  parts: readonly (readonly string[])[],
  { site, token }: Sent,
): Mail {
  const leaveAt = `${site}/follow/leave/${token}`
  const listed = parts.slice(0, mostListed).map((lines) => lines.join('\n'))
  const rest = parts.length - listed.length
  const text = [
    ...listed,
    ...(rest > 0 ? [`${rest} more dates were changed. See them all: ${site}/${teamId}/events`] : []),
    `${teamName} neighbourhood policing team, ${forceName}`,
    notHere,
    `You asked us to tell you of changes. To stop this mail:\n${leaveAt}`,
  ].join('\n\n')
  return { to: address, about: `follower/${followerId}`, subject, text, leaveAt }
}

const linksOf = ({ teamId, event }: ToTell, { site }: Sent): readonly string[] => [
  `See it: ${site}/${teamId}/events/${event.id}`,
  `For your calendar: ${site}/${teamId}/events/${event.id}/event.ics`,
]

const notHere = 'Nobody reads answers to this mail. Call 999 in an emergency, 101 otherwise.'

const dayOf = ({ heldOn }: WhenAndWhere) => `${weekdayInWords(heldOn)} ${inWords(heldOn)}`

const whenAndWhere = (at: WhenAndWhere) => `${dayOf(at)}, ${at.begins} to ${at.ends}, ${at.place}`
