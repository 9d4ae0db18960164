import assert from 'node:assert/strict'
import test from 'node:test'
import type { Block } from './block.ts'
import { dorset } from './examples/standards.ts'
import { wolding } from './examples/wolding.ts'
import { contractOf } from './read-contract.ts'
import { tidyBlocks } from './tidy-blocks.ts'

const heading = (level: number, text: string): Block => ({ kind: 'heading', level, text })
const paragraph = (text: string): Block => ({ kind: 'paragraph', text })
const item = (text: string, level = 1): Block => ({ kind: 'item', level, ordered: false, text })
const row = (...cells: string[]): Block => ({ kind: 'row', cells })

const read = (...blocks: Block[]) => contractOf(tidyBlocks(blocks), 'plan.docx', dorset)
const promised = (...blocks: Block[]) =>
  read(
    heading(1, 'Part 2 – Essential Components'),
    ...blocks,
    heading(1, 'Part 3 – Good practice and requests'),
  ).commitments.map(({ text, standard, who, with: parties, every }) => [text, standard, who, parties, every])

test('headings set in bold, numbered, or styled make the same contract', () => {
  const styled = read(...wolding)
  const bold = wolding.map((b): Block => (b.kind === 'heading' ? { kind: 'paragraph', text: b.text, strong: true } : b))
  const numbered = wolding.map((b, n): Block =>
    b.kind === 'heading' && b.level === 2 ? { ...b, text: `${n}. ${b.text}` } : b,
  )
  assert.deepEqual(read(...bold), styled)
  assert.deepEqual(read(...numbered), styled)
})

test('an interval and a doer that stand before a list hold for each promise in it', () => {
  assert.deepEqual(
    promised(
      heading(2, 'Face to face'),
      paragraph('Every month PCSOs will:'),
      item('hold a surgery in Fenny'),
      item('walk the quay;'),
    ),
    [
      ['Hold a surgery in Fenny', 'D-2', 'PCSOs', [], 'FREQ=MONTHLY'],
      ['Walk the quay', 'D-2', 'PCSOs', [], 'FREQ=MONTHLY'],
    ],
  )
})

test('a promise to each of a list of people is one promise with all of them', () => {
  assert.deepEqual(
    promised(
      heading(2, 'Councillors'),
      item('We will contact each of the following every six weeks:'),
      item('Fenny parish clerk', 2),
      item('Wold parish clerk', 2),
    ),
    [
      [
        'We will contact each of the following every six weeks: Fenny parish clerk, Wold parish clerk',
        'D-8',
        'the team',
        ['Fenny parish clerk', 'Wold parish clerk'],
        'FREQ=WEEKLY;INTERVAL=6',
      ],
    ],
  )
})

test('a form that is one table from top to bottom is read', () => {
  const contract = read(
    paragraph('Our self evaluation'),
    row('Policing team', 'Fenny'),
    row('Completed', '2 March 2022'),
    row('How do you engage with and listen to your community?', 'We hold a forum every month.\nPeople come.'),
    row('Essential component', 'Our commitments'),
    row('1. Build and deliver a connectivity plan', '• Review it every six months'),
    row('Working with councillors', 'The Inspector will attend full council twice a year.'),
    row('Is there any good practice?', '• Tea on the quay'),
    row('What tools would help?', 'A drone'),
  )
  assert.deepEqual([contract.team, contract.completedOn], ['Fenny', '2022-03-02'])
  assert.deepEqual(
    contract.commitments.map(({ text, standard }) => [text, standard]),
    [
      ['We hold a forum every month.', null],
      ['Review it every six months', 'D-1'],
      ['The Inspector will attend full council twice a year.', 'D-8'],
    ],
  )
  assert.deepEqual(
    [contract.goodPractice, contract.toolRequests, contract.unread],
    [['Tea on the quay'], ['A drone'], []],
  )
})

test('a promise under a heading of the team’s own is put under the standard that its words speak of, or none', () => {
  assert.deepEqual(
    promised(
      heading(2, 'Keeping the harbour tidy'),
      item('Visit each school every term'),
      item('Sweep the quay every spring'),
    ),
    [
      ['Visit each school every term', 'D-9', 'the team', ['school'], 'FREQ=MONTHLY;INTERVAL=4'],
      ['Sweep the quay every spring', null, 'the team', [], 'FREQ=YEARLY'],
    ],
  )
})

test('a sentence that explains a promise stays with it, and one that promises more is a promise of its own', () => {
  const text = 'PCSOs will walk the quay. This will be shared with the harbour. The Inspector will walk it every year.'
  assert.deepEqual(
    promised(heading(2, 'Face to face'), item(text)).map(([words, , who, , every]) => [words, who, every]),
    [
      ['PCSOs will walk the quay. This will be shared with the harbour.', 'PCSOs', null],
      ['The Inspector will walk it every year.', 'Inspector', 'FREQ=YEARLY'],
    ],
  )
})
