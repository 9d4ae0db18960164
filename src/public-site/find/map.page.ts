import type { MultiPolygon } from 'geojson'
import type { Force, Team } from '#areas/area.ts'
import type { ForceMapped, Outlined } from '#areas/boundaries.sql.ts'
import { drawingOf } from '#areas/boundary-drawing.ts'
import { html, nothing, type Html } from '#platform/html.ts'
import { sayIn, type Say } from '#platform/language/say.ts'
import { page, type SiteChrome } from '#platform/page.ts'

const home = (say: Say) => ({ words: say.text`Find your team`, href: '/' })

/** Which forces have neighbourhoods to look at. */
export function mapsPage({ site, forces }: { site: SiteChrome; forces: readonly ForceMapped[] }): Html {
  const say = sayIn(site.language)
  const items = forces.map((force) => html`<li>${mappedTold(force, say)}</li>\n`)
  const chosen = html`<p class="govuk-body">${say`Choose your police force.`}</p>\n<ul class="govuk-list govuk-list--spaced">${items}</ul>`
  const body = html`<h1 class="govuk-heading-xl">${say`Find your team on a map`}</h1>
${forces.length === 0 ? html`<p class="govuk-body">${say`No force is here yet.`}</p>` : chosen}`
  return page({ title: say.text`Find your team on a map`, body, site, trail: [home(say)] })
}

function mappedTold({ id, name, mapped, neighbourhoods }: ForceMapped, say: Say): Html {
  if (mapped === 0)
    return say`${name}: no boundary is here yet. ${html`<a class="govuk-link" href="/${id}">${say`See its teams`}</a>`}`
  const force = html`<a class="govuk-link" href="/find/map/${id}">${name}</a>`
  return mapped === neighbourhoods
    ? say`${force}: all ${mapped} neighbourhoods`
    : say`${force}: ${mapped} of ${neighbourhoods} neighbourhoods`
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
  const say = sayIn(site.language)
  const teamOf = ({ teamId }: Outlined) => {
    const team = teams.find(({ id }) => id === teamId)
    return team === undefined ? say.text`no team here yet` : say.text`${team.name} team`
  }
  const told = { teamOf, hrefOf: ({ teamId }: Outlined) => `/${teamId ?? force.id}`, say }
  const listed = (each: Outlined) =>
    html`<li><a class="govuk-link" href="${told.hrefOf(each)}">${each.name}</a> <span class="results__team">${teamOf(each)}</span></li>\n`
  const body = html`<h1 class="govuk-heading-xl">${say`Neighbourhoods of ${force.name}`}</h1>
<div class="find-map">
${map(force, onMap, told)}
<div>
${onMap.length > 0 && html`<h2 class="govuk-heading-m">${say`On the map`}</h2>\n<ol class="govuk-list govuk-list--number">\n${onMap.map(listed)}</ol>\n`}${others.length > 0 && html`<h2 class="govuk-heading-m">${say`Not on the map yet`}</h2>\n<ul class="govuk-list">\n${others.map(listed)}</ul>\n`}</div></div>`
  const trail = [home(say), { words: say.text`Map`, href: '/find/map' }]
  return page({ title: say.text`Map of ${force.name}`, body, site, trail, wide: true })
}

/** With more shapes than this their numbers would cover each other. */
const manyShapes = 40

type OnMapTold = {
  readonly teamOf: (each: OnMap) => string
  readonly hrefOf: (each: OnMap) => string
  readonly say: Say
}

function map(force: Force, onMap: readonly OnMap[], { teamOf, hrefOf, say }: OnMapTold): Html {
  const drawing = drawingOf(onMap.map(({ outline }) => outline))
  if (drawing === null)
    return html`<p class="govuk-body">${say`There is no map: no neighbourhood here has a boundary yet.`}</p>`
  const shapes = onMap.map((each, n) => {
    const shape = drawing.shapes[n]
    const called = `${each.name}, ${teamOf(each)}`
    return shape === undefined
      ? nothing
      : html`<a href="${hrefOf(each)}" aria-label="${n + 1}: ${called}"><path class="find-map__area" d="${shape.path}"><title>${called}</title></path></a>\n`
  })
  const signs = drawing.shapes.map(({ x, y }, n) => html`<text x="${x}" y="${y + 12}">${n + 1}</text>`)
  const size = onMap.length > manyShapes ? 'find-map__signs--many' : 'find-map__signs'
  return html`<svg class="find-map__drawing" viewBox="0 0 1000 ${drawing.height}" role="group" aria-label="${say.text`Map of ${force.name}. The list says the same.`}">
${shapes}<g class="${size}" aria-hidden="true">${signs}</g></svg>`
}
