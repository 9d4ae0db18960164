import assert from 'node:assert/strict'
import test from 'node:test'
import { stands, subject, type Told } from '../../../test/support/question.ts'

const halfTerms = [
  ['Autumn 1', '2019-09-02', '2019-10-18'],
  ['Autumn 2', '2019-10-28', '2019-12-20'],
  ['Spring 1', '2020-01-06', '2020-02-14'],
] as const
const everySchool = {
  measure: 'coverage',
  of: { kind: 'contact made', where: { 'safeguarding officer': true } },
  expected: { subject: 'school' },
  per: 'half term',
}
const called = (school: string, on: string, officer = true): Told => ({
  kind: 'contact made',
  on,
  subjects: [school],
  facets: { 'safeguarding officer': officer },
})

test('R54: every open school is owed a contact with its safeguarding officer in every half term that has begun', () => {
  const subjects = [
    subject('a', 'school'),
    subject('b', 'school'),
    subject('closed', 'school', '2010-01-01', '2019-10-25'),
  ]
  const evidence = [
    called('a', '2019-09-10'),
    called('b', '2019-10-18'),
    called('closed', '2019-09-30'),
    called('a', '2019-11-10'),
    called('b', '2019-11-11', false),
  ]
  const standing = stands(everySchool, { asAt: '2019-12-21', subjects, evidence, halfTerms })
  assert.deepEqual([standing.standing, standing.value, standing.numerator, standing.denominator], ['missed', 50, 1, 2])
  assert.deepEqual(
    standing.obligations.map((each) => [each.subject, each.period?.from, each.standing]),
    [
      ['a', '2019-09-02', 'kept'],
      ['b', '2019-09-02', 'kept'],
      ['closed', '2019-09-02', 'kept'],
      ['a', '2019-10-28', 'kept'],
      ['b', '2019-10-28', 'missed'],
    ],
  )
  assert.match(standing.reason, /left out: b\.$/)
})

test('without a school calendar, promises by half term are unmeasurable and say so', () => {
  const standing = stands(everySchool, { asAt: '2019-12-21', subjects: [subject('a', 'school')] })
  assert.equal(standing.standing, 'unmeasurable')
  assert.match(standing.reason, /No school calendar has been loaded/)
})

test('S2: an enquiry on the evening before the clocks change is answered within 24 hours by real hours', () => {
  const reply = {
    measure: 'latency',
    from: { kind: 'enquiry received' },
    to: { kind: 'enquiry answered' },
    within: 'PT24H',
  }
  const pair = (answeredAt: string): Told[] => [
    { kind: 'enquiry received', on: '2020-03-28', at: '2020-03-28T20:00:00Z', about: 'e1' },
    { kind: 'enquiry answered', on: '2020-03-29', at: answeredAt, about: 'e1' },
  ]
  assert.equal(stands(reply, { asAt: '2020-03-31', evidence: pair('2020-03-29T20:00:00Z') }).standing, 'kept')
  assert.equal(stands(reply, { asAt: '2020-03-31', evidence: pair('2020-03-29T20:00:01Z') }).standing, 'missed')
})

test('an enquiry unanswered after its limit is late while the year lasts, and one answered before it was asked is not answered', () => {
  const reply = {
    measure: 'latency',
    from: { kind: 'enquiry received', where: { by: 'letter' } },
    to: { kind: 'enquiry answered' },
    within: 'P28D',
  }
  const asked: Told = { kind: 'enquiry received', on: '2019-09-10', about: 'e1', facets: { by: 'letter' } }
  const early: Told = { kind: 'enquiry answered', on: '2019-09-01', about: 'e1' }
  assert.equal(stands(reply, { asAt: '2019-10-08', evidence: [asked, early] }).standing, 'on course')
  assert.equal(stands(reply, { asAt: '2019-10-09', evidence: [asked, early] }).standing, 'late')
  assert.equal(stands(reply, { asAt: '2020-08-02', evidence: [asked, early] }).standing, 'missed')
})

test('R11: where nothing has called for an answer nothing is missed, and where no limit is set the figures are shown all the same', () => {
  const hotspots = { measure: 'latency', from: { kind: 'hotspot identified' }, to: { kind: 'hotspot answered' } }
  assert.equal(stands({ ...hotspots, within: 'P14D' }, { asAt: '2020-01-01' }).standing, 'on course')
  const evidence: Told[] = [
    { kind: 'hotspot identified', on: '2019-09-01', about: 'h' },
    { kind: 'hotspot answered', on: '2019-09-06', about: 'h' },
  ]
  const undecided = stands({ ...hotspots, within: null }, { asAt: '2020-01-01', evidence })
  assert.deepEqual([undecided.standing, undecided.value, undecided.numerator], ['unmeasurable', 5, 1])
})

test('R20: five schemes each need a named contact as at the day, whatever was so before', () => {
  const schemes = ['Shop', 'Pub', 'Hotel', 'Holiday Park', 'Speed'].map((name) => subject(name, 'watch scheme'))
  const named = (scheme: string, on: string, is = true): Told => ({
    kind: 'point of contact named',
    on,
    subjects: [scheme],
    facets: { named: is },
  })
  const evidence = [
    ...schemes.map(({ id }) => named(id, '2019-08-02')),
    named('Hotel', '2019-10-01', false),
    named('Hotel', '2020-01-10'),
  ]
  const present = {
    measure: 'present',
    of: { kind: 'point of contact named', where: { named: true } },
    expected: { subject: 'watch scheme' },
  }
  const at = (asAt: string) => stands(present, { asAt, subjects: schemes, evidence })
  assert.deepEqual(
    [at('2019-09-30').standing, at('2019-11-01').standing, at('2020-01-10').standing],
    ['kept', 'late', 'kept'],
  )
  assert.deepEqual(
    [at('2019-11-01').numerator, at('2019-11-01').denominator, at('2019-11-01').obligations.length],
    [4, 5, 5],
  )
  assert.equal(
    at('2019-11-01').reason,
    '4 of 5 watch schemes (80%); not so for Hotel (not in place since 1 October 2019).',
  )
})

test('D7.3: a page reviewed within its interval is kept, and one past it is late', () => {
  const age = { measure: 'age', of: { kind: 'page reviewed' }, within: 'P90D' }
  const reviewed: Told[] = [{ kind: 'page reviewed', on: '2019-09-01' }]
  assert.deepEqual(
    [
      stands(age, { asAt: '2019-10-01', evidence: reviewed }).standing,
      stands(age, { asAt: '2019-12-01', evidence: reviewed }).standing,
    ],
    ['kept', 'late'],
  )
})

test('D1.4: a judgement is a person’s: the newest stands, and without one nobody knows', () => {
  const judged = {
    measure: 'judged',
    of: { kind: 'judgement given' },
    question: 'Is the plan relevant to the area?',
    scale: ['poor', 'good'],
    passes: ['good'],
  }
  const given = (on: string, grade: string): Told => ({ kind: 'judgement given', on, facets: { grade } })
  assert.equal(stands(judged, { asAt: '2020-01-01' }).standing, 'unknown')
  assert.equal(
    stands(judged, { asAt: '2020-01-01', evidence: [given('2019-11-01', 'good'), given('2019-12-01', 'poor')] })
      .standing,
    'missed',
  )
})

test('R31: a promise of two parts stands as the worse of what can be judged', () => {
  const inPlace = { measure: 'present', of: { kind: 'alert promoted', where: { 'in toolkit': true } } }
  const count = { measure: 'count', of: { kind: 'alert promoted' }, per: 'contract year' }
  const evidence: Told[] = [{ kind: 'alert promoted', on: '2019-09-01', facets: { 'in toolkit': true } }]
  assert.equal(stands([inPlace, count], { asAt: '2020-01-01', evidence }).standing, 'kept')
  assert.equal(
    stands([inPlace, { ...count, target: { atLeast: 5 } }], { asAt: '2020-08-02', evidence }).standing,
    'missed',
  )
})

test('a promise that nobody can prove is openly an assertion', () => {
  const standing = stands([], { asAt: '2020-01-01' })
  assert.equal(standing.standing, 'unmeasurable')
  assert.match(standing.reason, /^This is an assertion/)
})
