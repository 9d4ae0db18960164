import assert from 'node:assert/strict'
import test from 'node:test'
import { measureSchema } from '#measures/measure.ts'
import { engagementHeld, frozenYear } from '../../../test/support/frozen-year.ts'
import { standardsNow } from './community-pack.ts'

test('a member is told no small figure of a protected community of a contract that was frozen, in figures or in words', async (t) => {
  const measure = measureSchema.parse({
    measure: 'sum',
    of: { kind: 'engagement held', where: { communities: 'disability' } },
    quantity: 'reached',
    per: 'contract year',
    target: { atLeast: 20 },
  })
  const promise = {
    ref: 'T9',
    heading: 'Reach',
    text: 'Meet disabled people',
    standards: ['D-2'],
    who: 'the team',
    with: [],
  }
  const db = await frozenYear(t, [engagementHeld('2020-01-15', 3, ['disability'])], { ...promise, measures: [measure] })
  const asked = { now: new Date('2026-11-21T14:00:00Z'), timeZone: 'Europe/London', forceId: 'dorset', latest: null }
  const packs = await standardsNow(db, { contractId: 'dorset/west/2019', teamId: 'dorset/west' }, asked)
  const told = packs.flatMap(({ promises }) => promises).find(({ ref }) => ref === 'T9')
  const said = packs.flatMap(({ selfEvaluation }) => selfEvaluation).filter(({ words }) => words.includes('(T9)'))
  assert.deepEqual([typeof packs[0]?.frozen, told?.numerator, said.length], ['string', null, 1])
  for (const words of [told?.reason ?? '', ...said.map((each) => each.words)]) {
    assert.match(words, /Fewer than 5: smaller figures are not told/)
    assert.doesNotMatch(words, /\b3\b/)
  }
})
