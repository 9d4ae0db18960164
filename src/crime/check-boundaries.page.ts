import type { Force } from '#areas/area.ts'
import { overlapsOf, squareKilometres } from '#areas/boundary-overlaps.ts'
import type { BoundaryPreview } from '#areas/boundary-previews.sql.ts'
import { outlineOf, partsOf, type Boundary } from '#areas/boundary.ts'
import { inWords } from '#platform/day.ts'
import { backLink, button, table, warningText } from '#platform/govuk.ts'
import { html, type Html } from '#platform/html.ts'
import { page, type SiteChrome } from '#platform/page.ts'
import { kilometres } from './boundary-versions.page.ts'
import { outlinesPart } from './outlines.part.ts'

type Shown = {
  readonly site: SiteChrome
  readonly force: Force
  readonly preview: BoundaryPreview
  readonly known: readonly { readonly id: string; readonly name: string; readonly validFrom: string | null }[]
}

/** Boundaries as they were read: how many, how large, what is odd about them; nothing is kept before the button is pressed. */
export function checkBoundariesPage({ site, force, preview, known }: Shown): Html {
  const { boundaries, validFrom, source } = preview
  const nameOf = (id: string) => known.find((each) => each.id === id)?.name ?? id
  const warnings = warningsOf(boundaries, nameOf)
  const left = known.length - boundaries.length
  const count = `${boundaries.length} ${boundaries.length === 1 ? 'boundary' : 'boundaries'}`
  const body = html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<span class="govuk-caption-l">${force.name}</span>
<h1 class="govuk-heading-l">Check ${count} before keeping</h1>
<p class="govuk-body">From ${source}, to hold from ${inWords(validFrom)}. Nothing is kept yet.${left > 0 && ` ${left} other ${left === 1 ? 'neighbourhood keeps what it has' : 'neighbourhoods keep what they have'}.`}</p>
${warnings.map((words) => warningText(words))}
${outlinesPart(
  boundaries.map(({ geometry }) => outlineOf(geometry)),
  `Outlines of ${count}. The table lists them.`,
)}<section class="scrolls" tabindex="0" aria-label="What was read">${table({
    caption: 'What was read',
    head: [
      'Neighbourhood',
      { words: 'Area', numeric: true },
      { words: 'Parts', numeric: true },
      { words: 'Corners', numeric: true },
    ],
    rows: boundaries.map((each) => rowOf(each, nameOf)),
  })}</section>
<form method="post" action="/desk/${force.id}/boundaries/previews/${preview.id}">
${button('Keep these boundaries')}
</form>
<p class="govuk-body"><a class="govuk-link" href="/desk/${force.id}/boundaries">Choose another file</a></p>
</div></div>`
  const before = backLink(`/desk/${force.id}/boundaries`, 'Boundaries of neighbourhoods')
  return page({ title: `Check ${count} before keeping`, body, site, before })
}

const rowOf = ({ neighbourhoodId, geometry }: Boundary, nameOf: (id: string) => string) => [
  nameOf(neighbourhoodId),
  { words: kilometres(squareKilometres(geometry)), numeric: true },
  { words: String(partsOf(geometry).length), numeric: true },
  {
    words: partsOf(geometry)
      .flat()
      .reduce((sum, ring) => sum + ring.length - 1, 0)
      .toLocaleString('en-GB'),
    numeric: true,
  },
]

/** No policing neighbourhood is as large as a region or as small as a field. */
const usual = { least: 0.05, most: 3_000 }
const mostOverlaps = 10

function warningsOf(boundaries: readonly Boundary[], nameOf: (id: string) => string): string[] {
  const odd = boundaries.flatMap(({ neighbourhoodId, geometry }) => {
    const area = squareKilometres(geometry)
    if (area >= usual.least && area <= usual.most) return []
    return [`${nameOf(neighbourhoodId)} is ${area < usual.least ? 'very small' : 'very large'}: ${kilometres(area)}.`]
  })
  const overlaps = overlapsOf(boundaries)
  const told = overlaps
    .slice(0, mostOverlaps)
    .map(
      ({ one, other, squareKilometres: area }) =>
        `${nameOf(one)} and ${nameOf(other)} overlap by ${kilometres(area)}. A place in both counts for the one whose id comes first.`,
    )
  const more = overlaps.length - told.length
  return [...odd, ...told, ...(more > 0 ? [`${more} more pairs overlap.`] : [])]
}
