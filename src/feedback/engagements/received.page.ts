import type { Team } from '#areas/area.ts'
import type { PlannedEngagement } from '#engagements/planned/planned-engagement.ts'
import { day, inWords } from '#platform/day.ts'
import { backLink } from '#platform/govuk.ts'
import { html, type Html } from '#platform/html.ts'
import { page, type SiteChrome } from '#platform/page.ts'
import { answerShown, meansInLine, meansOfAll } from '../received.part.ts'
import { answeredBy, type Answered } from './feedback.ts'
import type { Heard, Received } from './feedback.sql.ts'

/** What those who came said of a team's engagements together, then by engagement. */
export const engagementsHeard = (team: Team, answered: Answered, heard: readonly Heard[]): Html =>
  html`${means(answered)}
${heard.length > 0 && byEngagement(team, heard)}`

const byEngagement = (team: Team, heard: readonly Heard[]): Html =>
  html`<ul class="meetings">${heard.map(
    ({ id, title, heldOn, answers, worthwhile, listenedTo }) =>
      html`<li><p class="meetings__day">${inWords(day(heldOn))}</p>
<p class="meetings__what"><a class="govuk-link" href="/desk/${team.id}/events/${id}/feedback"><strong>${title}</strong></a><br>${meansInLine(
        answers,
        [
          { question: 'worth it', mean: worthwhile },
          { question: 'listened to', mean: listenedTo },
        ],
      )}</p></li>
`,
  )}</ul>`

type OfEngagement = {
  readonly site: SiteChrome
  readonly team: Team
  readonly planned: PlannedEngagement
  readonly received: readonly Received[]
  readonly timeZone: string
  readonly mayErase: boolean
}

/** What those who came said of one engagement, each answer with its words. */
export function engagementFeedbackPage(shown: OfEngagement): Html {
  const { site, team, planned, received } = shown
  const body = html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-l"><span class="govuk-caption-l">${planned.title}, ${inWords(planned.heldOn)}</span> What people said</h1>
${means(answeredBy(received))}
<p class="govuk-body"><a class="govuk-link" href="/desk/${team.id}/events/${planned.id}/feedback.pdf">Sheet with a QR code to hang up there (PDF)</a></p>
${received.map((one) => answer(shown, one))}
</div></div>`
  const before = backLink(`/desk/${team.id}/events/${planned.id}`, planned.title)
  return page({ title: `What people said – ${planned.title}`, body, site, before })
}

const answer = ({ team, timeZone, mayErase }: OfEngagement, received: Received): Html =>
  answerShown({
    ...received,
    timeZone,
    scores: [
      { question: 'worth it', points: received.worthwhile },
      { question: 'listened to', points: received.listenedTo },
    ],
    erase: mayErase ? `/desk/${team.id}/feedback/${received.id}/erase` : null,
  })

const means = ({ answers, worthwhile, listenedTo }: Answered): Html =>
  meansOfAll(answers, [
    { question: 'Worth their time', mean: worthwhile },
    { question: 'Felt listened to', mean: listenedTo },
  ])
