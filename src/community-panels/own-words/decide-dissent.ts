import { createHash } from 'node:crypto'
import { isUuid } from '#engagements/is-uuid.ts'
import { audit } from '#platform/audit.ts'
import type { Sql } from '#platform/database/database.ts'
import { Refusal } from '#platform/refusal.ts'
import { refuseClosed, type Convener } from '../sittings/sitting.ts'
import { sittingOf } from '../sittings/sitting-at.ts'
import { dissentsOf, saveDecision, type Dissent } from './dissents.sql.ts'

type Decision = {
  readonly id: string
  readonly sittingId: string
  readonly decision: 'published' | 'refused'
  readonly reason: string
  /** The seal of the words that were read; absent where no form showed them. */
  readonly seal?: string
}

/**
 * Decides whether a member's words are read beside the outcome, in the caller's transaction: refused words are kept with the
 * reason. Throws a Refusal where a reason is missing (422), or it was decided before, its member has put it otherwise since it was
 * read, or the sitting is closed (409).
 */
export async function decideDissent(sql: Sql, decided: Decision, { forceId, personId, at }: Convener): Promise<void> {
  const { id, sittingId, decision, reason } = decided
  refuseClosed(await sittingOf(sql, forceId, sittingId, 'alone'))
  if (!isUuid(id)) throw new Refusal('There are no such words.', 404)
  if (decision === 'refused' && reason === '') throw new Refusal('Say why it is not published.', 422)
  await refuseReworded(sql, decided)
  if (!(await saveDecision(sql, { id, sittingId }, decided, { at, by: personId })))
    throw new Refusal('This was decided before.', 409)
  await audit(sql, { at, personId, verb: 'decide on dissent', about: `community-dissent/${id}`, detail: { decision } })
}

/** Tells words from others that somebody puts in their place. */
export const sealOfWords = ({ words }: Pick<Dissent, 'words'>): string =>
  createHash('sha256').update(words).digest('hex')

/** A member may put their words otherwise until it is decided, and what nobody has read must not be published. */
async function refuseReworded(sql: Sql, { id, sittingId, seal }: Decision): Promise<void> {
  const words = (await dissentsOf(sql, sittingId)).find((each) => each.id === id)
  if (seal === undefined || words === undefined || words.decision !== null || sealOfWords(words) === seal) return
  throw new Refusal('The member has put these words otherwise meanwhile. Read them again, then decide.', 409)
}
