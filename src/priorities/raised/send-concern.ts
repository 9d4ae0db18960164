import type { Force } from '#areas/area.ts'
import { append } from '#ledger/append.ts'
import { audit } from '#platform/audit.ts'
import type { Sql } from '#platform/database/database.ts'
import { dayAt } from '#platform/day.ts'
import type { Language } from '#platform/language/language.ts'
import { sayIn } from '#platform/language/say.ts'
import { newKey } from '#platform/link-key.ts'
import { askFirst, mayAsk } from '#platform/mail/ask-first.ts'
import type { Telling } from './answer-mail.ts'
import { saveAddress, saveConcern, type ConcernSent } from './concerns-sent.sql.ts'

/** Where somebody wants to be told: an address in small letters, and the language in which they wrote. */
export type ToTell = Telling & { readonly address: string; readonly language: Language }

/** What somebody sent by the public form; null where they do not want to be told what came of it. */
export type Sending = ConcernSent & { readonly tell: ToTell | null }

/**
 * Keeps a concern of the public in the caller's transaction, with the evidence that it was raised: its id alone. The address
 * is kept apart, and its owner is asked first whether they want to be told. The same form sent twice is kept once.
 */
export async function sendConcern(sql: Sql, sent: Sending, force: Force, at: Date): Promise<void> {
  const on = dayAt(at, force.timeZone)
  if (!(await saveConcern(sql, sent, on, at))) return
  if (sent.tell !== null) await askToTell(sql, sent.id, sent.tell, at)
  const about = `concern/${sent.id}`
  await append(sql, { forceId: force.id, teamId: sent.teamId, timeZone: force.timeZone, at, by: null }, [
    { kind: 'concern raised', happenedOn: on, facets: { source: 'public' }, about, source: about },
  ])
  await audit(sql, { at, personId: null, verb: 'send concern', about })
}

/** An address that was asked often enough today is not kept, and nobody learns of it. */
async function askToTell(sql: Sql, id: string, { address, language, teamName, site }: ToTell, at: Date): Promise<void> {
  if (!(await mayAsk(sql, address, at))) return
  const { token, hash } = newKey()
  await saveAddress(sql, id, { address, language, hash }, at)
  const say = sayIn(language)
  const subject = say.text`Do you want to be told what ${teamName} police do about what you told them?`
  const why = say.text`Somebody, probably you, told ${teamName} neighbourhood policing team what matters to them, and wants the answer sent to this address.`
  const path = `/my-concern/confirm/${token}`
  await askFirst(sql, { to: address, about: `concern/${id}`, subject, why, site, path, say }, at)
}
