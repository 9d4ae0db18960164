import assert from 'node:assert/strict'
import test from 'node:test'
import { draftedAgain, edited, outdated, type Paragraph } from './self-evaluation.ts'

const figure = (words: string, ref = 'R10') => ({ words, rests: [{ ref, entries: [1, 2] }] })
const asserted = (words: string) => ({ words, rests: 'assertion' as const })

const paragraph: Paragraph = {
  standard: 'D-2',
  title: 'Face to face',
  figures: [figure('Of 2 promises here, 1 is kept and 1 is missed.')],
  bestPractice: [figure('Kept in 12 of 12 months.')],
  shortfalls: [figure('Missed in April.', 'R21')],
}

test('a sentence left as it was keeps its evidence; one that is changed or added is an assertion, never a figure', () => {
  const after = edited(paragraph, {
    figures: ['Of 2 promises here, 1 is kept and 1 is missed.', ''],
    bestPractice: ['Kept in 13 of 12 months.', 'People told us so.'],
    shortfalls: ['', ''],
  })
  assert.deepEqual(after, {
    standard: 'D-2',
    title: 'Face to face',
    figures: paragraph.figures,
    bestPractice: [asserted('Kept in 13 of 12 months.'), asserted('People told us so.')],
    shortfalls: [],
  })
})

test('an assertion stays one, whatever figure it is changed back to', () => {
  const once = edited(paragraph, { figures: [], bestPractice: ['Better'], shortfalls: [] })
  const back = edited(once, { figures: [], bestPractice: ['Kept in 12 of 12 months.'], shortfalls: [] })
  assert.deepEqual(back.bestPractice, [asserted('Kept in 12 of 12 months.')])
})

test('figures drafted again replace figures, and what somebody asserted stays after them', () => {
  const before = { ...paragraph, bestPractice: [figure('Kept in 11 of 11 months.'), asserted('People told us so.')] }
  assert.deepEqual(draftedAgain([before], [paragraph]), [
    { ...paragraph, bestPractice: [figure('Kept in 12 of 12 months.'), asserted('People told us so.')] },
  ])
})

test('a sentence whose evidence says otherwise by now is found; an assertion claims none', () => {
  const text = { ...paragraph, shortfalls: [figure('Missed in April.', 'R21'), asserted('It rained.')] }
  const now = { ...paragraph, shortfalls: [figure('Missed in April and May.', 'R21')] }
  assert.deepEqual(outdated([text], [now]), [figure('Missed in April.', 'R21')])
  assert.deepEqual(outdated([paragraph], [paragraph]), [])
})

test('more evidence behind the same words changes nothing that is said', () => {
  const now = {
    ...paragraph,
    bestPractice: [{ ...figure('Kept in 12 of 12 months.'), rests: [{ ref: 'R10', entries: [1, 2, 3] }] }],
  }
  assert.deepEqual(outdated([paragraph], [now]), [])
})
