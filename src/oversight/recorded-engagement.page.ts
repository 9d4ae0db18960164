import type { Neighbourhood, Team } from '#areas/area.ts'
import type { ClosedOut } from '#engagements/held/close-outs.sql.ts'
import type { Engagement } from '#engagements/engagement.ts'
import { day, inWords } from '#platform/day.ts'
import { buttonLink, notificationBanner } from '#platform/govuk.ts'
import { html, nothing, type Html } from '#platform/html.ts'
import { page, type SiteChrome } from '#platform/page.ts'
import { listed } from '#standings/question.ts'
import { promisesCounted, type Counted } from './promises-counted.page.ts'
import { closeOutOf, correctionLinks, correctionsOf } from './recorded-close-out.page.ts'

type Shown = {
  readonly site: SiteChrome
  readonly team: Team
  readonly neighbourhoods: readonly Neighbourhood[]
  readonly engagement: Engagement
  /** Null where no contract was in force on its day. */
  readonly contract: Counted
  /** The form was sent a second time. */
  readonly again: boolean
  readonly mayRecord: boolean
  readonly mayCorrect: boolean
  readonly timeZone: string
  /** What was heard, promised and learned, and how the record was put right. */
  readonly closedOut: ClosedOut
  readonly photos: readonly { readonly id: string; readonly takenOn: string }[]
}

/** What was recorded, and which promises it counts towards. */
export function recordedEngagementPage(shown: Shown): Html {
  const { site, team, engagement, again, mayRecord, closedOut } = shown
  const stands = closedOut.withdrawn === null
  const body = html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
${again && notificationBanner('This engagement was recorded before. If you changed anything in the form since, the change was not kept.')}
<span class="govuk-caption-l">${closedOut.withdrawn === null ? 'Recorded' : 'Withdrawn'}</span>
<h1 class="govuk-heading-l">${engagement.title}</h1>
${factsOf(shown)}
${correctionsOf(shown)}
${photosOf(shown)}
${closeOutOf(shown)}
${stands && promisesCounted(shown.contract, shown.team, engagement.heldOn)}
${stands && correctionLinks(shown)}
${mayRecord && buttonLink('Record another engagement', `/desk/${team.id}/engagements/new`)}
<p class="govuk-body"><a class="govuk-link" href="/desk/${team.id}">This week</a></p>
</div></div>`
  return page({ title: `Recorded: ${engagement.title}`, body, site })
}

function factsOf({ engagement, neighbourhoods, team, mayRecord, closedOut }: Shown): Html {
  const { method, heldOn, beganAt, place, neighbourhoodId, communities, ledBy, advertised, daysAdvertised } = engagement
  const { volunteerHours } = engagement
  const facts: readonly (readonly [string, string | Html | null])[] = [
    ['How', method],
    ['When', `${inWords(heldOn)}${beganAt === null ? '' : `, ${beganAt}`}`],
    ['Where', place],
    ['Neighbourhood', neighbourhoods.find(({ id }) => id === neighbourhoodId)?.name ?? null],
    ['People', peopleOf(engagement, team, mayRecord && closedOut.withdrawn === null)],
    ['The figure', qualityOf(engagement)],
    ['Communities', communities.length > 0 ? listed(communities) : null],
    ['Whose event', ledBy === 'local event' ? 'a local event that we joined' : null],
    ['Advertised', advertised ? (daysAdvertised === null ? 'yes' : `${daysAdvertised} days before`) : null],
    ['Hours', volunteerHours === null ? null : `${volunteerHours} given by volunteers and special constables`],
    ['Answers', closedOut.hotspot === null ? null : `the hotspot ${closedOut.hotspot.place}`],
    ['Also', alsoOf(engagement)],
  ]
  const shown = facts.filter(([, value]) => value !== null)
  return html`<dl class="facts">\n${shown.map(([name, value]) => html`<dt>${name}</dt><dd>${value}</dd>\n`)}</dl>`
}

/** Taken on the phone with consent; only those who may see the engagement see them. */
function photosOf({ photos, engagement }: Shown): Html {
  if (photos.length === 0) return nothing
  const items = photos.map(
    ({ id, takenOn }, n) =>
      html`<li><a href="/field/photos/${id}"><img src="/field/photos/${id}" alt="Photo ${n + 1} of ${engagement.title}, ${inWords(day(takenOn))}" loading="lazy" /></a></li>\n`,
  )
  return html`<h2 class="govuk-heading-m">Photos</h2>\n<ul class="govuk-list photo-list">\n${items}</ul>`
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

function qualityOf({ footfall: { figureFrom, confidence } }: Engagement): string | null {
  const said = [figureFrom, confidence].filter((each) => each !== null)
  return said.length === 0 ? null : said.join(', ')
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
