import type { Say } from '#platform/language/say.ts'
import type { Counts } from './contract-standing.ts'
import type { StandingWord } from './standing.ts'

/** The words in the order in which a page counts them. */
export const bestFirst: readonly StandingWord[] = [
  'kept',
  'on course',
  'due',
  'late',
  'missed',
  'unmeasurable',
  'unknown',
]

/** "Of 59 promises, 41 are kept, 3 late and 2 missed. For 2 a decision is missing." */
export function countsInWords(counts: Counts, say: Say): string {
  const all = total(counts)
  if (all === 0) return say.text`No promise has been made in this contract.`
  const promises = say.count(all, { one: '{n} promise', other: '{n} promises' })
  const judged = bestFirst.slice(0, 5).filter((word) => counts[word] > 0)
  const parts = judged.map((word, n) =>
    n > 0 ? countOf(word, counts, say) : say.count(counts[word], { one: `{n} is ${word}`, other: `{n} are ${word}` }),
  )
  const { unmeasurable, unknown } = counts
  return [
    parts.length === 0
      ? say.text`Of ${promises}, none can be judged yet.`
      : say.text`Of ${promises}, ${say.list(parts)}.`,
    unmeasurable > 0 ? say.text`For ${unmeasurable} a decision is missing, so nobody can tell.` : '',
    unknown > 0 ? say.text`For ${unknown} there are no figures.` : '',
  ]
    .filter(Boolean)
    .join(' ')
}

/** `3 late`. */
export const countOf = (word: StandingWord, counts: Counts, say: Say): string =>
  say.count(counts[word], { one: `{n} ${word}`, other: `{n} ${word}` })

const total = (counts: Counts): number => bestFirst.reduce((sum, word) => sum + counts[word], 0)
