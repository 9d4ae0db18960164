import assert from 'node:assert/strict'
import test from 'node:test'
import { leakyBucket } from './leaky-bucket.ts'

test('an address may ask thirty times at once beside the one being answered, then fifteen times a second, and no other pays for it', () => {
  const bucket = leakyBucket({ perSecond: 15, burst: 30 })
  const asked = (times: number, at: number, address = 'a') =>
    Array.from({ length: times }, () => bucket.admits(address, at)).filter(Boolean).length
  assert.equal(asked(40, 0), 31)
  assert.equal(asked(40, 1_000), 15)
  assert.equal(asked(40, 1_100), 1)
  assert.equal(asked(1, 1_100, 'b'), 1)
  assert.equal(asked(40, 10_000), 31)
})

test('whoever asks thirty times at once and then exactly fifteen times a second is never turned away, though some requests hurry', () => {
  const bucket = leakyBucket({ perSecond: 15, burst: 30 })
  const sent = Array.from({ length: 600 }, (_, n) => Math.max(0, n - 29) * (1_000 / 15))
  const arrived = sent.map((at, n) => at + (n % 7 === 0 ? 10 : 40))
  assert.ok(arrived.toSorted((a, b) => a - b).every((at) => bucket.admits('a', at)))
})

test('whoever stays away is forgotten, so that many addresses do not fill the memory', () => {
  const bucket = leakyBucket({ perSecond: 15, burst: 30 })
  for (let n = 0; n < 10_000; n++) bucket.admits(`address ${n}`, n)
  assert.ok(bucket.size < 100, `${bucket.size} are remembered`)
})
