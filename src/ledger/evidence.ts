import { entryOf, facetOf, type Dictionary, type KindOfEvidence } from '#measures/dictionary.ts'
import { addDays, parseDay, type Day } from '#platform/day.ts'

export type Facets = Readonly<Record<string, string | boolean | readonly string[]>>
export type Quantities = Readonly<Record<string, number>>

/** A fact some record created: what happened, to whom, how much. Holds no personal data. */
export type Fact = {
  readonly kind: string
  readonly happenedOn: Day
  /** The instant, where a promise counts hours. */
  readonly happenedAt?: Date
  readonly subjects?: readonly string[]
  readonly quantities?: Quantities
  readonly facets?: Facets
  /** Pairs rows: an enquiry and its reply name the same thing. */
  readonly about?: string
  /** The record it came from: `engagement/…`. */
  readonly source: string
}

/** What a fact does to the ledger: states something new, or speaks of an earlier row of the same chain by its number. */
export type Entry = Fact &
  (
    | { readonly effect?: 'states' }
    | { readonly effect: 'corrects' | 'withdraws' | 'erases'; readonly supersedes: number }
  )

/** What is wrong with a fact against the data dictionary, each fault in one sentence; empty where nothing is. */
export function factFaults(fact: Fact, dictionary: Dictionary, today: Day): string[] {
  const kind = entryOf(dictionary, fact.kind)
  if (!kind) return [`there is no evidence of the kind “${fact.kind}”`]
  return [
    ...dayFaults(fact.happenedOn, today),
    ...(fact.about === undefined || plainName.test(fact.about) ? [] : ['“about” must be 1 to 200 plain signs']),
    ...Object.entries(fact.quantities ?? {}).flatMap(([name, value]) => quantityFaults(kind, name, value)),
    ...Object.entries(fact.facets ?? {}).flatMap(([name, value]) => facetFaults(kind, name, value)),
  ]
}

/** Names are joined by control signs where standings read them, so they hold none. */
const plainName = /^[^\p{Cc}]{1,200}$/u

function dayFaults(happenedOn: Day, today: Day): string[] {
  if (parseDay(happenedOn) === null) return [`${happenedOn} is not a day`]
  if (happenedOn > today) return [`${happenedOn} has not come yet: evidence is of what has happened`]
  return happenedOn < addDays(today, -36_525) ? [`${happenedOn} is more than a hundred years ago`] : []
}

function quantityFaults(kind: KindOfEvidence, name: string, value: number): string[] {
  if (!Object.hasOwn(kind.quantities, name)) return [`${kind.label.toLowerCase()} carries no figure “${name}”`]
  return Number.isFinite(value) && value >= 0 && value <= 1e9
    ? []
    : [`“${name}” must be a number from 0 to 1,000,000,000`]
}

function facetFaults(kind: KindOfEvidence, name: string, value: string | boolean | readonly string[]): string[] {
  const values = facetOf(kind, name)
  if (values === undefined) return [`${kind.label.toLowerCase()} has no facet “${name}”`]
  if (values === 'yes or no') return typeof value === 'boolean' ? [] : [`“${name}” is yes or no`]
  if (typeof value === 'boolean') return [`“${name}” is a word, not yes or no`]
  const given = typeof value === 'string' ? [value] : value
  if (values === 'words')
    return given.every((word) => /^[\w .,;=/’'-]{1,80}$/.test(word)) ? [] : [`“${name}” is too long or holds odd signs`]
  return given
    .filter((word) => !values.includes(word))
    .map((word) => `“${name}” is never “${word}”; it is one of ${values.join(', ')}`)
}
