import { createHash } from 'node:crypto'
import type { FrozenPack } from '#contract-year/freeze/freeze.ts'
import { isAssertion, type Paragraph } from '#contract-year/self-evaluation/self-evaluation.ts'
import type { ContractStanding, PromiseStanding } from '#standings/contract-standing.ts'
import type { StandingWord } from '#standings/standing.ts'
import type { Day } from '#platform/day.ts'

/** One promise as the panel reads it: the figure, its working in one sentence, and how much evidence is behind it. */
export type PackPromise = {
  readonly ref: string
  readonly text: string
  readonly standing: StandingWord
  readonly reason: string
  readonly numerator: number | null
  readonly denominator: number | null
  readonly entries: number
}

/** What the evidence said of one standard when it was frozen, or else when scoring began, with entries drawn by lot to be looked at. */
export type Pack = {
  readonly standardId: string
  readonly title: string
  readonly asAt: Day
  readonly standing: StandingWord
  readonly promises: readonly PackPromise[]
  readonly sample: readonly number[]
  /** The ref of a promise behind which each of them stands; none in packs that were taken before it was kept. */
  readonly sampledFor?: Readonly<Record<string, string>>
  /** Among how many entries the sample was drawn. */
  readonly drawnFrom: number
  /** What the team says of itself; what rests on no evidence is marked so. */
  readonly selfEvaluation: readonly { readonly words: string; readonly isAssertion: boolean }[]
  /** The SHA-256 of the freeze it was taken from, or null where the contract was not frozen. */
  readonly frozen: string | null
}

/** From what the packs of a contract were taken, and what its team gave to the panel last: each a SHA-256, null where nobody froze it. */
export type PacksTaken = {
  readonly hasPacks: boolean
  readonly takenFrom: string | null
  readonly newest: string | null
  /** Whether somebody submitted a score. */
  readonly isScored: boolean
}

/** Once somebody scored by their packs these stay, so that every member scores by the same. */
export const areToBeTaken = (taken: PacksTaken): boolean => !taken.hasPacks || (isSuperseded(taken) && !taken.isScored)

/** Whether the contract was frozen anew since its packs were taken. */
export const isSuperseded = ({ hasPacks, takenFrom, newest }: PacksTaken): boolean => hasPacks && takenFrom !== newest

/** What a form carries of the pack it was read beside: the SHA-256 of its freeze, or that there was none. */
export const takenFrom = ({ frozen }: Pick<Pack, 'frozen'>): string => frozen ?? 'not frozen'

export const sentBackWords =
  'The panel sent this contract back to its team. It is scored once the team has frozen it anew and given it to the panel.'

const sampleSize = 5

/** A pack for each standard of a contract, in the framework’s order. Pure: the seed draws the sample. */
export const packsOf = (
  shown: Pick<ContractStanding, 'standards' | 'asAt'>,
  seed: string,
  frozen: Pick<FrozenPack, 'hash' | 'selfEvaluation'> | null = null,
): Pack[] =>
  shown.standards.map(({ id, title, standing, commitments, measures }) => {
    const promises = [...commitments, ...measures]
    const entries = [...new Set(promises.flatMap((each) => each.standing.evidence))]
    const sample = drawn(entries, `${seed}/${id}`)
    return {
      standardId: id,
      title,
      asAt: shown.asAt,
      standing,
      promises: promises.map(packPromise),
      sample,
      sampledFor: Object.fromEntries(sample.map((entry) => [entry, refBehind(promises, entry)])),
      drawnFrom: entries.length,
      selfEvaluation: (frozen?.selfEvaluation ?? []).filter(({ standard }) => standard === id).flatMap(sentencesOf),
      frozen: frozen?.hash ?? null,
    }
  })

const refBehind = (promises: readonly PromiseStanding[], entry: number): string =>
  promises.find(({ standing }) => standing.evidence.includes(entry))?.ref ?? ''

const sentencesOf = ({ figures, bestPractice, shortfalls }: Paragraph) =>
  [...figures, ...bestPractice, ...shortfalls].map((each) => ({ words: each.words, isAssertion: isAssertion(each) }))

const packPromise = ({ ref, text, standing }: PromiseStanding): PackPromise => ({
  ref,
  text,
  standing: standing.standing,
  reason: standing.reason,
  numerator: standing.numerator,
  denominator: standing.denominator,
  entries: standing.evidence.length,
})

/** The entries whose SHA-256 with the seed comes first: nobody chose them, and anybody can draw them again. */
export const drawn = (entries: readonly number[], seed: string): number[] =>
  entries
    .map((entry) => ({ entry, lot: createHash('sha256').update(`${seed}/${entry}`).digest('hex') }))
    .toSorted((a, b) => a.lot.localeCompare(b.lot))
    .slice(0, sampleSize)
    .map(({ entry }) => entry)
    .toSorted((a, b) => a - b)
