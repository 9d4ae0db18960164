import assert from 'node:assert/strict'
import test from 'node:test'
import { isAssessed } from './assessment.ts'

test('a plan is assessed once every question of the force has its answer, whether yes or no', () => {
  const yes = { question: 'Is it safe?', met: true, note: '' }
  const no = { question: 'Is it worth it?', met: false, note: 'Too far' }
  const asked = [yes.question, no.question]
  assert.deepEqual(
    [isAssessed(asked, [yes, no]), isAssessed(asked, [yes]), isAssessed(asked, []), isAssessed([], [])],
    [true, false, false, false],
  )
})
