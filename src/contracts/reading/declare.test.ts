import assert from 'node:assert/strict'
import test from 'node:test'
import { faultsOf } from '#measures/check.ts'
import { kinds } from '#measures/kinds.ts'
import { day } from '#platform/day.ts'
import type { CommitmentGuess } from './commitments.ts'
import { declareMeasure, overSubjects } from './declare.ts'
import { asDocx } from './examples/packed.ts'
import { dorset } from './examples/standards.ts'
import { wolding } from './examples/wolding.ts'
import { readContract } from './read-contract.ts'

const guess = (text: string, rest: Partial<CommitmentGuess>): CommitmentGuess => ({
  text,
  words: text,
  standard: null,
  who: 'the team',
  with: [],
  every: null,
  target: null,
  measure: null,
  ...rest,
})

test('a meeting with clerks is a contact with each of them in its rhythm', () => {
  const clerks = guess('The Inspector will meet the town clerks of Wold and Fenny every three months', {
    measure: 'cadence',
    every: 'FREQ=MONTHLY;INTERVAL=3',
    with: ['Wold town clerk', 'Fenny town clerk'],
  })
  const declared = declareMeasure(clerks)
  assert.deepEqual(declared, {
    measures: [
      {
        measure: 'cadence',
        of: { kind: 'contact made' },
        expected: { subject: 'council clerk' },
        every: 'FREQ=MONTHLY;INTERVAL=3',
      },
    ],
    subjects: [
      { kind: 'council clerk', label: 'Wold town clerk' },
      { kind: 'council clerk', label: 'Fenny town clerk' },
    ],
  })
  assert.deepEqual(overSubjects(declared.measures, ['wolding/clerk/wold']), [
    {
      measure: 'cadence',
      of: { kind: 'contact made' },
      expected: { subject: 'council clerk', only: ['wolding/clerk/wold'] },
      every: 'FREQ=MONTHLY;INTERVAL=3',
    },
  ])
})

test('a following to reach is growth from where the team stood on the day of its contract', () => {
  const likes = guess('Growth from 3,120 to 3,500 followers', {
    measure: 'growth',
    target: { value: 3500, unit: 'followers', baseline: 3120, by: day('2021-03-31') },
  })
  assert.deepEqual(declareMeasure(likes, day('2020-09-14')).measures, [
    {
      measure: 'growth',
      of: { snapshot: 'following counted', quantity: 'likes' },
      from: { value: 3120, on: '2020-09-14' },
      to: { value: 3500 },
      by: '2021-03-31',
    },
  ])
})

test('“regular” posts are a cadence that says which decision is missing', () => {
  assert.deepEqual(declareMeasure(guess('Regular posts', { measure: 'cadence' })).measures, [
    {
      measure: 'cadence',
      of: { kind: 'post published' },
      every: null,
      undecided: 'how often: the plan says only “Regular posts”',
    },
  ])
})

test('groups to be reached are covered by engagements with their communities', () => {
  const groups = guess('Engagement with groups such as …', {
    measure: 'coverage',
    with: ['Deaf community', 'young carers'],
  })
  assert.deepEqual(declareMeasure(groups), {
    measures: [
      {
        measure: 'coverage',
        of: { kind: 'engagement held' },
        expected: { facet: 'communities', values: ['disability', 'young people'] },
        per: 'contract year',
        target: { atLeast: 100 },
      },
    ],
    subjects: [],
  })
})

test('an assertion declares no measure', () => {
  assert.deepEqual(declareMeasure(guess('Trust is built slowly.', {})), { measures: [], subjects: [] })
})

test('every measure declared of a whole contract is sound by the data dictionary', async () => {
  const { commitments, completedOn } = await readContract(asDocx(wolding), 'wolding.docx', dorset)
  const declared = commitments.flatMap((each) => declareMeasure(each, completedOn).measures)
  assert.deepEqual(
    declared.flatMap((measure) => faultsOf(measure, kinds)),
    [],
  )
  const unsaid = commitments.filter(
    (each) => each.measure !== null && declareMeasure(each, completedOn).measures.length === 0,
  )
  assert.deepEqual(
    unsaid.map(({ text }) => text),
    ['It is looked at again every year.'],
  )
})
