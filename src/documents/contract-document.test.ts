import assert from 'node:assert/strict'
import test from 'node:test'
import { frozenPackOf } from '#contract-year/freezes.sql.ts'
import { day } from '#platform/day.ts'
import { sayIn } from '#platform/language/say.ts'
import { frozenYear } from '../../test/support/frozen-year.ts'
import { contractDocument } from './contract-document.ts'
import { signedOff } from './signed-off.ts'
import type { Block } from './document.ts'

const wordsOf = (block: Block): string => ('words' in block ? block.words.map(({ words }) => words).join('') : '')

test('a contract in Welsh says its own parts in Welsh, and marks what the team wrote as English', async (t) => {
  const pack = await frozenPackOf(await frozenYear(t), 'dorset/west/2019')
  assert.ok(pack)
  const told = { teamName: 'West', shown: pack.standing, steps: [], address: null }
  const document = contractDocument(told, sayIn('cy'))
  const headings = document.blocks.flatMap((block) => (block.block === 'heading' ? [wordsOf(block)] : []))
  assert.deepEqual([document.language, document.title], ['cy', 'Contract ymgysylltu 2019 hyd 2020 – West'])
  assert.deepEqual(
    headings.filter((words) => /^Rhan|Llofnodi/.test(words)),
    [
      'Rhan 1: sut rydym yn gweithio',
      'Rhan 2: yr hyn rydym yn ei addo',
      'Rhan 3: beth aeth yn dda, a beth rydym yn gofyn amdano',
      'Llofnodi',
    ],
  )
  const promise = document.blocks.find((block) => wordsOf(block).startsWith('R10 '))
  assert.deepEqual(promise, {
    block: 'paragraph',
    words: [
      { words: 'R10', strong: true },
      { words: ' ' },
      { words: 'An advertised event each month', language: 'en' },
    ],
  })
})

test('who signed a contract stands in it by what they do; what was sent back before does not count', () => {
  const steps = [
    { step: 'begin', takenOn: day('2019-07-01') },
    { step: 'submit', takenOn: day('2019-07-02') },
    { step: 'send back', takenOn: day('2019-07-03') },
    { step: 'submit', takenOn: day('2019-07-04') },
    { step: 'sign', takenOn: day('2019-07-05') },
    { step: 'endorse', takenOn: day('2019-07-06') },
    { step: 'publish', takenOn: day('2019-07-07') },
    { step: 'freeze', takenOn: day('2020-08-03') },
    { step: 'send back', takenOn: day('2020-08-04') },
  ] as const
  const rows = (block: Block | undefined) =>
    block?.block === 'table' ? block.rows.map((row) => row.map((cell) => cell[0]?.words)) : null
  assert.deepEqual(rows(signedOff(null, steps, sayIn('en')).at(-1)), [
    ['Submitted by the team', '4 July 2019'],
    ['Signed by an Inspector', '5 July 2019'],
    ['Endorsed by senior management', '6 July 2019'],
    ['Published', '7 July 2019'],
  ])
  assert.deepEqual(signedOff(day('2019-08-02'), [], sayIn('en')).map(wordsOf), [
    'Signed off',
    'The plan was completed on 2 August 2019.',
    'No signature was recorded here.',
  ])
})
