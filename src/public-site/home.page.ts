import type { Force, Team } from '#areas/area.ts'
import { html, type Html } from '#platform/html.ts'
import { sayIn, type Say } from '#platform/language/say.ts'
import { page, type SiteChrome } from '#platform/page.ts'
import type { Found } from './find/find-team.ts'
import { findForm, useMyLocation } from './find/find-form.part.ts'
import { foundPart } from './find/found.part.ts'

type HomeShown = {
  readonly site: SiteChrome
  readonly forces: readonly Force[]
  readonly teams: readonly Pick<Team, 'id' | 'forceId' | 'name'>[]
  /** What was looked for, or the empty text. */
  readonly words: string
  /** Null where nothing was looked for. */
  readonly found: Found | null
}

/** The first page: find the team that polices where you live. */
export function homePage({ site, forces, teams, words, found }: HomeShown): Html {
  const say = sayIn(site.language)
  const body = html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-xl">${say`Find your neighbourhood policing team`}</h1>
<p class="govuk-body-l">${say`See what your team promised your community, and what the evidence says of each promise.`}</p>
${findForm(words, say)}
${found && foundPart(found, words, say)}
<div class="find__ways">${useMyLocation(say)}<p class="govuk-body"><a class="govuk-link" href="/find/map">${say`Find it on a map`}</a></p></div>
<h2 class="govuk-heading-l">${say`All teams`}</h2>
${forces.length === 0 && html`<p class="govuk-body">${say`No force is here yet.`}</p>`}${forces.map((force) => forceList(force, teams, say))}
</div>
<div class="govuk-grid-column-one-third"><aside class="about" aria-labelledby="about">
<h2 class="govuk-heading-m" id="about">${say`What is Frankpledge?`}</h2>
<p class="govuk-body">${say`Each year a team promises its community how it will meet, listen and answer. That is its engagement contract.`}</p>
<p class="govuk-body">${say`The team records its work once, where it happens. Each promise is measured from those records alone.`}</p>
<p class="govuk-body">${say`Kept or missed, you see how each promise stands just as the police and the panels see it.`}</p>
</aside></div></div>`
  const title =
    words === ''
      ? say.text`Find your neighbourhood policing team`
      : say.text`${words} – Find your neighbourhood policing team`
  return page({
    title,
    body,
    site,
    description: say.text`What your neighbourhood policing team promised, and whether it is kept.`,
    assets: ['find-here.js'],
  })
}

function forceList({ id, name }: Force, teams: HomeShown['teams'], say: Say): Html {
  const own = teams.filter(({ forceId }) => forceId === id)
  return html`<h3 class="govuk-heading-m"><a class="govuk-link" href="/${id}">${name}</a></h3>
${own.length === 0 ? html`<p class="govuk-body">${say`No team is here yet.`}</p>` : html`<ul class="govuk-list team-names">${own.map((team) => html`<li><a class="govuk-link" href="/${team.id}">${team.name}</a></li>`)}</ul>`}
`
}
