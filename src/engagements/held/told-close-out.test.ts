import assert from 'node:assert/strict'
import test from 'node:test'
import { day } from '#platform/day.ts'
import type { FormValues } from '#platform/form.ts'
import { hotspotFaults } from './hotspot.ts'
import { readCloseOut } from './told-close-out.ts'

const heldOn = day('2026-11-21')
const errorsOf = (form: FormValues) => {
  const read = readCloseOut(form, heldOn)
  return read.ok ? {} : read.errors
}

test('several concerns are heard at one engagement, each once, and an empty box is none', () => {
  const read = readCloseOut(
    { concern: ['Speeding on South Street', ' ', 'Dog mess\r\non the green', 'Speeding on South Street '] },
    heldOn,
  )
  assert.deepEqual(read.ok && read.value.concerns.map(({ words }) => words), [
    'Speeding on South Street',
    'Dog mess\non the green',
  ])
  assert.deepEqual(readCloseOut({}, heldOn), {
    ok: true,
    value: { concerns: [], promises: [], learning: [], hotspotId: null },
  })
})

test('a promise is what, to whom and by when; without one of these it is asked for again', () => {
  assert.deepEqual(errorsOf({ promised: 'A speed check' }), {
    promisedTo: 'Enter to whom: a post or an organisation, such as the parish council',
    promisedBy: 'Enter the day by which you promised it',
  })
  assert.deepEqual(errorsOf({ promisedTo: 'the parish council', promisedBy: '2026-12-01' }), {
    promised: 'Enter what you promised',
  })
  assert.deepEqual(errorsOf({ promised: 'A check', promisedTo: 'the council', promisedBy: '2026-11-20' }), {
    promisedBy: 'That day is before the engagement: a promise is for a day after it',
  })
  const read = readCloseOut({ promised: 'A check', promisedTo: 'the council', promisedBy: '2026-11-21' }, heldOn)
  const told = read.ok ? read.value.promises.map(({ words, toWhom, dueOn }) => [words, toWhom, dueOn]) : []
  assert.deepEqual(told, [['A check', 'the council', '2026-11-21']])
})

test('more concerns than anybody types at once, and words beyond measure, are refused in words', () => {
  assert.deepEqual(errorsOf({ concern: Array.from({ length: 11 }, (_, n) => `Concern ${n}`) }), {
    concern: 'Enter at most 10 concerns here: add the others on the engagement’s page',
  })
  assert.deepEqual(errorsOf({ concern: 'x'.repeat(1_001) }), {
    concern: 'Use 1,000 characters or fewer for a concern',
  })
})

test('only a street corner meeting, held since it was named, answers a hotspot that waits', () => {
  const hotspot = {
    id: '6f2c3d8e-0000-4000-8000-000000000001',
    teamId: 'dorset/west-dorset',
    place: 'Bus station',
    neighbourhoodId: null,
    why: 'Bicycles stolen',
    identifiedOn: day('2026-11-19'),
  }
  const faults = (method: 'surgery' | 'street corner meeting', on: string, id: string | null = hotspot.id) =>
    hotspotFaults(id, { method, heldOn: day(on) }, [hotspot])
  assert.deepEqual(
    [
      faults('street corner meeting', '2026-11-19'),
      faults('surgery', '2026-11-19'),
      faults('street corner meeting', '2026-11-18'),
      faults('street corner meeting', '2026-11-19', '6f2c3d8e-0000-4000-8000-000000000002'),
      faults('surgery', '2026-11-19', null),
    ],
    [
      {},
      { hotspot: 'Only a street corner meeting answers a hotspot' },
      { hotspot: 'It was held before the hotspot was named' },
      { hotspot: 'Choose a hotspot from the list: this one was answered already' },
      {},
    ],
  )
})
