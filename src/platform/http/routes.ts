import type { Answer } from '#platform/http/answers.ts'
import type { LeakyBucket } from '#platform/http/leaky-bucket.ts'
import type { Visit } from '#platform/http/visit.ts'

/** One line of a slice's route table: the address, who may come, and what they are given. */
export type Route = {
  readonly method: 'GET' | 'POST'
  readonly path: string
  readonly guard: Guard
  readonly handler: Handler
  readonly options: RouteOptions
}

export type Handler = (visit: Visit) => Answer | Promise<Answer>

/** Who may come; the name is shown in the table of routes. */
export type Guard = { readonly name: string; readonly allows: (visit: Visit) => boolean | Promise<boolean> }

export type RouteOptions = {
  /** The form may carry files, which together may not be larger. */
  readonly upload?: {
    readonly maxBytes: number
    /** They may be larger than memory, so they are written to a folder of their own until the handler is done. */
    readonly onDisk?: boolean
  }
  /** The largest body without files; 256 KB unless said. */
  readonly maxBytes?: number
  /** The same key has the same bytes for everybody not signed in, and an address the same key for a minute; null for an answer not to be kept. */
  readonly cache?: (visit: Visit) => string | null
  /** The parts of the query that the key tells apart: no other part may stand in a page that is kept. */
  readonly asked?: readonly string[]
  /** The page is there in each language that its force has chosen; others are in English alone. */
  readonly translated?: boolean
  /** More requests than this a minute from one address are refused; each process counts its own. */
  readonly perMinute?: number
  /** Requests that this bucket does not let through are refused; routes may share one. */
  readonly bucket?: LeakyBucket
  /** A POST that changes nothing and tells everybody the same, so any site’s page may ask it. */
  readonly asks?: true
}

/** Something to look at; it changes nothing. */
export const get = (path: string, guard: Guard, handler: Handler, options: RouteOptions = {}): Route => ({
  method: 'GET',
  path,
  guard,
  handler,
  options,
})

/** Something to do; refused where another site's page asks for it. */
export const post = (path: string, guard: Guard, handler: Handler, options: RouteOptions = {}): Route => ({
  method: 'POST',
  path,
  guard,
  handler,
  options,
})

/** For pages that need no account. */
export const everyone: Guard = { name: 'everyone', allows: () => true }

/** Throws where a route has no guard, shares a guarded page, or is there twice, so that none of these is ever served. */
export function checkRoutes(routes: readonly Route[]): void {
  const seen = new Set<string>()
  for (const { method, path, guard, options } of routes) {
    const route = `${method} ${path}`
    if (typeof guard?.allows !== 'function' || !guard.name)
      throw new Error(`${route} has no guard, so it may not start`)
    if (options.cache && guard !== everyone)
      throw new Error(`${route} is not for everyone, so its page may not be kept`)
    if (seen.has(route)) throw new Error(`${route} is in the tables twice`)
    seen.add(route)
  }
}

/** Whether an address fits a route's path, whatever the method. */
export function fits(path: string, address: string): boolean {
  const pattern = path
    .split(/(:\w+(?:\([^)]*\))?|\*)/)
    .map((piece, index) =>
      index % 2 === 0 ? piece.replace(/[.+?^${}()|[\]\\]/g, '\\$&') : piece === '*' ? '.*' : '[^/]+',
    )
  return new RegExp(`^${pattern.join('')}$`).test(address)
}
