import type { Force, Neighbourhood } from '#areas/area.ts'
import type { BoundaryTold } from '#areas/boundaries.sql.ts'
import { squareKilometres } from '#areas/boundary-overlaps.ts'
import { partsOf } from '#areas/boundary.ts'
import { dayAt, inWords } from '#platform/day.ts'
import { backLink, summaryList } from '#platform/govuk.ts'
import { html, type Html } from '#platform/html.ts'
import { page, type SiteChrome } from '#platform/page.ts'
import { outlinesPart } from './outlines.part.ts'

type Shown = {
  readonly site: SiteChrome
  readonly force: Force
  readonly neighbourhood: Neighbourhood
  /** The newest first. */
  readonly versions: readonly BoundaryTold[]
}

/** Every boundary that a neighbourhood has had, from when each holds, and how it looks. */
export function boundaryVersionsPage({ site, force, neighbourhood, versions }: Shown): Html {
  const body = html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<span class="govuk-caption-l">${force.name} <code>${neighbourhood.id}</code></span>
<h1 class="govuk-heading-l">Boundary of ${neighbourhood.name}</h1>
${versions.length === 0 ? html`<p class="govuk-body">It has no boundary yet.</p>` : versions.map((version, n) => versionTold(version, versions[n - 1], force))}
</div></div>`
  const before = backLink(`/desk/${force.id}/boundaries`, 'Boundaries of neighbourhoods')
  return page({ title: `Boundary of ${neighbourhood.name}`, body, site, before })
}

function versionTold(version: BoundaryTold, next: BoundaryTold | undefined, force: Force): Html {
  const since = `Since ${inWords(version.validFrom)}`
  const title = next === undefined ? since : `${since}, until ${inWords(next.validFrom)}`
  return html`<h2 class="govuk-heading-m">${title}</h2>
${outlinesPart([version.outline], `Outline of the boundary, ${title}`)}${summaryList([
    { key: 'Area', value: kilometres(squareKilometres(version.geometry)) },
    { key: 'Parts and holes', value: partsTold(version) },
    ...(version.population === null ? [] : [{ key: 'People', value: version.population.toLocaleString('en-GB') }]),
    { key: 'From', value: version.source },
    { key: 'Loaded', value: inWords(dayAt(version.loadedAt, force.timeZone)) },
  ])}`
}

/** `12.4 km²`, and whole kilometres from a hundred on. */
export const kilometres = (area: number): string =>
  `${area.toLocaleString('en-GB', { maximumFractionDigits: area < 100 ? 1 : 0 })} km²`

function partsTold({ geometry }: BoundaryTold): string {
  const parts = partsOf(geometry)
  const [rings, corners] = [parts.flat().length, parts.flat().reduce((sum, ring) => sum + ring.length - 1, 0)]
  const holes = rings - parts.length
  const told = [
    counted(parts.length, 'part'),
    holes === 0 ? 'no hole' : counted(holes, 'hole'),
    counted(corners, 'corner'),
  ]
  return told.join(', ')
}

const counted = (n: number, noun: string): string => `${n.toLocaleString('en-GB')} ${noun}${n === 1 ? '' : 's'}`
