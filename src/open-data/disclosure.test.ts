import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import { measureSchema } from '#measures/measure.ts'
import { standing } from '#standings/standing.ts'
import { disclosedStanding, withheldWords } from './disclosed-standing.ts'
import { countsProtected, disclosed, isSmall } from './disclosure.ts'

const counts = fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 1, maxLength: 8 })

test('no count from 1 to 4 of people who share a protected characteristic is published, and no other is changed', () => {
  fc.assert(
    fc.property(counts, (parts) => {
      const { parts: shown, total } = disclosed(parts)
      shown.forEach((n, index) => {
        assert.ok(n === null || !isSmall(n))
        assert.ok(n === null || n === parts[index])
        assert.ok(n !== null || parts[index] !== 0)
      })
      assert.ok(total === null || total === parts.reduce((sum, n) => sum + n, 0))
      assert.ok(total === null || !isSmall(total))
    }),
  )
})

test('nobody works a withheld count out from the others and their total', () => {
  fc.assert(
    fc.property(counts, (parts) => {
      const { parts: shown, total } = disclosed(parts)
      const hidden = shown.filter((n) => n === null).length
      if (hidden === 0 || total === null) return
      const left = total - shown.reduce<number>((sum, n) => sum + (n ?? 0), 0)
      // Each withheld count is at least 1, so the first may be anything from 1 to what the rest leave it.
      assert.ok(left - (hidden - 1) >= 2 && hidden >= 2, `${parts.join(' ')} can be told from ${left}`)
    }),
  )
})

test('what is large enough is published whole', () => {
  assert.deepEqual(disclosed([0, 12, 5]), { parts: [0, 12, 5], total: 17 })
  assert.deepEqual(disclosed([3, 12, 7]), { parts: [null, 12, null], total: 22 })
  assert.deepEqual(disclosed([1, 1, 1]), { parts: [null, null, null], total: null })
  assert.deepEqual(disclosed([3]), { parts: [null], total: null })
})

const spokeWith = (community: string) =>
  measureSchema.parse({
    measure: 'sum',
    of: { kind: 'engagement held', where: { communities: community } },
    quantity: 'spoke with',
    per: 'contract year',
  })

test('a small figure of people met by a protected characteristic is withheld with its working, and its standing is not', () => {
  const three = standing('on course', '3 people so far.', { value: 3, target: 20, evidence: [7] })
  assert.deepEqual(
    disclosedStanding([spokeWith('LGBT')], three),
    standing('on course', withheldWords, { value: null, target: 20 }),
  )
  assert.deepEqual(disclosedStanding([spokeWith('farming')], three), three)
  const all = standing('kept', 'All of 20.', { value: 90, numerator: 18, denominator: 20 })
  const { value, numerator, denominator } = disclosedStanding([spokeWith('Muslim')], all)
  assert.deepEqual([value, numerator, denominator], [null, null, 20])
})

test('how many communities were reached is no count of people, and is published', () => {
  const reached = measureSchema.parse({
    measure: 'coverage',
    of: { kind: 'engagement held' },
    expected: { facet: 'communities', values: ['LGBT', 'Muslim'] },
    per: 'contract year',
  })
  assert.equal(countsProtected(reached), false)
})
