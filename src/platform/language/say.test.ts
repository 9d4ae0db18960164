import assert from 'node:assert/strict'
import { test } from 'node:test'
import { day } from '#platform/day.ts'
import { html } from '#platform/html.ts'
import { addressIn, languageOfAddress } from './language.ts'
import { keyOf, sayIn } from './say.ts'

const [english, welsh] = [sayIn('en'), sayIn('cy')]

test('a resident reads a sentence in Welsh with its links where Welsh puts them', () => {
  const call = html`<strong>999</strong>`
  const told = (say: typeof english) =>
    say`This is not for emergencies: call ${call} in an emergency, ${'<101>'} otherwise.`.text
  assert.equal(
    told(english),
    'This is not for emergencies: call <strong>999</strong> in an emergency, &lt;101&gt; otherwise.',
  )
  assert.equal(
    told(welsh),
    'Nid yw hwn ar gyfer argyfyngau: ffoniwch <strong>999</strong> mewn argyfwng, &lt;101&gt; fel arall.',
  )
})

test('what nobody translated is read in English, and said to be English', () => {
  assert.equal(welsh`Nobody translated ${'this'}.`.text, '<span lang="en">Nobody translated this.</span>')
  assert.equal(english`Nobody translated ${'this'}.`.text, 'Nobody translated this.')
  assert.equal(welsh.text`Nobody translated ${'this'}.`, 'Nobody translated this.')
})

test('what a team wrote keeps the language in which it wrote', () => {
  assert.equal(welsh.own('Speeding on the A35 <now>').text, '<span lang="en">Speeding on the A35 &lt;now&gt;</span>')
  assert.equal(english.own('Speeding on the A35').text, 'Speeding on the A35')
})

test('what was thrown in English is read in Welsh where somebody translated it', () => {
  assert.deepEqual(
    [welsh, english].map((say) => [
      say.told('There is no such page.').text,
      say.told('Nobody translated <this>.').text,
    ]),
    [
      ['Nid oes tudalen o’r fath.', '<span lang="en">Nobody translated &lt;this&gt;.</span>'],
      ['There is no such page.', 'Nobody translated &lt;this&gt;.'],
    ],
  )
})

test('the last of several is joined to the rest as each language joins it', () => {
  const listed = (...words: string[]) => [english.list(words), welsh.list(words)]
  assert.deepEqual(
    [
      listed(),
      listed('Poole'),
      listed('Poole', 'Purbeck'),
      listed('Poole', 'Purbeck', 'Exeter'),
      listed('2', '1'),
      listed('1', '11,5', '12'),
    ],
    [
      ['', ''],
      ['Poole', 'Poole'],
      ['Poole and Purbeck', 'Poole a Purbeck'],
      ['Poole, Purbeck and Exeter', 'Poole, Purbeck ac Exeter'],
      ['2 and 1', '2 ac 1'],
      ['1, 11,5 and 12', '1, 11,5 a 12'],
    ],
  )
})

test('a count has the forms that Welsh tells apart', () => {
  const days = (n: number) => welsh.count(n, { one: '{n} day', other: '{n} days' })
  const people = (n: number) => welsh.count(n, { one: '{n} person', other: '{n} people' })
  assert.deepEqual(
    [days(1), days(2), days(3), people(1), people(2_000)],
    ['1 diwrnod', '2 ddiwrnod', '3 diwrnod', '1 person', '2,000 o bobl'],
  )
})

test('a sentence is looked up once, and says anew what is put into it', () => {
  const asAt = (day: string) => welsh.text`As at ${day}.`
  assert.deepEqual([asAt('1 Mai 2020'), asAt('2 Mai 2020')], ['Fel ar 1 Mai 2020.', 'Fel ar 2 Mai 2020.'])
})

test('days and numbers are written as each language writes them', () => {
  const on = day('2020-03-07')
  assert.deepEqual(
    [english, welsh].map((say) => [say.day(on), say.weekday(on), say.month(on), say.number(12_345.5)]),
    [
      ['7 March 2020', 'Saturday', 'March 2020', '12,345.5'],
      ['7 Mawrth 2020', 'Dydd Sadwrn', 'Mawrth 2020', '12,345.5'],
    ],
  )
})

test('a count without a translation is English with its own plural', () => {
  const of = (n: number) => english.count(n, { one: '{n} promise of one', other: '{n} promises of many' })
  assert.deepEqual([of(0), of(1), of(2_000)], ['0 promises of many', '1 promise of one', '2,000 promises of many'])
})

test('the key of a sentence numbers what is put into it', () => {
  const parts = (strings: TemplateStringsArray, ..._values: unknown[]) => keyOf(strings)
  assert.equal(parts`From ${1} to ${2}.`, 'From {0} to {1}.')
})

test('the address of a page in Welsh begins with its language, and no other address does', () => {
  assert.deepEqual(
    ['/', '/dorset/events?as-at=1'].map((path) => [addressIn('cy', path), addressIn('en', path)]),
    [
      ['/cy', '/'],
      ['/cy/dorset/events?as-at=1', '/dorset/events?as-at=1'],
    ],
  )
  assert.deepEqual(
    ['/cy', '/cy/', '/cy?q=1', '/cy/dorset', '/cymru', '/en/dorset', '/dorset/cy'].map(languageOfAddress),
    [
      { language: 'cy', address: '/' },
      { language: 'cy', address: '/' },
      { language: 'cy', address: '/?q=1' },
      { language: 'cy', address: '/dorset' },
      { language: 'en', address: '/cymru' },
      { language: 'en', address: '/en/dorset' },
      { language: 'en', address: '/dorset/cy' },
    ],
  )
})
