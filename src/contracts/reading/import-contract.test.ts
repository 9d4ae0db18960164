import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import test from 'node:test'
import { Refusal } from '#platform/refusal.ts'
import { importContract, UsageError } from './import-contract.ts'

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url))
const sandholme = path('examples/sandholme.txt')

test('a contract is printed as JSON, or to be read, and nothing is kept', async () => {
  const json: unknown = JSON.parse(
    await importContract([sandholme, '--force', 'dorset', '--team', 'sandholme', '--json']),
  )
  assert.deepEqual(Object.keys(json ?? {}), [
    'team',
    'completedOn',
    'part1',
    'commitments',
    'goodPractice',
    'toolRequests',
    'unread',
  ])
  const summary = await importContract([sandholme, '--force', 'dorset'])
  assert.deepEqual(summary.split('\n').slice(0, 2), [
    'Sandholme and the Marsh, completed on 3 May 2021',
    '2 answers in the self evaluation, 15 commitments',
  ])
})

test('a file that is not there and a force without a framework are refused in words', async () => {
  await assert.rejects(
    importContract(['nowhere.pdf', '--force', 'dorset']),
    new Refusal('There is no file “nowhere.pdf” that we may read.'),
  )
  await assert.rejects(
    importContract([sandholme, '--force', 'mercia']),
    new Refusal('There is no framework of a force “mercia”.'),
  )
})

test('a command without a file or a force is a mistake of usage', async () => {
  await assert.rejects(importContract([]), UsageError)
  await assert.rejects(importContract([sandholme]), UsageError)
})

test('the command complains on standard error, with 1 for a document and 2 for its arguments', () => {
  const run = (...args: string[]) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [path('../../../bin/frankpledge'), ...args], {
      encoding: 'utf8',
    })
    return { status, said: stdout, complained: stderr.split('\n')[0] }
  }
  assert.deepEqual(run('import-contract', 'nowhere.pdf', '--force', 'dorset'), {
    status: 1,
    said: '',
    complained: 'There is no file “nowhere.pdf” that we may read.',
  })
  assert.deepEqual(run('import-contract', '--forse', 'dorset'), {
    status: 2,
    said: '',
    complained:
      "Unknown option '--forse'. To specify a positional argument starting with a '-', place it at the end of the command after '--', as in '-- \"--forse\"",
  })
  assert.deepEqual(run('dance').status, 2)
})
