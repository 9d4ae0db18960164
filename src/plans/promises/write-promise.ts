import { changeDraft, type DraftTaken } from '#contract-year/change-draft.ts'
import type { Acting } from '#contract-year/take-contract-step.ts'
import type { Commitment } from '#contracts/commitment.ts'
import type { Contract } from '#contracts/contract.ts'
import type { Subject } from '#ledger/subjects.sql.ts'
import type { Sql } from '#platform/database/database.ts'
import {
  freeRef,
  movedPromise,
  promiseOf,
  withNewPromise,
  withoutPromise,
  withPromise,
  type Beside,
} from '#plans/plan.ts'

type Told = { readonly promise: Omit<Commitment, 'ref'>; readonly named: readonly Subject[] }

type Added = Told & {
  readonly contractId: string
  readonly formId: string
  /** The ref of last year’s promise that comes back; null for one that is new. */
  readonly ref: string | null
  readonly last: Contract | null
}

/** Adds a promise to a draft in the caller's transaction, once however often its form is sent. Throws as `changeDraft` does. */
export async function addPromise(sql: Sql, added: Added, acting: Acting): Promise<void> {
  const { contractId, formId, promise, named, last } = added
  const change = ({ draft, pieces }: DraftTaken) => {
    const ref = added.ref ?? freeRef(draft, last, pieces.keys())
    return { draft: withNewPromise(draft, { ...promise, ref }), piece: `promise ${ref}` as const, named }
  }
  await changeDraft(sql, { contractId, verb: 'add a promise', revision: null, formId, change }, acting)
}

type Changed = Told & { readonly contractId: string; readonly ref: string; readonly revision: number }

/** Changes what a promise of a draft says or how it is measured. Throws as `changeDraft` does. */
export async function changePromise(sql: Sql, changed: Changed, acting: Acting): Promise<void> {
  const { contractId, ref, revision, promise, named } = changed
  const change = ({ draft }: DraftTaken) => {
    const { text, words } = promiseOf(draft, ref)
    // The words of the document are the source of what was read there, and of nothing else.
    const source = words !== undefined && text === promise.text ? { words } : {}
    return { draft: withPromise(draft, { ...promise, ref, ...source }), piece: `promise ${ref}` as const, named }
  }
  await changeDraft(sql, { contractId, verb: 'change a promise', revision, change }, acting)
}

type TakenOut = { readonly contractId: string; readonly ref: string; readonly revision: number; readonly why: string }

/** Takes a promise out of a draft for a reason, which stays beside the plan. Throws as `changeDraft` does. */
export async function takeOutPromise(
  sql: Sql,
  { contractId, ref, revision, why }: TakenOut,
  acting: Acting,
): Promise<void> {
  const piece = `promise ${ref}` as const
  const change = ({ draft, pieces }: DraftTaken) => {
    const isSentAgain = pieces.get(piece)?.leftOutWhy === why && !draft.commitments.some((each) => each.ref === ref)
    return { draft: isSentAgain ? draft : withoutPromise(draft, ref), piece, leftOutWhy: why }
  }
  await changeDraft(sql, { contractId, verb: 'take out a promise', revision, change }, acting)
}

type Moved = { readonly contractId: string; readonly ref: string; readonly beside: Beside }

/** Puts a promise of a draft beside another of its heading. Throws as `changeDraft` does. */
export async function movePromise(sql: Sql, { contractId, ref, beside }: Moved, acting: Acting): Promise<void> {
  const change = ({ draft }: DraftTaken) => ({ draft: movedPromise(draft, ref, beside), piece: 'order' as const })
  await changeDraft(sql, { contractId, verb: 'order the promises', revision: null, change }, acting)
}
