import assert from 'node:assert/strict'
import test from 'node:test'
import { contractDocumentSchema, contractFileSchema } from './commitment.ts'

const promise = {
  ref: 'R35',
  text: 'Clerks are met',
  heading: 'Councillors',
  standards: ['D-8'],
  who: 'Inspector',
  with: [],
  measures: [],
}
const file = { framework: 'dorset-2019', part1: [], commitments: [promise], goodPractice: [], toolRequests: [] }
const dated = { ...file, year: { from: '2019-08-02', to: '2020-08-01' }, completedOn: '2019-08-02' }

const faultsOf = (result: { error?: { issues: { path: PropertyKey[]; message: string }[] } | undefined }) =>
  result.error?.issues.map(({ path, message }) => [path.join('.'), message])

test('a contract document says its year; a file kept for any year leaves that to whoever loads it', () => {
  assert.deepEqual(contractDocumentSchema.parse(dated), dated)
  assert.deepEqual(contractFileSchema.parse(file), file)
  assert.equal(contractDocumentSchema.safeParse(file).success, false)
})

test('two promises of a contract never share a reference', () => {
  const twice = { ...file, commitments: [promise, promise] }
  assert.deepEqual(faultsOf(contractFileSchema.safeParse(twice)), [
    ['commitments.1.ref', 'R35 is already another commitment'],
  ])
})

test('a contract year does not end before it starts', () => {
  const backwards = { ...dated, year: { from: '2020-08-01', to: '2019-08-02' } }
  assert.deepEqual(faultsOf(contractDocumentSchema.safeParse(backwards)), [
    ['year.to', 'the year ends before it starts'],
  ])
})
