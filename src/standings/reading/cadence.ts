import type { MeasureOf } from '#measures/measure.ts'
import type { Expectation, Question } from '../question.ts'
import type { Say } from '#platform/language/say.ts'
import { nounOf } from '#measures/reading-in-words.ts'
import { asClause, countedOf, nobodySaid } from '../in-words.ts'
import { expectationsOf, figure, listed, rowsTouching } from '../question.ts'
import { entriesOf, inSpan, type Evidence } from '../evidence-index.ts'
import { soonest, standing, worstOf, type ObligationStanding, type Standing, type StandingWord } from '../standing.ts'
import { byGaps } from './cadence-gaps.ts'
import { byPeriods } from './cadence-periods.ts'

type Cadence = MeasureOf<'cadence'>

/**
 * Whether a thing is done as often as promised, for each subject (R35: each clerk every six months; D3.1: as agreed with
 * each). A rule asks something of each of its periods; a longest gap asks how long it is since the last time.
 */
export function cadence(measure: Cadence, question: Question): Standing {
  if (measure.every === null) return withoutInterval(measure, question)
  if (!measure.expected && measure.every !== 'agreed')
    return asWhole(measure, obligationOf(measure, team, question.evidence.read(measure.of), question), question.say)
  const expectations = measure.expected ? expectationsOf(measure.expected, question) : everyoneAgreedWith(question)
  if (expectations.length === 0) return standing('unknown', nobody(measure, question.say), { unit: '%' })
  const obligations = expectations.map((each) =>
    obligationOf(measure, each, rowsTouching(each, measure.of, question), question),
  )
  const [only, ...others] = obligations
  return only && others.length === 0
    ? { ...asWhole(measure, only, question.say), obligations }
    : ofEach(obligations, question.say)
}

const nobody = ({ expected }: Cadence, say: Say): string =>
  expected ? nobodySaid(expected, say) : say.text`No level of contact has been agreed with anybody.`

/** Where a promise names nobody, it is about everyone a level of contact was agreed with. */
function everyoneAgreedWith(question: Question): Expectation[] {
  const agreed = new Set(question.evidence.read({ kind: 'contact level agreed' }).flatMap((row) => row.subjects))
  const kinds = new Set(question.subjects.filter(({ id }) => agreed.has(id)).map(({ kind }) => kind))
  return [...kinds].sort().flatMap((subject) => expectationsOf({ subject, only: [...agreed] }, question))
}

const team: Expectation = {
  id: null,
  label: '',
  lifetime: { from: '0001-01-01' as never, to: null },
  touchedBy: () => true,
}

function withoutInterval(measure: Cadence, question: Question): Standing {
  const touching = measure.expected ? expectationsOf(measure.expected, question) : [team]
  const rows = inSpan(question.evidence.read(measure.of), question.year).filter((row) =>
    touching.some((each) => each.touchedBy(row)),
  )
  const { say } = question
  const said = countedOf(rows.length, measure.of, say)
  const undecided = measure.undecided === undefined ? say.text`how often` : say.ownText(measure.undecided)
  return standing(
    'unmeasurable',
    say.text`${said} this contract year. No interval has been set: somebody must decide ${undecided}.`,
    {
      value: rows.length,
      unit: nounOf(measure.of)[1],
      evidence: entriesOf(rows),
      period: question.year,
    },
  )
}

function obligationOf(
  measure: Cadence,
  of: Expectation,
  rows: readonly Evidence[],
  question: Question,
): ObligationStanding {
  const every = measure.every as string
  if (every === 'agreed') return byGaps(measure, of, rows, question, agreedWith(of, question))
  return every.startsWith('P')
    ? byGaps(measure, of, rows, question, every)
    : byPeriods(measure, every, of, rows, question)
}

/** The interval last agreed with a subject, as at the day; null where none was. */
export function agreedWith(of: Expectation, question: Question): string | null {
  const agreements = rowsTouching(of, { kind: 'contact level agreed' }, question)
  const every = agreements.at(-1)?.facets['every']
  return typeof every === 'string' ? every : null
}

/** A promise about nobody in particular, or about one alone, stands as its one obligation does. */
function asWhole(measure: Cadence, only: ObligationStanding, say: Say): Standing {
  const judged = only.periods.filter((period) => period.standing !== 'due' && period.standing !== 'on course')
  const kept = judged.filter((period) => period.standing === 'kept').length
  const counts = judged.length > 0 && only.standing !== 'unmeasurable'
  const why = only.subject === '' ? only.reason : `${say.toldText(only.subject)}: ${asClause(only.reason)}.`
  return standing(only.standing, why, {
    value: counts ? (100 * kept) / judged.length : null,
    unit: '%',
    target: measure.generally ?? 100,
    numerator: counts ? kept : null,
    denominator: counts ? judged.length : null,
    period: only.period,
    nextDue: only.nextDue,
    gaps: only.gaps,
    evidence: only.evidence,
    periods: only.periods,
  })
}

/** A promise about several subjects stands as the worst of them; its figure is the share of them that is on schedule. */
function ofEach(obligations: readonly ObligationStanding[], say: Say): Standing {
  const measured = obligations.filter((each) => each.standing !== 'unmeasurable')
  const good = measured.filter((each) => !failing.includes(each.standing))
  const word = worstOf(obligations.map((each) => each.standing)) as StandingWord
  return standing(word, reasonOf(obligations, measured.length, good.length, say), {
    value: measured.length === 0 ? null : (100 * good.length) / measured.length,
    unit: '%',
    target: 100,
    numerator: measured.length === 0 ? null : good.length,
    denominator: measured.length === 0 ? null : measured.length,
    nextDue: soonest(obligations.map((each) => each.nextDue)),
    gaps: obligations.flatMap((each) => each.gaps),
    evidence: [...new Set(obligations.flatMap((each) => each.evidence))].sort((a, b) => a - b),
    obligations,
  })
}

const failing: readonly StandingWord[] = ['missed', 'late', 'unknown']

/** How many are on schedule, who is behind, and why where it is one. */
function reasonOf(obligations: readonly ObligationStanding[], measured: number, good: number, say: Say): string {
  const of = (...words: StandingWord[]) => obligations.filter((each) => words.includes(each.standing))
  const [behind, undecided, due] = [of(...failing), of('unmeasurable'), of('due')]
  const names = (some: readonly ObligationStanding[]) =>
    listed(
      some.map((each) => say.toldText(each.subject)),
      say,
    )
  const why = behind[0] && behind.length === 1 ? ` (${asClause(behind[0].reason)})` : ''
  const parts = [
    measured === 0 ? '' : say.text`${good} of ${measured} on schedule (${figure((100 * good) / measured)}%)`,
    behind.length > 0 ? say.text`behind: ${names(behind)}${why}` : '',
    due.length > 0 ? say.text`due: ${names(due)}` : '',
    undecided.length > 0 ? say.text`no level agreed with ${names(undecided)}` : '',
  ]
  const said = `${parts.filter((part) => part !== '').join('; ')}.`
  return `${said.charAt(0).toUpperCase()}${said.slice(1)}`
}
