import type { FastifyBaseLogger, FastifyRequest } from 'fastify'
import type { Database } from '#platform/database/database.ts'
import { typed, type FormValues } from '#platform/form.ts'
import { emptyBody, formValues, type Body } from '#platform/http/body.ts'
import type { UploadedFile, Visit, Visitor } from '#platform/http/visit.ts'
import { languageAsked } from '#platform/http/asked-language.ts'
import type { Language } from '#platform/language/language.ts'
import type { SiteChrome } from '#platform/page.ts'

/** What the chrome of a page may depend on. */
export type SiteFacts = {
  readonly path: string
  readonly params: Readonly<Record<string, string>>
  readonly person: Visitor | null
  readonly language: Language
  /** The languages in which this very page can be read. */
  readonly languages: readonly Language[]
  /** What was asked of this page, as `?as-at=2020-01-31`, or nothing. */
  readonly asked: string
}

export type SiteOf = (facts: SiteFacts) => SiteChrome
export type Asked = FastifyRequest<{ Params: Record<string, string> }>

type Knows = {
  readonly db: Database
  readonly siteChrome: SiteOf
  readonly now: Date
  readonly sessionToken: string | null
  readonly languages: readonly Language[]
  /** The parts of the query that its page may carry on; null for all. */
  readonly asked: readonly string[] | null
}

/** A visit read from a request; what is seldom asked for is worked out only when it is. */
export class RequestVisit implements Visit {
  readonly path: string
  readonly now: Date
  readonly db: Database
  readonly sessionToken: string | null
  person: Visitor | null = null
  body: Body = emptyBody
  readonly #request: Asked
  readonly language: Language
  readonly #siteChrome: SiteOf
  readonly #languages: readonly Language[]
  readonly #asked: readonly string[] | null

  constructor(request: Asked, knows: Knows) {
    this.#request = request
    this.#siteChrome = knows.siteChrome
    this.#languages = knows.languages
    this.#asked = knows.asked
    this.path = pathOf(request.url)
    this.language = languageAsked(request.raw)
    this.now = knows.now
    this.db = knows.db
    this.sessionToken = knows.sessionToken
  }

  get method(): string {
    return this.#request.method
  }

  get params(): Readonly<Record<string, string>> {
    return this.#request.params
  }

  get query(): FormValues {
    return formValues(this.#request.query)
  }

  get form(): FormValues {
    return this.body.form
  }

  get json(): unknown {
    return this.body.json
  }

  get files(): readonly UploadedFile[] {
    return this.body.files
  }

  /** The path with its query, to come back to after signing in. */
  get address(): string {
    return this.#request.url
  }

  get log(): FastifyBaseLogger {
    return this.#request.log.child({ id: this.#request.id })
  }

  get site(): SiteChrome {
    const { path, params, person, language } = this
    return this.#siteChrome({ path, params, person, language, languages: this.#languages, asked: this.#carriedOn() })
  }

  #carriedOn(): string {
    if (this.#asked === null) return this.address.slice(this.path.length)
    const parts = this.#asked
      .map((name) => [name, typed(this.query, name)] as const)
      .filter(([, value]) => value !== '')
    return parts.length === 0 ? '' : `?${new URLSearchParams(parts.map(([name, value]) => [name, value]))}`
  }

  header(name: string): string | undefined {
    const value = this.#request.headers[name.toLowerCase()]
    return Array.isArray(value) ? value[0] : value
  }
}

/** An address without its query. */
export function pathOf(url: string): string {
  const mark = url.indexOf('?')
  return mark === -1 ? url : url.slice(0, mark)
}
