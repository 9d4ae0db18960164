import { isContact, lines, tellOfChange, type Recorded } from './queue.ts'
import { sealWords, unsealWords } from './sealed.ts'
import { dayOf } from './guess.ts'
import { phone, surely, type KeptKey, type Sealed } from './store.ts'

/**
 * A contact without what was said in it and without the name, as it stays on the phone once the desk has it; of somebody who
 * was erased (`forget`) not even with whom it was. Null of anything else.
 */
export async function lightened(
  { publicKey, privateKey }: KeptKey,
  sealed: Sealed,
  forget: boolean,
): Promise<Sealed | null> {
  const recorded = privateKey && ((await unsealWords(privateKey, sealed)) as Recorded)
  if (!recorded || !isContact(recorded)) return null
  const { team, fields, whom } = recorded
  const { what = '', how = '', with: given = '' } = fields
  const light: Recorded = forget
    ? { team, fields: { what } }
    : { team, fields: { what, how, with: given }, whom: { label: whom?.label ?? '', name: null } }
  return sealWords(publicKey, light)
}

type Back = { readonly id: string; readonly met: string }

/** Contacts that came back and wait for their person, by relationship and day, as the desk is asked about them. */
export async function contactsThatCameBack(): Promise<readonly Back[]> {
  return (await lines()).own.flatMap(({ kept, recorded }) => {
    if (kept.state !== 'needs you' || !recorded?.whom) return []
    const { madeOn, with: given } = recorded.fields
    return [{ id: kept.id, met: `${String(given)}.${String(madeOn ?? dayOf(new Date(kept.madeAt)))}` }]
  })
}

/** Lets go of the words of contacts with people whom the desk has erased. */
export async function forgetContacts(key: KeptKey, ids: readonly string[]): Promise<void> {
  for (const id of ids) {
    const kept = await (await phone()).getFromIndex('records', 'id', id)
    const sealed = kept && (await lightened(key, kept.sealed, true))
    if (!sealed) continue
    const answer = await sealWords(key.publicKey, { reason: forgotten })
    const writing = (await phone()).transaction('records', 'readwrite', surely)
    const now = await writing.store.index('id').get(id)
    if (now?.state === 'needs you') await writing.store.put({ ...now, sealed, answer })
    await writing.done
    tellOfChange()
  }
}

const forgotten = 'What was held about them was erased since, so this phone has forgotten it too.'
