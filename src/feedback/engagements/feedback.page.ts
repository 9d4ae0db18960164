import type { Team } from '#areas/area.ts'
import type { PlannedEngagement } from '#engagements/planned/planned-engagement.ts'
import { backLink } from '#platform/govuk.ts'
import { html, type Html } from '#platform/html.ts'
import { sayIn, type Say } from '#platform/language/say.ts'
import type { SiteChrome } from '#platform/page.ts'
import { askedPage, notAskedPage, thankedPage } from '../asked.page.ts'
import type { Given } from '../given.ts'

type About = { readonly site: SiteChrome; readonly team: Team; readonly planned: PlannedEngagement }

/** Three questions for whoever came, without an account. */
export function feedbackPage({ site, team, planned, given }: About & { readonly given: Given }): Html {
  const say = sayIn(site.language)
  return askedPage({
    site,
    given,
    about: nameOf(planned, say),
    heading: say`How was it?`,
    title: say.text`How was it? – ${planned.title}`,
    intro: say`Three questions. We do not ask who you are, and nothing tells us. ${team.name} neighbourhood policing team reads what you say.`,
    action: `/${team.id}/events/${planned.id}/feedback`,
    questions: [
      { name: 'worthwhile', legend: say`Was it worth your time?` },
      { name: 'listenedTo', legend: say`Did you feel listened to?` },
    ],
    wordsLabel: say`What should we do differently? (optional)`,
    before: backLink(`/${team.id}/events/${planned.id}`, say.own(planned.title), say),
  })
}

/** What somebody reads who has answered. */
export function thanksPage({ site, team, planned }: About): Html {
  const say = sayIn(site.language)
  return thankedPage({
    site,
    teamName: team.name,
    about: nameOf(planned, say),
    title: say.text`Thank you – ${planned.title}`,
    way: html`<a class="govuk-link" href="/${team.id}">${say`See what ${team.name} promised, and how it stands`}</a>`,
  })
}

/** Why nobody can answer now; with when they can or could. */
export function closedPage({ site, team, planned, why }: About & { readonly why: string }): Html {
  const say = sayIn(site.language)
  return notAskedPage({
    site,
    why,
    about: nameOf(planned, say),
    title: say.text`Nobody is asked about this now – ${planned.title}`,
    way: html`<a class="govuk-link" href="/${team.id}/events">${say`See where you can talk to ${team.name} next`}</a>`,
  })
}

const nameOf = ({ title, heldOn }: PlannedEngagement, say: Say): Html =>
  html`${say.own(title)}, ${say.weekday(heldOn)} ${say.day(heldOn)}`
