import assert from 'node:assert/strict'
import test from 'node:test'
import { readPostcode } from './postcode.ts'

const postcode = (typed: string) => {
  const read = readPostcode(typed)
  return read?.kind === 'whole' ? read.postcode : read?.kind === 'outcode' ? read.outcode : (read?.kind ?? null)
}

test('a postcode is known whatever its capitals and spaces, and with O for 0 and I for 1', () => {
  for (const typed of ['DT6 3RR', 'dt63rr', ' Dt6  3rR ', 'DT6-3RR', 'dt6 3rr.'])
    assert.equal(postcode(typed), 'DT6 3RR')
  assert.equal(postcode('DTI OAA'), 'DT1 0AA')
  assert.equal(postcode('S01 1AA'), 'SO1 1AA')
  assert.equal(postcode('W1A 0AX'), 'W1A 0AX')
  assert.equal(postcode('BHIO 4AA'), 'BH10 4AA')
  assert.equal(postcode('EC1A1BB'), 'EC1A 1BB')
})

test('the first half of a postcode alone is known as such', () => {
  assert.deepEqual(readPostcode('dt6'), { kind: 'outcode', outcode: 'DT6' })
  assert.deepEqual(readPostcode('BH21'), { kind: 'outcode', outcode: 'BH21' })
})

test('what begins like no postcode, or is typed too long or too short, is told apart from the name of a place', () => {
  assert.deepEqual(readPostcode('ZZ9 9ZZ'), { kind: 'no area', letters: 'ZZ' })
  assert.deepEqual(readPostcode('DT6 3R'), { kind: 'mistyped' })
  assert.deepEqual(readPostcode('DT63 3RRR'), { kind: 'mistyped' })
  for (const place of ['Bridport', 'Lyme', 'Poole North', 'Io', '', '1']) assert.equal(readPostcode(place), null, place)
})
