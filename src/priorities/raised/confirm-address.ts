import { takeChain } from '#ledger/ledger.sql.ts'
import { audit } from '#platform/audit.ts'
import type { Sql } from '#platform/database/database.ts'
import type { Language } from '#platform/language/language.ts'
import { hashOfKey } from '#platform/link-key.ts'
import { daysToSayYes } from '#platform/mail/ask-first.ts'
import { confirmAddress, findAddressHolder, whatCame, type AddressHolder } from './concerns-sent.sql.ts'
import { tellAnswer, tellOutcome } from './tell-raisers.ts'

const day = 24 * 60 * 60_000

/** What a link that asks first is about; null where it was guessed, is too old, or the address is forgotten. */
export async function addressHolderOf(sql: Sql, token: string, at: Date): Promise<AddressHolder | null> {
  const hash = hashOfKey(token)
  return hash === null ? null : findAddressHolder(sql, hash, new Date(at.getTime() - daysToSayYes * day))
}

type Yes = { readonly token: string; readonly language: Language; readonly site: string }

/**
 * The owner of an address says yes, in the caller's transaction: from now on they are told, in that language, and at once
 * where there is an answer already. The same link twice tells nothing more. Null as for `addressHolderOf`.
 */
export async function sayYesToAnswer(
  sql: Sql,
  { token, language, site }: Yes,
  at: Date,
): Promise<AddressHolder | null> {
  const holder = await addressHolderOf(sql, token, at)
  if (holder === null) return null
  const { concernId, forceId, teamId } = holder
  // The chain is held by whoever decides or reports, so nobody is left out who says yes meanwhile.
  await takeChain(sql, forceId, teamId)
  if (!(await confirmAddress(sql, concernId, language, at))) return holder
  await audit(sql, { at, personId: null, verb: 'say yes to an answer', about: `concern/${concernId}` })
  await tellWhatCame(sql, holder, site, at)
  return holder
}

async function tellWhatCame(sql: Sql, { concernId, teamId, teamName }: AddressHolder, site: string, at: Date) {
  const came = await whatCame(sql, concernId)
  const telling = { teamName, site }
  if (came === null) return
  if ('priority' in came) await tellOutcome(sql, came.priority, came, [concernId], { teamId, at }, telling)
  else await tellAnswer(sql, { id: concernId, words: came.words }, { teamId, at }, telling)
}
