import type { Field } from './network-columns.ts'

/** What vCard has no name for stands on a card under one of our own (RFC 6350, 3.3). */
export const ownNames = {
  reach_by: 'X-REACH-BY',
  speaks_for: 'X-SPEAKS-FOR',
  organisation_kind: 'X-ORGANISATION-KIND',
  ward: 'X-WARD',
  place: 'X-ORGANISATION-PLACE',
  postcode: 'X-ORGANISATION-POSTCODE',
} as const satisfies Partial<Record<Field, string>>

export type OwnField = keyof typeof ownNames
export const ownFields = Object.keys(ownNames).filter((name): name is OwnField => Object.hasOwn(ownNames, name))

/** A language in words for which we know no tag. */
export const languageInWords = 'X-LANGUAGE'

const names = new Intl.DisplayNames('en-GB', { type: 'language', fallback: 'none' })

/** A language's name by its tag (`cy` is Welsh); the tag itself where it is no tag, or has no name. */
export function languageOf(tag: string): string {
  try {
    return names.of(tag.trim()) ?? tag
  } catch {
    return tag
  }
}

/** A language's tag of two letters by its English name; undefined where there is none. */
export const tagOf = (language: string): string | undefined => (tags ??= twoLetterTags()).get(language)

let tags: ReadonlyMap<string, string> | undefined
const letters = 'abcdefghijklmnopqrstuvwxyz'.split('')

/** Of several tags for one language (`tl` and `fil`) the first is taken: each is read as the same name. */
function twoLetterTags(): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  for (const tag of letters.flatMap((one) => letters.map((two) => one + two))) {
    const name = names.of(tag)
    if (name !== undefined && !found.has(name)) found.set(name, tag)
  }
  return found
}
