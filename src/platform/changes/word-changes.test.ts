import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import { wordChanges } from './word-changes.ts'

test('what differs between two versions is told word by word', () => {
  assert.deepEqual(
    wordChanges('The cat sat on the mat.\n\nIt slept.', 'The black cat sat on a mat.\n\nIt slept well.'),
    [
      { is: 'same', words: 'The ' },
      { is: 'added', words: 'black ' },
      { is: 'same', words: 'cat sat on ' },
      { is: 'removed', words: 'the ' },
      { is: 'added', words: 'a ' },
      { is: 'same', words: 'mat.\n\nIt ' },
      { is: 'removed', words: 'slept.' },
      { is: 'added', words: 'slept well.' },
    ],
  )
  assert.deepEqual(wordChanges('', 'New'), [{ is: 'added', words: 'New' }])
  assert.deepEqual(wordChanges('Same', 'Same'), [{ is: 'same', words: 'Same' }])
})

test('what is the same and what was removed are the older text, what is the same and what was added the newer', () => {
  const text = fc
    .array(fc.constantFrom('a', 'b', 'c', 'police', '\n', '\n\n', 'market.'), { maxLength: 30 })
    .map((words) => words.join(' '))
  const bare = (given: string) => given.replaceAll(/\s+/g, ' ').trim()
  fc.assert(
    fc.property(text, text, (older, newer) => {
      const changes = wordChanges(older, newer)
      const without = (kind: string) =>
        bare(
          changes
            .filter(({ is }) => is !== kind)
            .map(({ words }) => words)
            .join(''),
        )
      assert.deepEqual([without('added'), without('removed')], [bare(older), bare(newer)])
    }),
  )
})
