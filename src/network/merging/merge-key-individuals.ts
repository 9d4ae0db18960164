import type { Sql } from '#platform/database/database.ts'
import { dayAt } from '#platform/day.ts'
import { Refusal } from '#platform/refusal.ts'
import type { Keeper } from '../keeper.ts'
import { ledgerLabelOf, type KeyIndividual } from '../key-individual.ts'
import { findKeyIndividual, saveKeyIndividuals, saveSubjectOfIndividual } from '../key-individuals.sql.ts'
import { joinRelationships } from './join-relationships.ts'
import { mergeRecords, type Renewed } from './merge-records.ts'
import { holdIndividuals, moveHoldings, ownRelationship, saveMergedInto } from './merging.sql.ts'

/** What somebody chooses of two records of one person; all else stays as the kept record says. */
// prettier-ignore
export const individualParts = ['name', 'email', 'telephone', 'address', 'languages', 'reachBy', 'speaksFor', 'neighbourhoodIds',
  'tags', 'lawfulBasis', 'purpose', 'toldOn', 'reviewOn', 'objectedOn', 'leftOn'] as const satisfies readonly (keyof KeyIndividual)[]
export type IndividualPart = (typeof individualParts)[number]

/** Which record is kept, and what of the other one it takes over; the id is the form's, so that sent twice it merges once. */
export type MergeOf<Part> = {
  readonly id: string
  readonly kept: string
  readonly merged: string
  readonly fromMerged: ReadonlySet<Part>
}

/**
 * Makes one of two records of a person, in the caller's transaction: posts, contacts and reviews go to the kept, and the old id
 * leads to it. Throws a Refusal (409) where one is not there any more, or both are one already.
 */
export async function mergeKeyIndividuals(sql: Sql, merging: MergeOf<IndividualPart>, keeper: Keeper): Promise<void> {
  await holdIndividuals(sql, [merging.kept, merging.merged])
  const kept = await findKeyIndividual(sql, keeper.teamId, merging.kept)
  const merged = await findKeyIndividual(sql, keeper.teamId, merging.merged)
  if (kept?.id !== merging.kept || merged?.id !== merging.merged || kept.id === merged.id)
    throw new Refusal('One of the two was merged or erased meanwhile. Look at the list again.', 409)
  await mergeRecords(sql, { ...merging, what: 'individual' }, () => happen(sql, kept, merged, merging, keeper), keeper)
}

async function happen(
  sql: Sql,
  kept: KeyIndividual,
  merged: KeyIndividual,
  { fromMerged }: MergeOf<IndividualPart>,
  keeper: Keeper,
): Promise<Renewed> {
  const { teamId, at, timeZone, personId } = keeper
  const one = { ...kept, ...Object.fromEntries([...fromMerged].map((part) => [part, merged[part]])) }
  await saveKeyIndividuals(sql, [one], { at, by: personId })
  await moveHoldings(sql, merged.id, kept.id)
  const ended = await joinRelationships(
    sql,
    await ownRelationship(sql, teamId, kept.id),
    await ownRelationship(sql, teamId, merged.id),
    { keyIndividualId: kept.id, organisationId: null, postId: null },
    dayAt(at, timeZone),
  )
  const subjectId = kept.subjectId ?? merged.subjectId
  if (kept.subjectId === null && subjectId !== null) await saveSubjectOfIndividual(sql, kept.id, subjectId)
  await saveMergedInto(sql, 'key_individual', merged.id, kept.id)
  return [
    ...(subjectId === null ? [] : [{ id: subjectId, label: ledgerLabelOf(one) }]),
    ...(ended === null || ended === subjectId ? [] : [{ id: ended, ended: true }]),
  ]
}
