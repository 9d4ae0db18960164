import type { Day } from '#platform/day.ts'

/** A figure's source: the promise whose standing says it, and the ledger entries behind that; none where only its word is told. */
export type Rest = { readonly ref: string; readonly entries: readonly number[] }

/** One sentence of a self evaluation: it rests on evidence, or is openly what somebody asserts. */
export type Sentence = { readonly words: string; readonly rests: readonly Rest[] | 'assertion' }

/** What a self evaluation says of one standard. */
export type Paragraph = {
  readonly standard: string
  readonly title: string
  /** How it stands, first in short. */
  readonly figures: readonly Sentence[]
  readonly bestPractice: readonly Sentence[]
  readonly shortfalls: readonly Sentence[]
}

export const sections = ['figures', 'bestPractice', 'shortfalls'] as const
export type Section = (typeof sections)[number]

/** One version of what a team says of its year. */
export type SelfEvaluation = {
  readonly contractId: string
  readonly version: number
  readonly asAt: Day
  readonly paragraphs: readonly Paragraph[]
}

export const isAssertion = ({ rests }: Sentence): boolean => rests === 'assertion'

/** What somebody wrote in place of a section's sentences, in their order; what comes after those is added. */
export type Edited = Readonly<Record<Section, readonly string[]>>

/**
 * A paragraph as somebody edited it. A sentence left as it was keeps its evidence; one that was changed or added is an
 * assertion from then on, and one that was emptied is gone.
 */
export function edited(paragraph: Paragraph, words: Edited): Paragraph {
  const { standard, title } = paragraph
  const of = (section: Section) => editedSentences(paragraph[section], words[section])
  return { standard, title, figures: of('figures'), bestPractice: of('bestPractice'), shortfalls: of('shortfalls') }
}

function editedSentences(before: readonly Sentence[], words: readonly string[]): Sentence[] {
  return words.flatMap((said, n): Sentence[] => {
    const kept = before[n]
    if (said === '') return []
    return kept?.words === said ? [kept] : [{ words: said, rests: 'assertion' }]
  })
}

/** Paragraphs drafted again: the figures are those of now, and what somebody asserted stays after them. */
export function draftedAgain(before: readonly Paragraph[], drafted: readonly Paragraph[]): Paragraph[] {
  return drafted.map((paragraph) => {
    const old = before.find(({ standard }) => standard === paragraph.standard)
    const of = (section: Section) => [...paragraph[section], ...(old?.[section].filter(isAssertion) ?? [])]
    return { ...paragraph, figures: of('figures'), bestPractice: of('bestPractice'), shortfalls: of('shortfalls') }
  })
}

export const sentencesOf = (paragraph: Paragraph): readonly Sentence[] =>
  sections.flatMap((section) => paragraph[section])

/** The sentences that claim evidence which now says otherwise. */
export function outdated(text: readonly Paragraph[], drafted: readonly Paragraph[]): Sentence[] {
  const now = new Set(drafted.flatMap(sentencesOf).map(claim))
  return text.flatMap(sentencesOf).filter((sentence) => !isAssertion(sentence) && !now.has(claim(sentence)))
}

/** What is claimed of which promises; further entries behind the same words change nothing that is said. */
const claim = ({ words, rests }: Sentence): string =>
  `${words}\n${rests === 'assertion' ? '' : rests.map(({ ref }) => ref).join(' ')}`
