import type { Force } from '#areas/area.ts'
import type { Contract } from '#contracts/contract.ts'
import type { Say } from '#platform/language/say.ts'
import type { Trail } from '#platform/schema-org.ts'
import { contractAddress } from './addresses.ts'
import { yearsInWords } from '#contracts/years-in-words.ts'
import type { TeamFound } from './find.ts'

/** The pages above one that is a force's. */
export const forceTrail = (force: Force, say: Say): Trail => [
  { words: say.text`Find your team`, href: '/' },
  { words: force.name, href: `/${force.id}` },
]

/** The pages above one that is a team's. */
export const teamTrail = ({ force, team }: TeamFound, say: Say): Trail => [
  ...forceTrail(force, say),
  { words: team.name, href: `/${team.id}` },
]

type OfContract = TeamFound & { readonly contract: Pick<Contract, 'span' | 'year'> }

/** The pages above one that is about a contract. */
export const contractTrail = ({ force, team, contract }: OfContract, say: Say): Trail => [
  ...teamTrail({ force, team }, say),
  {
    words: say.text`Engagement contract ${yearsInWords(contract.span, say)}`,
    href: contractAddress(team.id, contract.year),
  },
]
