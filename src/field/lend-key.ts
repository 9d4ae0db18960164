import { webcrypto } from 'node:crypto'
import { audit } from '#platform/audit.ts'
import { transaction, type Database } from '#platform/database/database.ts'
import { findFieldKey, insertFieldKey, type FieldKey } from './field.sql.ts'

/**
 * The pair of keys that seals what waits on a person's phones, made on first asking: what is sealed with the public key can
 * be read only after its person signed in again.
 */
export async function lendKey(db: Database, personId: string, now: Date): Promise<FieldKey> {
  const known = await findFieldKey(db, personId)
  if (known) return known
  const made = await makeKey()
  await transaction(db, async (sql) => {
    if (await insertFieldKey(sql, personId, made, now))
      await audit(sql, { at: now, personId, verb: 'make field key', about: `person:${personId}` })
  })
  return (await findFieldKey(db, personId)) ?? made
}

async function makeKey(): Promise<FieldKey> {
  const { subtle } = webcrypto
  const algorithm = {
    name: 'RSA-OAEP',
    modulusLength: 2048,
    publicExponent: new Uint8Array([1, 0, 1]),
    hash: 'SHA-256',
  }
  const { publicKey, privateKey } = await subtle.generateKey(algorithm, true, ['encrypt', 'decrypt'])
  return { publicKey: await subtle.exportKey('jwk', publicKey), privateKey: await subtle.exportKey('jwk', privateKey) }
}
