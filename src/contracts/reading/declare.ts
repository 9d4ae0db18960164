import { faultsOf } from '#measures/check.ts'
import { kinds, type Kind } from '#measures/kinds.ts'
import { measureSchema, type Measure, type Per, type Reading } from '#measures/measure.ts'
import type { Day } from '#platform/day.ts'
import type { CommitmentGuess } from './commitments.ts'
import { communitiesIn, evidenceFor, type Evidence } from './evidence-for.ts'
import { rhythmsIn } from './rhythm.ts'
import { subjectKindOf } from './subject-kind.ts'

/** Who a promise is kept with, as the ledger knows them by kind; whoever declares it gives each its id. */
export type ExpectedSubject = { readonly kind: string; readonly label: string }

export type Declared = { readonly measures: readonly Measure[]; readonly subjects: readonly ExpectedSubject[] }

/**
 * The measures, in the language of the ledger, that a confirmed guess asks for; none where it is an assertion or its
 * words name no evidence we know. Every one passes `faultsOf`. `completedOn` dates the baseline of a growth.
 */
export function declareMeasure(guess: CommitmentGuess, completedOn: Day | null = null): Declared {
  const evidence = guess.measure === null ? null : guess.measure === 'judged' ? judgement : evidenceFor(guess)
  if (!evidence) return { measures: [], subjects: [] }
  const labelled = guess.with.flatMap((label) => subjectsOf(label, guess, evidence))
  const subjectKinds = [...new Set(labelled.map((subject) => subject.kind))]
  const drafts = draftsOf(guess, evidence, subjectKinds, completedOn)
  const measures = drafts.flatMap((draft) => {
    const parsed = measureSchema.safeParse(draft)
    return parsed.success && faultsOf(parsed.data, kinds).length === 0 ? [parsed.data] : []
  })
  const asked = new Set(
    measures.flatMap((m) => ('expected' in m && m.expected && 'subject' in m.expected ? [m.expected.subject] : [])),
  )
  return { measures, subjects: labelled.filter((subject) => asked.has(subject.kind)) }
}

/** The same measures over these subjects only: the ids that stand for the labels of `declareMeasure`. */
export const overSubjects = (measures: readonly Measure[], ids: readonly string[]): Measure[] =>
  measures.map((measure) =>
    'expected' in measure && measure.expected && 'subject' in measure.expected && ids.length > 0
      ? { ...measure, expected: { ...measure.expected, only: [...ids] } }
      : measure,
  )

function subjectsOf(label: string, guess: CommitmentGuess, evidence: Evidence): ExpectedSubject[] {
  const kind = subjectKindOf(label, guess.text)
  const known: readonly string[] = kinds[evidence.kind].subjects
  return kind !== null && known.includes(kind) ? [{ kind, label }] : []
}

/** A judgement is of the plan or the team as a whole, whatever the words speak of. */
const judgement: Evidence = { kind: 'judgement given' }

type Draft = Record<string, unknown>

function draftsOf(guess: CommitmentGuess, evidence: Evidence, subjects: readonly string[], on: Day | null): Draft[] {
  const of: Reading = { kind: evidence.kind, ...(evidence.where ? { where: evidence.where } : {}) }
  if (guess.measure === 'growth') return growth(guess, evidence, on)
  if (guess.measure === 'latency') return latency(guess, evidence, of)
  if (guess.measure === 'share') return share(guess, evidence, of)
  if (guess.measure === 'count') return [{ measure: 'count', of, per: perOf(guess), ...atLeast(guess) }]
  if (guess.measure === 'sum' && evidence.quantity)
    return [{ measure: 'sum', of, quantity: evidence.quantity, per: perOf(guess), ...atLeast(guess) }]
  if (guess.measure === 'distinct') return distinct(guess, evidence, of)
  if (guess.measure === 'judged') return judged(guess)
  const expected = expectedOf(guess, evidence, subjects)
  if (guess.measure === 'age') return expected.map((each) => ({ measure: 'age', of, ...each, ...within(guess) }))
  if (guess.measure === 'cadence') return expected.map((each) => ({ measure: 'cadence', of, ...each, ...every(guess) }))
  if (guess.measure === 'coverage')
    return expected
      .filter((each) => 'expected' in each)
      .map((each) => ({ measure: 'coverage', of, ...each, per: perOf(guess) }))
  if (guess.measure === 'present')
    return expected.map((each) => ({ measure: 'present', of: { ...of, latest: true }, ...each }))
  return []
}

const every = ({ every: said, text }: CommitmentGuess): Draft =>
  said === null ? { every: null, undecided: `how often: the plan says only “${text.slice(0, 120)}”` } : { every: said }

/** How old the newest may be: as long as the time between two. */
function within({ every: said, text }: CommitmentGuess): Draft {
  const [, unit, times = '1'] = /^FREQ=(DAILY|WEEKLY|MONTHLY|YEARLY)(?:;INTERVAL=(\d+))?$/.exec(said ?? '') ?? []
  const known = said !== null && (said.startsWith('P') || said === 'agreed') ? said : null
  const duration = unit === undefined ? known : `P${times}${unit.charAt(0)}`
  const undecided = { undecided: `how old it may be: the plan says only “${text.slice(0, 120)}”` }
  return duration === null ? { within: null, ...undecided } : { within: duration }
}

/** More than one way, where the promise names no number. */
function distinct(guess: CommitmentGuess, { kind }: Evidence, of: Reading): Draft[] {
  const ways = Object.entries(kinds[kind].facets).find(([, values]) => Array.isArray(values))
  const target = guess.target === null ? { target: { above: 1 } } : atLeast(guess)
  return ways === undefined ? [] : [{ measure: 'distinct', of, facet: ways[0], per: perOf(guess), ...target }]
}

function judged({ text }: CommitmentGuess): Draft[] {
  const question = /connect/i.test(text)
    ? 'well connected'
    : /relevan|fits?\b|suit/i.test(text)
      ? 'relevant to the area'
      : null
  const of = { kind: 'judgement given', where: { question } }
  return question === null ? [] : [{ measure: 'judged', of, question: text, scale: ['no', 'yes'], passes: ['yes'] }]
}

function expectedOf(guess: CommitmentGuess, evidence: Evidence, subjects: readonly string[]): Draft[] {
  const communities = communitiesIn(guess.with)
  if (evidence.kind === 'engagement held' && guess.measure === 'coverage' && communities.length > 0)
    return [{ expected: { facet: 'communities', values: communities } }]
  if (subjects.length > 0) return subjects.map((subject) => ({ expected: { subject } }))
  return evidence.subject ? [{ expected: { subject: evidence.subject } }] : [{}]
}

/** A number of times in a period, where the promise counts rather than spaces. */
function atLeast({ target }: CommitmentGuess): Draft {
  return target && target.unit !== '%' && target.value > 0 ? { target: { atLeast: target.value } } : {}
}

function perOf(guess: CommitmentGuess): Per {
  if (guess.every === 'half term') return 'half term'
  const words = rhythmsIn(guess.words)[0]?.words ?? ''
  if (/day|daily/i.test(words)) return 'day'
  if (/week/i.test(words)) return 'week'
  if (/month/i.test(words)) return 'month'
  return /quarter/i.test(words) ? 'quarter' : 'contract year'
}

function growth({ target, text }: CommitmentGuess, { kind, quantity }: Evidence, on: Day | null): Draft[] {
  if (!target) return []
  const of = quantity ? { snapshot: kind, quantity } : { count: { kind } }
  const from = target.baseline !== null && on !== null ? { value: target.baseline, on } : 'contract start'
  const to = target.unit === '%' ? { percent: target.value } : { value: target.value }
  const by = target.by ?? 'contract end'
  return text === '' ? [] : [{ measure: 'growth', of, from, to, by }]
}

function latency(guess: CommitmentGuess, { answers }: Evidence, of: Reading): Draft[] {
  if (!answers) return []
  const found = /within (\d+) (hour|working day|day|week)s?/i.exec(guess.text)
  const unit = found?.[2]?.toLowerCase() ?? ''
  const within = found ? (unit === 'hour' ? `PT${found[1]}H` : `P${found[1]}${unit === 'week' ? 'W' : 'D'}`) : null
  const undecided = within === null ? { undecided: 'how soon the one should follow the other' } : {}
  const workingDays = unit === 'working day' ? { workingDays: true } : {}
  return [{ measure: 'latency', from: { kind: answers }, to: of, within, ...workingDays, ...undecided }]
}

function share(guess: CommitmentGuess, { satisfied, answers, where }: Evidence, of: Reading): Draft[] {
  const target = guess.target?.unit === '%' ? { target: { atLeast: guess.target.value } } : { target: { atLeast: 100 } }
  const per = perOf(guess)
  if (answers) {
    const asked: Kind = answers
    const which = asked === 'priority set' ? { where: { 'threat, risk and harm': 'higher' } } : {}
    return [{ measure: 'share', of: { kind: asked, ...which }, satisfied: { answeredBy: of }, per, ...target }]
  }
  return satisfied ? [{ measure: 'share', of: where ? of : { kind: of.kind }, satisfied, per, ...target }] : []
}
