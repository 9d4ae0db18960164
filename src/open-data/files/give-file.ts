import { csv, text, withHeader, type Answer } from '#platform/http/answers.ts'
import type { Handler } from '#platform/http/routes.ts'
import { askedBy, placeAsked } from './asked.ts'
import type { Column } from './columns.ts'
import { eventsAsJson } from './events.sql.ts'
import type { Format, OpenFile, Placed } from './open-files.ts'

/** The licence of every file. */
export const licence = 'https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/'

/** A file in one of its formats, for programs of any site. */
export const giveFile =
  (file: OpenFile, format: Format): Handler =>
  async (visit) => {
    const named = [visit.params['force'], visit.params['team'], file.name].filter((part) => part !== undefined)
    return openly(writeAs(format, file.columns, await file.lines(visit, format), `${named.join('-')}.csv`))
  }

/** Events as JSON, written by the database; throws a Refusal (404) where the force or team is not here. */
export const giveEventsAsJson: Handler = async (visit) => {
  const lines = await eventsAsJson(visit.db, askedBy(visit))
  if (lines === null) await placeAsked(visit)
  return openly(text(`{"licence":"${licence}","lines":[${lines ?? ''}]}`, 200, types.json))
}

const types = { json: 'application/json; charset=utf-8', geojson: 'application/geo+json; charset=utf-8' }

function writeAs(format: Format, columns: readonly Column[], placed: readonly Placed[], filename: string): Answer {
  if (format === 'csv') {
    const rows = placed.map(({ line }) => columns.map(({ name }) => line[name]))
    return csv(filename, [columns.map(({ name }) => name), ...rows])
  }
  if (format === 'json')
    return text(JSON.stringify({ licence, lines: placed.map(({ line }) => line) }), 200, types.json)
  return text(JSON.stringify(collectionOf(placed)), 200, types.geojson)
}

const collectionOf = (placed: readonly Placed[]) => ({
  type: 'FeatureCollection',
  licence,
  features: placed.map(featureOf),
})

/** A line as a GeoJSON feature (RFC 7946); a promise is named by its contract and what that calls it. */
export const featureOf = ({ line, geometry }: Placed) => ({
  type: 'Feature',
  id: line['id'] ?? `${line['contract']}/${line['ref']}`,
  geometry,
  properties: line,
})

/** Pages of any site may read what everybody may read. */
export const openly = (answer: Answer): Answer =>
  withHeader(withHeader(answer, 'access-control-allow-origin', '*'), 'cross-origin-resource-policy', 'cross-origin')
