import type { Commitment } from '#contracts/commitment.ts'
import { measuredInWords } from '#plans/measured-in-words.ts'

/** All that a promise says in lines, so that two of them can be compared word by word. */
export const promiseText = ({ text, standards, who, with: parties, measures }: Omit<Commitment, 'ref'>): string =>
  [
    text,
    `Standards: ${standards.join(', ') || 'none'}`,
    `Who: ${who}`,
    ...(parties.length === 0 ? [] : [`With: ${parties.join('; ')}`]),
    `Measured: ${measuredInWords(measures)}`,
  ].join('\n')
