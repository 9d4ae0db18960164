import type { PlannedEngagement } from '#engagements/planned/planned-engagement.ts'
import { html, type Html } from '#platform/html.ts'
import { addressIn } from '#platform/language/language.ts'
import { sayIn, type Say } from '#platform/language/say.ts'
import type { SiteChrome } from '#platform/page.ts'
import type { PriorityShown } from '#priorities/priorities.sql.ts'
import type { ContractStanding } from '#standings/contract-standing.ts'
import { asAtInWords } from '#standings/as-at-in-words.ts'
import { bestFirst, countsInWords } from '#standings/counts-in-words.ts'
import { contractAddress } from '../addresses.ts'
import { framedDates } from '../embedded-events.page.ts'
import type { TeamFound } from '../find.ts'
import { outcomeWords } from '../priorities/priority-line.ts'
import { framePage } from './frame.page.ts'

type Shown = TeamFound & { readonly site: SiteChrome }

/** The next dates of a team, for a narrow frame. */
export function nextWidget({ site, force, team, planned }: Shown & { planned: readonly PlannedEngagement[] }): Html {
  const say = sayIn(site.language)
  return framePage({
    site,
    title: say`Talk to ${team.name} neighbourhood policing team next`,
    body: framedDates(planned, say),
    more: { words: say`All dates, at ${force.name}`, path: `/${team.id}/events` },
  })
}

/** What a team works on. */
export function prioritiesWidget({ site, force, team, open }: Shown & { open: readonly PriorityShown[] }): Html {
  const say = sayIn(site.language)
  return framePage({
    site,
    title: say`What ${team.name} neighbourhood policing team works on`,
    body:
      open.length === 0
        ? html`<p>${say`No priority is set at the moment.`}</p>`
        : html`<ul>\n${open.map((one) => priorityLine(team.id, one, say))}</ul>`,
    more: { words: say`All priorities, at ${force.name}`, path: `/${team.id}/priorities` },
  })
}

function priorityLine(teamId: string, { id, title, updatedOn, update, outcome }: PriorityShown, say: Say): Html {
  const came = outcome !== null && html` <strong>${say.word(outcomeWords[outcome])}</strong>`
  const told = updatedOn === null ? say`Nothing told yet` : say`Last updated ${say.day(updatedOn)}: ${say.own(update)}`
  return html`<li><a href="${addressIn(say.language, `/${teamId}/priorities/${id}`)}" target="_top">${say.own(title)}</a>${came}<br>${told}</li>
`
}

/** How a team keeps what it promised; the standing is null where it has no contract. */
export function promisesWidget({ site, force, team, standing }: Shown & { standing: ContractStanding | null }): Html {
  const say = sayIn(site.language)
  const path = standing === null ? `/${team.id}` : contractAddress(team.id, standing.contract.year)
  return framePage({
    site,
    title: say`How ${team.name} neighbourhood policing team keeps its promises`,
    body:
      standing === null
        ? html`<p>${say`${team.name} has no engagement contract yet.`}</p>`
        : html`<p>${countsInWords(standing.counts, say)} ${asAtInWords(standing, say)}</p>
<ul>\n${countsOf(standing, say)}</ul>`,
    more: { words: say`Each promise and its evidence, at ${force.name}`, path },
  })
}

const countsOf = ({ counts }: ContractStanding, say: Say): Html[] =>
  bestFirst
    .filter((word) => counts[word] > 0)
    .map((word) => html`<li>${say.count(counts[word], { one: `{n} ${word}`, other: `{n} ${word}` })}</li>\n`)
