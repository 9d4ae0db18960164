import assert from 'node:assert/strict'
import test from 'node:test'
import { day } from '#platform/day.ts'
import { initialsOf } from './officer.ts'
import { ageInWords, growingStale, type SectionAge } from './section.ts'

const today = day('2026-11-21')
const aged = (section: SectionAge['section'], checkedOn: string | null, interval = 90): SectionAge => ({
  section,
  checkedOn: checkedOn === null ? null : day(checkedOn),
  interval,
})

test('a section is flagged to its owner from fourteen days before it grows stale, the stalest first', () => {
  const fresh = aged('the team', '2026-09-07')
  const soon = aged('priorities', '2026-09-06')
  const stale = aged('how to contact', '2026-08-01')
  const never = aged('problem solving', null)
  assert.deepEqual(growingStale([fresh, soon, stale, never], today), [never, stale, soon])
})

test('a section that its force wants looked at more often is flagged sooner', () => {
  assert.deepEqual(growingStale([aged('the team', '2026-11-05', 30)], today), [aged('the team', '2026-11-05', 30)])
})

test('a section that is looked at every week is not flagged on the day it was found right', () => {
  assert.deepEqual(growingStale([aged('the team', '2026-11-21', 7)], today), [])
  assert.equal(growingStale([aged('the team', '2026-11-17', 7)], today).length, 1)
})

test('the public reads how long ago a section was checked', () => {
  assert.equal(ageInWords(today, today), 'checked today')
  assert.equal(ageInWords(day('2026-11-20'), today), 'checked yesterday')
  assert.equal(ageInWords(day('2026-11-09'), today), 'checked 12 days ago')
})

test('initials are those of the first and last name', () => {
  assert.deepEqual(['Robin van der Fictional', 'Élodie', 'Pat (Volunteer)'].map(initialsOf), ['RF', 'É', 'P'])
})
