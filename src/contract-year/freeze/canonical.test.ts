import assert from 'node:assert/strict'
import test from 'node:test'
import { canonical, contentHash } from './canonical.ts'

test('the same content has the same bytes in whatever order its fields were written, shorter names first', () => {
  const one = canonical({ aa: 2, b: [1, { d: null, c: 'é"\n' }], a: 0.1 + 0.2, left: undefined })
  const other = canonical({ a: 0.30000000000000004, aa: 2, b: [1, { c: 'é"\n', d: null }] })
  assert.equal(one, '{"a":0.30000000000000004,"b":[1,{"c":"é\\"\\n","d":null}],"aa":2}')
  assert.equal(one, other)
  assert.deepEqual(JSON.parse(one), { a: 0.30000000000000004, aa: 2, b: [1, { c: 'é"\n', d: null }] })
})

test('the hash is SHA-256 of the UTF-8, as anybody can make it again', () => {
  assert.equal(contentHash('abc'), 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
})
