import assert from 'node:assert/strict'
import test from 'node:test'
import { z } from 'zod'
import { day } from '#platform/day.ts'
import {
  oneOf,
  optionalDay,
  optionalText,
  optionalWholeNumber,
  readForm,
  someOf,
  text,
  ticked,
  typedAsDay,
  typedDay,
  wholeNumber,
} from '#platform/form.ts'

const meeting = z.object({
  place: text({ missing: 'Enter where it was', max: 20, tooLong: 'Say where in 20 characters or fewer' }),
  notes: optionalText({ max: 1000 }),
  people: wholeNumber({ missing: 'Enter how many came', wrong: 'How many must be a whole number', max: 10_000 }),
  raised: optionalWholeNumber({ wrong: 'How many must be a whole number' }),
  when: typedAsDay({ missing: 'Enter the day', impossible: 'Enter a real day' }),
  again: optionalDay('Enter a real day'),
  kind: oneOf(['market', 'school'], 'Choose what it was'),
  topics: someOf(['roads', 'noise']),
  done: ticked(),
})

const typedIn = {
  place: '  Bridport market ',
  people: '1,200',
  'when-day': '2',
  'when-month': '8',
  'when-year': '2019',
  kind: 'market',
  topics: ['roads', 'noise', 'roads'],
  done: 'yes',
}

test('a whole form is read as its fields mean it', () => {
  assert.deepEqual(readForm(meeting, typedIn), {
    ok: true,
    value: {
      place: 'Bridport market',
      notes: '',
      people: 1200,
      raised: null,
      when: day('2019-08-02'),
      again: null,
      kind: 'market',
      topics: ['roads', 'noise'],
      done: true,
    },
  })
})

test('each missing answer is asked for by its field, and what was typed is kept', () => {
  assert.deepEqual(readForm(meeting, { place: '   ' }), {
    ok: false,
    errors: {
      place: 'Enter where it was',
      people: 'Enter how many came',
      when: 'Enter the day',
      kind: 'Choose what it was',
    },
    values: { place: '   ' },
  })
})

const mistakes = (change: Record<string, string | string[]>) => {
  const read = readForm(meeting, { ...typedIn, ...change })
  return read.ok ? {} : read.errors
}

test('29 February is a day in a leap year only', () => {
  assert.deepEqual(mistakes({ 'when-day': '29', 'when-month': '2' }), { when: 'Enter a real day' })
  assert.deepEqual(mistakes({ 'when-day': '29', 'when-month': '02', 'when-year': '2020' }), {})
  assert.deepEqual(mistakes({ 'when-day': '' }), { when: 'Enter a real day' })
})

test('a number is whole, within its bounds, and not written as a machine would', () => {
  for (const people of ['12.5', '1e3', '-1', '10001', 'ten', '0x10', '9'.repeat(400)])
    assert.deepEqual(mistakes({ people }), { people: 'How many must be a whole number' }, people)
  assert.deepEqual(mistakes({ people: '0' }), {})
})

test('a field sent twice counts once, and one absurdly long is refused in words', () => {
  assert.deepEqual(mistakes({ place: ['Bridport', 'Lyme'] }), {})
  assert.deepEqual(mistakes({ place: 'x'.repeat(1_000_000) }), { place: 'Say where in 20 characters or fewer' })
  assert.deepEqual(mistakes({ notes: 'x'.repeat(1001) }), { notes: 'Use 1,000 characters or fewer' })
  assert.deepEqual(mistakes({ topics: ['roads', 'gold'] }), { topics: 'Choose from the list' })
})

test('a character the database cannot keep is dropped', () => {
  const read = readForm(z.object({ name: text({ missing: 'x' }) }), { name: 'Al\0ex\ud800\r\nB' })
  assert.deepEqual(read, { ok: true, value: { name: 'Alex\ufffd\nB' } })
})

test('a day is shown again as it was typed', () => {
  assert.deepEqual(typedDay({ 'when-day': '31', 'when-month': 'Feb' }, 'when'), { day: '31', month: 'Feb', year: '' })
})

test('a field named as what every object has finds nothing', () => {
  assert.deepEqual(readForm(z.object({ constructor: text({ missing: 'Missing' }) }), {}), {
    ok: false,
    errors: { constructor: 'Missing' },
    values: {},
  })
})
