import { unsealWords, sealWords } from './sealed.ts'
import { lightened } from './lighten.ts'
import { tellOfChange, type Recorded, type Said } from './queue.ts'
import { sendPhotos } from './send-photos.ts'
import { askWhoIsSignedIn, keysOfPerson, type Person } from './signed-in.ts'
import { phone, surely, type Kept, type KeptKey } from './store.ts'

/** How a round of sending ended. */
export type Sent = 'all sent' | 'no signal' | 'signed out' | 'somebody else sends'

type Answer = {
  readonly id: string
  readonly state: 'kept' | 'kept before' | 'refused' | 'try again'
  /** What was held about whom it tells of was erased: its words leave the phone too. */
  readonly forget?: true
} & Partial<Said>
type Owner = { readonly person: Person; readonly key: KeptKey }

/** Sends all that waits, oldest first; one tab or worker at a time, so that no two send the same. */
export const sendQueue = (): Promise<Sent> =>
  navigator.locks.request('frankpledge-field sends', { ifAvailable: true }, async (lock) =>
    lock === null ? 'somebody else sends' : sendAll(),
  )

async function sendAll(): Promise<Sent> {
  const asked = await askWhoIsSignedIn()
  if (asked.is !== 'signed in') return asked.is
  const owner = await keysOfPerson()
  if (owner === null || owner.key.privateKey === null) return 'signed out'
  const tried = new Set<string>()
  for (let most = mostAtOnce; ;) {
    const batch = (await waitingOf(owner.person.id)).filter(({ id }) => !tried.has(id)).slice(0, most)
    if (batch.length === 0) return sendPhotos(owner.person.id, owner.key.privateKey)
    const outcome = await sendBatch(owner, owner.key.privateKey, batch)
    if (outcome === 'too much' && batch.length > 1) most = 1
    else if (outcome === 'too much') await noteAnswers(owner, batch.map(unreadable))
    else if (typeof outcome === 'string') return outcome
    else await noteAnswers(owner, outcome)
    if (typeof outcome !== 'string' || batch.length === 1) for (const { id } of batch) tried.add(id)
  }
}

const mostAtOnce = 25

async function waitingOf(person: string): Promise<Kept[]> {
  const waiting = await (await phone()).getAllFromIndex('records', 'state', 'waiting')
  return waiting.filter(({ owner }) => owner === person).sort((one, other) => (one.order ?? 0) - (other.order ?? 0))
}

async function sendBatch(
  { person }: Owner,
  privateKey: CryptoKey,
  batch: readonly Kept[],
): Promise<readonly Answer[] | Exclude<Sent, 'all sent'> | 'too much'> {
  const openings = await Promise.allSettled(batch.map((kept) => opened(privateKey, kept)))
  const records = openings.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []))
  if (records.length === 0) return []
  const body = JSON.stringify({ person: person.id, phoneClock: Date.now(), records })
  const headers = { 'content-type': 'application/json' }
  const answer = await fetch('/api/field/records', { method: 'POST', headers, body }).catch(() => null)
  if (answer === null || answer.status >= 500 || answer.status === 429) return 'no signal'
  // 409: somebody else signed in on this phone since we asked.
  if ([401, 403, 409].includes(answer.status)) return 'signed out'
  if (!answer.ok) return 'too much'
  const told: { records: Answer[] } | null = await answer.json().catch(() => null)
  return told?.records ?? 'no signal'
}

async function opened(privateKey: CryptoKey, { id, madeAt, sealed }: Kept) {
  const { team, fields } = (await unsealWords(privateKey, sealed)) as Recorded
  return { id, madeAt, team, fields }
}

const unreadable = ({ id }: Kept): Answer => ({
  id,
  state: 'refused',
  reason: 'The desk could not take this record. Shorten it, then send it again.',
})

/** What came back is noted in one go; a record that was dropped or sent meanwhile is left as it is. */
async function noteAnswers(owner: Owner, answers: readonly Answer[]): Promise<void> {
  const noted = await Promise.all(answers.map(async (one) => ({ id: one.id, ...(await notedAs(owner.key, one)) })))
  const writing = (await phone()).transaction('records', 'readwrite', surely)
  for (const { id, ...becomes } of noted) {
    const kept = await writing.store.index('id').get(id)
    if (kept?.state === 'waiting' && becomes.state !== 'waiting') await writing.store.put({ ...kept, ...becomes })
  }
  await writing.done
  tellOfChange('sent')
}

async function notedAs(key: KeptKey, { id, state, reason, fields, shown, forget }: Answer) {
  if (state === 'try again') return { state: 'waiting', answer: null } as const
  const kept = reason === undefined || forget ? await (await phone()).getFromIndex('records', 'id', id) : undefined
  const light = kept && (await lightened(key, kept.sealed, forget === true))
  const sealed = light ? { sealed: light } : {}
  if (reason === undefined) return { state: 'sent', answer: null, ...sealed } as const
  const said = { reason, ...(fields ? { fields } : {}), ...(shown ? { shown } : {}) }
  return { state: 'needs you', answer: await sealWords(key.publicKey, said), ...sealed } as const
}
