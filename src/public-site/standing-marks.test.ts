import assert from 'node:assert/strict'
import test from 'node:test'
import { english, sayIn } from '#platform/language/say.ts'
import { standing, worstFirst } from '#standings/standing.ts'
import { mark, smallMark } from '#standings/standing-mark.ts'
import { bestFirst, countsInWords } from '#standings/counts-in-words.ts'
import { figureAndWhy, figureInWords } from '#standings/figure-in-words.ts'

const counts = { kept: 0, 'on course': 0, due: 0, late: 0, missed: 0, unmeasurable: 0, unknown: 0 }

test('every word a standing may have is shown with its word, never by a colour alone', () => {
  assert.deepEqual([...bestFirst].sort(), [...worstFirst].sort())
  for (const word of bestFirst) {
    const said = new RegExp(`>${word}<`, 'i')
    assert.match(mark(word).text, said)
    assert.match(smallMark(word).text, said)
  }
})

test('the counts of a contract are told in a sentence, and what nobody can judge apart', () => {
  assert.equal(
    countsInWords({ ...counts, kept: 7, late: 1, due: 1, unmeasurable: 1, unknown: 2 }, english),
    'Of 12 promises, 7 are kept, 1 due and 1 late. For 1 a decision is missing, so nobody can tell. For 2 there are no figures.',
  )
  assert.equal(countsInWords({ ...counts, kept: 1 }, english), 'Of 1 promise, 1 is kept.')
  assert.equal(
    countsInWords({ ...counts, unknown: 1 }, english),
    'Of 1 promise, none can be judged yet. For 1 there are no figures.',
  )
  assert.equal(countsInWords(counts, english), 'No promise has been made in this contract.')
})

test('the counts of a contract are told in Welsh, by its own plurals', () => {
  assert.equal(
    countsInWords({ ...counts, kept: 7, late: 1, missed: 1, unknown: 2 }, sayIn('cy')),
    'O 11 addewid, mae 7 wedi’u cadw, 1 yn hwyr ac 1 wedi’i fethu. Ar gyfer 2 nid oes ffigurau.',
  )
  assert.equal(countsInWords({ ...counts, kept: 1 }, sayIn('cy')), 'O 1 addewid, mae 1 wedi’i gadw.')
  assert.equal(mark('on course', sayIn('cy')).text.includes('>Ar y trywydd iawn<'), true)
})

test('why a promise stands as it does is told in the language of the page, and what a framework wrote is marked', () => {
  const [welsh, left] = [sayIn('cy'), '\u2068how often\u2069']
  const told = (reason: string, value: number) =>
    figureAndWhy(standing('kept', reason, { value, unit: 'days' }), welsh).text
  assert.equal(told('Eu hanner o fewn 9 diwrnod.', 9), 'Eu hanner o fewn <strong>9 diwrnod</strong>.')
  assert.equal(
    told(`Eu hanner o fewn 19 diwrnod: ${left}.`, 9),
    '<strong>9 diwrnod</strong> · Eu hanner o fewn 19 diwrnod: <span lang="en">how often</span>.',
  )
})

test('a figure has its unit, in the singular where there is one', () => {
  const shown = [
    [8204, 'likes'],
    [1, 'engagements'],
    [96.64, '%'],
    [0, 'people'],
    [1, 'people'],
  ] as const
  assert.deepEqual(
    shown.map(([value, unit]) => figureInWords({ value, unit })),
    ['8,204 likes', '1 engagement', '96.6%', '0 people', '1 person'],
  )
  assert.equal(figureInWords({ value: null, unit: 'people' }), null)
})

test('a figure that the sentence says itself is not said twice, nor found inside a larger one', () => {
  const told = (reason: string, value: number) =>
    figureAndWhy(standing('kept', reason, { value, unit: 'days' }), english).text
  assert.equal(told('Half within 9 days.', 9), 'Half within <strong>9 days</strong>.')
  assert.equal(told('Half within 19 days.', 9), '<strong>9 days</strong> · Half within 19 days.')
})
