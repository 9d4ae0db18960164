import type { Language } from '#platform/language/language.ts'

/** How a force's pages look, and in which languages they can be read. */
export type Appearance = {
  readonly forceId: string
  /** English is always among them. */
  readonly languages: readonly Language[]
  /** `#14315f`, behind the force's name; null for our own colours. */
  readonly colour: string | null
  readonly accent: string | null
  /** When the crest was last changed, in milliseconds, so that a new one has a new address; null without one. */
  readonly crestAt: number | null
}

/** What a force chooses, beside its crest. */
export type Chosen = Pick<Appearance, 'languages' | 'colour' | 'accent'>

/** The picture beside the name, already rid of all that is no picture. */
export type Crest = { readonly type: 'image/png' | 'image/svg+xml'; readonly bytes: Buffer }
