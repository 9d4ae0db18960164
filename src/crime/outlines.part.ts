import type { MultiPolygon } from 'geojson'
import { drawingOf } from '#areas/boundary-drawing.ts'
import { html, nothing, type Html } from '#platform/html.ts'

/** Outlines to be looked at; whatever they show is said in words beside them. */
export function outlinesPart(outlines: readonly MultiPolygon[], title: string): Html {
  const drawing = drawingOf(outlines)
  if (drawing === null) return nothing
  return html`<svg class="find-map__drawing find-map__drawing--small" viewBox="0 0 1000 ${drawing.height}" role="img" aria-label="${title}">
${drawing.shapes.map(({ path }) => html`<path class="find-map__area" d="${path}"></path>\n`)}</svg>
`
}
