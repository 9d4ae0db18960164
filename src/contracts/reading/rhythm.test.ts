import assert from 'node:assert/strict'
import test from 'node:test'
import { rhythmsIn, saysRegularly } from './rhythm.ts'

const said: Readonly<Record<string, string>> = {
  'the clerk every month': 'FREQ=MONTHLY',
  'one stall per month': 'FREQ=MONTHLY',
  'for their monthly meeting': 'FREQ=MONTHLY',
  'on the first Saturday of every month': 'FREQ=MONTHLY',
  'a visit every 6 months': 'FREQ=MONTHLY;INTERVAL=6',
  'a visit every six months': 'FREQ=MONTHLY;INTERVAL=6',
  'twice a year': 'FREQ=MONTHLY;INTERVAL=6',
  'at least twice a year': 'FREQ=MONTHLY;INTERVAL=6',
  'half-yearly reports': 'FREQ=MONTHLY;INTERVAL=6',
  'in March and September each year': 'FREQ=MONTHLY;INTERVAL=6',
  'three newsletters a year': 'FREQ=MONTHLY;INTERVAL=4',
  quarterly: 'FREQ=MONTHLY;INTERVAL=3',
  'once a quarter': 'FREQ=MONTHLY;INTERVAL=3',
  'every other month': 'FREQ=MONTHLY;INTERVAL=2',
  'every 6 weeks': 'FREQ=WEEKLY;INTERVAL=6',
  'on a six-weekly basis': 'FREQ=WEEKLY;INTERVAL=6',
  'every 4-6 weeks': 'FREQ=WEEKLY;INTERVAL=6',
  fortnightly: 'FREQ=WEEKLY;INTERVAL=2',
  'once a fortnight': 'FREQ=WEEKLY;INTERVAL=2',
  'on a weekly basis': 'FREQ=WEEKLY',
  'every Tuesday': 'FREQ=WEEKLY',
  annually: 'FREQ=YEARLY',
  'an annual open day': 'FREQ=YEARLY',
  'on a daily basis': 'FREQ=DAILY',
  'each half-term': 'half term',
  'at least once every half term': 'half term',
  'termly talks': 'FREQ=MONTHLY;INTERVAL=4',
}

test('how often a promise is to be kept is read from its words', () => {
  const read = Object.fromEntries(
    Object.keys(said).map((text) => [
      text,
      rhythmsIn(text)
        .map(({ every }) => every)
        .join(),
    ]),
  )
  assert.deepEqual(read, said)
})

test('words that only look like an interval set none', () => {
  const idle = [
    'officers on annual leave',
    'their daily lives',
    'our day-to-day work',
    'increase by 10% this year',
    'for a year',
    'regular posts',
    'each of our priorities',
  ]
  assert.deepEqual(idle.flatMap(rhythmsIn), [])
})

test('a text that names two intervals gives both, in order and with their words', () => {
  assert.deepEqual(rhythmsIn('surgeries every month and a newsletter quarterly'), [
    { every: 'FREQ=MONTHLY', words: 'every month', at: 10 },
    { every: 'FREQ=MONTHLY;INTERVAL=3', words: 'quarterly', at: 39 },
  ])
})

test('“regularly” is a promise whose interval somebody has still to decide', () => {
  assert.deepEqual(['We post regularly', 'We post on Mondays'].map(saysRegularly), [true, false])
})
