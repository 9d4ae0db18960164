import type { MultiPolygon } from 'geojson'
import type { Outlined } from '#areas/boundaries.sql.ts'
import { boxOf, type Box } from '#areas/boundary.ts'
import { html, nothing, type Html } from '#platform/html.ts'
import { levels, type Level } from './silence.ts'
import type { Spot } from './silence.sql.ts'

/** A shape to shade, with what stands on it. */
type Shape = {
  readonly outline: MultiPolygon
  readonly level: Level
  readonly label: string
  /** Where pressing it leads on the same page; null where the map is only looked at. */
  readonly href: string | null
}

type Drawn = {
  readonly outlines: readonly Outlined[]
  readonly levelOf: (neighbourhood: Outlined) => Level
  readonly labelOf: (neighbourhood: Outlined) => string
  readonly hrefOf?: (neighbourhood: Outlined) => string
  readonly spots?: readonly Spot[]
  readonly title: string
}

/** A map drawn on the server: shading and a sign for each neighbourhood with a boundary, circles for engagements. */
export function silenceMap({ outlines, levelOf, labelOf, hrefOf, spots = [], title }: Drawn): Html {
  const shapes = outlines.flatMap((each): Shape[] =>
    each.outline === null
      ? []
      : [{ outline: each.outline, level: levelOf(each), label: labelOf(each), href: hrefOf?.(each) ?? null }],
  )
  const frame = frameOf(shapes)
  if (frame === null) return html`<p class="govuk-body">There is no map: no neighbourhood here has a boundary yet.</p>`
  const role = hrefOf === undefined ? 'img' : 'group'
  return html`<figure class="silence-map">
<svg class="silence-map__drawing" viewBox="0 0 ${width} ${frame.height}" role="${role}" aria-label="${title}. The table says the same.">
${shapes.map((shape) => area(shape, frame))}${circles(spots, frame)}${shapes.map((shape) => sign(shape, frame))}</svg>
<figcaption>${legend(new Set(shapes.map(({ level }) => level)), spots.length > 0)}</figcaption>
</figure>`
}

const width = 1000
const margin = 10
/** With more shapes than this each is small, and drawn with fewer corners. */
const manyShapes = 12

type Frame = {
  readonly height: number
  readonly x: (longitude: number) => number
  readonly y: (latitude: number) => number
  /** How far apart corners must be to be drawn. */
  readonly step: number
}

/** Degrees of longitude are narrower than those of latitude by the cosine of the latitude. */
function frameOf(shapes: readonly Shape[]): Frame | null {
  if (shapes.length === 0) return null
  const { west, south, east, north } = boxAround(shapes)
  const narrowing = Math.cos((((south + north) / 2) * Math.PI) / 180)
  const scale = (width - 2 * margin) / Math.max((east - west) * narrowing, 0.001)
  return {
    height: Math.min(1600, Math.round((north - south) * scale) + 2 * margin),
    x: (longitude) => Math.round(margin + (longitude - west) * narrowing * scale),
    y: (latitude) => Math.round(margin + (north - latitude) * scale),
    step: shapes.length > manyShapes ? 4 : 1,
  }
}

function boxAround(shapes: readonly Shape[]): Box {
  const boxes = shapes.map(({ outline }) => boxOf(outline))
  return {
    west: Math.min(...boxes.map(({ west }) => west)),
    south: Math.min(...boxes.map(({ south }) => south)),
    east: Math.max(...boxes.map(({ east }) => east)),
    north: Math.max(...boxes.map(({ north }) => north)),
  }
}

function area({ outline, level, label, href }: Shape, frame: Frame): Html {
  const name = `${label}: ${levels[level].words}`
  const path = html`<path class="silence-map__area silence-map__area--${level}" d="${pathOf(outline, frame)}"><title>${name}</title></path>`
  return href === null ? html`${path}\n` : html`<a href="${href}" aria-label="${name}">${path}</a>\n`
}

/** A corner is left out where it is nearer to the last than the eye sees, so that a long coast takes few words. */
function pathOf({ coordinates }: MultiPolygon, { x, y, step }: Frame): string {
  let path = ''
  for (const ring of coordinates.flat()) {
    let [lastX, lastY, letter] = [Infinity, Infinity, 'M']
    for (const [longitude = 0, latitude = 0] of ring) {
      const [atX, atY] = [x(longitude), y(latitude)]
      if (Math.abs(atX - lastX) < step && Math.abs(atY - lastY) < step) continue
      path += `${letter}${atX} ${atY}`
      ;[lastX, lastY, letter] = [atX, atY, 'L']
    }
    path += 'Z'
  }
  return path
}

function sign({ outline, level, label }: Shape, frame: Frame): Html {
  const [x, y] = middleOf(outline, frame)
  return html`<g class="silence-map__sign" aria-hidden="true"><text x="${x}" y="${y - 8}">${levels[level].sign}</text><text x="${x}" y="${y + 44}">${label}</text></g>\n`
}

/** The middle of the longest ring’s corners: near enough for a sign. */
function middleOf({ coordinates }: MultiPolygon, frame: Frame): readonly [x: number, y: number] {
  const [outer = []] = coordinates.map(([ring = []]) => ring).toSorted((a, b) => b.length - a.length)
  const mean = (axis: 0 | 1) => outer.reduce((sum, corner) => sum + (corner[axis] ?? 0), 0) / outer.length
  return [frame.x(mean(0)), frame.y(mean(1))]
}

const circles = (spots: readonly Spot[], frame: Frame): Html =>
  html`<g class="silence-map__spots" aria-hidden="true">${spots.map(({ longitude, latitude, engagements }) => html`<circle cx="${frame.x(longitude)}" cy="${frame.y(latitude)}" r="${Math.min(40, 6 + Math.round(2.5 * Math.sqrt(engagements)))}"></circle>`)}</g>\n`

function legend(shown: ReadonlySet<Level>, hasSpots: boolean): Html {
  const items = Object.entries(levels).map(([level, { sign: mark, words }]) =>
    [...shown].some((one) => one === level)
      ? html`<li><span class="silence-map__key silence-map__key--${level}" aria-hidden="true">${mark}</span> ${words}</li>\n`
      : nothing,
  )
  return html`<ul class="silence-map__legend">
${items}${hasSpots && html`<li><span class="silence-map__key silence-map__key--spot" aria-hidden="true">●</span> engagements, larger where more</li>\n`}</ul>`
}
