import type { Fact } from '#ledger/evidence.ts'
import type { Day } from '#platform/day.ts'
import type { Contract } from './contract.ts'

/** D1.1, R01: that a plan was completed; `area` is the subject of the team's local area, or null. */
export function planCompleted(contract: Pick<Contract, 'id' | 'part1'>, happenedOn: Day, area: string | null): Fact {
  const isWhole = contract.part1.length > 0 && contract.part1.every(({ text }) => text !== '')
  return {
    kind: 'plan completed',
    happenedOn,
    facets: { 'all parts answered': isWhole },
    ...sharedBy(contract, area),
  }
}

/** D1.2, R48: that a plan stands where the public reads it. */
export const planPublished = (contract: Contract, happenedOn: Day, area: string | null): Fact => ({
  kind: 'plan published',
  happenedOn,
  facets: { public: true },
  ...sharedBy(contract, area),
})

const sharedBy = ({ id }: Pick<Contract, 'id'>, area: string | null) => ({
  source: `contract/${id}`,
  ...(area === null ? {} : { subjects: [area] }),
})
