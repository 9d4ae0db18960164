import { dayAt, inWords } from '#platform/day.ts'
import type { Freeze } from '#contract-year/freeze/freeze.ts'
import type { Edition } from './sealed-pack.ts'

type Told = Pick<Freeze, 'frozenAt' | 'hash'> & {
  readonly teamName: string
  readonly year: number
  readonly timeZone: string
  readonly edition: Edition
  readonly filename: string
  /** Where both numbers are published. */
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
  node verify-pack.mjs ${filename} ${edition === 'whole' ? hash : '<the SHA-256 of verify.json>'}

${edition === 'whole' ? bySeal : byList}
  ${address}
Take the number from there, and verify-pack.mjs too, rather than from this pack.
`
}

const bySeal = `The number is the seal: the SHA-256 of what was frozen. It stands in the panel's letter, and is published at`

const byList = `That number stands for every file in this pack as it is offered now. It is published, beside the seal of what was
frozen, which only a whole pack can be held against, at`

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
