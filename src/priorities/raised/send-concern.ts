import type { Force } from '#areas/area.ts'
import { append } from '#ledger/append.ts'
import { audit } from '#platform/audit.ts'
import type { Sql } from '#platform/database/database.ts'
import { dayAt } from '#platform/day.ts'
import { firstLanguage, type Language } from '#platform/language/language.ts'
import { saveAddress, saveConcern, type ConcernSent } from './concerns-sent.sql.ts'

/** What somebody sent by the public form; the address is where to tell them, or null; in English unless said. */
export type Sending = ConcernSent & { readonly address: string | null; readonly language?: Language }

/**
 * Keeps a concern of the public in the caller's transaction, with the evidence that it was raised: its id alone. The address
 * is kept apart. The same form sent twice is kept once.
 */
export async function sendConcern(sql: Sql, sent: Sending, force: Force, at: Date): Promise<void> {
  const on = dayAt(at, force.timeZone)
  if (!(await saveConcern(sql, sent, on, at))) return
  const { address, language = firstLanguage } = sent
  if (address !== null) await saveAddress(sql, sent.id, { address, language }, at)
  const about = `concern/${sent.id}`
  await append(sql, { forceId: force.id, teamId: sent.teamId, timeZone: force.timeZone, at, by: null }, [
    { kind: 'concern raised', happenedOn: on, facets: { source: 'public' }, about, source: about },
  ])
  await audit(sql, { at, personId: null, verb: 'send concern', about })
}
