import type { Neighbourhood, Team } from '#areas/area.ts'
import type { Engagement } from '#engagements/engagement.ts'
import { inWords } from '#platform/day.ts'
import { buttonLink, insetText, notificationBanner } from '#platform/govuk.ts'
import { html, nothing, type Html } from '#platform/html.ts'
import { page, type SiteChrome } from '#platform/page.ts'
import { listed } from '#standings/question.ts'
import type { CountsTowards } from './counts-towards.ts'
import { mark } from '#standings/standing-mark.ts'

type Shown = {
  readonly site: SiteChrome
  readonly team: Team
  readonly neighbourhoods: readonly Neighbourhood[]
  readonly engagement: Engagement
  /** Null where no contract was in force on its day. */
  readonly contract: { readonly year: number; readonly promises: readonly CountsTowards[] } | null
  /** The form was sent a second time. */
  readonly again: boolean
  readonly mayRecord: boolean
}

/** What was recorded, and which promises it counts towards. */
export function recordedEngagementPage(shown: Shown): Html {
  const { site, team, engagement, again, mayRecord } = shown
  const body = html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
${again && notificationBanner('This engagement was recorded before. If you changed anything in the form since, the change was not kept.')}
<span class="govuk-caption-l">Recorded</span>
<h1 class="govuk-heading-l">${engagement.title}</h1>
${factsOf(shown)}
${promisesOf(shown)}
${mayRecord && buttonLink('Record another engagement', `/desk/${team.id}/engagements/new`)}
<p class="govuk-body"><a class="govuk-link" href="/desk/${team.id}">This week</a></p>
</div></div>`
  return page({ title: `Recorded: ${engagement.title}`, body, site })
}

function factsOf({ engagement, neighbourhoods, team, mayRecord }: Shown): Html {
  const { method, heldOn, beganAt, place, neighbourhoodId, communities, ledBy, advertised, daysAdvertised } = engagement
  const facts: readonly (readonly [string, string | Html | null])[] = [
    ['How', method],
    ['When', `${inWords(heldOn)}${beganAt === null ? '' : `, ${beganAt}`}`],
    ['Where', place],
    ['Neighbourhood', neighbourhoods.find(({ id }) => id === neighbourhoodId)?.name ?? null],
    ['People', peopleOf(engagement, team, mayRecord)],
    ['Communities', communities.length > 0 ? listed(communities) : null],
    ['Whose event', ledBy === 'local event' ? 'a local event that we joined' : null],
    ['Advertised', advertised ? (daysAdvertised === null ? 'yes' : `${daysAdvertised} days before`) : null],
    ['Also', alsoOf(engagement)],
  ]
  const shown = facts.filter(([, value]) => value !== null)
  return html`<dl class="facts">\n${shown.map(([name, value]) => html`<dt>${name}</dt><dd>${value}</dd>\n`)}</dl>`
}

function peopleOf({ id, footfall }: Engagement, team: Team, mayRecord: boolean): string | Html {
  const { reached, spokeWith, raisedAConcern } = footfall
  const link = html`<a class="govuk-link" href="/desk/${team.id}/engagements/${id}/footfall">Add the figures</a>`
  if (reached === null) return html`nobody took a figure${mayRecord && html` – ${link}`}`
  const tiers = [
    `${reached} reached`,
    ...(spokeWith === null ? [] : [`${spokeWith} spoken with`]),
    ...(raisedAConcern === null ? [] : [`${raisedAConcern} raised a concern`]),
  ]
  return tiers.join(' · ')
}

function alsoOf({
  keyEvent,
  volunteers,
  specialConstables,
  ruralCrimeTeam,
  assessmentCriteria,
  inNiche,
}: Engagement): string | null {
  const also = [
    ...(keyEvent ? ['a community event with many visitors'] : []),
    ...(volunteers ? ['police volunteers took part'] : []),
    ...(specialConstables ? ['special constables took part'] : []),
    ...(ruralCrimeTeam ? ['the Rural Crime Team took part'] : []),
    ...(assessmentCriteria ? ['planned with the assessment criteria'] : []),
    ...(inNiche ? ['entered in Niche'] : []),
  ]
  return also.length === 0 ? null : also.join('; ')
}

function promisesOf({ contract, team, engagement }: Shown): Html {
  if (contract === null)
    return insetText(
      `${team.name} had no contract in force on ${inWords(engagement.heldOn)}, so it counts towards no promise.`,
    )
  if (contract.promises.length === 0) return insetText('It counts towards no promise of the contract.')
  const { year, promises } = contract
  const title =
    promises.length === 1 ? 'It counts towards one promise' : `It counts towards ${promises.length} promises`
  return html`<h2 class="govuk-heading-m">${title}</h2>
<ul class="week-list__rows">
${promises.map(
  ({ ref, text, standing }) => html`<li class="week-row">
<p class="week-row__what"><a class="govuk-link" href="/${team.id}/contract/${year}/commitments/${ref}">${text}</a></p>
<p class="week-row__facts">${standing ? mark(standing.standing) : nothing}</p>
<p class="week-row__why">${standing?.reason}</p>
</li>
`,
)}</ul>`
}
