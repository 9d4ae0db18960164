import assert from 'node:assert/strict'
import test from 'node:test'
import { day } from '#platform/day.ts'
import { targetIn } from './target.ts'

const written = day('2020-05-10')
const read = (text: string, around = '') => targetIn(text, around, written)

test('a figure to grow from and to is read with its day', () => {
  assert.deepEqual(read('We will grow our page from 3,120 to 3,500 followers by 31 March 2021.'), {
    value: 3500,
    unit: 'followers',
    baseline: 3120,
    by: '2021-03-31',
  })
})

test('a month named as the deadline ends with its last day', () => {
  assert.deepEqual(read('Raise subscribers from 900 to 1,000 by February 2024')?.by, '2024-02-29')
  assert.deepEqual(read('Raise subscribers from 900 to 1,000 by the end of April')?.by, '2021-04-30')
})

test('a percentage to grow by keeps where the team stands today, said elsewhere', () => {
  assert.deepEqual(read('Increase our followers by 15% this year.', 'Our page has 2,400 followers today.'), {
    value: 15,
    unit: '%',
    baseline: 2400,
    by: '2020-12-31',
  })
  assert.deepEqual(read('Cut complaints by 10 per cent'), { value: -10, unit: '%', baseline: null, by: null })
})

test('a total to reach is not taken for where the team stands', () => {
  assert.deepEqual(read('We mean to reach a total of at least 8,000 likes by Christmas', 'A newspaper was read.'), {
    value: 8000,
    unit: 'likes',
    baseline: null,
    by: '2020-12-31',
  })
})

test('so many more than today is reckoned from today', () => {
  assert.deepEqual(read('Increase followers by 500', 'We have 1,000 followers.'), {
    value: 1500,
    unit: 'followers',
    baseline: 1000,
    by: null,
  })
})

test('a number of things to do is a target, a length of time is not', () => {
  assert.deepEqual(read('Attend 12 community events'), {
    value: 12,
    unit: 'community events',
    baseline: null,
    by: null,
  })
  assert.deepEqual(read('Three posts a week'), { value: 3, unit: 'posts', baseline: null, by: null })
  assert.deepEqual(
    [read('Meet every six weeks'), read('Reply within 48 hours'), read('Open from 10am to 2pm')],
    [null, null, null],
  )
})

test('a figure said of “this” is of what was counted just before, and one platform tells nothing of another', () => {
  const section =
    'Our Facebook page has 12,300 followers. We will grow this to 14,000 by 31 March 2021. Increase Instagram followers by 25%.'
  assert.deepEqual(targetIn('We will grow this to 14,000 by 31 March 2021.', section, day('2020-09-14')), {
    value: 14_000,
    unit: 'followers',
    baseline: 12_300,
    by: '2021-03-31',
  })
  assert.deepEqual(targetIn('Increase Instagram followers by 25%.', section, day('2020-09-14')), {
    value: 25,
    unit: '%',
    baseline: null,
    by: null,
  })
})
