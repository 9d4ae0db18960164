import type { Force, Team } from '#areas/area.ts'
import { details, summaryList } from '#platform/govuk.ts'
import { html, joined, type Html } from '#platform/html.ts'
import { sayIn, type Say } from '#platform/language/say.ts'
import { page, type SiteChrome } from '#platform/page.ts'
import { licence } from './files/give-file.ts'
import { openFiles, type OpenFile } from './files/open-files.ts'

type Shown = {
  readonly site: SiteChrome
  readonly forces: readonly Force[]
  readonly teams: readonly Pick<Team, 'id' | 'forceId' | 'name'>[]
}

/** What anybody may take, in plain words, with what it may be used for. */
export function openDataPage({ site, forces, teams }: Shown): Html {
  const say = sayIn(site.language)
  const files = filesIn(say)
  const body = html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-xl">${say`Open data`}</h1>
<p class="govuk-body-l">${say`What teams recorded as they worked, as files that people and programs can read. Nothing in them names a member of the public.`}</p>
<p class="govuk-body">${say`You may use all of it under the ${html`<a class="govuk-link" href="${licence}">${say`Open Government Licence v3.0`}</a>`}. Say where it is from.`}</p>
<p class="govuk-body">${say`Small numbers that could point at somebody are withheld. An empty cell is unknown, never nought.`}</p>
<h2 class="govuk-heading-l">${say`What there is`}</h2>
${summaryList(openFiles.map(({ name }) => ({ key: files[name]?.title ?? name, value: files[name]?.told ?? '' })))}
<h2 class="govuk-heading-l">${say`Files of each force and team`}</h2>
${forces.map((force) =>
  forcePart(
    say,
    force,
    teams.filter(({ forceId }) => forceId === force.id),
  ),
)}
<h2 class="govuk-heading-l">${say`For programs`}</h2>
<ul class="govuk-list govuk-list--bullet">
<li><a class="govuk-link" href="/open-data/ogc">${say`OGC API Features, for maps such as QGIS`}</a></li>
<li><a class="govuk-link" href="/api/v1/openapi.json">${say`Contracts and standings as JSON, described by OpenAPI`}</a></li>
<li>${say`The national police API, for every force that is here, below ${html`<code>/api</code>`}`}</li>
</ul>
</div></div>`
  return page({
    title: say.text`Open data`,
    body,
    site,
    trail: [{ words: say.text`Find your team`, href: '/' }],
    description: say.text`Events, priorities, promises and boundaries of neighbourhood policing teams as open data.`,
  })
}

/** What each file is called, and what is in it. */
const filesIn = (say: Say): Readonly<Record<string, { readonly title: string; readonly told: Html }>> => ({
  events: { title: say.text`Events`, told: say`When and where people can talk to a team, from a year back on.` },
  priorities: { title: say.text`Priorities`, told: say`What teams work on, what people said, and what came of it.` },
  standings: {
    title: say.text`Promises`,
    told: say`How each promise of the contract in force stands today, with its figures.`,
  },
  contracts: { title: say.text`Contracts`, told: say`Which contracts there are, and how many promises are in each.` },
  boundaries: { title: say.text`Boundaries`, told: say`Where each neighbourhood lies, as its boundary is today.` },
})

function forcePart(say: Say, { id, name }: Force, teams: Shown['teams']): Html {
  const places = [{ id, name: say.text`All of ${name}` }, ...teams]
  return html`<h3 class="govuk-heading-m">${name}</h3>
${places.map((place) =>
  details(
    place.name,
    summaryList(
      openFiles.map((file) => ({ key: filesIn(say)[file.name]?.title ?? file.name, value: linksTo(say, file, place) })),
    ),
  ),
)}`
}

/** The formats of one file beside each other, the file and whose it is read out with each. */
function linksTo(say: Say, { name, formats }: OpenFile, place: { readonly id: string; readonly name: string }): Html {
  const title = filesIn(say)[name]?.title ?? name
  const links = formats.map(
    (format) =>
      html`<a class="govuk-link" href="/open-data/${place.id}/${name}.${format}">${formatNames[format]}<span class="govuk-visually-hidden"> (${title}, ${place.name})</span></a>`,
  )
  return joined(links, ', ')
}

const formatNames = { csv: 'CSV', geojson: 'GeoJSON', json: 'JSON' } as const
