import { json, text, type Answer } from '#platform/http/answers.ts'
import { everyone, get, type Handler, type Route } from '#platform/http/routes.ts'
import type { Visit } from '#platform/http/visit.ts'
import { Refusal } from '#platform/refusal.ts'
import { askedBy, type Asked } from '../files/asked.ts'
import { featureOf, openly } from '../files/give-file.ts'
import type { Placed } from '../files/open-files.ts'
import { readItemsAsked, type ItemsAsked } from './asked-items.ts'
import { collections, type Collection } from './collections.ts'
import { ogcOpenApi } from './describe.ts'
import { boxAroundAll } from './features.sql.ts'
import { addressesAt, collectionDocument, collectionsDocument, conformance, describedAs, landing } from './ogc.ts'

const root = '/open-data/ogc'
const often = { perMinute: 300 }

/** OGC API Features, Part 1: Core (17-069r4), for QGIS and other maps. */
export const ogcRoutes: readonly Route[] = [
  get(
    root,
    everyone,
    openAnswer((visit) => json(landing(addressesOf(visit)))),
    often,
  ),
  get(`${root}/api`, everyone, openAnswer(describeApi), often),
  get(
    `${root}/conformance`,
    everyone,
    openAnswer(() => json(conformance)),
    often,
  ),
  get(`${root}/collections`, everyone, openAnswer(giveCollections), often),
  get(`${root}/collections/:collection`, everyone, openAnswer(giveCollection), often),
  get(`${root}/collections/:collection/items`, everyone, openAnswer(giveItems), often),
  get(`${root}/collections/:collection/items/:feature`, everyone, openAnswer(giveItem), often),
]

/** Pages of any site may read it; a refusal is told as the standard tells one. */
function openAnswer(handler: Handler): Handler {
  return async (visit) => {
    try {
      return openly(await handler(visit))
    } catch (fault) {
      if (!(fault instanceof Refusal)) throw fault
      const code = fault.status === 404 ? 'NotFound' : 'InvalidParameterValue'
      return openly(json({ code, description: fault.message }, fault.status))
    }
  }
}

const addressesOf = (visit: Visit) => addressesAt(askedBy(visit).base)

/** Every force’s and team’s. */
const every = (visit: Visit): Asked => ({ ...askedBy(visit), force: null, team: null })

/** In bytes, since the type of a text that is JSON is written anew on its way out, and GDAL knows only this spelling. */
function describeApi(visit: Visit): Answer {
  const described = JSON.stringify(ogcOpenApi(addressesOf(visit).landing, collections))
  return { status: 200, type: describedAs, body: Buffer.from(described) }
}

async function giveCollections(visit: Visit): Promise<Answer> {
  return json(collectionsDocument(addressesOf(visit), collections, await boxAroundAll(visit.db)))
}

async function giveCollection(visit: Visit): Promise<Answer> {
  const collection = collectionOf(visit)
  return json(collectionDocument(addressesOf(visit), collection, await boxAroundAll(visit.db)))
}

async function giveItems(visit: Visit): Promise<Answer> {
  const collection = collectionOf(visit)
  const asked = readItemsAsked(visit.query)
  const { matched, features } = await collection.find(visit.db, every(visit), { ...asked, id: null })
  return geojson({
    type: 'FeatureCollection',
    timeStamp: visit.now.toISOString(),
    numberMatched: matched,
    numberReturned: features.length,
    links: linksOfPage(visit, collection, asked, matched),
    features: features.map(featureOf),
  })
}

async function giveItem(visit: Visit): Promise<Answer> {
  const collection = collectionOf(visit)
  const id = visit.params['feature'] ?? ''
  const asked = { ...readItemsAsked({}), id }
  const [feature] = (await collection.find(visit.db, every(visit), asked)).features
  if (feature === undefined) throw new Refusal(`There is no feature “${id}” in “${collection.id}”.`, 404)
  return geojson({ ...featureOf(feature), links: linksOfFeature(visit, collection, feature) })
}

function collectionOf({ params }: Visit): Collection {
  const collection = collections.find(({ id }) => id === params['collection'])
  if (!collection) throw new Refusal(`There is no collection “${params['collection']}”.`, 404)
  return collection
}

function linksOfPage(visit: Visit, { id }: Collection, { limit, offset }: ItemsAsked, matched: number) {
  const at = (from: number) => {
    const query = new URLSearchParams(Object.entries(visit.query).map(([name, value]) => [name, String(value)]))
    if (from !== offset) query.set('offset', String(from))
    return `${addressesOf(visit).items(id)}${query.size > 0 ? `?${query}` : ''}`
  }
  const type = 'application/geo+json'
  return [
    { rel: 'self', type, title: 'This page', href: at(offset) },
    ...(offset + limit < matched ? [{ rel: 'next', type, title: 'The next page', href: at(offset + limit) }] : []),
    ...(offset > 0 ? [{ rel: 'prev', type, title: 'The page before', href: at(Math.max(0, offset - limit)) }] : []),
    { rel: 'collection', type: 'application/json', title: 'The collection', href: addressesOf(visit).collection(id) },
  ]
}

function linksOfFeature(visit: Visit, { id, title }: Collection, { line }: Placed) {
  const to = addressesOf(visit)
  return [
    { rel: 'self', type: 'application/geo+json', title: 'This feature', href: to.item(id, String(line['id'])) },
    { rel: 'collection', type: 'application/json', title, href: to.collection(id) },
  ]
}

const geojson = (value: object): Answer => text(JSON.stringify(value), 200, 'application/geo+json')
