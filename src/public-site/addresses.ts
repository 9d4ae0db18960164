import type { Contract } from '#contracts/contract.ts'
import type { Day } from '#platform/day.ts'

/** The pages of one contract; each keeps the day that was asked for, so that a reader stays in that time. */
export type ContractAddresses = {
  readonly force: string
  readonly team: string
  readonly contract: string
  /** The contract as at another day. */
  readonly asAt: (day: Day) => string
  readonly standard: (id: string) => string
  readonly promise: (ref: string) => string
  readonly ledger: string
  readonly json: string
  readonly standingJson: string
  /** The same contract as a file: `pdf`, `docx` or `json`. */
  readonly taken: (ending: string) => string
  readonly documents: string
}

/** The addresses of a contract's pages, as at the day that was asked for, if one was. */
export function addressesOf({ teamId, year }: Pick<Contract, 'teamId' | 'year'>, asked: Day | null): ContractAddresses {
  const [force, team] = teamId.split('/') as [string, string]
  const bare = contractAddress(teamId, year)
  const query = asked === null ? '' : `?as-at=${asked}`
  const json = `/api/v1/forces/${force}/teams/${team}/contracts/${year}`
  return {
    force: `/${force}`,
    team: `/${teamId}`,
    contract: `${bare}${query}`,
    asAt: (day) => `${bare}?as-at=${day}`,
    standard: (id) => `${bare}/standards/${encodeURIComponent(id)}${query}`,
    promise: (ref) => `${bare}/commitments/${encodeURIComponent(ref)}${query}`,
    ledger: ledgerAddress(teamId),
    json,
    taken: (ending) => `${bare}.${ending}${query}`,
    documents: `${bare}/documents`,
    standingJson: `${json}/standing${asked === null ? '' : `?as_at=${asked}`}`,
  }
}

/** A team's contract of a year; a team's id is itself an address. */
export const contractAddress = (teamId: string, year: number): string => `/${teamId}/contract/${year}`

export const ledgerAddress = (teamId: string): string => `/${teamId}/ledger`
