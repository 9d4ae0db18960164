import assert from 'node:assert/strict'
import test from 'node:test'
import { explain, explainIn } from '#measures/explain.ts'
import { day } from '#platform/day.ts'
import { sayIn } from '#platform/language/say.ts'
import { measure, stands, subject, type Case, type Told } from '../../test/support/question.ts'
import { testDatabase } from '../../test/support/database.ts'
import { recordedAt, smallForce } from '../../test/support/force.ts'
import { standingsToday } from './keep-standings.ts'
import type { Standing } from './standing.ts'
import { keptStandings } from './standings.sql.ts'

const welsh = sayIn('cy')
const clerks = ['Bridport', 'Lyme Regis'].map((town) => subject(town, 'council clerk'))
const met = (clerk: string, on: string): Told => ({ kind: 'contact made', on, subjects: [clerk] })
const surgery = (on: string, reached?: number): Told => ({
  on,
  facets: { method: 'surgery', advertised: true },
  quantities: reached === undefined ? {} : { reached },
})

const ofSurgeries = { kind: 'engagement held', where: { method: 'surgery' } }
const evidence = [surgery('2019-08-10', 12), surgery('2019-09-14'), met('Bridport', '2019-09-01')]
const asAt = '2019-10-20'

/** Each measure with what it says in Welsh of the same evidence. */
const told: readonly (readonly [measure: object, reason: string])[] = [
  [
    { measure: 'count', of: ofSurgeries, per: 'month', target: { atLeast: 1 } },
    'Dim ymgysylltiadau (cymhorthfa) wedi’u cofnodi hyd yma yn ystod Hydref 2019; addawyd o leiaf 1.',
  ],
  [
    { measure: 'sum', of: ofSurgeries, quantity: 'reached', per: 'contract year', undecided: 'how many <to> reach' },
    '12 o bobl mewn 1 ymgysylltiad (cymhorthfa) hyd yma ym mlwyddyn y contract; mae 1 ymgysylltiad heb ffigur wedi’i adael allan, heb ei gyfrif yn sero. Ni ellir barnu a gafodd ei gadw nes bod rhywun yn penderfynu \u2068how many <to> reach\u2069.',
  ],
  [
    { measure: 'cadence', of: { kind: 'engagement held', where: { advertised: true } }, every: 'FREQ=MONTHLY' },
    'Addawyd bob mis: cadwyd mewn 2 o 2 (misoedd). I’w wneud nesaf erbyn 31 Hydref 2019.',
  ],
  [
    { measure: 'cadence', of: { kind: 'contact made' }, expected: { subject: 'council clerk' }, every: 'P1M' },
    '0 o 2 ar amser (0%); ar ei hôl hi: \u2068Bridport\u2069 a \u2068Lyme Regis\u2069.',
  ],
  [
    {
      measure: 'coverage',
      of: { kind: 'contact made' },
      expected: { subject: 'council clerk' },
      per: 'contract year',
      target: { atLeast: 100 },
    },
    '1 o 2 – clercod cyngor (50%) hyd yma ym mlwyddyn y contract; eto i ddod: \u2068Lyme Regis\u2069.',
  ],
  [
    {
      measure: 'coverage',
      of: { kind: 'engagement held' },
      expected: { facet: 'method', values: ['surgery', 'drop-in'] },
      per: 'contract year',
    },
    '1 o 2 – dull (50%) hyd yma ym mlwyddyn y contract; eto i ddod: sesiwn galw heibio.',
  ],
  [
    {
      measure: 'distinct',
      of: { kind: 'engagement held' },
      facet: 'method',
      per: 'contract year',
      target: { above: 1 },
    },
    '1 gwerth gwahanol ar gyfer “dull” wedi’i gofnodi hyd yma ym mlwyddyn y contract; addawyd mwy na 1.',
  ],
  [
    { measure: 'age', of: { kind: 'engagement held' }, within: 'P6W' },
    'Gwnaed ddiwethaf ar 14 Medi 2019 (dyddiau ers hynny: 36); addawyd o fewn 6 wythnos.',
  ],
  [
    {
      measure: 'judged',
      of: { kind: 'judgement given' },
      question: 'Is it well connected?',
      scale: ['poor', 'good'],
      passes: ['good'],
    },
    'Nid oes neb wedi barnu eto: \u2068Is it well connected?\u2069',
  ],
]

const wordless = (standing: Standing) => ({
  ...standing,
  reason: '',
  obligations: standing.obligations.map((each) => ({ ...each, reason: '' })),
})

test('why a promise stands as it does is told in Welsh, and nothing but the words differs from the English', () => {
  const asked: Case = { asAt, subjects: clerks, evidence }
  for (const [written, reason] of told) {
    const english = stands(written, asked)
    const inWelsh = stands(written, { ...asked, language: 'cy' })
    assert.equal(inWelsh.reason, reason)
    assert.deepEqual(wordless(inWelsh), wordless(english))
  }
})

test('months that were missed are named in Welsh', () => {
  const monthly = { measure: 'count', of: ofSurgeries, per: 'month', target: { atLeast: 1 } }
  assert.equal(
    stands(monthly, { asAt: '2020-01-15', evidence: [surgery('2019-08-10')], language: 'cy' }).reason,
    'Cyfnodau a fethwyd: 4 o 6, yn ystod Medi 2019, Hydref 2019, Tachwedd 2019 a Rhagfyr 2019. Dim ymgysylltiadau (cymhorthfa) wedi’u cofnodi hyd yma yn ystod Ionawr 2020; addawyd o leiaf 1.',
  )
})

test('what a framework wrote is marked as English within a Welsh sentence, and is safe markup', () => {
  const { reason } = stands(told[1]?.[0] ?? {}, { asAt, evidence, language: 'cy' })
  assert.match(welsh.marked(reason).text, /penderfynu <span lang="en">how many &lt;to&gt; reach<\/span>\.$/)
  const english = stands(told[1]?.[0] ?? {}, { asAt, evidence }).reason
  assert.equal(/[\u2068\u2069]/.test(english), false)
})

test('what a measure asks is explained in Welsh', () => {
  const quarterly = measure({
    measure: 'cadence',
    of: { kind: ['contact made', 'meeting attended'], where: { how: ['meeting', 'visit'], briefing: false } },
    expected: { subject: 'council clerk' },
    every: 'FREQ=MONTHLY;INTERVAL=3',
    grace: 'P2W',
  })
  assert.equal(
    explain(quarterly),
    'Asks for at least one of contacts or meetings attended (how: meeting or visit; not briefing) for each council clerk every 3 months; up to 2 weeks after its day it counts as late, then as missed.',
  )
  assert.equal(
    explainIn(welsh)(quarterly),
    'Yn gofyn am o leiaf un o’r rhain bob 3 mis: cysylltiadau / cyfarfodydd a fynychwyd (sut: cyfarfod / ymweliad; nid sesiwn briffio) ar gyfer pob clerc cyngor; hyd at 2 wythnos ar ôl ei ddiwrnod mae’n cyfrif yn hwyr, wedyn fel wedi’i fethu.',
  )
})

test('what is kept stays English whoever reads it in Welsh, and the Welsh is of the same evidence', async (t) => {
  const database = await testDatabase(t)
  const { west } = await smallForce(database)
  const today = day('2020-07-30')
  const read = (language: 'en' | 'cy') => standingsToday(database, west, today, recordedAt, sayIn(language))
  const first = await read('cy')
  assert.equal((await keptStandings(database, west.contract.id)).size, 0)
  const english = await read('en')
  assert.deepEqual(await read('cy'), first)
  assert.deepEqual(await keptStandings(database, west.contract.id), english)
  assert.deepEqual([...first.keys()].toSorted(), [...english.keys()].toSorted())
  for (const [ref, standing] of first) {
    assert.notEqual(standing.reason, english.get(ref)?.reason)
    assert.deepEqual(wordless(standing), wordless(english.get(ref) ?? standing))
  }
})
