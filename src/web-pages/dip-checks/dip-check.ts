import { createHash } from 'node:crypto'
import { addDays, type Day } from '#platform/day.ts'

export const findings = ['right', 'wrong', 'not there'] as const
export type Finding = (typeof findings)[number]

/** What a dip-check asks unless a force has its own: each is right, wrong or not there. */
export const usualQuestions: readonly string[] = [
  'The named officer is the one whom people can really ask.',
  'Everybody shown is still in the team.',
  'The telephone number and the address to write to work.',
  'The next event is still to come, with its place and its time.',
  'Each priority was updated in the last three months.',
  'It says what came of what people raised before.',
  'It says what is done together with others.',
  'Every link leads where it says.',
  'It is written in plain words, and short forms are explained.',
  'Nobody is named who did not agree to it.',
]

/** Days in which a fault is to be put right unless the supervisor says otherwise. */
export const usualDays = 7

/** One question of a dip-check and what was found. */
export type DipCheckItem = {
  readonly place: number
  readonly question: string
  readonly finding: Finding
  /** What is wrong; empty where it is right. */
  readonly note: string
  /** By when it is to be put right; null where it is right. */
  readonly fixBy: Day | null
  readonly fixedOn: Day | null
}

/** A page that was drawn by lot for a supervisor to look at (D7.1). */
export type DipCheck = {
  readonly id: string
  readonly forceId: string
  readonly teamId: string
  readonly seed: string
  readonly drawnFrom: readonly string[]
  readonly drawnAt: Date
  readonly drawnBy: string
  /** Null until it is answered. */
  readonly checkedOn: Day | null
}

/** The team a seed draws from several: whoever has both can draw again and sees that nobody chose. */
export function drawnTeam(seed: string, teamIds: readonly string[]): string | null {
  const inOrder = teamIds.toSorted()
  if (inOrder.length === 0) return null
  const lot = createHash('sha256').update(seed).digest().readUIntBE(0, 6)
  return inOrder[lot % inOrder.length] ?? null
}

/** How many of a dip-check's items are right, of how many looked at (D7.1). */
export const rightOf = (items: readonly Pick<DipCheckItem, 'finding'>[]): { right: number; checked: number } => ({
  right: items.filter(({ finding }) => finding === 'right').length,
  checked: items.length,
})

/** By when a fault is to be put right: the day the supervisor said, else a week on; null where all is right. */
export const fixDay = (finding: Finding, said: Day | null, today: Day): Day | null =>
  finding === 'right' ? null : (said ?? addDays(today, usualDays))
