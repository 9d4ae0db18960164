import { html, joined, type Html } from '#platform/html.ts'
import { sayIn } from '#platform/language/say.ts'
import { page, type SiteChrome } from '#platform/page.ts'
import { shownOnce } from '#platform/shown-once.ts'
import { ledgerAddress } from './addresses.ts'
import { teamThing } from './discovery/things.ts'
import { eventList, followLinks } from './events.page.ts'
import { pageFeedbackLink } from './opinions.part.ts'
import { ageOf, block } from './team/block.part.ts'
import { howToContact, namedOfficers, words } from './team/contact.part.ts'
import { crimeNearby } from './team/crime.part.ts'
import { whereToFindMore, latestNews } from './team/more.part.ts'
import { priorities, problemSolving } from './team/priorities.part.ts'
import { howKept, metLately, yearsOf } from './team/promises.part.ts'
import type { TeamShown, TeamTold } from './team/team-shown.ts'
import { forceTrail } from './trails.ts'

/** The neighbourhood page: when to meet the team, whom to ask, what it works on, and how it keeps its promises. */
export function teamPage(told: TeamTold, site: SiteChrome): Html {
  const { force, team } = told
  const say = sayIn(site.language)
  return page({
    title: say.text`${team.name} neighbourhood policing team`,
    body: bodyOf(told, say),
    site,
    trail: forceTrail(force, say),
    about: teamThing({
      ...told,
      site,
      areas: told.neighbourhoods.map(({ name }) => name),
      officers: told.officers.filter(({ contactable }) => contactable),
    }),
    picture: { path: `/${team.id}/share.png`, alt: say.text`${team.name} neighbourhood policing team` },
    description: say.text`${team.name} neighbourhood policing team of ${force.name}: who we are, where to meet us, what we work on and how we keep our promises.`,
  })
}

const bodyOf = shownOnce((told: TeamTold, say): Html => {
  const shown = { ...told, say }
  const { team, neighbourhoods, contracts, crime } = shown
  return html`<h1 class="govuk-heading-xl"><span class="govuk-caption-xl">${say`Your neighbourhood policing team`}</span> ${team.name}</h1>
${neighbourhoods.length > 0 && html`<p class="govuk-body-l">${say`For ${say.list(neighbourhoods.map(({ name }) => name))}.`}</p>\n`}${words(shown, 'the team')}<div class="team-page">
<div class="team-page__first">${talkToUs(shown)}</div>
<div class="team-page__beside">${namedOfficers(shown)}${howToContact(shown)}${beTold(shown)}</div>
<div class="team-page__rest">${joined([
    priorities(shown),
    howKept(shown),
    latestNews(shown),
    metLately(shown),
    problemSolving(shown),
    crimeNearby(crime, say),
    whereToFindMore(shown),
    contracts.length > 0 && yearsOf(contracts, say),
  ])}
<p class="govuk-body"><a class="govuk-link" href="${ledgerAddress(team.id)}">${say`Check the ledger that all figures rest on`}</a></p>
${pageFeedbackLink(team.id, 'page', say)}</div>
</div>`
})

function talkToUs(shown: TeamShown): Html | false {
  const { team, planned, say } = shown
  const written = words(shown, 'opportunities to meet')
  const [first] = planned
  if (!first && written === false) return false
  const add =
    first &&
    html`<p class="govuk-body"><a class="govuk-link" href="/${team.id}/events/${first.id}/event.ics">${say`Add the next one to your calendar`}</a> · <a class="govuk-link" href="/${team.id}/events">${say`More dates`}</a></p>\n`
  const age = ageOf('opportunities to meet', shown)
  return block(
    { id: 'next', title: say`You can talk to us next`, age },
    html`${first && eventList(planned, say)}
${written}${add}`,
  )
}

const beTold = ({ team, say }: TeamShown): Html => block({ id: 'told', title: say`Be told` }, followLinks(team, say))
