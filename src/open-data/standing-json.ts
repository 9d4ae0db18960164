import type {
  CommitmentStanding,
  ContractStanding,
  PromiseStanding,
  StandardStanding,
} from '#standings/contract-standing.ts'
import type { ObligationStanding } from '#standings/standing.ts'
import { explain } from '#measures/explain.ts'

/** A contract's public standings as the public interface answers them; percentages run from 0 to 100. */
export const standingJson = (shown: ContractStanding) => ({
  contract: shown.contract.id,
  framework: shown.framework.id,
  period: shown.contract.span,
  asAt: shown.asAt,
  counts: shown.counts,
  standards: [...shown.standards.map(standardJson), ...othersJson(shown)],
  serviceStandards: shown.serviceStandards.map(measureJson),
  duties: shown.duties.map(promiseJson),
})

/** Commitments that serve no standard are not left out: they come last, under a standard of no number. */
const othersJson = ({ others }: ContractStanding) =>
  others.length === 0
    ? []
    : [
        {
          id: '-',
          title: 'Outside the standards',
          standing: null,
          measures: [],
          commitments: others.map(commitmentJson),
        },
      ]

const standardJson = ({ id, title, standing, measures, commitments }: StandardStanding) => ({
  id,
  title,
  standing,
  measures: measures.map(measureJson),
  commitments: commitments.map(commitmentJson),
})

const measureJson = (promise: PromiseStanding) => {
  const { ref, text, ...rest } = promiseJson(promise)
  return { id: ref, title: text, ...rest }
}

const commitmentJson = (promise: CommitmentStanding) => ({
  ...promiseJson(promise),
  alsoUnder: promise.commitment.standards,
})

const promiseJson = ({ ref, text, measures, standing }: PromiseStanding) => {
  return {
    ref,
    text,
    measure: measures[0]?.measure ?? null,
    explanation: measures.map(explain).join(' '),
    standing: standing.standing,
    value: standing.value,
    unit: standing.unit,
    target: standing.target,
    numerator: standing.numerator,
    denominator: standing.denominator,
    period: standing.period,
    nextDue: standing.nextDue,
    reason: standing.reason,
    gaps: standing.gaps,
    evidence: standing.evidence,
    obligations: standing.obligations.map(obligationJson),
  }
}

const obligationJson = ({ subject, subjectId, standing, value, nextDue, reason, period }: ObligationStanding) => ({
  subject,
  subjectId,
  standing,
  value,
  nextDue,
  reason,
  period,
})
