import { tellOfChange } from './queue.ts'
import { unseal } from './sealed.ts'
import { phone, surely, type Kept, type State } from './store.ts'

/** Sends photos whose engagement is kept; one that fails waits for the next round. */
export async function sendPhotos(
  person: string,
  privateKey: CryptoKey,
): Promise<'all sent' | 'no signal' | 'signed out'> {
  const sent = await (await phone()).getAllFromIndex('records', 'state', 'sent')
  for (const kept of sent.filter(({ owner, photo }) => owner === person && photo?.state === 'waiting')) {
    const status = await sendPhoto(kept, privateKey)
    if (status === 401) return 'signed out'
    if (status === null || status >= 500 || status === 429) return 'no signal'
    await note(kept, status < 300 ? 'sent' : 'needs you')
  }
  return 'all sent'
}

async function sendPhoto({ photo }: Kept, privateKey: CryptoKey): Promise<number | null> {
  const kept = photo && (await (await phone()).get('photos', photo.id))
  if (!kept) return 200
  const form = new FormData()
  form.set('id', kept.id)
  form.set('consent', 'yes')
  form.set('photo', new Blob([await unseal(privateKey, kept.sealed)], { type: 'image/jpeg' }), 'photo.jpg')
  const answer = await fetch(`/field/photos/${kept.engagement}`, { method: 'POST', body: form }).catch(() => null)
  return answer?.status ?? null
}

/** A photo that was sent leaves the phone; one that was refused stays until its person lets it go. */
async function note({ order, photo }: Kept, state: State): Promise<void> {
  if (order === undefined || photo === null) return
  const writing = (await phone()).transaction(['records', 'photos'], 'readwrite', surely)
  const kept = await writing.objectStore('records').get(order)
  if (kept) await writing.objectStore('records').put({ ...kept, photo: { id: photo.id, state } })
  if (state === 'sent') await writing.objectStore('photos').delete(photo.id)
  await writing.done
  tellOfChange()
}
