import type { Sealed } from './store.ts'

const rsa = { name: 'RSA-OAEP', hash: 'SHA-256' }

/** Seals bytes for the owner of a public key: a key of their own locks them, and the public key locks that. */
export async function seal(publicKey: JsonWebKey, bytes: Uint8Array<ArrayBuffer>): Promise<Sealed> {
  const { subtle } = crypto
  const own = await subtle.generateKey({ name: 'AES-GCM', length: 256 }, true, ['encrypt'])
  const iv = crypto.getRandomValues(new Uint8Array(12))
  const owner = await subtle.importKey('jwk', publicKey, rsa, false, ['encrypt'])
  return {
    key: await subtle.encrypt(rsa, owner, await subtle.exportKey('raw', own)),
    iv,
    bytes: await subtle.encrypt({ name: 'AES-GCM', iv }, own, bytes),
  }
}

/** What was sealed; throws where the key is another's. */
export async function unseal(privateKey: CryptoKey, { key, iv, bytes }: Sealed): Promise<Uint8Array<ArrayBuffer>> {
  const raw = await crypto.subtle.decrypt(rsa, privateKey, key)
  const own = await crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['decrypt'])
  return new Uint8Array(await crypto.subtle.decrypt({ name: 'AES-GCM', iv }, own, bytes))
}

/** A private key that no script can read out again. */
export const privateKeyOf = (key: JsonWebKey): Promise<CryptoKey> =>
  crypto.subtle.importKey('jwk', key, rsa, false, ['decrypt'])

export const sealWords = (publicKey: JsonWebKey, value: unknown): Promise<Sealed> =>
  seal(publicKey, new TextEncoder().encode(JSON.stringify(value)))

export const unsealWords = async (privateKey: CryptoKey, sealed: Sealed): Promise<unknown> =>
  JSON.parse(new TextDecoder().decode(await unseal(privateKey, sealed)))
