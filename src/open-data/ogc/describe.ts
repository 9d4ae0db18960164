import { mostItems } from './asked-items.ts'
import type { Collection } from './collections.ts'

const answer = (type: string) => ({
  200: { description: 'Found', content: { [type]: { schema: { type: 'object' } } } },
  400: { description: 'The question cannot be read', content: { 'application/json': { schema: exception } } },
  404: { description: 'No such thing', content: { 'application/json': { schema: exception } } },
})

const exception = {
  type: 'object',
  required: ['code'],
  properties: { code: { type: 'string' }, description: { type: 'string' } },
}

const parameters = [
  {
    name: 'limit',
    in: 'query',
    schema: { type: 'integer', minimum: 1, maximum: mostItems, default: 100 },
    style: 'form',
    explode: false,
  },
  { name: 'offset', in: 'query', schema: { type: 'integer', minimum: 0, default: 0 }, style: 'form', explode: false },
  {
    name: 'bbox',
    in: 'query',
    schema: { type: 'array', oneOf: [4, 6].map((n) => ({ minItems: n, maxItems: n })), items: { type: 'number' } },
    style: 'form',
    explode: false,
  },
  { name: 'datetime', in: 'query', schema: { type: 'string' }, style: 'form', explode: false },
]

/** The interface in OpenAPI 3.0, which its conformance class asks for. */
export const ogcOpenApi = (address: string, collections: readonly Collection[]) => ({
  openapi: '3.0.3',
  info: {
    title: 'Frankpledge: OGC API Features',
    version: '1',
    license: {
      name: 'Open Government Licence v3.0',
      url: 'https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/',
    },
  },
  servers: [{ url: address }],
  paths: {
    '/': operation('landing', 'Where everything is'),
    '/api': operation('api', 'This description', 'application/vnd.oai.openapi+json;version=3.0'),
    '/conformance': operation('conformance', 'What the interface conforms to'),
    '/collections': operation('collections', 'Every collection'),
    ...Object.assign({}, ...collections.map(pathsOf)),
  },
})

const pathsOf = ({ id, title }: Collection) => ({
  [`/collections/${id}`]: operation(id, title),
  [`/collections/${id}/items`]: operation(`${id}Items`, `${title} as GeoJSON`, 'application/geo+json', parameters),
  [`/collections/${id}/items/{featureId}`]: operation(`${id}Item`, `One of: ${title}`, 'application/geo+json', [
    { name: 'featureId', in: 'path', required: true, schema: { type: 'string' } },
  ]),
})

const operation = (operationId: string, summary: string, type = 'application/json', asked: readonly object[] = []) => ({
  get: { operationId, summary, parameters: asked, responses: answer(type) },
})
