import type { FastifyBaseLogger } from 'fastify'
import type { Database } from '#platform/database/database.ts'
import type { FormValues } from '#platform/form.ts'
import type { Language } from '#platform/language/language.ts'
import type { SiteChrome } from '#platform/page.ts'

/** One request with its person: all that a guard or a handler may know of it. */
export type Visit = {
  readonly method: string
  /** The address without its query. */
  readonly path: string
  /** The address with its query. */
  readonly address: string
  readonly params: Readonly<Record<string, string>>
  readonly query: FormValues
  /** The parsed form; empty where none was sent. */
  readonly form: FormValues
  /** The parsed JSON of an `/api/` request, to be checked by a schema; undefined where none was sent. */
  readonly json: unknown
  readonly files: readonly UploadedFile[]
  readonly person: Visitor | null
  readonly sessionToken: string | null
  readonly now: Date
  readonly db: Database
  readonly log: FastifyBaseLogger
  /** The language in which it asked to be answered. */
  readonly language: Language
  /** What goes around this visit's page. */
  readonly site: SiteChrome
  readonly header: (name: string) => string | undefined
}

/** The person of a visit: ids as text, roles as words. */
export type Visitor = {
  readonly id: string
  readonly name: string
  readonly roles: readonly string[]
  readonly forceId: string | null
  readonly teamId: string | null
}

export type UploadedFile = {
  readonly field: string
  readonly filename: string
  readonly type: string
  /** Empty where the route asks for files on disk. */
  readonly bytes: Buffer
  /** Where the file lies until the handler is done, on such a route. */
  readonly path?: string
}
