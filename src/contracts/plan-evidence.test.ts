import assert from 'node:assert/strict'
import test from 'node:test'
import { day } from '#platform/day.ts'
import { planCompleted } from './plan-evidence.ts'

test('a plan of which a part is not answered, or that has none, is not completed as D1.1 asks', () => {
  const of = (...answers: readonly string[]) => {
    const part1 = answers.map((text, n) => ({ heading: `Question ${n + 1}`, text }))
    return planCompleted({ id: 'dorset/west/2019', part1 }, day('2019-06-01'), null).facets
  }
  assert.deepEqual(
    [of('We meet', 'We listen'), of('We meet', ''), of()],
    [true, false, false].map((isWhole) => ({ 'all parts answered': isWhole })),
  )
})
