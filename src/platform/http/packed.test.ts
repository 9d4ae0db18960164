import assert from 'node:assert/strict'
import test from 'node:test'
import { isPackable, takesPacked } from './packed.ts'

test('an answer is packed for those who take it so, where it is text and long', () => {
  const html = 'text/html; charset=utf-8'
  assert.deepEqual(
    ['gzip', 'gzip, deflate, br', 'br;q=1, gzip;q=0.5', 'gzip;q=0', 'gzip;q=0.0, br', 'br', '*', undefined].map(
      (accepted) => takesPacked(accepted),
    ),
    [true, true, true, false, false, false, false, false],
  )
  assert.deepEqual(
    [isPackable('gzip', html, 1_000), isPackable('gzip', html, 999), isPackable('gzip', 'image/png', 9_000)],
    [true, false, false],
  )
})
