import { openDB, type DBSchema, type IDBPDatabase } from 'idb'

/** Bytes that only the owner of a private key can read. */
export type Sealed = { readonly key: ArrayBuffer; readonly iv: Uint8Array<ArrayBuffer>; readonly bytes: ArrayBuffer }

export type State = 'waiting' | 'sent' | 'needs you'

/** A record on this phone: what it says is sealed, and only what the queue itself must know is readable. */
export type Kept = {
  /** Given by the phone's database: records are sent in this order. */
  readonly order?: number
  readonly id: string
  readonly owner: string
  readonly state: State
  readonly madeAt: number
  readonly sealed: Sealed
  /** What the server said of it, sealed too, since it may repeat what was recorded. */
  readonly answer: Sealed | null
  readonly photo: { readonly id: string; readonly state: State } | null
}

export type KeptPhoto = { readonly id: string; readonly engagement: string; readonly sealed: Sealed }

/** Whose keys this phone holds; the private one is there only while its person is signed in, and leaves the phone never. */
export type KeptKey = {
  readonly person: string
  readonly publicKey: JsonWebKey
  readonly privateKey: CryptoKey | null
  /** Between these moments of the phone's own clock. */
  readonly since: number
  readonly until: number
}

interface Phone extends DBSchema {
  records: { key: number; value: Kept; indexes: { id: string; state: State } }
  photos: { key: string; value: KeptPhoto }
  keys: { key: string; value: KeptKey }
  settings: { key: string; value: unknown }
}

let opened: Promise<IDBPDatabase<Phone>> | undefined

/** The phone's own database. A later version may add to it; it must never drop what an earlier one kept. */
export function phone(): Promise<IDBPDatabase<Phone>> {
  opened ??= openDB<Phone>('frankpledge-field', 1, {
    upgrade(database, from) {
      if (from >= 1) return
      const records = database.createObjectStore('records', { keyPath: 'order', autoIncrement: true })
      records.createIndex('id', 'id', { unique: true })
      records.createIndex('state', 'state')
      database.createObjectStore('photos', { keyPath: 'id' })
      database.createObjectStore('keys', { keyPath: 'person' })
      database.createObjectStore('settings')
    },
    blocking: (_from, _to, event) => (event.target as IDBDatabase).close(),
    terminated: () => (opened = undefined),
  })
  return opened
}

/** Written through to the disk before it counts as written: a battery may be flat the next moment. */
export const surely = { durability: 'strict' } as const

/** One of the phone's settings, or undefined where it was never kept. */
export const setting = async (name: string): Promise<unknown> => (await phone()).get('settings', name)

export async function keepSetting(name: string, value: unknown): Promise<void> {
  await (await phone()).put('settings', value, name)
}
