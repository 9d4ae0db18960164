import type { Contract } from '#contracts/contract.ts'
import type { Framework } from '#frameworks/framework.ts'
import type { Subject } from '#ledger/subjects.sql.ts'
import type { Day } from '#platform/day.ts'
import { arranged, type ContractStanding } from '#standings/contract-standing.ts'
import type { Standing } from '#standings/standing.ts'
import type { Paragraph } from '../self-evaluation/self-evaluation.ts'

/** A chain of evidence as it was: nothing that joined it later was known, and its head seals all before. */
export type FrozenChain = { readonly id: string; readonly length: number; readonly head: string }

/** The calendar as standings read it, in order. */
export type FrozenCalendar = {
  readonly timeZone: string
  readonly bankHolidays: readonly Day[]
  readonly halfTerms: readonly { readonly name: string; readonly from: Day; readonly to: Day }[] | null
}

/** All that a panel judges and all that it rests on; ids, numbers and public words, never personal data. */
export type FrozenContent = {
  readonly format: 'frankpledge-freeze-1'
  readonly frozenAt: string
  readonly asAt: Day
  readonly forceId: string
  readonly contract: Contract
  readonly framework: Framework
  readonly chains: readonly FrozenChain[]
  readonly subjects: readonly Subject[]
  readonly calendar: FrozenCalendar
  readonly standings: Readonly<Record<string, Standing>>
  readonly selfEvaluation: readonly Paragraph[]
}

/** What was frozen when, with the SHA-256 of its bytes in hexadecimal. */
export type Freeze = {
  readonly id: string
  readonly contractId: string
  readonly frozenAt: Date
  readonly hash: string
  readonly content: FrozenContent
}

/** A contract as its panel sees it: arranged like the living one, and never later than the freeze. */
export type FrozenPack = Omit<Freeze, 'content'> & {
  readonly asAt: Day
  readonly standing: ContractStanding
  readonly selfEvaluation: readonly Paragraph[]
  readonly chains: readonly FrozenChain[]
}

/** The pack of a freeze, the same for everybody who asks. */
export function packOf({ id, contractId, frozenAt, hash, content }: Freeze): FrozenPack {
  const { contract, framework, asAt, chains, selfEvaluation } = content
  const standing = arranged(contract, framework, asAt, asAt, new Map(Object.entries(content.standings)))
  return { id, contractId, frozenAt, hash, asAt, standing, selfEvaluation, chains }
}
