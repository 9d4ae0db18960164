import type { Force, Team } from '#areas/area.ts'
import { html, type Html } from '#platform/html.ts'
import { page, type SiteChrome } from '#platform/page.ts'

export type Place = {
  readonly place: string
  readonly teamName: string | null
  readonly teamId: string | null
  readonly forceName: string
  readonly forceId: string
}

type HomeShown = {
  readonly site: SiteChrome
  readonly forces: readonly Force[]
  readonly teams: readonly Pick<Team, 'id' | 'forceId' | 'name'>[]
  /** What was looked for, or the empty text. */
  readonly words: string
  readonly places: readonly Place[]
}

/** The first page: find the team that polices where you live. */
export function homePage({ site, forces, teams, words, places }: HomeShown): Html {
  const body = html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-xl">Find your neighbourhood policing team</h1>
<p class="govuk-body-l">See what your team promised your community, and what the evidence says of each promise.</p>
<form class="find" method="get" action="/" role="search">
<label class="govuk-label govuk-label--m" for="q">Name of a place, a neighbourhood or a team</label>
<div class="find__row"><input class="govuk-input" id="q" name="q" type="search" value="${words}" maxlength="100" autocomplete="off">
<button class="govuk-button">Find</button></div>
</form>
${words !== '' && results(words, places)}
<h2 class="govuk-heading-l">All teams</h2>
${forces.length === 0 && html`<p class="govuk-body">No force is here yet.</p>`}${forces.map((force) => forceList(force, teams))}
</div>
<div class="govuk-grid-column-one-third"><aside class="about" aria-labelledby="about">
<h2 class="govuk-heading-m" id="about">What is Frankpledge?</h2>
<p class="govuk-body">Each year a team promises its community how it will meet, listen and answer. That is its engagement contract.</p>
<p class="govuk-body">The team records its work once, where it happens. Each promise is measured from those records alone.</p>
<p class="govuk-body">Kept or missed, you see the same figures that the police and the panels see.</p>
</aside></div></div>`
  const title =
    words === '' ? 'Find your neighbourhood policing team' : `${words} – Find your neighbourhood policing team`
  return page({
    title,
    body,
    site,
    description: 'What your neighbourhood policing team promised, and whether it is kept.',
  })
}

function results(words: string, places: readonly Place[]): Html {
  if (places.length === 0)
    return html`<div class="results" role="status"><h2 class="govuk-heading-m">Nothing found for “${words}”</h2>
<p class="govuk-body">${isPostcode(words) ? 'Postcodes cannot be looked up here: give the name of your town or village instead.' : 'Check how it is spelt, try a larger place nearby, or choose from all teams below.'}</p></div>`
  return html`<div class="results" role="status"><h2 class="govuk-heading-m">${places.length} ${places.length === 1 ? 'place' : 'places'} found for “${words}”</h2>
<ul class="govuk-list results__list">${places.map(result)}</ul></div>`
}

const result = ({ place, teamName, teamId, forceName, forceId }: Place): Html =>
  html`<li><a class="govuk-link" href="/${teamId ?? forceId}">${place}</a> <span class="results__team">${
    teamName === null
      ? `no team here yet, ${forceName}`
      : teamName === place
        ? `team, ${forceName}`
        : `${teamName} team, ${forceName}`
  }</span></li>
`

const isPostcode = (words: string) => /^[a-z]{1,2}\d[a-z\d]? ?(\d[a-z]{2})?$/i.test(words)

function forceList({ id, name }: Force, teams: HomeShown['teams']): Html {
  const own = teams.filter(({ forceId }) => forceId === id)
  return html`<h3 class="govuk-heading-m"><a class="govuk-link" href="/${id}">${name}</a></h3>
${own.length === 0 ? html`<p class="govuk-body">No team is here yet.</p>` : html`<ul class="govuk-list team-names">${own.map((team) => html`<li><a class="govuk-link" href="/${team.id}">${team.name}</a></li>`)}</ul>`}
`
}
