import assert from 'node:assert/strict'
import test from 'node:test'
import { day } from '#platform/day.ts'
import { datesLeft, leftOutDays } from './left-out.ts'

const dates = ['2026-12-18', '2026-12-25', '2027-01-01'].map(day)

test('the days that a series leaves out are understood as people write them', () => {
  assert.deepEqual(leftOutDays('25/12/2026\n1 January 2027, 2026-12-18;\n\n8.1.2027'), {
    ok: true,
    days: ['2026-12-25', '2027-01-01', '2026-12-18', '2027-01-08'],
  })
  assert.deepEqual(leftOutDays('25/12/2026\n31/2/2027'), {
    ok: false,
    fault: '“31/2/2027” is not a day: write it as 25/12/2026',
  })
  assert.equal(leftOutDays('Christmas').ok, false)
})

test('a series leaves out the days named and bank holidays, but not all of its days nor days it does not have', () => {
  assert.deepEqual(datesLeft(dates, [day('2026-12-18')], ['2026-12-25', '2026-12-28']), {
    ok: true,
    days: ['2027-01-01'],
  })
  assert.deepEqual(datesLeft(dates, [day('2026-12-19')], []), {
    ok: false,
    fault: '19 December 2026 is not one of the dates',
  })
  assert.deepEqual(datesLeft(dates, dates, []), { ok: false, fault: 'Every date is left out' })
})
