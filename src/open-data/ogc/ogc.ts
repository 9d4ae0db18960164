import { licence } from '../files/give-file.ts'
import type { AskedBox } from './asked-items.ts'
import { crs84, type Link } from './link.ts'
import type { Collection } from './collections.ts'

const root = '/open-data/ogc'
const geojson = 'application/geo+json'
export const describedAs = 'application/vnd.oai.openapi+json;version=3.0'

/** Addresses of the interface below the site’s public address. */
export const addressesAt = (base: string) => ({
  landing: `${base}${root}`,
  api: `${base}${root}/api`,
  conformance: `${base}${root}/conformance`,
  collections: `${base}${root}/collections`,
  collection: (id: string) => `${base}${root}/collections/${id}`,
  items: (id: string) => `${base}${root}/collections/${id}/items`,
  item: (id: string, feature: string) => `${base}${root}/collections/${id}/items/${encodeURIComponent(feature)}`,
})

type Addresses = ReturnType<typeof addressesAt>

/** The first page: where everything is (OGC 17-069r4, 7.2). */
export const landing = (to: Addresses) => ({
  title: 'Frankpledge',
  description: 'Neighbourhoods, events and priorities of neighbourhood policing teams.',
  links: [
    link('self', to.landing, 'This page'),
    link('service-desc', to.api, 'The interface in OpenAPI', describedAs),
    link('conformance', to.conformance, 'What the interface conforms to'),
    link('data', to.collections, 'The collections'),
    link('license', licence, 'Open Government Licence v3.0', 'text/html'),
  ],
})

/** Which parts of the standard are kept. */
export const conformance = {
  conformsTo: ['core', 'oas30', 'geojson'].map(
    (part) => `http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/${part}`,
  ),
}

/** Every collection, each with its links. */
export const collectionsDocument = (to: Addresses, collections: readonly Collection[], box: AskedBox | null) => ({
  links: [link('self', to.collections, 'The collections')],
  collections: collections.map((collection) => collectionDocument(to, collection, box)),
})

const unitedKingdom: AskedBox = [-9.5, 49, 2.5, 61.5]

/** One collection: its extent is the box around all that is placed, or the United Kingdom while nothing is. */
export const collectionDocument = (to: Addresses, { id, title, description }: Collection, box: AskedBox | null) => ({
  id,
  title,
  description,
  itemType: 'feature',
  extent: { spatial: { bbox: [box ?? unitedKingdom], crs: crs84 }, temporal: { interval: [[null, null]] } },
  crs: [crs84],
  links: [
    link('self', to.collection(id), title),
    link('items', to.items(id), `${title} as GeoJSON`, geojson),
    link('license', licence, 'Open Government Licence v3.0', 'text/html'),
  ],
})

const link = (rel: string, href: string, title: string, type = 'application/json'): Link => ({ href, rel, type, title })
