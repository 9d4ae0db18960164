import { createHash } from 'node:crypto'
import { strToU8, zipSync } from 'fflate'
import type { Freeze } from '#contract-year/freeze/freeze.ts'
import { settledTime } from '../settled-word.ts'

export type PackFiles = Readonly<Record<string, string | Uint8Array>>

/** A *whole* pack holds all that was frozen; a *public* one leaves out what could point at somebody. */
export type Edition = 'whole' | 'public'

type Frozen = Pick<Freeze, 'contractId' | 'frozenAt' | 'hash' | 'content'>

/** A pack as one ZIP, and the SHA-256 of its `verify.json`, which stands for each of its files. */
export type SealedPack = { readonly zip: Buffer; readonly sha256: string }

/**
 * The pack of a year: its files and `verify.json`, which names each of them with its SHA-256, the seal of the freeze and the
 * heads of its chains. The same files always make the same bytes.
 */
export function sealedPack(frozen: Frozen, edition: Edition, files: PackFiles): SealedPack {
  const { contractId: contract, frozenAt, hash, content } = frozen
  const bytes = Object.entries(files)
    .map(([name, held]) => [name, typeof held === 'string' ? strToU8(held) : held] as const)
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
  const verify = {
    format: 'frankpledge-pack-1',
    edition,
    contract,
    freeze: { frozenAt: frozenAt.toISOString(), sha256: hash },
    chains: content.chains,
    files: Object.fromEntries(bytes.map(([name, held]) => [name, { bytes: held.length, sha256: sha256(held) }])),
  }
  const sealed = strToU8(`${JSON.stringify(verify, null, 2)}\n`)
  const zip = Buffer.from(zipSync({ ...Object.fromEntries(bytes), 'verify.json': sealed }, { mtime: settledTime }))
  return { zip, sha256: sha256(sealed) }
}

const sha256 = (held: Uint8Array): string => createHash('sha256').update(held).digest('hex')
