import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import test, { type TestContext } from 'node:test'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { sealOf, type Sealed } from '#ledger/hash.ts'
import { deskOf } from '../../../test/support/desk.ts'
import { engagementHeld, frozenYear } from '../../../test/support/frozen-year.ts'
import { documentRoutes } from '../documents.routes.ts'

type Files = Record<string, Uint8Array>
const verifier = join(import.meta.dirname, '../../../bin/verify-pack.mjs')
const address = '/dorset/west/contract/2019/pack.zip'

/** What an outsider who has nothing but the pack and the program is told. */
function checked(t: TestContext, zip: Uint8Array, ...more: readonly string[]) {
  const folder = mkdtempSync(join(tmpdir(), 'pack-'))
  t.after(() => rmSync(folder, { recursive: true }))
  writeFileSync(join(folder, 'west-2019.zip'), zip)
  const { status, stdout, stderr } = spawnSync(process.execPath, [verifier, 'west-2019.zip', ...more], {
    cwd: folder,
    encoding: 'utf8',
  })
  return { status, said: stdout + stderr }
}

async function packOfWest(t: TestContext) {
  const { server } = await deskOf(t, documentRoutes, await frozenYear(t))
  const { statusCode, rawPayload } = await server.inject(address)
  assert.equal(statusCode, 200)
  return rawPayload
}

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
const json = (bytes: Uint8Array | undefined) => JSON.parse(strFromU8(bytes ?? new Uint8Array()))

/** A pack whose forger took care that verify.json fits the files. */
function forged(files: Files, changed: Files): Uint8Array {
  const verify = json(files['verify.json'])
  for (const [name, bytes] of Object.entries(changed))
    verify.files[name] = { bytes: bytes.length, sha256: sha256(bytes) }
  return zipSync({ ...files, ...changed, 'verify.json': strToU8(JSON.stringify(verify)) })
}

test('an outsider checks a year’s pack with one command, and is told the seal to compare', async (t) => {
  const zip = await packOfWest(t)
  const { freeze } = json(unzipSync(zip)['verify.json'])
  const { status, said } = checked(t, zip, freeze.sha256)
  assert.equal(status, 0, said)
  assert.equal(
    said,
    `OK  9 files, each as verify.json names it, and no other
OK  frozen.json is what verify.json says was frozen: contract dorset/west/2019
OK  5 entries of dorset/west lead to the seal that was frozen
OK  contract.json promises what was frozen
OK  what was frozen bears the SHA-256 that you gave:
${freeze.sha256}
`,
  )
  const pack = sha256(unzipSync(zip)['verify.json'] ?? new Uint8Array())
  const byPack = checked(t, zip, ` ${pack.toUpperCase()}`)
  assert.deepEqual(
    [byPack.status, byPack.said.split('\n').slice(-3, -1)],
    [0, ['OK  verify.json, which names every file, bears the SHA-256 that you gave:', pack]],
  )
  const bare = checked(t, zip)
  assert.equal(bare.status, 0)
  assert.match(bare.said, new RegExp(`NOT CHECKED {2}whether this is what was[^]*${pack}[^]*${freeze.sha256}\n$`))
  const other = checked(t, zip, '0'.repeat(64))
  assert.deepEqual([other.status, /you gave neither/.test(other.said)], [1, true])
})

test('one byte changed in any file of a pack is found, and the file named', async (t) => {
  const files = unzipSync(await packOfWest(t))
  assert.ok(Object.keys(files).length >= 10)
  for (const [name, bytes] of Object.entries(files)) {
    const changed = Uint8Array.from(bytes)
    const middle = Math.floor(bytes.length / 2)
    changed[middle] = (changed[middle] ?? 0) ^ 1
    const { status, said } = checked(t, zipSync({ ...files, [name]: changed }))
    assert.equal(status, 1, name)
    if (name !== 'verify.json') assert.match(said, new RegExp(`^NOT OK  ${name} is not the file`), name)
  }
})

test('a file too many, too few, twice or hidden in a pack is found', async (t) => {
  const zip = await packOfWest(t)
  const files = unzipSync(zip)
  const { 'contract.pdf': _, ...fewer } = files
  assert.match(checked(t, zipSync(fewer)).said, /contract\.pdf is named in verify\.json, but is not in the pack/)
  assert.match(checked(t, zipSync({ ...files, 'a.txt': strToU8('a') })).said, /a\.txt is in the pack, but verify\.json/)
  const { 'verify.json': __, ...unnamed } = files
  assert.match(checked(t, zipSync(unnamed)).said, /verify\.json is missing/)
  assert.match(checked(t, Buffer.concat([Buffer.from('hidden'), zip])).said, /NOT OK/)
  assert.match(checked(t, Buffer.concat([zip, Buffer.from('hidden')])).said, /does not end as a ZIP does/)
  assert.match(checked(t, zip.subarray(0, zip.length - 30)).said, /NOT OK/)
})

test('evidence that was changed, swapped, cut or written anew leads to another seal, whatever verify.json says', async (t) => {
  const files = unzipSync(await packOfWest(t))
  const broken = (change: (entries: (Sealed & { hash: string })[]) => void) => {
    const evidence = json(files['evidence.json'])
    change(evidence.chains[0].entries)
    const { status, said } = checked(t, forged(files, { 'evidence.json': strToU8(JSON.stringify(evidence)) }))
    assert.equal(status, 1)
    return said
  }
  const quantities = { reached: 13 }
  assert.match(
    broken((all) => Object.assign(all[1] ?? {}, { quantities })),
    /entry 2 of dorset\/west is not what/,
  )
  assert.match(
    broken((all) => all.splice(0, 2, ...all.slice(0, 2).toReversed())),
    /entry 1 of dorset\/west is gone/,
  )
  assert.match(
    broken((all) => all.pop()),
    /has 4 entries in evidence\.json, and 5 were frozen/,
  )
  const anew = broken((all) => {
    let previous: Uint8Array = Uint8Array.of(0)
    Object.assign(all[0] ?? {}, { quantities })
    for (const entry of all) {
      const row = {
        ...entry,
        chain: 'dorset/west',
        happenedAt: null,
        recordedAt: new Date(String(entry['recordedAt'])),
      }
      previous = sealOf(row, previous)
      entry.hash = Buffer.from(previous).toString('hex')
    }
  })
  assert.match(anew, /the entries of dorset\/west do not lead to the seal that was frozen/)
})

test('what was frozen, the contract and verify.json itself cannot be put otherwise', async (t) => {
  const files = unzipSync(await packOfWest(t))
  const verify = json(files['verify.json'])
  const frozen = strFromU8(files['frozen.json'] ?? new Uint8Array())
  const other = strToU8(frozen.replace('An advertised event', 'A splendid event'))
  assert.match(checked(t, forged(files, { 'frozen.json': other })).said, /its SHA-256 is not that of the freeze/)
  const contract = { ...json(files['contract.json']), commitments: [] }
  const told = forged(files, { 'contract.json': strToU8(JSON.stringify(contract)) })
  assert.match(checked(t, told).said, /contract\.json and frozen\.json differ in “commitments”/)
  const edited = (change: object) =>
    checked(t, zipSync({ ...files, 'verify.json': strToU8(JSON.stringify({ ...verify, ...change })) })).said
  assert.match(
    edited({ freeze: { ...verify.freeze, sha256: '0'.repeat(64) } }),
    /its SHA-256 is not that of the freeze/,
  )
  assert.match(edited({ contract: 'dorset/east/2019' }), /frozen\.json is of dorset\/west\/2019/)
  assert.match(edited({ chains: [] }), /verify\.json names other chains than were frozen/)
  assert.match(edited({ edition: 'public' }), /frozen\.json does not belong in a public pack/)
  assert.match(edited({ edition: 'half' }), /does not say whether the pack is whole/)
  // Whoever forges all of it anew is found by the seal that was published.
  const all = zipSync(forgedOf(files, verify, other))
  assert.match(checked(t, all, verify.freeze.sha256).said, /NOT OK {2}the pack is of what bears/)
})

function forgedOf(files: Files, verify: { freeze: object; files: object }, frozen: Uint8Array): Files {
  const sha = sha256(frozen)
  const named = { ...verify.files, 'frozen.json': { bytes: frozen.length, sha256: sha } }
  const told = { ...verify, freeze: { ...verify.freeze, sha256: sha }, files: named }
  return { ...files, 'frozen.json': frozen, 'verify.json': strToU8(JSON.stringify(told)) }
}

test('a public pack leaves out what could point at somebody; whoever may see the year has it whole', async (t) => {
  const few = engagementHeld('2020-02-02', 3, ['LGBT'])
  const { server, as } = await deskOf(t, documentRoutes, await frozenYear(t, [few]))
  const zip = (await server.inject(address)).rawPayload
  const files = unzipSync(zip)
  const names = Object.keys(files)
  assert.deepEqual([names.includes('frozen.json'), names.includes('evidence.json')], [false, false])
  const { status, said } = checked(t, zip)
  assert.equal(status, 0)
  assert.match(said, /OK {2}7 files[^]*NOT CHECKED {2}the evidence and what was frozen/)
  assert.match(strFromU8(files['README.txt'] ?? new Uint8Array()), /What is left out/)
  const desk = '/desk/dorset/west/contract/2019/pack.zip'
  const { status: whole } = await (await as('opcc', null)).look(desk)
  const { status: refused } = await (await as('pcso', 'dorset/west')).look(desk)
  assert.deepEqual([whole, refused, (await server.inject(desk)).statusCode], [200, 403, 303])
})

test('a forged public pack with verify.json corrected is found: the seal that it repeats proves nothing there', async (t) => {
  const { server } = await deskOf(t, documentRoutes, await frozenYear(t, [engagementHeld('2020-02-02', 3, ['LGBT'])]))
  const zip = (await server.inject(address)).rawPayload
  const files = unzipSync(zip)
  const verify = files['verify.json'] ?? new Uint8Array()
  const [pack, seal] = [sha256(verify), json(verify).freeze.sha256]
  assert.equal(checked(t, zip, pack).status, 0)
  const contract = { ...json(files['contract.json']), commitments: [] }
  const other = forged(files, { 'contract.json': strToU8(JSON.stringify(contract)) })
  const byPack = checked(t, other, pack)
  assert.equal(byPack.status, 1)
  assert.match(
    byPack.said,
    /^NOT OK {2}the pack is of what bears the SHA-256 \w+, and its verify\.json bears \w+: you gave neither\n$/,
  )
  for (const either of [zip, other]) {
    const bySeal = checked(t, either, seal)
    assert.equal(bySeal.status, 1, 'what could not be held against anything is no success')
    assert.match(
      bySeal.said,
      /NOT CHECKED {2}the SHA-256 that you gave is that of what was frozen, which is left out here/,
    )
    assert.doesNotMatch(bySeal.said, /OK {2}what was frozen/)
  }
  // Nor does a whole pack pass that was cut down to a public one.
  const cut = unzipSync(zip)
  assert.match(checked(t, forged(cut, { 'contract.pdf': strToU8('x') }), seal).said, /NOT CHECKED/)
})

test('the same year packed twice has the same bytes, and holds nobody’s name', async (t) => {
  const db = await frozenYear(t)
  const { server, as } = await deskOf(t, documentRoutes, db)
  await as('opcc')
  const one = (await server.inject(address)).rawPayload
  server.pageCache.forget('')
  const other = (await server.inject(`${address}?as-at=2020-01-01`)).rawPayload
  assert.equal(sha256(one), sha256(other))
  const people = await db<{ name: string }[]>`select name from person`
  const text = Object.values(unzipSync(one))
    .map((bytes) => Buffer.from(bytes).toString('latin1'))
    .join('\n')
  for (const { name } of people) assert.equal(text.includes(name), false, name)
})
