import { isAskedAbout } from '#feedback/opinions/opinion.ts'
import type { Day } from '#platform/day.ts'
import { html, type Html } from '#platform/html.ts'
import { sayIn, type Say } from '#platform/language/say.ts'
import { page, type SiteChrome } from '#platform/page.ts'
import type { Freshness } from '#priorities/freshness.ts'
import type { UpdateShown } from '#priorities/history.sql.ts'
import type { PriorityShown } from '#priorities/priorities.sql.ts'
import type { TeamFound } from '../find.ts'
import { pageFeedbackLink, priorityFeedbackLink } from '../opinions.part.ts'
import { freshnessLine, outcomeTag, rewordedNote, tellUsLink } from './priority-line.ts'
import { teamTrail } from '../trails.ts'

/** What was told, and of which priority. */
export type Told = { readonly update: UpdateShown; readonly priority: PriorityShown }

type Shown = TeamFound & {
  readonly site: SiteChrome
  readonly told: readonly Told[]
  readonly freshness: Freshness
  readonly today: Day
}

/** What people said beside what was done about it (R25). */
export function youSaidPage({ site, force, team, told, freshness, today }: Shown): Html {
  const say = sayIn(site.language)
  const feed = `/${team.id}/you-said-we-did/feed.atom`
  const title = say.text`You said, we did – ${team.name}`
  const byPriority = [...Map.groupBy(told, ({ priority }) => priority.id).values()]
  const body = html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-xl"><span class="govuk-caption-xl">${say`${team.name} neighbourhood policing team`}</span> ${say`You said, we did`}</h1>
${freshnessLine(freshness, say)}
${byPriority.map((group) => partOf({ teamId: team.id, timeZone: force.timeZone, today }, group, say))}
<p class="govuk-body"><a class="govuk-link" href="${feed}">${say`Follow this as a feed (Atom)`}</a></p>
${tellUsLink(team.id, say)}
${pageFeedbackLink(team.id, 'you-said-we-did', say)}</div></div>`
  return page({
    title,
    body,
    site,
    trail: [...teamTrail({ force, team }, say), { words: say.text`Our priorities`, href: `/${team.id}/priorities` }],
    description: say.text`What people told ${team.name} neighbourhood policing team, and what was done about it.`,
    head: html`<link rel="alternate" type="application/atom+xml" title="${title}" href="${feed}" />`,
  })
}

type Where = { readonly teamId: string; readonly timeZone: string; readonly today: Day }

function partOf({ teamId, timeZone, today }: Where, group: readonly Told[], say: Say): Html | false {
  const [first] = group
  if (first === undefined) return false
  const { id, title, said } = first.priority
  return html`<section class="plan__part" aria-labelledby="p-${id}"><h2 class="govuk-heading-m" id="p-${id}"><a class="govuk-link" href="/${teamId}/priorities/${id}">${say.own(title)}</a></h2>
<h3 class="govuk-heading-s">${say`You said`}</h3>
<p class="govuk-body">${say.own(said)}</p>
<h3 class="govuk-heading-s">${say`We did`}</h3>
${group.map(({ update }) => html`<p class="govuk-body"><b>${say.day(update.postedOn)}:</b> ${say.own(update.words)}${rewordedNote(update, timeZone, say)}${update.outcome !== null && html` ${outcomeTag(update.outcome, say)}`}</p>\n`)}${isAskedAbout(first.priority, today) && priorityFeedbackLink(teamId, first.priority, say)}</section>
`
}
