import assert from 'node:assert/strict'
import test from 'node:test'
import { html } from '#platform/html.ts'
import { sayIn } from '#platform/language/say.ts'
import { runsOf } from './runs-of.ts'

test('a page’s words come to paper with their weight and language, without its links', () => {
  const welsh = sayIn('cy')
  const said = html`<strong>Kept</strong> ${welsh.own(html`in <strong>9</strong> of 12`)} <a class="x" href="/y">more ›</a>`
  assert.deepEqual(runsOf(said), [
    { words: 'Kept', strong: true },
    { words: ' ' },
    { words: 'in ', language: 'en' },
    { words: '9', language: 'en', strong: true },
    { words: ' of 12', language: 'en' },
    { words: ' ' },
    { words: 'more ›' },
  ])
})

test('what looks like markup is words, and what no printer has is left out', () => {
  assert.deepEqual(runsOf(html`${'<b> & "Bob\'s" #let $x$ \u0000\u0007\ud800'}`), [
    { words: '<b> & "Bob\'s" #let $x$ \ufffd' },
  ])
  assert.deepEqual(runsOf('&amp; <i>\n\n two'), [{ words: '&amp; <i> two' }])
  assert.deepEqual(runsOf(''), [])
})

test('markup that is more than words is not put on paper by mistake', () => {
  assert.throws(() => runsOf(html`<table></table>`), /<table> is more than words/)
})
