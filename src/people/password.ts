import { argon2, randomBytes, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'

const derive = promisify(argon2)

// The least that OWASP's Password Storage Cheat Sheet asks of Argon2id: 19 MiB, two passes, one lane.
const cost = { memory: 19_456, passes: 2, parallelism: 1, tagLength: 32 }

const shortest = 12
const longest = 200

/** What is wrong with a new password, in words, or null; `known` are texts that an attacker would try first. */
export function passwordFault(password: string, known: readonly string[]): string | null {
  const length = [...password].length
  if (length < shortest) return `Use ${shortest} characters or more; three unlike words are easy to remember`
  if (length > longest) return `Use ${longest} characters or fewer`
  if (new Set(password).size < 5) return 'Use more different characters'
  const plain = password.toLowerCase()
  const guessed = known.some((text) => text.length > 3 && plain.includes(text.toLowerCase()))
  return guessed ? 'Do not use your own name or e-mail address' : null
}

/** A password as it may be kept: Argon2id with a salt of its own, written as a PHC string. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16)
  const hash = await hashWith(salt, password)
  const { memory, passes, parallelism } = cost
  return `$argon2id$v=19$m=${memory},t=${passes},p=${parallelism}$${base64(salt)}$${base64(hash)}`
}

/** Whether a password is the one kept; takes as long where none is kept, so that nobody learns who has an account. */
export async function isPassword(password: string, kept: string | null): Promise<boolean> {
  const known = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([\w+/]+)\$([\w+/]+)$/.exec(kept ?? '')
  if (!known) return hashWith(Buffer.alloc(16), password).then(() => false)
  const [memory = 0, passes = 0, parallelism = 0] = known.slice(1, 4).map(Number)
  const hash = Buffer.from(known[5] ?? '', 'base64')
  const given = await hashWith(Buffer.from(known[4] ?? '', 'base64'), password, {
    memory,
    passes,
    parallelism,
    tagLength: hash.length,
  })
  return timingSafeEqual(given, hash)
}

/** One letter may be typed in several ways of Unicode, so all become one before hashing. */
const hashWith = (salt: Buffer, password: string, spent = cost): Promise<Buffer> =>
  derive('argon2id', { message: password.normalize('NFKC'), nonce: salt, ...spent })

const base64 = (bytes: Buffer) => bytes.toString('base64').replaceAll('=', '')
