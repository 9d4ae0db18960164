import { english, type Counted, type Say } from '#platform/language/say.ts'
import type { CommitmentStanding, ContractStanding, Counts, PromiseStanding } from '#standings/contract-standing.ts'
import { countsOf } from '#standings/contract-standing.ts'
import type { StandingWord } from '#standings/standing.ts'
import type { Paragraph, Sentence } from './self-evaluation.ts'

/** Which part of a paragraph tells of what stands so. */
const partOf: Readonly<Record<StandingWord, 'figures' | 'bestPractice' | 'shortfalls'>> = {
  kept: 'bestPractice',
  'on course': 'bestPractice',
  due: 'figures',
  unmeasurable: 'figures',
  late: 'shortfalls',
  missed: 'shortfalls',
  unknown: 'shortfalls',
}

/**
 * The self evaluation that the figures themselves write (R01): for each standard what was kept, what fell short and what
 * nobody can judge. The same standings always give the same words, and each sentence names the promise that says it. Drafted in
 * another language, from standings that are told in it, the sentences stand in the same order.
 */
export function draftParagraphs({ standards, others }: ContractStanding, say: Say = english): Paragraph[] {
  return [
    ...standards.map(({ id, title, commitments, measures }) => paragraph(id, title, commitments, measures, say)),
    ...(others.length === 0 ? [] : [paragraph('others', 'Promises outside the standards', others, [], say)]),
  ]
}

function paragraph(
  standard: string,
  title: string,
  commitments: readonly CommitmentStanding[],
  measures: readonly PromiseStanding[],
  say: Say,
): Paragraph {
  const sentence = (promise: PromiseStanding) => sentenceOn(promise, say)
  const promised = (part: keyof Omit<Paragraph, 'standard' | 'title'>) =>
    commitments.filter((each) => partOf[each.standing.standing] === part).map(sentence)
  const fallen = ({ standing }: PromiseStanding) => partOf[standing.standing] === 'shortfalls'
  return {
    standard,
    title,
    figures: [
      inShort(commitments, say),
      ...promised('figures'),
      ...measures.filter((each) => !fallen(each)).map(sentence),
    ],
    bestPractice: promised('bestPractice'),
    shortfalls: [...promised('shortfalls'), ...measures.filter(fallen).map(sentence)],
  }
}

const sentenceOn = ({ ref, text, standing }: PromiseStanding, say: Say): Sentence => ({
  words: `“${say.ownText(text)}” (${ref}): ${say.word(said[standing.standing])}. ${standing.reason}`,
  rests: [{ ref, entries: standing.evidence }],
})

const said: Readonly<Record<StandingWord, string>> = {
  kept: 'kept',
  'on course': 'on course',
  due: 'due',
  late: 'late',
  missed: 'missed',
  unmeasurable: 'cannot be judged yet',
  unknown: 'there are no figures',
}

/** Of how many promises how many stand how. */
function inShort(commitments: readonly CommitmentStanding[], say: Say): Sentence {
  const rests = commitments.map(({ ref }) => ({ ref, entries: [] }))
  if (commitments.length === 0)
    return {
      words: say.text`Nothing was promised under this standard; these are the figures that the framework asks for.`,
      rests,
    }
  const promises = say.count(commitments.length, { one: '{n} promise', other: '{n} promises' })
  return { words: say.text`Of ${promises} here, ${say.list(countsSaid(countsOf(commitments), say))}.`, rests }
}

const bestFirst: readonly StandingWord[] = ['kept', 'on course', 'due', 'late', 'missed', 'unmeasurable', 'unknown']

const countsSaid = (counts: Counts, say: Say): string[] =>
  bestFirst.filter((word) => counts[word] > 0).map((word) => say.count(counts[word], isSaid[word]))

const isSaid: Readonly<Record<StandingWord, Counted>> = {
  kept: { one: '{n} is kept', other: '{n} are kept' },
  'on course': { one: '{n} is on course', other: '{n} are on course' },
  due: { one: '{n} is due', other: '{n} are due' },
  late: { one: '{n} is late', other: '{n} are late' },
  missed: { one: '{n} is missed', other: '{n} are missed' },
  unmeasurable: { one: '{n} cannot be judged yet', other: '{n} cannot be judged yet' },
  unknown: { one: '{n} has no figures', other: '{n} have no figures' },
}
