import assert from 'node:assert/strict'
import test from 'node:test'
import type { Contract } from '#contracts/contract.ts'
import { day } from '#platform/day.ts'
import { lookingBack, nextYear } from './next-year.ts'

const commitment = (ref: string): Contract['commitments'][number] => ({
  ref,
  heading: 'Face to face',
  text: 'An event a month',
  standards: ['D-2'],
  who: 'the team',
  with: [],
  measures: [],
})

const last: Contract = {
  id: 'dorset/west/2019',
  teamId: 'dorset/west',
  year: 2019,
  frameworkId: 'dorset-2019',
  span: { from: day('2019-08-02'), to: day('2020-08-01') },
  completedOn: day('2019-08-02'),
  part1: [{ heading: 'Section', text: 'West' }],
  goodPractice: ['Markets'],
  toolRequests: [],
  unread: ['A line'],
  contexts: [{ from: day('2020-03-23'), to: day('2020-08-01'), text: 'Events were called off' }],
  revision: 7,
  commitments: [commitment('R10'), commitment('V1')],
}

const open = { ref: 'V1', text: 'Publicise meetings earlier', standards: ['D-2'], who: 'the Inspector' }

test('the next contract begins the day after the last and opens with what is still recommended (R49)', () => {
  const next = nextYear(last, [{ ...open, ref: 'V2' }])
  assert.deepEqual(
    [next.id, next.year, next.span, next.completedOn, next.unread, next.contexts, next.revision],
    ['dorset/west/2020', 2020, { from: '2020-08-02', to: '2021-08-01' }, null, [], [], 1],
  )
  assert.deepEqual(
    next.commitments.map(({ ref, heading, measures }) => [ref, heading, measures.length]),
    [
      ['V2', 'Recommended by the panel', 0],
      ['R10', 'Face to face', 0],
      ['V1', 'Face to face', 0],
    ],
  )
  assert.deepEqual(next.part1, last.part1)
})

test('a recommendation that the last contract carried already is not carried twice', () => {
  const next = nextYear(last, [open])
  assert.deepEqual(
    next.commitments.map(({ ref }) => ref),
    ['R10', 'V1'],
  )
})

test('a promise that measures from a day of the year before is named, so that somebody looks at it', () => {
  const likes: Contract['commitments'][number] = {
    ...commitment('T1'),
    measures: [
      {
        measure: 'growth',
        of: { snapshot: 'following counted', quantity: 'likes' },
        from: { value: 7462, on: '2019-08-02' },
        to: { value: 8200 },
        by: 'contract end',
      },
    ],
  }
  const next = nextYear({ ...last, commitments: [likes, commitment('R10')] }, [])
  assert.deepEqual(
    lookingBack(next).map(({ ref }) => ref),
    ['T1'],
  )
})
