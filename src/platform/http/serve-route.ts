import type { FastifyReply } from 'fastify'
import { asReply, entityTag, matches, redirect, type Reply } from '#platform/http/answers.ts'
import type { AskedAgain } from '#platform/http/asked-again.ts'
import { dropFiles, readBody } from '#platform/http/body.ts'
import { sendable, type KeptPage, type PageCache } from '#platform/http/page-cache.ts'
import { isPackable, packed, packedOnce, takesPacked } from '#platform/http/packed.ts'
import { RequestVisit, type Asked, type SiteOf } from '#platform/http/request-visit.ts'
import { everyone, type Route } from '#platform/http/routes.ts'
import type { SessionCookie } from '#platform/http/session-cookie.ts'
import { isApi, plainTrouble, troubleAnswer, troubleOf } from '#platform/http/trouble.ts'
import type { Visitor } from '#platform/http/visit.ts'
import { addressIn, firstLanguage, type Language } from '#platform/language/language.ts'
import { Refusal } from '#platform/refusal.ts'
import type { Database } from '#platform/database/database.ts'

declare module 'fastify' {
  interface FastifyReply {
    /** The answer was ready before it was asked for. */
    isKept: boolean
  }
}

/** What serving a route needs of the server. */
export type Serving = {
  readonly db: Database
  readonly siteChrome: SiteOf
  readonly signedIn: (token: string, now: Date) => Promise<Visitor | null>
  readonly clock: () => Date
  readonly signInPath: string
  readonly cookie: SessionCookie
  readonly pages: PageCache
  readonly addresses: AskedAgain
  readonly headers: Readonly<Record<string, string>>
  /** The same as one text: who has a page of the same tag is not told them again, so the tag names them too. */
  readonly headersInWords: string
  /** The languages that a force has chosen; those of all forces where an address names none. */
  readonly languagesOf: (forceId: string | undefined) => readonly Language[]
}

/** One request to one route: a kept page at once, else the person, the guard, the handler and its answer. */
export function serve(
  route: Route,
  serving: Serving,
  request: Asked,
  reply: FastifyReply,
): FastifyReply | Promise<FastifyReply> {
  const { db, siteChrome, clock, cookie, pages, addresses } = serving
  const now = clock()
  const sessionToken = cookie.read(request.headers.cookie)
  const mayBeKept = sessionToken === null && route.options.cache !== undefined
  const before = mayBeKept ? pages.get(addresses.keyOf(request.originalUrl, now) ?? '') : undefined
  if (before) return sendKept(before, request, reply)
  const languages = route.options.translated === true ? serving.languagesOf(request.params['force']) : onlyFirst
  const visit = new RequestVisit(request, { db, siteChrome, now, sessionToken, languages, asked: askedOf(route) })
  if (!languages.includes(visit.language)) return sendReply(reply, redirect(request.url, 302), serving)
  const key = mayBeKept && route.options.cache ? keyOf(route.options.cache(visit), visit) : null
  if (key === null) return answerVisit(route, serving, visit, request, reply)
  const kept = pages.get(key)
  if (!kept) return answerAndKeep(key, route, serving, visit, request, reply)
  addresses.remember(request.originalUrl, now, key)
  return sendKept(kept, request, reply)
}

/** A page that is kept is shown to others too, so it may carry on only what they asked alike. */
const askedOf = ({ options }: Route): readonly string[] | null => (options.cache ? (options.asked ?? []) : null)

const onlyFirst: readonly Language[] = [firstLanguage]

/** The language comes last, since pages are forgotten by how their keys begin. */
const keyOf = (key: string | null, { language }: RequestVisit): string | null =>
  key === null || language === firstLanguage ? key : `${key}|${language}`

/** Sends an answer with all that every answer carries. */
export function sendReply(
  reply: FastifyReply,
  answer: Reply,
  serving: Pick<Serving, 'headers' | 'cookie'>,
): FastifyReply {
  reply.code(answer.status).headers(serving.headers).header('content-type', answer.type)
  if (answer.session !== undefined) reply.header('set-cookie', serving.cookie.write(answer.session))
  return reply.headers({ 'cache-control': 'no-store', ...answer.headers }).send(answer.body)
}

async function answerVisit(route: Route, serving: Serving, visit: RequestVisit, request: Asked, reply: FastifyReply) {
  const answer = await answerOf(route, serving, visit, request)
  if (!isPublic(route, visit, answer)) return sendReply(reply, answer, serving)
  const tag = entityTag(answer.body, serving.headersInWords)
  const tagged = { ...answer, headers: { ...publicHeaders(tag), ...answer.headers } }
  if (matches(request.headers['if-none-match'], tag))
    return sendReply(reply, { ...tagged, status: 304, body: '' }, serving)
  return sendReply(reply, await packedFor(request, tagged), serving)
}

/** Only what everybody may read is packed: how short a packed page is could tell of a secret in it. */
async function packedFor(request: Asked, answer: Reply): Promise<Reply> {
  if (!isPackable(request.headers['accept-encoding'], answer.type, answer.body.length)) return answer
  return { ...answer, body: await packed(answer.body), headers: { ...answer.headers, 'content-encoding': 'gzip' } }
}

async function answerAndKeep(
  key: string,
  route: Route,
  serving: Serving,
  visit: RequestVisit,
  request: Asked,
  reply: FastifyReply,
) {
  const asOf = serving.pages.generation
  const answer = await answerOf(route, serving, visit, request)
  if (!isPublic(route, visit, answer)) return sendReply(reply, answer, serving)
  const kept = keptPage(answer, serving)
  serving.pages.keep(key, kept, asOf)
  return sendKept(kept, request, reply)
}

/** The handler's answer, or the trouble it met, which is logged here and nowhere else. */
async function answerOf(route: Route, serving: Serving, visit: RequestVisit, request: Asked): Promise<Reply> {
  try {
    if (Object.values(visit.params).some((name) => name.includes('\0')))
      throw new Refusal('There is no such page.', 404)
    if (visit.sessionToken !== null) visit.person = await serving.signedIn(visit.sessionToken, visit.now)
    if (!(await route.guard.allows(visit))) return turnedAway(visit, serving.signInPath)
    if (route.method === 'POST') visit.body = await readBody(request, visit.path, route.options)
    return inLanguage(asReply(await route.handler(visit)), visit)
  } catch (fault) {
    const trouble = troubleOf(fault, request.id)
    if (trouble.status >= 500)
      request.log.error({ err: fault, reference: request.id, route: route.path }, 'a visit failed')
    return troubleAnswer(trouble, { path: visit.path, site: () => visit.site })
  } finally {
    if (route.options.upload?.onDisk === true) await dropFiles(visit.files)
  }
}

/** Who reads in Welsh is led on in Welsh. */
function inLanguage(answer: Reply, { language }: RequestVisit): Reply {
  const location = answer.headers?.['location']
  if (language === firstLanguage || location === undefined || !location.startsWith('/')) return answer
  return { ...answer, headers: { ...answer.headers, location: addressIn(language, location) } }
}

/** Nobody signed in is led to sign in and back; somebody whose role or reach is too short is told so. */
function turnedAway(visit: RequestVisit, signInPath: string): Reply {
  const asked = { path: visit.path, site: () => visit.site }
  if (visit.person !== null) return troubleAnswer(plainTrouble(403), asked)
  if (isApi(visit.path) || visit.method === 'POST') return troubleAnswer(plainTrouble(401), asked)
  return redirect(`${signInPath}?then=${encodeURIComponent(visit.address)}`)
}

const isPublic = (route: Route, visit: RequestVisit, answer: Reply): boolean =>
  route.method === 'GET' &&
  route.guard === everyone &&
  visit.person === null &&
  answer.status === 200 &&
  answer.session === undefined &&
  answer.headers?.['cache-control'] === undefined

// The page of somebody signed in differs, so a cache between us may not give it theirs for the public one.
const publicHeaders = (tag: string) => ({
  'cache-control': 'public, no-cache',
  vary: 'cookie, accept-encoding',
  etag: tag,
})

function keptPage(answer: Reply, serving: Serving): KeptPage {
  const bytes = Buffer.from(answer.body)
  const tag = entityTag(bytes, serving.headersInWords)
  const own = { ...publicHeaders(tag), ...answer.headers }
  const unchangedHeaders = Object.entries(own).flat()
  const allHeaders = Object.entries({ ...serving.headers, ...own }).flat()
  const sent = (body: Buffer, ...more: readonly string[]) => ({
    body: sendable(body),
    headers: [...allHeaders, ...more, 'content-type', answer.type, 'content-length', String(body.byteLength)],
  })
  let packs: ReturnType<typeof sent> | null | undefined
  const pack = () => (isPackable('gzip', answer.type, bytes.byteLength) ? sent(packedOnce(bytes), ...gzipped) : null)
  return { ...sent(bytes), tag, unchangedHeaders, packed: () => (packs ??= pack()) }
}

const gzipped = ['content-encoding', 'gzip'] as const

/** Straight to the socket: the bytes and headers are ready, and nothing is left to decide. */
function sendKept(kept: KeptPage, request: Asked, reply: FastifyReply): FastifyReply {
  reply.isKept = true
  reply.hijack()
  if (matches(request.headers['if-none-match'], kept.tag)) reply.raw.writeHead(304, [...kept.unchangedHeaders]).end()
  else {
    const takes = takesPacked(request.headers['accept-encoding'])
    const { body, headers } = (takes && kept.packed?.()) || kept
    reply.raw.writeHead(200, [...headers]).end(body, 'latin1')
  }
  return reply
}
