import { addDays } from '#platform/day.ts'
import type { Say } from '#platform/language/say.ts'
import type { ContractStanding } from './contract-standing.ts'

type Asked = Pick<ContractStanding, 'asAt' | 'today' | 'contract'>

/** On which day all of a page stands, in one sentence. */
export function asAtInWords({ asAt, today, contract }: Asked, say: Say): string {
  const { from, to } = contract.span
  const day = say.day(asAt)
  if (asAt < from) return say.text`As at ${day}, before the contract began on ${say.day(from)}.`
  if (asAt > to)
    return today > to
      ? say.text`As it stood when the year was over, on ${say.day(addDays(to, 1))}.`
      : say.text`As things stand, looking ahead to the end of the contract on ${say.day(to)}: nothing that has not happened yet is counted.`
  if (asAt > today)
    return say.text`As things stand, looking ahead to ${day}: nothing that has not happened yet is counted.`
  return asAt === today ? say.text`As at today, ${day}.` : say.text`As at ${day}.`
}
