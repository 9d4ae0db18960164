import assert from 'node:assert/strict'
import test from 'node:test'
import { leakyBucket } from './leaky-bucket.ts'

test('an address may ask thirty times at once and then fifteen times a second, and no other address pays for it', () => {
  const bucket = leakyBucket({ perSecond: 15, burst: 30 })
  const asked = (times: number, at: number, address = 'a') =>
    Array.from({ length: times }, () => bucket.admits(address, at)).filter(Boolean).length
  assert.equal(asked(40, 0), 30)
  assert.equal(asked(40, 1_000), 15)
  assert.equal(asked(40, 1_100), 1)
  assert.equal(asked(1, 1_100, 'b'), 1)
  assert.equal(asked(40, 10_000), 30)
})

test('whoever stays away is forgotten, so that many addresses do not fill the memory', () => {
  const bucket = leakyBucket({ perSecond: 15, burst: 30 })
  for (let n = 0; n < 10_000; n++) bucket.admits(`address ${n}`, n)
  assert.ok(bucket.size < 100, `${bucket.size} are remembered`)
})
