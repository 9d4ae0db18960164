import assert from 'node:assert/strict'
import test from 'node:test'
import { locationFault } from './location.ts'

test('Bridport is a place; Bridport with its degrees swapped is told apart from a place abroad', () => {
  assert.equal(locationFault({ latitude: 50.7336, longitude: -2.7584 }), null)
  assert.equal(locationFault({ latitude: -2.7584, longitude: 50.7336 }), 'latitude and longitude are swapped')
  assert.equal(locationFault({ latitude: 48.85, longitude: 2.35 }), 'the place lies outside the United Kingdom')
  assert.equal(locationFault({ latitude: Number.NaN, longitude: 0 }), 'latitude and longitude must be numbers')
})
