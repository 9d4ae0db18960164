import { privateKeyOf } from './sealed.ts'
import { keepSetting, phone, setting, type KeptKey } from './store.ts'

/** Whoever last signed in on this phone: what is recorded on it is theirs. */
export type Person = { readonly id: string; readonly name: string; readonly teamId: string | null }

/** What the server says of who is signed in; without signal it says nothing. */
export type SignedIn =
  { readonly is: 'signed in'; readonly person: Person } | { readonly is: 'signed out' | 'no signal' }

type Told = {
  readonly person: Person
  readonly now: number
  readonly until: number
  readonly publicKey: JsonWebKey
  readonly privateKey: JsonWebKey
}

/** Asks the server who is signed in, and keeps that person's keys; everybody else's private keys leave the phone. */
export async function askWhoIsSignedIn(): Promise<SignedIn> {
  const answer = await fetch('/field/key', { redirect: 'manual', cache: 'no-store' }).catch(() => null)
  if (answer === null) return { is: 'no signal' }
  if (answer.type === 'opaqueredirect' || answer.status === 401 || answer.status === 403) return signedOut()
  // The door of a hotel's network answers too, but not with what was asked for.
  const told: Told | null = answer.ok ? await answer.json().catch(() => null) : null
  if (told?.person === undefined) return { is: 'no signal' }
  await keepKeys(told)
  await keepSetting('person', told.person)
  await keepSetting('clock', told.now - Date.now())
  return { is: 'signed in', person: told.person }
}

async function signedOut(): Promise<SignedIn> {
  await forgetPrivateKeys(() => true)
  return { is: 'signed out' }
}

/** The phone's clock may be wrong, so it is told how long from now, not until when. */
async function keepKeys({ person, now, until, publicKey, privateKey }: Told): Promise<void> {
  await forgetPrivateKeys((key) => key.person !== person.id)
  const since = Date.now()
  const key = { person: person.id, publicKey, privateKey: await privateKeyOf(privateKey), since }
  await (await phone()).put('keys', { ...key, until: since + (until - now) })
}

/** Private keys go when the sign-in that lent them is over, whether or not there is signal to be told so. */
export const forgetEndedKeys = (): Promise<void> =>
  forgetPrivateKeys(({ since, until }) => Date.now() > until || Date.now() < since - 60_000)

async function forgetPrivateKeys(which: (key: KeptKey) => boolean): Promise<void> {
  const writing = (await phone()).transaction('keys', 'readwrite')
  for (const key of await writing.store.getAll())
    if (key.privateKey !== null && which(key)) await writing.store.put({ ...key, privateKey: null })
  await writing.done
}

/** The keys of whoever records on this phone; null where nobody ever signed in on it. */
export async function keysOfPerson(): Promise<{ person: Person; key: KeptKey } | null> {
  await forgetEndedKeys()
  const person = (await setting('person')) as Person | undefined
  const key = person && (await (await phone()).get('keys', person.id))
  return person && key ? { person, key } : null
}

/** The time as the server would tell it, as far as the phone knows. */
export async function rightNow(): Promise<Date> {
  const offset = (await setting('clock')) as number | undefined
  return new Date(Date.now() + (offset !== undefined && Math.abs(offset) > 10 * 60_000 ? offset : 0))
}
