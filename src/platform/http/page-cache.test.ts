import assert from 'node:assert/strict'
import test from 'node:test'
import { pageCache } from '#platform/http/page-cache.ts'

const pageOf = (bytes: number) => ({ body: 'x'.repeat(bytes), tag: '"t"', headers: [], unchangedHeaders: [] })

test('pages are kept up to so many bytes and the least asked for goes first', () => {
  const cache = pageCache(40_000)
  for (const key of ['a', 'b', 'c', 'd', 'e', 'f']) {
    cache.keep(key, pageOf(4_998 - 1_000), cache.generation)
    cache.get('a')
  }
  cache.keep('g', pageOf(3_998), cache.generation)
  cache.keep('h', pageOf(3_998), cache.generation)
  assert.equal(cache.bytes, 40_000)
  cache.keep('i', pageOf(3_998), cache.generation)
  assert.deepEqual(
    ['a', 'b', 'c'].map((key) => cache.get(key) !== undefined),
    [true, false, true],
  )
  assert.equal(cache.bytes, 40_000)
})

test('what changed is forgotten and the rest is not', () => {
  const cache = pageCache(1_000_000)
  for (const key of ['dorset/west/1', 'dorset/west/2', 'devon/1']) cache.keep(key, pageOf(10), cache.generation)
  cache.forget('dorset/west')
  assert.deepEqual(
    ['dorset/west/1', 'dorset/west/2', 'devon/1'].map((key) => cache.get(key) !== undefined),
    [false, false, true],
  )
  cache.forget('')
  assert.equal(cache.bytes, 0)
})

test('a page begun before a change is not kept after it', () => {
  const cache = pageCache(1_000_000)
  const asOf = cache.generation
  cache.forget('dorset')
  cache.keep('dorset/1', pageOf(10), asOf)
  assert.equal(cache.get('dorset/1'), undefined)
})
