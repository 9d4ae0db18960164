import type { MultiPolygon } from 'geojson'
import type { Force, Team } from '#areas/area.ts'
import type { ForceMapped, Outlined } from '#areas/boundaries.sql.ts'
import { drawingOf } from '#areas/boundary-drawing.ts'
import { breadcrumbs } from '#platform/govuk.ts'
import { html, nothing, type Html } from '#platform/html.ts'
import { page, type SiteChrome } from '#platform/page.ts'

const home = { words: 'Find your team', href: '/' }

/** Which forces have neighbourhoods to look at. */
export function mapsPage({ site, forces }: { site: SiteChrome; forces: readonly ForceMapped[] }): Html {
  const items = forces.map(({ id, name, mapped, neighbourhoods }) =>
    mapped === 0
      ? html`<li>${name}: no boundary is here yet. <a class="govuk-link" href="/${id}">See its teams</a></li>\n`
      : html`<li><a class="govuk-link" href="/find/map/${id}">${name}</a>: ${mapped === neighbourhoods ? `all ${mapped}` : `${mapped} of ${neighbourhoods}`} neighbourhoods</li>\n`,
  )
  const body = html`<h1 class="govuk-heading-xl">Find your team on a map</h1>
${forces.length === 0 ? html`<p class="govuk-body">No force is here yet.</p>` : html`<p class="govuk-body">Choose your police force.</p>\n<ul class="govuk-list govuk-list--spaced">${items}</ul>`}`
  return page({ title: 'Find your team on a map', body, site, before: breadcrumbs([home]) })
}

type MapShown = {
  readonly site: SiteChrome
  readonly force: Force
  readonly outlines: readonly Outlined[]
  readonly teams: readonly Pick<Team, 'id' | 'name'>[]
}

type OnMap = Outlined & { readonly outline: MultiPolygon }

/** A force’s neighbourhoods: each on the map leads to its team, and the list says the same. */
export function forceMapPage({ site, force, outlines, teams }: MapShown): Html {
  const onMap = outlines.filter((each): each is OnMap => each.outline !== null)
  const others = outlines.filter(({ outline }) => outline === null)
  const toldOf = ({ name, teamId }: Outlined) => {
    const team = teams.find(({ id }) => id === teamId)
    return team === undefined ? `${name}, no team here yet` : `${name}, ${team.name} team`
  }
  const hrefOf = ({ teamId }: Outlined) => `/${teamId ?? force.id}`
  const listed = (each: Outlined) => {
    const [name = '', team = ''] = [each.name, toldOf(each).slice(each.name.length + 2)]
    return html`<li><a class="govuk-link" href="${hrefOf(each)}">${name}</a> <span class="results__team">${team}</span></li>\n`
  }
  const body = html`<h1 class="govuk-heading-xl">Neighbourhoods of ${force.name}</h1>
<div class="find-map">
${map(force, onMap, toldOf, hrefOf)}
<div>
${onMap.length > 0 && html`<h2 class="govuk-heading-m">On the map</h2>\n<ol class="govuk-list govuk-list--number">\n${onMap.map(listed)}</ol>\n`}${others.length > 0 && html`<h2 class="govuk-heading-m">Not on the map yet</h2>\n<ul class="govuk-list">\n${others.map(listed)}</ul>\n`}</div></div>`
  const before = breadcrumbs([home, { words: 'Map', href: '/find/map' }])
  return page({ title: `Map of ${force.name}`, body, site, before, wide: true })
}

/** With more shapes than this their numbers would cover each other. */
const manyShapes = 40

function map(
  force: Force,
  onMap: readonly OnMap[],
  toldOf: (each: OnMap) => string,
  hrefOf: (each: OnMap) => string,
): Html {
  const drawing = drawingOf(onMap.map(({ outline }) => outline))
  if (drawing === null)
    return html`<p class="govuk-body">There is no map: no neighbourhood here has a boundary yet.</p>`
  const shapes = onMap.map((each, n) => {
    const shape = drawing.shapes[n]
    return shape === undefined
      ? nothing
      : html`<a href="${hrefOf(each)}" aria-label="${n + 1}: ${toldOf(each)}"><path class="find-map__area" d="${shape.path}"><title>${toldOf(each)}</title></path></a>\n`
  })
  const signs = drawing.shapes.map(({ x, y }, n) => html`<text x="${x}" y="${y + 12}">${n + 1}</text>`)
  const size = onMap.length > manyShapes ? 'find-map__signs--many' : 'find-map__signs'
  return html`<svg class="find-map__drawing" viewBox="0 0 1000 ${drawing.height}" role="group" aria-label="Map of ${force.name}. The list says the same.">
${shapes}<g class="${size}" aria-hidden="true">${signs}</g></svg>`
}
