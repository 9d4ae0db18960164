import type { Day } from '#platform/day.ts'

/** What somebody at an engagement was worried about, in words that never enter the ledger. */
export type Concern = { readonly id: string; readonly words: string }

/** What the team said it would do, to whom and by which day. */
export type PromiseMade = {
  readonly id: string
  readonly words: string
  /** A post or an organisation, never a member of the public. */
  readonly toWhom: string
  readonly dueOn: Day
}

/** What the team would do differently, and whether it told others. */
export type LearningPoint = { readonly id: string; readonly words: string; readonly shared: boolean }

/** All that closes an engagement beside its footfall. */
export type CloseOut = {
  readonly concerns: readonly Concern[]
  readonly promises: readonly PromiseMade[]
  readonly learning: readonly LearningPoint[]
  /** The hotspot that this street corner meeting answers (R11). */
  readonly hotspotId: string | null
}

export const nothingMore: CloseOut = { concerns: [], promises: [], learning: [], hotspotId: null }

/** What was noted in words and may be reworded or erased, by the word that addresses use. */
export const noted = ['concerns', 'promises', 'learning'] as const
export type Noted = (typeof noted)[number]
