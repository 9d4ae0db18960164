import { audit } from '#platform/audit.ts'
import type { Sql } from '#platform/database/database.ts'
import type { Day } from '#platform/day.ts'
import { Refusal } from '#platform/refusal.ts'
import { overlapFault, type HalfTerm } from './half-term.ts'
import {
  dropHalfTerm,
  halfTermsOfCouncils,
  lockHalfTerms,
  saveHalfTerms,
  saveSchoolCouncils,
  type KeptTerms,
} from './half-terms.sql.ts'

type By = { readonly at: Date; readonly personId: string | null }

/**
 * Keeps half terms in the caller's transaction (R54, C9); one that begins on the day of another takes its place, and so does
 * the changed one of the day that `instead` names. Throws a Refusal (409) where two of one council would overlap. The
 * database counts a force's calendar as changed, so that what stands on it is asked for again.
 */
export async function keepHalfTerms(
  sql: Sql,
  terms: readonly HalfTerm[],
  { at, personId }: By,
  instead: { readonly council: string; readonly from: Day } | null = null,
): Promise<void> {
  await lockHalfTerms(sql)
  const councils = [...new Set(terms.map(({ council }) => council))]
  const known = await halfTermsOfCouncils(sql, councils)
  const stays = (term: HalfTerm) => !terms.some((one) => isSame(one, term)) && !(instead && isSame(instead, term))
  const fault = overlapFault([...known.filter(stays), ...terms])
  if (fault !== null) throw new Refusal(`${fault}. Put one of them right.`, 409)
  if (instead && !(await dropHalfTerm(sql, instead.council, instead.from)))
    throw new Refusal('That half term is no longer there: somebody changed it meanwhile.', 409)
  await saveHalfTerms(sql, terms)
  await audit(sql, {
    at,
    personId,
    verb: 'keep half terms',
    about: 'half-terms',
    detail: { councils, count: terms.length },
  })
}

type Begins = { readonly council: string; readonly from: Day }

const isSame = (one: Begins, other: Begins): boolean => one.council === other.council && one.from === other.from

/** Takes a half term away in the caller's transaction. Throws a Refusal (409) where it is gone already. */
export async function removeHalfTerm(sql: Sql, { council, from }: Begins, { at, personId }: By): Promise<void> {
  if (!(await dropHalfTerm(sql, council, from))) throw new Refusal('That half term was taken away before.', 409)
  await audit(sql, { at, personId, verb: 'remove half term', about: 'half-terms', detail: { council, from } })
}

/** Says in the caller's transaction which council's school terms teams keep; null where nobody knows. */
export async function nameSchoolCouncils(sql: Sql, kept: readonly KeptTerms[], { at, personId }: By): Promise<void> {
  const teams = await saveSchoolCouncils(sql, kept)
  if (teams.length === 0) return
  await audit(sql, { at, personId, verb: 'name school council', about: 'half-terms', detail: { teams } })
}
