import { audit } from '#platform/audit.ts'
import type { Sql } from '#platform/database/database.ts'
import { dayAt } from '#platform/day.ts'
import { Refusal } from '#platform/refusal.ts'
import { beginRelationship } from './begin-relationship.ts'
import { refuseErased } from './care/erased-identity.ts'
import type { Keeper } from './keeper.ts'
import { ledgerLabelOf, type KeyIndividual } from './key-individual.ts'
import { saveKeyIndividuals, saveSubjectOfIndividual } from './key-individuals.sql.ts'
import { renewSubjects, subjectOf } from './subject-of.ts'

/**
 * Keeps a key individual in the caller's transaction (R17, R30). The ledger knows them by what they speak for; whoever keeps
 * them owns the relationship. Kept again, they take over what changed. Those who stand for a post alone get no subject of their
 * own. Throws a Refusal (409) where they were erased, or are another team's.
 */
export async function keepKeyIndividual(
  sql: Sql,
  person: KeyIndividual,
  keeper: Keeper,
  { forPostAlone = false }: { readonly forPostAlone?: boolean } = {},
): Promise<KeyIndividual> {
  const { id } = person
  const { at, personId } = keeper
  await refuseErased(sql, person)
  const [saved] = await saveKeyIndividuals(sql, [person], { at, by: personId })
  if (!saved) throw new Refusal('What is held about this person was erased, or is held by another team.', 409)
  await audit(sql, { at, personId, verb: 'keep key individual', about: `key-individual/${id}` })
  const subjectId = await subjectFor({ ...person, ...saved }, forPostAlone, sql, keeper)
  if (subjectId !== null) await beginRelationship(sql, { subjectId, keyIndividualId: id }, keeper)
  return { ...person, subjectId }
}

async function subjectFor(person: KeyIndividual, forPostAlone: boolean, sql: Sql, { at, timeZone }: Keeper) {
  const { id, forceId, teamId, subjectId } = person
  const label = ledgerLabelOf(person)
  if (subjectId !== null) await renewSubjects(sql, [{ id: subjectId, label }])
  if (subjectId !== null || forPostAlone) return subjectId
  const from = dayAt(at, timeZone)
  const begun = await subjectOf(sql, { forceId, teamId, kind: 'key individual', label, from }, id)
  await saveSubjectOfIndividual(sql, id, begun)
  return begun
}
