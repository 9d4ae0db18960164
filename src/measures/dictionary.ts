/** What one kind of evidence may carry. Quantities have a unit; a facet with values takes only those. */
export type KindOfEvidence = {
  readonly label: string
  /** One thing of this kind and several, as a sentence needs them. */
  readonly noun: readonly [one: string, several: string]
  readonly quantities: Readonly<Record<string, string>>
  readonly facets: Readonly<Record<string, readonly string[] | 'words' | 'yes or no'>>
  /** Kinds of subject it may touch; none where it speaks of the team as a whole. */
  readonly subjects: readonly string[]
  /** What `about` names where rows are paired: an enquiry and its reply, an incident and its message. */
  readonly about?: string
}

/** The data dictionary: every kind of evidence that exists, by its name. */
export type Dictionary = Readonly<Record<string, KindOfEvidence>>

/** Facets any evidence may carry: the role of who did it, and whether it was a police volunteer. */
export const facetsOfAll = { role: 'words' } as const

/** The entry of a kind, or undefined; names come from people, so only the dictionary's own count. */
export const entryOf = (dictionary: Dictionary, kind: string): KindOfEvidence | undefined =>
  Object.hasOwn(dictionary, kind) ? dictionary[kind] : undefined

/** What values a facet of a kind takes, or undefined where the kind has no such facet. */
export const facetOf = (kind: KindOfEvidence, facet: string): KindOfEvidence['facets'][string] | undefined =>
  Object.hasOwn(kind.facets, facet) ? kind.facets[facet] : Object.hasOwn(facetsOfAll, facet) ? 'words' : undefined
