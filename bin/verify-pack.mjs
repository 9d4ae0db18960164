// Checks the pack of a contract's year: node verify-pack.mjs <pack.zip> [a SHA-256 that was published]
// The SHA-256 is that of verify.json, or of what was frozen (the seal), which only a whole pack can be held against.
// Plain Node 18 or later, no package, no account. Prints what holds; prints the first fault and exits 1 where something does
// not, or where the SHA-256 that was given could not be held against anything.
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { inflateRawSync } from 'node:zlib'

/** No file of a pack comes near this; what claims to be larger is not unpacked. */
const largest = 256 * 1024 * 1024
/** What a public pack may leave out. */
const deep = ['frozen.json', 'evidence.json']
const [file, published] = process.argv.slice(2)
if (file === undefined) {
  console.error('Say which pack: node verify-pack.mjs <pack.zip> [a SHA-256 that was published]')
  process.exit(2)
}
try {
  const { lines, isHeld } = verified(readFileSync(file), published?.trim().toLowerCase())
  for (const line of lines) console.log(line)
  if (published !== undefined && !isHeld) process.exitCode = 1
} catch (fault) {
  console.error(`NOT OK  ${fault.message}`)
  process.exit(1)
}

function verified(zip, given) {
  const files = unzipped(zip)
  const verify = jsonOf(files, 'verify.json', 'frankpledge-pack-1')
  const count = checkFiles(files, verify)
  const held = heldAgainst(files, verify, given)
  const parts = verify.edition === 'public' ? withoutFreeze(files) : withFreeze(files, verify)
  return {
    lines: [`OK  ${count} files, each as verify.json names it, and no other`, ...parts, ...held.lines],
    isHeld: held.isHeld,
  }
}

/** What the SHA-256 that was given says of the pack. In a public pack the seal is but a word in verify.json, which anybody can write. */
function heldAgainst(files, verify, given) {
  const pack = sha256(files.get('verify.json'))
  const seal = verify.freeze?.sha256
  if (!/^[0-9a-f]{64}$/.test(seal ?? '')) fail('verify.json names no SHA-256 of what was frozen')
  if (given === undefined)
    return told(false, [
      'NOT CHECKED  whether this is what was published: give a SHA-256 that was published after the name of the pack.',
      `             verify.json bears      ${pack}`,
      `             what was frozen bears  ${seal}`,
    ])
  if (given === pack)
    return told(true, ['OK  verify.json, which names every file, bears the SHA-256 that you gave:', pack])
  if (given !== seal)
    fail(`the pack is of what bears the SHA-256 ${seal}, and its verify.json bears ${pack}: you gave neither`)
  if (verify.edition === 'whole') return told(true, ['OK  what was frozen bears the SHA-256 that you gave:', seal])
  return told(false, [
    'NOT CHECKED  the SHA-256 that you gave is that of what was frozen, which is left out here: nothing here proves it.',
    '             Give the SHA-256 of verify.json instead, which is published beside it.',
  ])
}

function told(isHeld, lines) {
  return { isHeld, lines }
}

function withFreeze(files, verify) {
  const frozen = checkFreeze(files, verify)
  const chains = checkChains(files, frozen)
  checkContract(files, frozen)
  return [
    `OK  frozen.json is what verify.json says was frozen: contract ${verify.contract}`,
    ...chains.map(({ id, length }) => `OK  ${length} entries of ${id} lead to the seal that was frozen`),
    'OK  contract.json promises what was frozen',
  ]
}

/** What could point at somebody is left out of a public pack; it must not pass for a whole one. */
function withoutFreeze(files) {
  for (const name of deep) if (files.has(name)) fail(`${name} does not belong in a public pack`)
  return [
    'NOT CHECKED  the evidence and what was frozen: a public pack leaves them out where they could point at somebody.',
    '             Who may see the whole pack checks it with this same command.',
  ]
}

/** Every file is named with its length and SHA-256, and every name has its file. */
function checkFiles(files, { edition, files: told }) {
  if (edition !== 'whole' && edition !== 'public') fail('verify.json does not say whether the pack is whole')
  const named = Object.keys(told ?? {})
  for (const name of files.keys())
    if (name !== 'verify.json' && !named.includes(name))
      fail(`${name} is in the pack, but verify.json does not name it`)
  for (const name of named) {
    const bytes = files.get(name)
    if (bytes === undefined) fail(`${name} is named in verify.json, but is not in the pack`)
    if (bytes.length !== told[name].bytes)
      fail(`${name} has ${bytes.length} bytes, and verify.json says ${told[name].bytes}`)
    if (sha256(bytes) !== told[name].sha256)
      fail(`${name} is not the file that verify.json names: its SHA-256 is another`)
  }
  for (const name of edition === 'public' ? ['contract.json'] : [...deep, 'contract.json'])
    if (!named.includes(name)) fail(`${name} is missing`)
  return named.length
}

function checkFreeze(files, verify) {
  const hash = sha256(files.get('frozen.json'))
  if (hash !== verify.freeze?.sha256) fail('frozen.json is not what was frozen: its SHA-256 is not that of the freeze')
  const frozen = jsonOf(files, 'frozen.json', 'frankpledge-freeze-1')
  if (frozen.contract.id !== verify.contract)
    fail(`frozen.json is of ${frozen.contract.id}, and verify.json of ${verify.contract}`)
  if (frozen.frozenAt !== verify.freeze.frozenAt) fail('frozen.json was frozen at another time than verify.json says')
  if (!same(frozen.chains, verify.chains)) fail('verify.json names other chains than were frozen')
  return frozen
}

/** Each entry's seal covers the entry and the seal before it, so the last one covers them all. */
function checkChains(files, { chains }) {
  const told = jsonOf(files, 'evidence.json', 'frankpledge-evidence-1').chains
  if (
    !same(
      told.map(({ id }) => id),
      chains.map(({ id }) => id),
    )
  )
    fail('evidence.json holds other chains than were frozen')
  chains.forEach(({ id, length, head }, n) => {
    const { entries } = told[n]
    if (entries.length !== length)
      fail(`${id} has ${entries.length} entries in evidence.json, and ${length} were frozen`)
    const last = entries.reduce((previous, entry, at) => sealOf(id, entry, at + 1, previous), Buffer.of(0))
    if (last.toString('hex') !== head) fail(`the entries of ${id} do not lead to the seal that was frozen`)
  })
  return chains
}

function sealOf(chain, entry, seq, previous) {
  if (entry.seq !== seq) fail(`entry ${seq} of ${chain} is gone: entry ${entry.seq} stands in its place`)
  const { kind, effect, supersedes, happenedOn, happenedAt, recordedAt, recordedBy } = entry
  const { subjects, quantities, facets, about, source } = entry
  const written = JSON.stringify([
    chain,
    seq,
    kind,
    effect,
    supersedes,
    happenedOn,
    happenedAt,
    recordedAt,
    recordedBy,
    subjects,
    inOrder(quantities),
    inOrder(facets),
    about,
    source,
  ])
  const seal = createHash('sha256').update(previous).update(written).digest()
  if (seal.toString('hex') !== entry.hash) fail(`entry ${seq} of ${chain} is not what was recorded`)
  return seal
}

/** The contract that people read is the one that was frozen. */
function checkContract(files, { contract }) {
  const told = jsonOf(files, 'contract.json')
  for (const part of ['id', 'year', 'completedOn', 'part1', 'commitments', 'goodPractice', 'toolRequests', 'unread'])
    if (!same(told[part], contract[part])) fail(`contract.json and frozen.json differ in “${part}”`)
  if (!same(told.period, contract.span)) fail('contract.json and frozen.json differ in the year')
}

function jsonOf(files, name, format) {
  if (!files.has(name)) fail(`${name} is missing`)
  let value
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(files.get(name)))
  } catch {
    fail(`${name} is not JSON`)
  }
  if (typeof value !== 'object' || value === null) fail(`${name} is not JSON of the form that was agreed`)
  if (format !== undefined && value.format !== format) fail(`${name} is not of the form ${format}`)
  return value
}

/** The files of a ZIP by name. Only what packs use is read: no folders, no secrets, nothing before, between or after. */
function unzipped(zip) {
  const end = zip.length - 22
  if (end < 0 || zip.readUInt32LE(end) !== 0x06054b50) fail('this is no pack: it does not end as a ZIP does')
  const count = zip.readUInt16LE(end + 10)
  const directory = zip.readUInt32LE(end + 16)
  const files = new Map()
  let at = directory
  let next = 0
  for (let n = 0; n < count; n++) {
    if (at + 46 > end || zip.readUInt32LE(at) !== 0x02014b50) fail('the list of files in the ZIP is broken')
    const entry = entryAt(zip, at)
    if (entry.starts !== next) fail(`there is something hidden before ${entry.name}`)
    if (files.has(entry.name)) fail(`${entry.name} is in the pack twice`)
    const { bytes, ends } = contentOf(zip, entry, directory)
    files.set(entry.name, bytes)
    at = entry.ends
    next = ends
  }
  if (next !== directory || at !== end) fail('there is something hidden in the ZIP')
  return files
}

function entryAt(zip, at) {
  const [nameLength, extra, comment] = [zip.readUInt16LE(at + 28), zip.readUInt16LE(at + 30), zip.readUInt16LE(at + 32)]
  return {
    name: zip.toString('utf8', at + 46, at + 46 + nameLength),
    method: zip.readUInt16LE(at + 10),
    packed: zip.readUInt32LE(at + 20),
    size: zip.readUInt32LE(at + 24),
    starts: zip.readUInt32LE(at + 42),
    ends: at + 46 + nameLength + extra + comment,
  }
}

function contentOf(zip, { name, method, packed, size, starts }, directory) {
  if (starts + 30 > directory || zip.readUInt32LE(starts) !== 0x04034b50)
    fail(`${name} does not begin where the ZIP says`)
  const [nameLength, extra] = [zip.readUInt16LE(starts + 26), zip.readUInt16LE(starts + 28)]
  if (zip.toString('utf8', starts + 30, starts + 30 + nameLength) !== name) fail(`${name} has two names in the ZIP`)
  const from = starts + 30 + nameLength + extra
  const held = zip.subarray(from, from + packed)
  if (held.length !== packed || from + packed > directory) fail(`${name} is cut short`)
  if (size > largest) fail(`${name} is too large to be of a pack`)
  return { bytes: unpacked(held, method, size, name), ends: from + packed }
}

function unpacked(held, method, size, name) {
  if (method === 0) return held
  if (method !== 8) fail(`${name} is packed in a way that packs do not use`)
  try {
    return inflateRawSync(held, { maxOutputLength: size + 1 })
  } catch {
    return fail(`${name} cannot be unpacked: it was changed`)
  }
}

/** Keys in one order: databases keep them in an order of their own. */
function inOrder(record) {
  return Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1))
}

function same(one, other) {
  return JSON.stringify(sorted(one)) === JSON.stringify(sorted(other))
}

function sorted(value) {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value ?? null
  return Object.fromEntries(inOrder(value).map(([key, held]) => [key, sorted(held)]))
}

function sha256(bytes) {
  return createHash('sha256').update(bytes).digest('hex')
}

function fail(words) {
  throw new Error(words)
}
