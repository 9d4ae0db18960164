/** A run of words that two texts share, or that only the older or the newer has. */
export type Change = { readonly is: 'same' | 'removed' | 'added'; readonly words: string }

/** What was removed and added between two texts, word by word, as the longest common run of words has it. */
export function wordChanges(older: string, newer: string): Change[] {
  const [from, to] = [wordsIn(older), wordsIn(newer)]
  const start = sharedStart(from, to)
  const end = sharedStart(from.slice(start).toReversed(), to.slice(start).toReversed())
  const between = changesBetween(from.slice(start, from.length - end), to.slice(start, to.length - end))
  const atStart = from.slice(0, start).map((word, n) => same(word, to[n]))
  const atEnd = from.slice(from.length - end).map((word, n) => same(word, to[to.length - end + n]))
  return joinedRuns([...atStart, ...between, ...atEnd])
}

/** Each word with the space after it, so that the words joined are the text again. */
const wordsIn = (text: string): string[] => text.match(/\S+[^\S\n]*|\n+|[^\S\n]+/g) ?? []

function sharedStart(one: readonly string[], other: readonly string[]): number {
  const most = Math.min(one.length, other.length)
  let shared = 0
  while (shared < most && isSame(one[shared], other[shared])) shared++
  return shared
}

/** A word at the end of a line is the same word. */
const isSame = (one = '', other = ''): boolean =>
  one.trimEnd() === other.trimEnd() && one.includes('\n') === other.includes('\n')

/** Of a word that ends one text and stands within the other, the one with the space after it. */
const same = (one: string, other = ''): Change => ({ is: 'same', words: one.length < other.length ? other : one })

function changesBetween(from: readonly string[], to: readonly string[]): Change[] {
  const longest = longestShared(from, to)
  const width = to.length + 1
  const changes: Change[] = []
  let [i, j] = [0, 0]
  while (i < from.length || j < to.length) {
    const [was, is] = [from[i], to[j]]
    if (was !== undefined && is !== undefined && isSame(was, is)) {
      changes.push(same(was, is))
      i++
      j++
    } else if (is === undefined || (longest[(i + 1) * width + j] ?? 0) >= (longest[i * width + j + 1] ?? 0)) {
      if (was === undefined) break
      changes.push({ is: 'removed', words: was })
      i++
    } else {
      changes.push({ is: 'added', words: is })
      j++
    }
  }
  changes.push(...to.slice(j).map((words): Change => ({ is: 'added', words })))
  return changes
}

/** At `i × (to + 1) + j`, how many words the rests of both texts from there on share in order. */
function longestShared(from: readonly string[], to: readonly string[]): Uint16Array {
  const width = to.length + 1
  const longest = new Uint16Array((from.length + 1) * width)
  for (let i = from.length - 1; i >= 0; i--)
    for (let j = to.length - 1; j >= 0; j--)
      longest[i * width + j] = isSame(from[i], to[j])
        ? (longest[(i + 1) * width + j + 1] ?? 0) + 1
        : Math.max(longest[(i + 1) * width + j] ?? 0, longest[i * width + j + 1] ?? 0)
  return longest
}

function joinedRuns(changes: readonly Change[]): Change[] {
  const runs: Change[] = []
  for (const change of changes) {
    const last = runs.at(-1)
    if (change.words === '') continue
    if (last?.is === change.is) runs[runs.length - 1] = { is: last.is, words: last.words + change.words }
    else runs.push(change)
  }
  return runs
}
