import { listedIn } from '#platform/language/listed.ts'
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
 * nobody can judge. The same standings always give the same words, and each sentence names the promise that says it.
 */
export function draftParagraphs({ standards, others }: ContractStanding): Paragraph[] {
  return [
    ...standards.map(({ id, title, commitments, measures }) => paragraph(id, title, commitments, measures)),
    ...(others.length === 0 ? [] : [paragraph('others', 'Promises outside the standards', others, [])]),
  ]
}

function paragraph(
  standard: string,
  title: string,
  commitments: readonly CommitmentStanding[],
  measures: readonly PromiseStanding[],
): Paragraph {
  const promised = (part: keyof Omit<Paragraph, 'standard' | 'title'>) =>
    commitments.filter((each) => partOf[each.standing.standing] === part).map(sentence)
  const fallen = ({ standing }: PromiseStanding) => partOf[standing.standing] === 'shortfalls'
  return {
    standard,
    title,
    figures: [inShort(commitments), ...promised('figures'), ...measures.filter((each) => !fallen(each)).map(sentence)],
    bestPractice: promised('bestPractice'),
    shortfalls: [...promised('shortfalls'), ...measures.filter(fallen).map(sentence)],
  }
}

const sentence = ({ ref, text, standing }: PromiseStanding): Sentence => ({
  words: `“${text}” (${ref}): ${said[standing.standing]}. ${standing.reason}`,
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
function inShort(commitments: readonly CommitmentStanding[]): Sentence {
  const rests = commitments.map(({ ref }) => ({ ref, entries: [] }))
  if (commitments.length === 0)
    return {
      words: 'Nothing was promised under this standard; these are the figures that the framework asks for.',
      rests,
    }
  const counts = countsOf(commitments)
  const one = commitments.length === 1
  return {
    words: `Of ${commitments.length} ${one ? 'promise' : 'promises'} here, ${listedIn.en(countsSaid(counts))}.`,
    rests,
  }
}

const bestFirst: readonly StandingWord[] = ['kept', 'on course', 'due', 'late', 'missed', 'unmeasurable', 'unknown']

const countsSaid = (counts: Counts): string[] =>
  bestFirst
    .filter((word) => counts[word] > 0)
    .map((word) => `${counts[word]} ${counts[word] === 1 ? isSaid[word][0] : isSaid[word][1]}`)

const isSaid: Readonly<Record<StandingWord, readonly [one: string, several: string]>> = {
  kept: ['is kept', 'are kept'],
  'on course': ['is on course', 'are on course'],
  due: ['is due', 'are due'],
  late: ['is late', 'are late'],
  missed: ['is missed', 'are missed'],
  unmeasurable: ['cannot be judged yet', 'cannot be judged yet'],
  unknown: ['has no figures', 'have no figures'],
}
