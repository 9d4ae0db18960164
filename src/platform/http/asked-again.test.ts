import assert from 'node:assert/strict'
import test from 'node:test'
import { askedAgain } from '#platform/http/asked-again.ts'

const noon = new Date('2026-03-28T12:00:00Z')

test('a resident who asks again within the minute is led to the same page, and no later', () => {
  const addresses = askedAgain()
  addresses.remember('/dorset', noon, 'dorset|2026-03-28')
  assert.equal(addresses.keyOf('/dorset', new Date('2026-03-28T12:00:59Z')), 'dorset|2026-03-28')
  assert.equal(addresses.keyOf('/cy/dorset', noon), undefined)
  assert.equal(addresses.keyOf('/dorset', new Date('2026-03-28T12:01:00Z')), undefined)
})

test('nobody fills the memory by asking for a page at ever other addresses', () => {
  const addresses = askedAgain()
  addresses.remember(`/dorset?${'x'.repeat(200)}`, noon, 'key')
  assert.equal(addresses.keyOf(`/dorset?${'x'.repeat(200)}`, noon), undefined)
  for (let asked = 0; asked <= 2_000; asked++) addresses.remember(`/dorset?${asked}`, noon, 'key')
  assert.deepEqual(
    ['/dorset?0', '/dorset?1999', '/dorset?2000'].map((address) => addresses.keyOf(address, noon)),
    [undefined, undefined, 'key'],
  )
})
