import { html, type Html } from '#platform/html.ts'
import { sayIn } from '#platform/language/say.ts'
import { page, type SiteChrome } from '#platform/page.ts'
import type { Freshness } from '#priorities/freshness.ts'
import type { PriorityShown } from '#priorities/priorities.sql.ts'
import type { TeamFound } from '../find.ts'
import { pageFeedbackLink } from '../opinions.part.ts'
import { freshnessLine, priorityLine, tellUsLink } from './priority-line.ts'
import { teamTrail } from '../trails.ts'

type Shown = TeamFound & {
  readonly site: SiteChrome
  readonly open: readonly PriorityShown[]
  /** The last ten. */
  readonly closed: readonly PriorityShown[]
  readonly freshness: Freshness
}

/** What a team works on, and what came of what it worked on before. */
export function prioritiesShownPage({ site, force, team, open, closed, freshness }: Shown): Html {
  const say = sayIn(site.language)
  const list = (priorities: readonly PriorityShown[]) =>
    html`<ul class="meetings">${priorities.map((one) => priorityLine(team.id, one, say))}</ul>`
  const body = html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-xl"><span class="govuk-caption-xl">${say`${team.name} neighbourhood policing team`}</span> ${say`Our priorities`}</h1>
${freshnessLine(freshness, say)}
${open.length === 0 ? html`<p class="govuk-body">${say`No priority is set at the moment.`}</p>` : list(open)}
${closed.length > 0 && html`<section class="plan__part" aria-labelledby="earlier"><h2 class="govuk-heading-l" id="earlier">${say`What came of earlier ones`}</h2>${list(closed)}</section>`}
<p class="govuk-body"><a class="govuk-link" href="/${team.id}/you-said-we-did">${say`You said, we did`}</a></p>
${tellUsLink(team.id, say)}
${pageFeedbackLink(team.id, 'priorities', say)}</div></div>`
  return page({
    title: say.text`Our priorities – ${team.name}`,
    body,
    site,
    trail: teamTrail({ force, team }, say),
    description: say.text`What ${team.name} neighbourhood policing team works on, and what came of it.`,
  })
}
