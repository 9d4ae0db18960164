import type { Team } from '#areas/area.ts'
import type { PlannedEngagement } from '#engagements/planned/planned-engagement.ts'
import { day, dayAt, inWords } from '#platform/day.ts'
import { backLink, button, summaryList } from '#platform/govuk.ts'
import { html, type Html } from '#platform/html.ts'
import { page, type SiteChrome } from '#platform/page.ts'
import { answeredBy, mostPoints, type Answered } from './feedback.ts'
import type { Heard, Received } from './feedback.sql.ts'

type Shown = { readonly site: SiteChrome; readonly team: Team }
type OfTeam = Shown & { readonly answered: Answered; readonly heard: readonly Heard[] }

/** What those who came said of a team's engagements, by engagement. */
export function teamFeedbackPage({ site, team, answered, heard }: OfTeam): Html {
  const body = html`<h1 class="govuk-heading-l"><span class="govuk-caption-l">${team.name}</span> What people said of engagements</h1>
${means(answered)}
${heard.length > 0 && byEngagement(team, heard)}`
  const before = backLink(`/desk/${team.id}/events`, 'Planned engagements')
  return page({ title: `What people said of engagements – ${team.name}`, body, site, before })
}

const byEngagement = (team: Team, heard: readonly Heard[]): Html =>
  html`<h2 class="govuk-heading-m">By engagement</h2>
<ul class="meetings">${heard.map(
    ({ id, title, heldOn, answers, worthwhile, listenedTo }) =>
      html`<li><p class="meetings__day">${inWords(day(heldOn))}</p>
<p class="meetings__what"><a class="govuk-link" href="/desk/${team.id}/events/${id}/feedback"><strong>${title}</strong></a><br>${answers} ${answers === 1 ? 'answer' : 'answers'} · worth it ${pointsIn(worthwhile)} · listened to ${pointsIn(listenedTo)}</p></li>
`,
  )}</ul>`

type OfEngagement = Shown & {
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

function answer({ team, timeZone, mayErase }: OfEngagement, received: Received): Html {
  const { id, worthwhile, listenedTo, words, receivedAt } = received
  const on = inWords(dayAt(receivedAt, timeZone))
  const erase =
    mayErase &&
    words !== '' &&
    html`<form method="post" action="/desk/${team.id}/feedback/${id}/erase">${button(html`Erase these words<span class="govuk-visually-hidden"> of ${on}</span>`, { kind: 'secondary' })}</form>`
  return html`<div class="received"><p class="govuk-body-s govuk-!-margin-bottom-1">${on} · worth it ${worthwhile} of ${mostPoints} · listened to ${listenedTo} of ${mostPoints}</p>
${words === '' ? html`<p class="govuk-body">No words.</p>` : html`<p class="govuk-body received__words">${words}</p>`}${erase}</div>
`
}

const means = ({ answers, worthwhile, listenedTo }: Answered): Html =>
  answers === 0
    ? html`<p class="govuk-body">Nobody has answered yet.</p>`
    : summaryList([
        { key: 'Answers', value: String(answers) },
        { key: 'Worth their time', value: `${pointsIn(worthwhile)} of ${mostPoints}, on average` },
        { key: 'Felt listened to', value: `${pointsIn(listenedTo)} of ${mostPoints}, on average` },
      ])

const pointsIn = (mean: number | null): string => (mean === null ? '–' : mean.toFixed(1))
