import assert from 'node:assert/strict'
import test from 'node:test'
import { stands, subject, type Told } from '../../../test/support/question.ts'

const clerks = ['bridport', 'dorchester', 'lyme-regis', 'sherborne'].map((town) => subject(town, 'council clerk'))
const eachClerk = {
  measure: 'cadence',
  of: { kind: 'contact made' },
  expected: { subject: 'council clerk' },
  every: 'FREQ=MONTHLY;INTERVAL=6',
}
const met = (clerk: string, on: string): Told => ({ kind: 'contact made', on, subjects: [clerk] })
const monthly = {
  measure: 'cadence',
  of: { kind: 'engagement held', where: { advertised: true } },
  every: 'FREQ=MONTHLY',
}
const advertised = (on: string): Told => ({ on, facets: { advertised: true } })

test('R35: an inspector who met three clerks of four in the second half year has missed the fourth, and only the fourth', () => {
  const evidence = [
    ...clerks.map(({ id }) => met(id, '2019-11-12')),
    ...['bridport', 'dorchester', 'sherborne'].map((id) => met(id, '2020-06-01')),
  ]
  const standing = stands(eachClerk, { asAt: '2020-08-02', subjects: clerks, evidence })
  assert.equal(standing.standing, 'missed')
  assert.deepEqual([standing.value, standing.target, standing.numerator, standing.denominator], [75, 100, 3, 4])
  assert.deepEqual(
    standing.obligations.map((each) => [each.subject, each.standing]),
    [
      ['bridport', 'kept'],
      ['dorchester', 'kept'],
      ['lyme-regis', 'missed'],
      ['sherborne', 'kept'],
    ],
  )
  assert.equal(
    standing.reason,
    '3 of 4 on schedule (75%); behind: lyme-regis (promised every 6 months: kept in 1 of 2 periods; missed from 1 February 2020 to 1 August 2020).',
  )
  assert.equal(
    standing.obligations[2]?.reason,
    'Promised every 6 months: kept in 1 of 2 periods; missed from 1 February 2020 to 1 August 2020.',
  )
  assert.deepEqual(standing.gaps, [{ from: '2020-02-01', to: '2020-08-01', days: 183 }])
})

test('a clerk not yet met is on course at first, due near the end, and missed only when the half year is over', () => {
  const at = (asAt: string) => stands(eachClerk, { asAt, subjects: clerks.slice(0, 1) }).obligations[0]
  assert.deepEqual([at('2019-09-01')?.standing, at('2019-09-01')?.nextDue], ['on course', '2020-01-31'])
  assert.equal(at('2020-01-20')?.standing, 'due')
  assert.equal(at('2020-01-31')?.standing, 'due')
  assert.equal(at('2020-02-01')?.standing, 'missed')
})

test('T3: a month without an advertised event is missed, and an event in the next month does not make up for it', () => {
  const evidence = ['2019-08-10', '2019-09-14', '2019-11-02', '2019-11-20'].map(advertised)
  const standing = stands(monthly, { asAt: '2019-11-30', evidence })
  assert.equal(standing.standing, 'missed')
  assert.equal(standing.reason, 'Promised every month: kept in 3 of 4 months; missed in October 2019.')
  assert.deepEqual(standing.evidence, [1, 2, 3])
})

test('an event that was not advertised does not count as an advertised one', () => {
  assert.equal(stands(monthly, { asAt: '2019-09-01', evidence: [{ on: '2019-08-10' }] }).standing, 'missed')
})

test('a contract month of one day is joined to its neighbour, so that nobody misses it', () => {
  const months = ['08-10', '09-10', '10-10', '11-10', '12-10']
    .map((d) => `2019-${d}`)
    .concat(['01-10', '02-29', '03-10', '04-10', '05-10', '06-10', '07-10'].map((d) => `2020-${d}`))
  const standing = stands(monthly, { asAt: '2020-08-02', evidence: months.map(advertised) })
  assert.deepEqual([standing.standing, standing.numerator, standing.denominator], ['kept', 12, 12])
})

test('R36: a newsletter that comes a month after its quarter is late; without it, late turns to missed when the grace is over', () => {
  const quarterly = {
    measure: 'cadence',
    of: { kind: 'publication issued' },
    every: 'FREQ=MONTHLY;INTERVAL=3',
    grace: 'P6W',
  }
  const issued = (on: string): Told => ({ kind: 'publication issued', on })
  const first = issued('2019-10-20')
  const at = (asAt: string, ...more: Told[]) => stands(quarterly, { asAt, evidence: [first, ...more] })
  assert.equal(at('2020-02-10').standing, 'late')
  assert.equal(
    at('2020-02-10').reason,
    'Promised every 3 months: kept in 1 of 2 periods; that of 1 November 2019 to 31 January 2020 is 10 days overdue. Next due by 30 April 2020.',
  )
  assert.equal(at('2020-03-20').standing, 'missed')
  assert.equal(at('2020-03-20', issued('2020-02-28')).standing, 'late')
  assert.equal(
    at('2020-05-01', issued('2020-02-28')).standing,
    'late',
    'the late one is not counted again for the next quarter',
  )
  assert.equal(at('2020-05-01', issued('2020-02-28')).periods[2]?.standing, 'late')
  assert.equal(at('2020-05-01', issued('2020-02-28'), issued('2020-04-20')).periods[2]?.standing, 'kept')
})

test('R39: weekly “generally” forgives a week in five, and no more', () => {
  const weekly = { measure: 'cadence', of: { kind: 'contact made' }, every: 'FREQ=WEEKLY', generally: 80 }
  const weeks = ['2019-08-06', '2019-08-13', '2019-08-20', '2019-08-27', '2019-09-03'].map((on) => met('x', on))
  const kept = stands(weekly, { asAt: '2019-09-08', evidence: weeks.filter((_, n) => n !== 2) })
  assert.equal(kept.reason.includes('missed from 19 August 2019 to 25 August 2019'), true)
  assert.equal(kept.standing, 'kept')
  assert.equal(stands(weekly, { asAt: '2019-09-09', evidence: weeks.filter((_, n) => n > 1) }).standing, 'missed')
  const ended = { year: ['2019-08-05', '2019-09-08'], asAt: '2019-09-09', evidence: weeks.slice(0, 4) } as const
  assert.equal(stands(weekly, ended).standing, 'kept', 'a last week that was missed leaves nothing open')
})

test('D3.1: contact is measured by the level agreed with each, as it was agreed at the time', () => {
  const agreedLevel = {
    measure: 'cadence',
    of: { kind: 'contact made' },
    expected: { subject: 'key individual' },
    every: 'agreed',
  }
  const people = [
    subject('ki-1', 'key individual'),
    subject('ki-2', 'key individual'),
    subject('ki-3', 'key individual'),
  ]
  const agreed = (id: string, on: string, every: string): Told => ({
    kind: 'contact level agreed',
    on,
    subjects: [id],
    facets: { every },
  })
  const evidence = [
    agreed('ki-1', '2019-08-02', 'P1M'),
    agreed('ki-2', '2019-08-02', 'P3M'),
    met('ki-1', '2019-09-01'),
    met('ki-2', '2019-09-01'),
  ]
  const standing = stands(agreedLevel, { asAt: '2019-10-20', subjects: people, evidence })
  assert.deepEqual(
    standing.obligations.map((each) => [each.subject, each.standing, each.nextDue]),
    [
      ['ki-1', 'late', '2019-10-01'],
      ['ki-2', 'kept', '2019-12-01'],
      ['ki-3', 'unmeasurable', null],
    ],
  )
  assert.equal(standing.obligations[2]?.reason, 'No level of contact has been agreed: agree one with them.')
  assert.deepEqual([standing.numerator, standing.denominator], [1, 2])
  const loosened = stands(agreedLevel, {
    asAt: '2019-10-20',
    subjects: people,
    evidence: [...evidence, agreed('ki-1', '2019-10-15', 'P3M')],
  })
  assert.equal(loosened.obligations[0]?.standing, 'kept')
})

test('R03: where nobody set an interval the promise is unmeasurable, says what is missing, and still shows what was done', () => {
  const regular = {
    measure: 'cadence',
    of: { kind: 'team meeting held' },
    every: null,
    undecided: 'how often the team meets',
  }
  const standing = stands(regular, { asAt: '2019-12-01', evidence: [{ kind: 'team meeting held', on: '2019-09-03' }] })
  assert.equal(standing.standing, 'unmeasurable')
  assert.equal(standing.value, 1)
  assert.equal(
    standing.reason,
    '1 team meeting this contract year. No interval has been set: somebody must decide how often the team meets.',
  )
})

test('a daily promise kept on working days excuses weekends and bank holidays', () => {
  const daily = { measure: 'cadence', of: { kind: 'engagement held' }, every: 'FREQ=DAILY', workingDays: true }
  const given = { year: ['2019-08-23', '2020-08-22'] as const, asAt: '2019-08-28', bankHolidays: ['2019-08-26'] }
  assert.equal(
    stands(daily, { ...given, evidence: [{ on: '2019-08-23' }, { on: '2019-08-27' }, { on: '2019-08-28' }] }).standing,
    'kept',
  )
  assert.equal(
    stands(daily, {
      ...given,
      bankHolidays: [],
      evidence: [{ on: '2019-08-23' }, { on: '2019-08-27' }, { on: '2019-08-28' }],
    }).standing,
    'missed',
  )
})

test('a year with a leap day has 366 days of a daily promise', () => {
  const standing = stands(
    { measure: 'cadence', of: { kind: 'engagement held' }, every: 'FREQ=DAILY' },
    { asAt: '2020-08-02' },
  )
  assert.equal(standing.denominator, 366)
})

test('a council that joined late or a scheme that ended is asked only for the periods it existed in', () => {
  const late = [subject('new-clerk', 'council clerk', '2020-03-01')]
  const standing = stands(eachClerk, { asAt: '2020-08-02', subjects: late, evidence: [met('new-clerk', '2020-06-01')] })
  assert.deepEqual([standing.standing, standing.obligations[0]?.periods.length], ['kept', 1])
})
