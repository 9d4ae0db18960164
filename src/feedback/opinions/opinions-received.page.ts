import type { Team } from '#areas/area.ts'
import { backLink } from '#platform/govuk.ts'
import { html, type Html } from '#platform/html.ts'
import { page, type SiteChrome } from '#platform/page.ts'
import { answerShown, meansInLine, meansOfAll, type Mean } from '../received.part.ts'
import { partsOfPage, type Means, type Of, type PartOfPage } from './opinion.ts'
import type { OpinionReceived, PriorityThoughtOf } from './opinions.sql.ts'

/** The two questions of each topic as the desk reads them. */
const questions = {
  'web page': ['Helped to find it', 'Clear'],
  priorities: ['The right thing', 'Worth it'],
} as const satisfies Readonly<Record<Of['topic'], readonly [string, string]>>

/** What people think of a team's priorities together, then by priority. */
export const prioritiesThoughtOf = (team: Team, means: Means, thoughtOf: readonly PriorityThoughtOf[]): Html =>
  html`${together('priorities', means)}
${list(thoughtOf.map((one) => ({ ...one, name: one.title, topic: 'priorities', path: `${feedbackOf(team)}/priorities/${one.id}` })))}`

/** What people think of a team's page together, then by the part of it. */
export const pageThoughtOf = (
  team: Team,
  means: Means,
  thoughtOf: readonly (Means & { part: PartOfPage['slug'] })[],
): Html =>
  html`${together('web page', means)}
${list(thoughtOf.map((one) => ({ ...one, name: nameOfPart(one.part), topic: 'web page', path: `${feedbackOf(team)}/page/${one.part}` })))}`

/** A part of the page as the desk calls it. */
export const nameOfPart = (part: string): string => partsOfPage.find(({ slug }) => slug === part)?.name ?? part

const feedbackOf = (team: Team): string => `/desk/${team.id}/feedback`

const together = (topic: Of['topic'], means: Means): Html => meansOfAll(means.answers, inQuestions(topic, means))

const inQuestions = (topic: Of['topic'], { first, second }: Means): readonly Mean[] => [
  { question: questions[topic][0], mean: first },
  { question: questions[topic][1], mean: second },
]

type Line = Means & { readonly topic: Of['topic']; readonly name: string; readonly path: string }

const list = (lines: readonly Line[]): Html | false =>
  lines.length > 0 &&
  html`<ul class="govuk-list govuk-list--spaced">${lines.map(
    (line) =>
      html`<li><a class="govuk-link" href="${line.path}"><strong>${line.name}</strong></a><br>${meansInLine(line.answers, inQuestions(line.topic, line))}</li>\n`,
  )}</ul>`

type OfOne = {
  readonly site: SiteChrome
  readonly team: Team
  readonly of: Of
  readonly name: string
  readonly means: Means
  readonly received: readonly OpinionReceived[]
  readonly timeZone: string
  readonly mayErase: boolean
}

/** What people think of one priority or part of the page, each answer with its words. */
export function opinionsReceivedPage(shown: OfOne): Html {
  const { site, team, name, of, means, received } = shown
  const body = html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-l"><span class="govuk-caption-l">${name}</span> What people think</h1>
${together(of.topic, means)}
${received.map((one) => answer(shown, one))}
</div></div>`
  return page({ title: `What people think – ${name}`, body, site, before: backLink(feedbackOf(team), 'Feedback') })
}

const answer = ({ team, of, timeZone, mayErase }: OfOne, received: OpinionReceived): Html =>
  answerShown({
    ...received,
    timeZone,
    scores: [
      { question: questions[of.topic][0], points: received.first },
      { question: questions[of.topic][1], points: received.second },
    ],
    erase: mayErase ? `${feedbackOf(team)}/opinions/${received.id}/erase` : null,
  })
