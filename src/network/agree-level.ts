import { append } from '#ledger/append.ts'
import { audit } from '#platform/audit.ts'
import type { Sql } from '#platform/database/database.ts'
import type { Day } from '#platform/day.ts'
import type { Acting } from './keeper.ts'
import { nextDueOf, type Relationship } from './relationship.ts'
import { lockRelationship, saveAgreement } from './relationships.sql.ts'

/** A level of contact, agreed on a day with the other side or, openly, by us alone. */
export type Agreement = { readonly every: string; readonly on: Day; readonly with: 'both' | 'us alone' }

/** Notes the level of contact agreed with somebody (D3.1, C3.1) in the caller's transaction, and by when the next is due. */
export async function agreeLevel(
  sql: Sql,
  relationship: Relationship,
  agreement: Agreement,
  keeper: Acting,
): Promise<void> {
  const held = await lockRelationship(sql, relationship.id)
  const agreed = { ...held, every: agreement.every, agreedOn: agreement.on, agreedWith: agreement.with }
  const { forceId, teamId, timeZone, at, personId } = keeper
  const about = `relationship/${relationship.id}`
  await saveAgreement(sql, { ...agreed, nextDue: nextDueOf(agreed) }, personId)
  await append(sql, { forceId, teamId, timeZone, at, by: personId }, [
    {
      kind: 'contact level agreed',
      happenedOn: agreement.on,
      subjects: [relationship.subjectId],
      facets: { every: agreement.every },
      source: about,
    },
  ])
  await audit(sql, {
    at,
    personId,
    verb: 'agree level of contact',
    about,
    detail: { every: agreement.every, with: agreement.with },
  })
}
