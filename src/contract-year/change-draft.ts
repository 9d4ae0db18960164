import { isDeepStrictEqual } from 'node:util'
import type { Contract } from '#contracts/contract.ts'
import type { Subject } from '#ledger/subjects.sql.ts'
import { audit } from '#platform/audit.ts'
import type { Sql } from '#platform/database/database.ts'
import { Refusal } from '#platform/refusal.ts'
import { takeCourse } from './course.sql.ts'
import { countPiece, piecesWritten, type Piece, type PieceWritten } from './draft-pieces.sql.ts'
import { findDraft, rewriteDraft } from './drafts.sql.ts'
import { refuseClosedDraft } from './state.ts'
import type { Acting } from './take-contract-step.ts'

/** What a change of a draft starts from. */
export type DraftTaken = {
  readonly draft: Contract
  /** Each piece that somebody wrote, those that were taken out among them. */
  readonly pieces: ReadonlyMap<string, PieceWritten>
}

/** What a change makes of a draft. */
export type DraftChanged = {
  readonly draft: Contract
  readonly piece: Piece
  /** Those it names whom nobody knew before. */
  readonly named?: readonly Subject[]
  readonly leftOutWhy?: string
}

export type DraftChange = {
  readonly contractId: string
  /** In the imperative, as `answer a question of the plan`. */
  readonly verb: string
  /** How often the piece was written when the form was opened; null where it makes no difference. */
  readonly revision: number | null
  /** Chosen by the form that adds a piece. */
  readonly formId?: string
  readonly change: (taken: DraftTaken) => DraftChanged
}

/**
 * Changes one piece of a draft in the caller's transaction; other pieces stay as others wrote them, and a change that
 * changes nothing, or was sent before, does nothing. Throws a Refusal where there is no such draft (404), it is no longer
 * written on, or somebody else wrote this very piece since the form was opened (409).
 */
export async function changeDraft(sql: Sql, asked: DraftChange, { person, at, teamId }: Acting): Promise<void> {
  const { contractId, verb, revision, formId = null, change } = asked
  const taken = await openDraft(sql, contractId, teamId)
  if (formId !== null && taken.pieces.values().some((piece) => piece.formId === formId)) return
  const { draft, piece, named = [], leftOutWhy = null } = change(taken)
  if (isDeepStrictEqual(draft, taken.draft)) return
  const written = taken.pieces.get(piece)
  if (revision !== null && revision !== (written?.revision ?? 0)) throw writtenMeanwhile(written ?? null)
  const by = person?.id ?? null
  await rewriteDraft(sql, draft, named)
  await countPiece(sql, contractId, { piece, at, by, formId, leftOutWhy })
  const detail = { piece, revision: (written?.revision ?? 0) + 1 }
  await audit(sql, { at, personId: by, verb, about: `contract:${contractId}`, detail })
}

/** The draft, held until the transaction ends: whoever takes a step or writes another piece waits. */
async function openDraft(sql: Sql, contractId: string, teamId: string): Promise<DraftTaken> {
  const course = await takeCourse(sql, teamId, contractId)
  if (course === null) throw new Refusal('The team has no contract of this year.', 404)
  refuseClosedDraft(course.state)
  const draft = await findDraft(sql, contractId)
  if (draft === null) throw new Refusal('There is no draft of this contract.', 404)
  return { draft, pieces: await piecesWritten(sql, contractId) }
}

/** Thrown where somebody else wrote the same piece. */
const writtenMeanwhile = (written: PieceWritten | null): Refusal =>
  new Refusal(
    `${written?.changedBy ?? 'Somebody'} changed this while you wrote. What you typed is kept below: look at both, then send yours or put them together.`,
    409,
  )
