import { contactsThatCameBack, forgetContacts } from './lighten.ts'
import { sealWords, unsealWords } from './sealed.ts'
import type { Person } from './signed-in.ts'
import { keepSetting, setting, type KeptKey, type Sealed } from './store.ts'

/** Somebody whom the team is due to be in touch with; the id is the relationship's. */
export type PersonDue = {
  readonly id: string
  readonly label: string
  readonly name: string | null
  readonly telephone: string | null
  readonly reachBy: string | null
  readonly nextDue: string
  readonly own: boolean
}

/** Whom to call, as the desk told it, with what the form offers. */
export type Due = {
  readonly team: { readonly id: string; readonly name: string } | null
  readonly today: string
  readonly people: readonly PersonDue[]
  /** Whether more are due than a phone keeps. */
  readonly isCut: boolean
  readonly ways: readonly string[]
  readonly facets: readonly string[]
  /** When it was asked for, by the phone's own clock. */
  readonly askedAt: number
}

type Told = Omit<Due, 'askedAt'> & { readonly person: string; readonly forget: readonly string[] }
type KeptDue = { readonly person: string; readonly sealed: Sealed | null }
type Own = { readonly person: Person; readonly key: KeptKey }

/**
 * Whom to call as this phone keeps it: sealed, so that it is gone with the sign-in (`sealed`) and with anybody else's; null
 * where it was never asked for.
 */
export async function keptDue({ person, key }: Own): Promise<Due | 'sealed' | null> {
  const kept = (await setting('due')) as KeptDue | undefined
  if (kept === undefined) return null
  const isOwn = kept.person === person.id
  if (isOwn && kept.sealed && key.privateKey) return (await unsealWords(key.privateKey, kept.sealed)) as Due
  // Nobody can read it again before the desk has told it anew, so it need not stay.
  if (kept.sealed) await forgetDue(kept.person)
  return isOwn ? 'sealed' : null
}

const forgetDue = (person: string): Promise<void> => keepSetting('due', { person, sealed: null } satisfies KeptDue)

/** Asks the desk whom to call; what it no longer tells leaves the phone, and without signal all stays as it is. */
export async function freshenDue({ person, key }: Own, team: string): Promise<void> {
  const askedAt = Date.now()
  const back = await contactsThatCameBack()
  const held = back.map(({ met }) => met).join(',')
  const address = `/field/due?team=${encodeURIComponent(team)}&held=${held}`
  const answer = await fetch(address, { redirect: 'manual', cache: 'no-store' }).catch(() => null)
  if (answer === null || answer.status >= 500 || answer.status === 429) return
  const told: Told | null = answer.ok ? await answer.json().catch(() => null) : null
  // The door of a hotel's network answers too; whoever may not keep in touch is told so.
  if (told?.person === person.id) {
    await keepSetting('due', { person: person.id, sealed: await sealWords(key.publicKey, { ...told, askedAt }) })
    const gone = back.filter(({ met }) => told.forget.includes(met))
    await forgetContacts(
      key,
      gone.map(({ id }) => id),
    )
  } else if (answer.status === 403) await keepSetting('due', undefined)
}
