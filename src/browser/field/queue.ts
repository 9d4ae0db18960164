import { seal, sealWords, unsealWords } from './sealed.ts'
import { keysOfPerson } from './signed-in.ts'
import { phone, surely, type Kept, type State } from './store.ts'

/** What a person recorded, as the desk's form names it. */
export type Fields = Readonly<Record<string, string | readonly string[]>>
/** With whom a contact was: the post or what they speak for, and their name as long as the phone may know it. */
export type Whom = { readonly label: string; readonly name: string | null }
export type Recorded = { readonly team: string; readonly fields: Fields; readonly whom?: Whom }

/** What the server said of a record that needs its person. */
export type Said = {
  readonly reason: string
  readonly fields?: Readonly<Record<string, string>>
  /** What a colleague's record of the same engagement says. */
  readonly shown?: Shown
}
export type Shown = {
  readonly title: string
  readonly place: string
  readonly heldOn: string
  readonly reached: number | null
  readonly spokeWith: number | null
  readonly raisedAConcern: number | null
}

/** Whether a record tells of a contact; all others tell of an engagement. */
export const isContact = ({ fields }: Recorded): boolean => fields['what'] === 'contact'

/** A record as its owner may see it; what it says is null while it is sealed. */
export type Line = {
  readonly kept: Kept
  readonly recorded: Recorded | null
  readonly said: Said | null
}

const changes = new BroadcastChannel('frankpledge-field')

type Change = 'changed' | 'sent'

/** Tells every tab, this one too, that the queue changed. */
export const tellOfChange = (change: Change = 'changed'): void => changes.postMessage(change)

export function onChange(tell: (change: Change) => void): void {
  new BroadcastChannel('frankpledge-field').addEventListener('message', ({ data }) => tell(data))
}

/**
 * Seals a record for whoever signed in last and writes it down; when this returns, no flat battery can lose it. A record of
 * the same id that came back takes the new words and waits again; one that waits or is sent stays as it is.
 */
export async function record(id: string, recorded: Recorded, photo: Blob | null): Promise<void> {
  const own = await keysOfPerson()
  if (own === null) throw new Error('nobody has signed in on this phone')
  const sealed = await sealWords(own.key.publicKey, recorded)
  const bytes = photo && (await seal(own.key.publicKey, new Uint8Array(await photo.arrayBuffer())))
  const database = await phone()
  const writing = database.transaction(['records', 'photos'], 'readwrite', surely)
  const records = writing.objectStore('records')
  const former = await records.index('id').get(id)
  if (former === undefined || former.state === 'needs you') {
    const picture = bytes && { id: crypto.randomUUID(), engagement: id, sealed: bytes }
    if (picture) await writing.objectStore('photos').put(picture)
    const kept = { id, owner: own.person.id, state: 'waiting', madeAt: Date.now(), sealed, answer: null } as const
    const photoState = picture ? ({ id: picture.id, state: 'waiting' } as const) : (former?.photo ?? null)
    await records.put({ ...former, ...kept, photo: photoState })
  }
  await writing.done
  tellOfChange()
}

/** Everything on this phone, as far as whoever is signed in may read it, oldest first. */
export async function lines(): Promise<{ readonly own: readonly Line[]; readonly ofColleagues: number }> {
  const keys = await keysOfPerson()
  const all = await (await phone()).getAll('records')
  const own = all.filter(({ owner }) => owner === keys?.person.id)
  const unsentOfOthers = all.filter(({ owner, state }) => owner !== keys?.person.id && state !== 'sent')
  const privateKey = keys?.key.privateKey ?? null
  return { own: await Promise.all(own.map((kept) => read(kept, privateKey))), ofColleagues: unsentOfOthers.length }
}

/** One record of this phone as its owner may read it, or null. */
export async function lineOf(id: string): Promise<Line | null> {
  const keys = await keysOfPerson()
  const kept = await (await phone()).getFromIndex('records', 'id', id)
  return kept && kept.owner === keys?.person.id ? read(kept, keys.key.privateKey) : null
}

async function read(kept: Kept, privateKey: CryptoKey | null): Promise<Line> {
  if (privateKey === null) return { kept, recorded: null, said: null }
  return {
    kept,
    recorded: (await unsealWords(privateKey, kept.sealed)) as Recorded,
    said: kept.answer && ((await unsealWords(privateKey, kept.answer)) as Said),
  }
}

/** How many records of a state wait on this phone for whoever signed in last. */
export async function countOf(state: State): Promise<number> {
  const keys = await keysOfPerson()
  const found = await (await phone()).getAllFromIndex('records', 'state', state)
  return found.filter(({ owner }) => owner === keys?.person.id).length
}

/** Lets a record that came back go for good, with its photo. */
export async function drop(id: string): Promise<void> {
  const writing = (await phone()).transaction(['records', 'photos'], 'readwrite', surely)
  const records = writing.objectStore('records')
  const kept = await records.index('id').get(id)
  if (kept?.state === 'needs you' && kept.order !== undefined) {
    await records.delete(kept.order)
    if (kept.photo) await writing.objectStore('photos').delete(kept.photo.id)
  }
  await writing.done
  tellOfChange()
}

/** Sends a record of an engagement that a colleague told already as an engagement of its own, with a new id. */
export async function sendAsOwn(id: string): Promise<void> {
  const writing = (await phone()).transaction(['records', 'photos'], 'readwrite', surely)
  const records = writing.objectStore('records')
  const photos = writing.objectStore('photos')
  const kept = await records.index('id').get(id)
  if (kept?.state === 'needs you') {
    const own = crypto.randomUUID()
    const photo = kept.photo && (await photos.get(kept.photo.id))
    if (photo) await photos.put({ ...photo, engagement: own })
    await records.put({ ...kept, id: own, state: 'waiting', answer: null })
  }
  await writing.done
  tellOfChange()
}

const week = 7 * 24 * 60 * 60_000

/** What was sent a week ago need not stay on the phone, nor a photo of it that was refused. */
export async function forgetLongSent(): Promise<void> {
  const writing = (await phone()).transaction(['records', 'photos'], 'readwrite')
  for (const kept of await writing.objectStore('records').index('state').getAll('sent')) {
    if (kept.madeAt > Date.now() - week || kept.photo?.state === 'waiting' || kept.order === undefined) continue
    await writing.objectStore('records').delete(kept.order)
    if (kept.photo) await writing.objectStore('photos').delete(kept.photo.id)
  }
  await writing.done
}
