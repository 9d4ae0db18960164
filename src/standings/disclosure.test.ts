import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import { measureSchema } from '#measures/measure.ts'
import { day } from '#platform/day.ts'
import { standing } from './standing.ts'
import { disclosedStanding, disclosedSum } from './disclosed-standing.ts'
import { countsProtected, disclosed, isSmall, tellsSmall } from './disclosure.ts'

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

const withheld = 'The figures are withheld, since they are small and could point at somebody.'
const fewer = 'Fewer than 5: smaller figures are not told, since they could point at somebody.'

test('a small figure of people met by a protected characteristic is withheld with its working, and its standing is not', () => {
  const three = standing('on course', '3 people so far.', { value: 3, target: 20, evidence: [7] })
  assert.deepEqual(
    disclosedStanding([spokeWith('LGBT')], three),
    standing('on course', fewer, { value: null, target: 20, isWithheld: true }),
  )
  assert.deepEqual(disclosedStanding([spokeWith('farming')], three), three)
  const all = standing('kept', 'All of 20.', { value: 90, unit: '%', numerator: 18, denominator: 20 })
  const { value, numerator, denominator, reason } = disclosedStanding([spokeWith('Muslim')], all)
  assert.deepEqual([value, numerator, denominator, reason], [null, null, 20, withheld])
})

test('a large figure is told, but no part of it from which a small one follows', () => {
  const inMonth = (month: string, value: number | null, entry: number) => {
    const span = { from: day(`2026-${month}-01`), to: day(`2026-${month}-28`) }
    return { ...span, standing: 'kept' as const, value, evidence: [entry] }
  }
  const untold = (period: ReturnType<typeof inMonth>) => ({ ...period, value: null, evidence: [] })
  const [two, nine, thirty] = [inMonth('01', 2, 1), inMonth('02', 9, 2), inMonth('03', 30, 3)]
  const year = standing('kept', '41 people; 2 in January.', {
    value: 41,
    evidence: [1, 2, 3],
    periods: [two, nine, thirty],
  })
  const parts = { value: 41, isWithheld: true as const, periods: [untold(two), untold(nine), thirty] }
  assert.deepEqual(disclosedStanding([spokeWith('LGBT')], year), standing('kept', withheld, parts))
  const alone = disclosedStanding([spokeWith('LGBT')], { ...year, value: 2, periods: [two] })
  assert.deepEqual([alone.value, alone.periods], [null, [untold(two)]])
})

test('a sum over everybody is withheld where the few of a protected community could be worked out beside it', () => {
  const everybody = measureSchema.parse({
    measure: 'sum',
    of: { kind: 'engagement held' },
    quantity: 'spoke with',
    per: 'contract year',
  })
  const whole = standing('kept', '63 people.', { value: 63, unit: 'people', evidence: [1, 2, 3] })
  const told = (...counts: readonly number[]) =>
    disclosedSum(
      [everybody],
      whole,
      counts.map((n, place) => ({ entry: place + 1, quantities: { 'spoke with': n } })),
    )
  assert.deepEqual(told(30, 12), whole)
  assert.deepEqual(told(3, 2), whole)
  assert.deepEqual(told(3), standing('kept', withheld, { ...whole, value: null, evidence: [], isWithheld: true }))
  assert.equal(told(1, 1).value, null)
})

test('small counts told only as fewer than 5 never follow from their sum', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 3 }), (parts) => {
      const sum = parts.reduce((all, n) => all + n, 0)
      const choices = parts.map((n) => (isSmall(n) ? [1, 2, 3, 4] : Array.from({ length: 30 }, (_, k) => k + 5)))
      const fitting = choices
        .reduce<number[][]>((all, one) => all.flatMap((some) => one.map((n) => [...some, n])), [[]])
        .filter((some) => some.reduce((all, n) => all + n, 0) === sum)
      const isTold = (place: number) => new Set(fitting.map((some) => some[place])).size === 1
      const tells = parts.some((n, place) => isSmall(n) && isTold(place))
      assert.equal(tellsSmall(parts), tells, parts.join(' '))
    }),
    { numRuns: 60 },
  )
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

test('what each body was met is not told where a part of it is small, and others are', () => {
  const met = (subject: string, ...values: readonly number[]) => ({
    subject,
    subjectId: null,
    standing: 'kept' as const,
    value: values.reduce((sum, n) => sum + n, 0),
    nextDue: null,
    reason: `${subject}: ${values.join(' and ')}.`,
    period: null,
    gaps: [],
    evidence: [1, 2],
    periods: values.map((value, n) => {
      const span = { from: day(`2026-0${n + 1}-01`), to: day(`2026-0${n + 1}-28`) }
      return { ...span, standing: 'kept' as const, value, evidence: [n + 1] }
    }),
  })
  const [many, few] = [met('The mosque', 12, 30), met('The temple', 2, 39)]
  const told = disclosedStanding([spokeWith('Muslim')], standing('kept', 'Both.', { obligations: [many, few] }))
  const untold = { value: null, reason: withheld, gaps: [], evidence: [] }
  const periods = few.periods.map((period) => ({ ...period, value: null, evidence: [] }))
  assert.deepEqual(told.obligations, [many, { ...few, ...untold, periods }])
  assert.deepEqual([told.reason, told.isWithheld], [withheld, true])
})
