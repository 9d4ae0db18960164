import assert from 'node:assert/strict'
import test from 'node:test'
import { explain } from '#measures/explain.ts'
import { day } from '#platform/day.ts'
import { measuresOffered } from './measures-offered.ts'
import type { CommitmentGuess } from './reading/commitments.ts'
import { declareMeasure } from './reading/declare.ts'

/** What a person would say of each example besides its words. */
const said: Readonly<Record<string, Partial<CommitmentGuess>>> = {
  cadence: { every: 'FREQ=MONTHLY' },
  count: { target: { value: 12, unit: 'events', baseline: null, by: null } },
  sum: { target: { value: 300, unit: 'hours', baseline: null, by: null } },
  distinct: { target: { value: 4, unit: 'ways', baseline: null, by: null } },
  coverage: { every: 'half term', with: ['every school'] },
  growth: { target: { value: 8200, unit: 'likes', baseline: 7462, by: null } },
  share: { target: { value: 90, unit: '%', baseline: null, by: null } },
  age: { every: 'FREQ=WEEKLY;INTERVAL=6' },
  present: { with: ['watch schemes'] },
}

const measuredAs = (name: CommitmentGuess['measure'], text: string) => {
  const guess = {
    text,
    words: text,
    standard: null,
    who: 'the team',
    with: [],
    every: null,
    target: null,
    measure: name,
  }
  return declareMeasure({ ...guess, ...said[name ?? ''] }, day('2026-08-02')).measures.map(explain)
}

test('the example of each of the eleven measures is a promise that can be measured so', () => {
  assert.deepEqual(Object.fromEntries(measuresOffered.map(({ name, example }) => [name, measuredAs(name, example)])), {
    cadence: ['Asks for at least one of engagements (method: surgery) every month.'],
    count: ['Counts engagements (advertised) in the contract year, and asks for at least 12.'],
    sum: [
      'Adds up “hours” over stints in the contract year, leaving out those without a figure, and asks for at least 300.',
    ],
    distinct: [
      'Counts the different values of “method” among engagements in the contract year, and asks for at least 4.',
    ],
    coverage: [
      'Of every school, takes the share touched by at least one of contacts each half term, and asks for at least 100%.',
    ],
    growth: [
      'Compares “likes” at the last count of followers of each with 7,462 on 2 August 2026, and asks for at least 8,200 by the end of the contract.',
    ],
    share: ['Of engagements, takes the share with “advertised” in the contract year, and asks for at least 90%.'],
    latency: [
      'Takes the time from each of enquiries to the first of answers about it, and asks for every one within 2 days, in working days.',
    ],
    age: ['Takes the days since the last of reviews for each web section, and asks for at most 6 weeks.'],
    present: ['Looks at the newest named contact for each watch scheme and asks that it be in place (named).'],
    judged: [
      'Shows a person’s judgement, never computed: The panel finds the plan relevant to the area; yes is good enough.',
    ],
  })
})

test('what a measure lacks is said: no number means more than one way, no rhythm an undecided age', () => {
  const plain = (name: CommitmentGuess['measure'], text: string) =>
    declareMeasure({
      text,
      words: text,
      standard: null,
      who: 'the team',
      with: [],
      every: null,
      target: null,
      measure: name,
    }).measures
  assert.deepEqual(plain('distinct', 'We meet people in different ways at events'), [
    {
      measure: 'distinct',
      of: { kind: 'engagement held' },
      facet: 'method',
      per: 'contract year',
      target: { above: 1 },
    },
  ])
  assert.deepEqual(plain('age', 'Our web page stays fresh'), [
    {
      measure: 'age',
      of: { kind: 'page reviewed' },
      expected: { subject: 'web section' },
      within: null,
      undecided: 'how old it may be: the plan says only “Our web page stays fresh”',
    },
  ])
  assert.deepEqual(plain('judged', 'We are kind'), [], 'nobody is asked whether a team is kind')
})
