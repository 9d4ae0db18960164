import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import test from 'node:test'
import { readFramework } from '#frameworks/load-framework.ts'
import { kinds } from '#measures/kinds.ts'
import { everySentenceOf } from './examples/sentences-kept.ts'
import { readDocument } from './document.ts'
import { readContract, type ReadContract } from './read-contract.ts'

const folder = process.env.FRANKPLEDGE_DOCUMENTS
const skip = folder === undefined ? 'FRANKPLEDGE_DOCUMENTS names no folder with the documents of real teams' : false

const named = (format: string) => `west-dorset-contract-2019.${format}`
const bytesOf = (format: string) => readFile(join(folder ?? '', named(format)))

async function read(format: string): Promise<ReadContract> {
  const framework = readFramework(
    await readFile(new URL('../../../frameworks/dorset-2019.json', import.meta.url), 'utf8'),
    kinds,
  )
  assert.ok(framework.ok)
  return readContract(await bytesOf(format), named(format), framework.framework.standards)
}

type Row = readonly [words: RegExp, every: string | null, who: RegExp, parties: number | RegExp, standards: string]

/** Each recurrence that the contract states: words to find it by, its interval, doer, other side and standards. */
const recurrences: Readonly<Record<string, Row>> = {
  R01: [/completed annually/, 'FREQ=YEARLY', /Sergeants and Inspector/, /SMT.*OPCC.*boards/, 'D-1'],
  R02: [/town clerks every/, 'FREQ=MONTHLY;INTERVAL=6', /NPT/, /clerks/, 'D-3 D-8'],
  R03: [/regular NPT team meetings/, null, /NPT/, /staff/, 'D-1'],
  R04: [/foot-fall/, null, /NPT/, /^$/, 'D-2'],
  R05: [/Scrutiny Panel/, 'FREQ=YEARLY', /NPT/, /harder-to-reach/, 'D-2 D-3'],
  R06: [/content is reviewed/, null, /Engagement Officers.*Sergeants/, /^$/, 'D-4 D-10'],
  R07: [/Niche/, null, /NEO/, /./, 'D-2 D-10'],
  R08: [/welfare checks/, null, /supervision/, /staff/, 'null'],
  R09: [/daily basis/, 'FREQ=DAILY', /NPT/, /community/, 'D-2'],
  R10: [/occasion per month/, 'FREQ=MONTHLY', /NPT/, /^$/, 'D-2'],
  R11: [/hotspots/, null, /NPT/, /^$/, 'D-2'],
  R12: [/^Rural crime engagement/, null, /NPT/, /^$/, 'D-2'],
  R13: [/RCT will attend/, null, /Rural Crime Team/, /farming/, 'D-2'],
  R14: [/strand within each/, null, /NPT/, /./, 'D-2 D-5'],
  R15: [/hard to reach and diverse/, null, /NPT/, 7, 'D-2 D-3'],
  R16: [/utilised to good effect/, null, /Volunteers and Special/, /^$/, 'D-2 D-10'],
  R17: [/^Maintain and develop/, null, /NPT/, /Key Individual/, 'D-3 D-6'],
  R18: [/collaboration with councils/, null, /NPT/, 4, 'D-3'],
  R19: [/PCG/, 'FREQ=MONTHLY', /NPT/, /Partnership Coordination/, 'D-3'],
  R20: [/dedicated point of contact/, null, /NPT/, 5, 'D-3'],
  R21: [/^We attend meetings for/, 'FREQ=MONTHLY', /NPT/, /Pub watch/, 'D-3'],
  R22: [/neighbouring police forces in/, 'FREQ=WEEKLY;INTERVAL=6', /NPT/, /^Avon & Somerset, Devon & Cornwall$/, 'D-3'],
  R23: [/^Regular Social Media posts/, null, /NPT/, /./, 'D-4 D-5'],
  R24: [/explore all media/, null, /NPT/, /community/, 'D-4'],
  R25: [/updated quarterly/, 'FREQ=MONTHLY;INTERVAL=3', /NPT/, /^$/, 'D-5 D-7'],
  R26: [/^Regular updates/, null, /NPT/, /./, 'D-5 D-6'],
  R27: [/whilst out on patrol/, null, /NPT/, /community/, 'D-5'],
  R28: [/local media channels/, null, /NPT/, /media/, 'D-5'],
  R29: [/mobile technology/, null, /volunteers/, /^$/, 'D-5 D-10'],
  R30: [/^To review and maintain/, null, /NPT/, /KIN/, 'D-6'],
  R31: [/Victim First/, null, /NPT/, /^$/, 'D-6'],
  R32: [/timely manner as/, null, /NPT/, /community/, 'D-6'],
  R33: [/pages are current/, null, /NPT/, /^$/, 'D-7'],
  R34: [/keep these pages/, null, /police volunteer/, /^$/, 'D-7 D-10'],
  R35: [/council clerks at/, 'FREQ=MONTHLY;INTERVAL=6', /Neighbourhood Inspector/, 4, 'D-8'],
  R36: [/newsletter is circulated/, 'FREQ=MONTHLY;INTERVAL=3', /Inspector.*volunteer/, /councillors, partners/, 'D-8'],
  R37: [/attendance annually/, 'FREQ=YEARLY', /Inspector or Sergeant/, /Councillors, councils/, 'D-8'],
  R38: [/monthly town council/, 'FREQ=MONTHLY', /NPT/, /^Sherborne Town Council$/, 'D-8'],
  R39: [/weekly basis/, 'FREQ=WEEKLY', /NPT/, /council clerk, town surveyor/, 'D-8'],
  R40: [/patrol observer/, null, /NPT/, /councillors/, 'D-8'],
  R41: [/^Every quarter/, 'FREQ=MONTHLY;INTERVAL=3', /Neighbourhood Sergeants/, /NEO/, 'D-9 D-10'],
  R42: [/^Attendance at quarterly/, 'FREQ=MONTHLY;INTERVAL=3', /NPT/, /Safer Schools.*NEO/, 'D-9'],
  R43: [/younger community/, null, /NPT and Safer Schools/, /younger/, 'D-9'],
  R44: [/^Meet regularly/, null, /NPT/, /Engagement Officer/, 'D-10'],
  R45: [/response to incidents/, null, /NPT/, /./, 'D-9 D-10'],
  R56: [/hi visibility foot patrols/, null, /NPT/, /community/, 'D-2'],
  R57: [/shared learning/, null, /NPT/, /NPTs/, 'D-10'],
  R58: [/^We will work with our partners and keep/, null, /NPT/, /partners/, 'D-3 D-5'],
}

test(
  'each recurrence of the West Dorset contract is found with its interval, doer and other side',
  { skip },
  async () => {
    const { commitments } = await read('docx')
    for (const [id, [words, every, who, parties, standards]] of Object.entries(recurrences)) {
      const [found, ...others] = commitments.filter((each) => words.test(each.text))
      assert.ok(found, `${id} is not found`)
      assert.deepEqual(others, [], `${id} is found more than once`)
      assert.equal(found.every, every, id)
      assert.match(found.who, who, id)
      if (typeof parties === 'number') assert.equal(found.with.length, parties, id)
      else assert.match(found.with.join(', '), parties, id)
      assert.ok(standards.split(' ').includes(String(found.standard)), `${id} is put under ${found.standard}`)
    }
  },
)

test('the two figures of the West Dorset contract are read with where the team stood', { skip }, async () => {
  const { commitments } = await read('odt')
  assert.deepEqual(
    commitments.flatMap(({ target }) => target ?? []),
    [
      { value: 10, unit: '%', baseline: 7462, by: '2019-12-31' },
      { value: 8200, unit: 'likes', baseline: 7462, by: '2019-12-31' },
    ],
  )
})

test('the four formats of the West Dorset contract read the same, and nothing of it is lost', { skip }, async () => {
  const [first, ...others] = await Promise.all(['docx', 'odt', 'pdf', 'txt'].map(read))
  assert.ok(first)
  for (const other of others) assert.deepEqual(other, first)
  assert.deepEqual(everySentenceOf(await readDocument(await bytesOf('txt'), named('txt')), first), [])
})
