import { html, type Html } from '#platform/html.ts'
import { sayIn } from '#platform/language/say.ts'
import type { Day } from '#platform/day.ts'
import { page, type SiteChrome } from '#platform/page.ts'
import type { OfficerShown } from '#web-pages/facts/officers.sql.ts'
import type { SectionAge } from '#web-pages/facts/section.ts'
import type { TeamFound } from '../find.ts'
import { pageFeedbackLink } from '../opinions.part.ts'
import { ageOf } from './block.part.ts'
import { whomToCall } from './contact.part.ts'
import { officerCard } from './officers.part.ts'
import { teamTrail } from '../trails.ts'

type Shown = TeamFound & {
  readonly site: SiteChrome
  readonly today: Day
  readonly officers: readonly OfficerShown[]
  readonly ages: readonly SectionAge[]
}

/** Everybody of a team whom it shows to the public. */
export function peoplePage({ site, force, team, today, officers, ages }: Shown): Html {
  const say = sayIn(site.language)
  const list = officers.map((officer) => officerCard(team, officer, say))
  const body = html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-xl"><span class="govuk-caption-xl">${say`${team.name} neighbourhood policing team`}</span> ${say`All the team`}</h1>
${officers.length === 0 ? html`<p class="govuk-body">${say`Nobody of the team is shown here yet.`}</p>` : list}
${whomToCall(say)}
${ageOf('the team', { ages, today, say })}
${pageFeedbackLink(team.id, 'the-team', say)}</div></div>`
  return page({
    title: say.text`All the team – ${team.name}`,
    body,
    site,
    trail: teamTrail({ force, team }, say),
    description: say.text`Who works for ${team.name} neighbourhood policing team, and how to reach them.`,
  })
}
