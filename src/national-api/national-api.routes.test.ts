import assert from 'node:assert/strict'
import test from 'node:test'
import { nationalApiRoutes } from './national-api.routes.ts'

test('one limit holds over all of the national interface: what is asked at one address counts at every other', () => {
  const [first] = nationalApiRoutes.map(({ options }) => options.bucket)
  assert.ok(first)
  assert.deepEqual(
    nationalApiRoutes.filter(({ options }) => options.bucket !== first).map(({ path }) => path),
    [],
  )
})
