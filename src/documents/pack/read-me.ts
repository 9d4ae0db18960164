import { dayAt, inWords } from '#platform/day.ts'
import type { Freeze } from '#contract-year/freeze/freeze.ts'
import type { Edition } from './sealed-pack.ts'

type Told = Pick<Freeze, 'frozenAt' | 'hash'> & {
  readonly teamName: string
  readonly year: number
  readonly timeZone: string
  readonly edition: Edition
  readonly filename: string
  /** Where the seal is published. */
  readonly address: string
}

/** What whoever opens the pack reads first: what is in it, and the one command that checks it. */
export function readMe({ teamName, year, frozenAt, timeZone, hash, edition, filename, address }: Told): string {
  const rows = edition === 'whole' ? [...contents, ...deep] : contents
  const width = Math.max(...rows.map(([name]) => name.length)) + 2
  return `${teamName}: the contract of ${year}, frozen on ${inWords(dayAt(frozenAt, timeZone))}

What is in it
${rows.map(([name, what]) => `  ${name.padEnd(width)}${what}`).join('\n')}
${edition === 'whole' ? '' : leftOut}
How to check it, with Node 18 or later, no account and nothing else
  node verify-pack.mjs ${filename} ${hash}

The number is the SHA-256 of what was frozen. It is published at
  ${address}
and stands in the panel's letter: take it from there, and verify-pack.mjs too, rather than from this pack.
`
}

const contents = [
  ['contract.pdf, contract.docx, contract.json', 'what the team promised, and how it stood'],
  ['self-evaluation.pdf, self-evaluation.docx', 'what the team said of its year'],
  ['rating-letter.pdf, rating-letter.docx', "the panel's letter, once it was sent"],
  ['verify.json', 'the SHA-256 of each file, of what was frozen, and the seals of the ledger'],
  ['verify-pack.mjs', 'checks all of this'],
] as const

const deep = [
  ['frozen.json', 'all that was frozen, byte for byte'],
  ['evidence.json', "the ledger's entries up to that day, each with its seal"],
] as const

const leftOut = `
What is left out
  frozen.json and evidence.json hold small figures of communities that the law protects, which could point at
  somebody. The force and the commissioner's office have the whole pack; the same command checks it.
`
