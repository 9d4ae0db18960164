import type { Team } from '#areas/area.ts'
import { inWords, weekdayInWords } from '#platform/day.ts'
import type { Channel, PlannedEngagement } from '../planned-engagement.ts'

/** A text that is ready to go out on a channel. */
export type SocialText = { readonly name: string; readonly channel: Channel; readonly words: string }

/** What a short text may have; an address counts in full, since not every platform shortens it. */
export const shortest = 280

/** An engagement as each channel tells of it, its change first; the short text has at most 280 characters. */
export function socialTexts(planned: PlannedEngagement, team: Team, url: string): readonly SocialText[] {
  const alert: Channel = team.forceId === 'dorset' ? 'Dorset Alert' : 'Neighbourhood Alert'
  return [
    { name: 'Short post', channel: 'Twitter', words: shortText(planned, url) },
    { name: 'Facebook', channel: 'Facebook', words: longText(planned, team, url) },
    { name: `${alert}, by e-mail`, channel: alert, words: alertText(planned, team, url) },
    { name: 'Parish notice', channel: 'parish notice', words: noticeText(planned, team, url) },
  ]
}

function shortText(planned: PlannedEngagement, url: string): string {
  const { title, place } = planned
  const said = `${changed(planned)}${title}`
  const rest = `\n${whenOf(planned)}\n${place}\n${url}`
  const bare = `\n${whenOf(planned)}\n${url}`
  if (said.length + rest.length <= shortest) return said + rest
  if (said.length + bare.length <= shortest) return said + bare
  return `${cut(said, shortest - bare.length - 1)}…${bare}`
}

/** Cut between whole letters, since half of one is no letter at all. */
function cut(words: string, most: number): string {
  let kept = ''
  for (const { segment } of new Intl.Segmenter('en-GB').segment(words)) {
    if (kept.length + segment.length > most) break
    kept += segment
  }
  return kept
}

const longText = (planned: PlannedEngagement, team: Team, url: string): string =>
  paragraphs([
    `${changed(planned)}${planned.title}`,
    planned.reason,
    planned.state === 'cancelled'
      ? `This was to be on ${whenOf(planned)}, at ${planned.place}.`
      : `Come and talk to your ${team.name} neighbourhood policing team: ${whenOf(planned)}, at ${planned.place}.`,
    planned.state !== 'cancelled' && planned.accessibility,
    `More: ${url}`,
    notForReports,
  ])

const alertText = (planned: PlannedEngagement, team: Team, url: string): string =>
  paragraphs([
    `Subject: ${changed(planned)}${planned.title}, ${weekdayInWords(planned.heldOn)} ${inWords(planned.heldOn)}`,
    longText(planned, team, url),
    `${team.name} neighbourhood policing team`,
  ])

const noticeText = (planned: PlannedEngagement, team: Team, url: string): string =>
  paragraphs([
    `${changed(planned)}${planned.title}`,
    `${whenOf(planned)}\n${planned.place}`,
    planned.reason,
    planned.state !== 'cancelled' &&
      `${team.name} neighbourhood policing team will be there, and would like to hear from you.`,
    planned.accessibility,
    planned.howToAsk ?? 'To ask about it, call 101 and ask for the neighbourhood policing team.',
    `The newest word is at ${url}`,
    notForReports,
  ])

const notForReports = 'Please do not report crime here: call 999 in an emergency, 101 otherwise.'

function changed({ state, moved }: PlannedEngagement): string {
  if (state === 'cancelled') return 'CANCELLED: '
  return moved ? 'NEW TIME OR PLACE: ' : ''
}

const whenOf = ({ heldOn, begins, ends }: PlannedEngagement): string =>
  `${weekdayInWords(heldOn)} ${inWords(heldOn)}, ${begins} to ${ends}`

const paragraphs = (parts: readonly (string | null | false)[]): string =>
  parts.filter((part) => part !== null && part !== false && part !== '').join('\n\n')
