import formbody from '@fastify/formbody'
import multipart from '@fastify/multipart'
import rateLimit from '@fastify/rate-limit'
import fastifyStatic from '@fastify/static'
import { randomBytes } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import Fastify, {
  LogController,
  type FastifyInstance,
  type FastifyServerOptions,
  type RouteHandlerMethod,
} from 'fastify'
import type { Database } from '#platform/database/database.ts'
import type { Assets } from '#platform/http/assets.ts'
import { askedAgain } from '#platform/http/asked-again.ts'
import { json } from '#platform/http/answers.ts'
import { languageAsked, withoutLanguage } from '#platform/http/asked-language.ts'
import { securityHeaders } from '#platform/http/headers.ts'
import { turnAwayBy } from '#platform/http/leaky-bucket.ts'
import { pageCache, type PageCache } from '#platform/http/page-cache.ts'
import { pathOf, type SiteOf } from '#platform/http/request-visit.ts'
import { addRequestLines } from '#platform/http/request-lines.ts'
import { checkRoutes, fits, type Route } from '#platform/http/routes.ts'
import { comesFromElsewhere } from '#platform/http/same-site.ts'
import { sendReply, serve, type Serving } from '#platform/http/serve-route.ts'
import { sessionCookie } from '#platform/http/session-cookie.ts'
import { plainTrouble, troubleAnswer, troubleOf } from '#platform/http/trouble.ts'
import type { Visitor } from '#platform/http/visit.ts'
import { firstLanguage } from '#platform/language/language.ts'
import { logSettings, type LogSettings } from '#platform/log.ts'
import { Refusal } from '#platform/refusal.ts'

export type ServerOptions = {
  readonly db: Database
  readonly routes: readonly Route[]
  /** Whose session a token is, or null where it is nobody's or over. */
  readonly signedIn: (token: string, now: Date) => Promise<Visitor | null>
  /** Whether everything that answers depend on is there. */
  readonly ready: () => Promise<boolean>
  readonly siteChrome: SiteOf
  /** Null where a test looks at no style. */
  readonly assets: Assets | null
  /** The site is served by HTTPS, so the cookie and the browser may be held to it. */
  readonly secureCookies: boolean
  readonly log?: LogSettings
  /** Addresses of the proxies whose word on the visitor's address is taken. */
  readonly trustProxy?: boolean | string
  readonly rateLimits?: boolean
  /** How much memory public pages may be kept in, in megabytes; 64 unless said. */
  readonly keptPages?: number
  readonly clock?: () => Date
  readonly signInPath?: string
  /** The languages that a force has chosen; English alone unless said. */
  readonly languagesOf?: Serving['languagesOf']
}

/** Whatever may be read may be asked about too. */
const readBy = ['GET', 'HEAD']

/** The whole table of routes, to be walked by a test role by role. */
export type RoutesTable = readonly { readonly method: string; readonly path: string; readonly guard: string }[]

export type Server = FastifyInstance & {
  readonly pageCache: PageCache
  readonly routesTable: RoutesTable
  /** Takes no more requests, finishes those begun within 10 seconds, and closes. */
  readonly stop: () => Promise<void>
}

/** A server of these routes, not yet listening; throws where a route has no guard. */
export async function buildServer(options: ServerOptions): Promise<Server> {
  checkRoutes(options.routes)
  const serving = servingOf(options)
  const fastify: FastifyInstance = Fastify(settingsOf(options, serving))
  await addPlugins(fastify, options)
  addHooks(fastify, serving)
  addTroubles(fastify, options.routes, serving)
  addProbes(fastify, options.ready, serving)
  await addRoutes(fastify, options, serving)
  const routesTable = options.routes.map(({ method, path, guard }) => ({ method, path, guard: guard.name }))
  return Object.assign(fastify, { pageCache: serving.pages, routesTable, stop: () => stop(fastify, options.log) })
}

const servingOf = (options: ServerOptions, headers = securityHeaders(options.secureCookies)): Serving => ({
  db: options.db,
  siteChrome: options.siteChrome,
  signedIn: options.signedIn,
  clock: options.clock ?? (() => new Date()),
  signInPath: options.signInPath ?? '/sign-in',
  cookie: sessionCookie(options.secureCookies),
  pages: pageCache((options.keptPages ?? 64) * 1024 * 1024),
  addresses: askedAgain(),
  headers,
  headersInWords: JSON.stringify(headers),
  languagesOf: options.languagesOf ?? (() => [firstLanguage]),
})

function settingsOf(options: ServerOptions, serving: Serving): FastifyServerOptions {
  return {
    logger: options.log ?? logSettings('silent'),
    // Fastify's own lines would hold the whole address with its query.
    logController: new LogController({ disableRequestLogging: true }),
    // A logger for each request costs a tenth of a kept page; a visit that logs makes its own.
    childLoggerFactory: (logger) => logger,
    genReqId: referenceMaker(),
    rewriteUrl: withoutLanguage,
    trustProxy: options.trustProxy ?? false,
    bodyLimit: 256 * 1024,
    // Each route names HEAD itself, which costs a start less than having it added beside each.
    exposeHeadRoutes: false,
    routerOptions: { maxParamLength: 300 },
    requestTimeout: 60_000,
    frameworkErrors(error, request, reply) {
      const asked = askedOf('/', request.raw, serving)
      return void sendReply(reply, troubleAnswer(troubleOf(error, request.id), asked), serving)
    },
  }
}

async function addPlugins(fastify: FastifyInstance, { assets, rateLimits = true }: ServerOptions): Promise<void> {
  fastify.removeContentTypeParser('text/plain')
  await fastify.register(formbody)
  if (rateLimits) {
    const tooMany = () => new Refusal('You have tried too often. Wait a minute, then try again.', 429)
    await fastify.register(rateLimit, { global: false, errorResponseBuilder: tooMany })
  }
  if (assets === null) return
  await fastify.register(fastifyStatic, {
    root: assets.directory,
    prefix: '/assets/',
    // A name changes with what is in it, so a browser may keep it for ever.
    maxAge: '1y',
    immutable: true,
    preCompressed: true,
    index: false,
    dotfiles: 'deny',
    decorateReply: false,
    allowedPath: (path) => !path.endsWith('/manifest.json'),
  })
}

function addHooks(fastify: FastifyInstance, { headers }: Serving): void {
  const named = Object.entries(headers)
  fastify.addHook('onSend', (_request, reply, payload, done) => {
    for (const [name, value] of named) if (!reply.hasHeader(name)) reply.header(name, value)
    done(null, payload)
  })
  fastify.decorateReply('isKept', false)
  addRequestLines(fastify)
}

/** What no route answers, and what fails before a route can: bodies too large, unreadable or of a strange kind. */
function addTroubles(fastify: FastifyInstance, routes: readonly Route[], serving: Serving): void {
  fastify.setNotFoundHandler((request, reply) => {
    const path = pathOf(request.url)
    const methods = new Set(routes.filter((route) => fits(route.path, path)).map((route) => route.method))
    if (methods.size > 0) reply.header('allow', [...methods, ...(methods.has('GET') ? ['HEAD'] : [])].join(', '))
    return sendReply(
      reply,
      troubleAnswer(plainTrouble(methods.size > 0 ? 405 : 404), askedOf(path, request.raw, serving)),
      serving,
    )
  })
  fastify.setErrorHandler((error, request, reply) => {
    const trouble = troubleOf(error, request.id)
    if (trouble.status >= 500) request.log.error({ err: error, reference: request.id }, 'a request failed')
    return sendReply(reply, troubleAnswer(trouble, askedOf(pathOf(request.url), request.raw, serving)), serving)
  })
}

/** Who lost the way reads of it in the language in which they came, where any force offers it. */
const askedOf = (path: string, raw: IncomingMessage, { siteChrome, languagesOf }: Serving) => {
  const language = languagesOf(undefined).includes(languageAsked(raw)) ? languageAsked(raw) : firstLanguage
  return {
    path,
    site: () => siteChrome({ path, params: {}, person: null, language, languages: [language], asked: '' }),
  }
}

function addProbes(fastify: FastifyInstance, ready: () => Promise<boolean>, serving: Serving): void {
  const probe = (url: string, handler: RouteHandlerMethod) => fastify.route({ method: readBy, url, handler })
  probe('/health', (_request, reply) => sendReply(reply, json({ status: 'ok' }), serving))
  probe('/ready', async (_request, reply) => {
    const isReady = await ready().catch(() => false)
    return sendReply(reply, isReady ? json({ status: 'ready' }) : json({ status: 'not ready' }, 503), serving)
  })
}

/** Only routes that ask for files read them, so that no other pays for it. */
async function addRoutes(
  fastify: FastifyInstance,
  { routes, rateLimits = true }: ServerOptions,
  serving: Serving,
): Promise<void> {
  for (const route of routes) if (!route.options.upload) addRoute(fastify, route, serving, rateLimits)
  await fastify.register(async (scope) => {
    await scope.register(multipart)
    for (const route of routes) if (route.options.upload) addRoute(scope, route, serving, rateLimits)
  })
}

function addRoute(fastify: FastifyInstance, route: Route, serving: Serving, rateLimits: boolean): void {
  const { upload, maxBytes = 256 * 1024, perMinute, bucket, asks = route.method === 'GET' } = route.options
  const onRequest = [
    ...(rateLimits && bucket !== undefined ? [turnAwayBy(bucket)] : []),
    ...(asks ? [] : [refuseFromElsewhere]),
  ]
  fastify.route<{ Params: Record<string, string> }>({
    method: route.method === 'GET' ? readBy : 'POST',
    url: route.path,
    bodyLimit: upload ? upload.maxBytes + 64 * 1024 : maxBytes,
    ...(rateLimits && perMinute !== undefined ? { config: { rateLimit: { max: perMinute, timeWindow: 60_000 } } } : {}),
    ...(onRequest.length > 0 ? { onRequest } : {}),
    handler: (request, reply) => serve(route, serving, request, reply),
  })
}

function refuseFromElsewhere(
  request: { headers: Record<string, string | string[] | undefined> },
  _reply: unknown,
  done: (error?: Error) => void,
) {
  if (comesFromElsewhere(request.headers))
    done(new Refusal('This was asked for by another site’s page, so it was not done.', 403))
  else done()
}

/** References short enough to say on the telephone, and not the same in two processes. */
function referenceMaker(): () => string {
  const process = randomBytes(4).toString('hex')
  let count = 0
  return () => `${process}-${(++count).toString(36)}`
}

async function stop(fastify: FastifyInstance, log: LogSettings | undefined): Promise<void> {
  const impatience = setTimeout(() => fastify.server.closeAllConnections(), 10_000)
  await fastify.close()
  clearTimeout(impatience)
  log?.stream.flush?.()
}
