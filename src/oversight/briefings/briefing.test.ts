import assert from 'node:assert/strict'
import test from 'node:test'
import { isNear, placeOf, quarterInWords, quarterNamed, quarterOf, type Held } from './briefing.ts'
import { day } from '#platform/day.ts'

const held = (told: Partial<Held>): Held => ({
  place: 'Library',
  title: 'Surgery',
  neighbourhood: null,
  location: null,
  ...told,
})
const lyme = { name: 'Lyme Regis Town Council', place: '', location: null }

test('a quarter runs from the first day of its first month to the last of its third', () => {
  assert.deepEqual(quarterNamed('2028-1')?.span, { from: '2028-01-01', to: '2028-03-31' })
  assert.deepEqual(quarterOf(day('2026-12-31')).span, { from: '2026-10-01', to: '2026-12-31' })
  assert.equal(quarterInWords(quarterOf(day('2026-11-21'))), 'October to December 2026')
  assert.deepEqual(['2026-5', '2026-0', '26-1', '', '2026-1x'].map(quarterNamed), [null, null, null, null, null])
})

test('an engagement is near a council whose place it names, as a whole word', () => {
  assert.equal(placeOf(lyme), 'Lyme Regis')
  assert.equal(isNear(held({ place: 'Marine Parade, Lyme Regis' }), lyme), true)
  assert.equal(isNear(held({ neighbourhood: 'Bridport' }), { ...lyme, name: 'Bridport Town Council' }), true)
  assert.equal(isNear(held({ place: 'Bridportshire' }), { ...lyme, name: 'Bridport Town Council' }), false)
  assert.equal(isNear(held({}), lyme), false)
})

test('where both are on the map, eight kilometres decide and not the name', () => {
  const location = { latitude: 50.725, longitude: -2.937 }
  const council = { ...lyme, location }
  assert.equal(isNear(held({ location: { latitude: 50.733, longitude: -2.9 } }), council), true)
  assert.equal(isNear(held({ place: 'Lyme Regis', location: { latitude: 50.734, longitude: -2.758 } }), council), false)
})
