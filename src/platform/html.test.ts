import assert from 'node:assert/strict'
import test from 'node:test'
import { html, joined, raw } from '#platform/html.ts'

test('what a resident typed is shown as text, never run', () => {
  const typed = `<script>alert("it's & over")</script>`
  assert.equal(
    html`<p title="${typed}">${typed}</p>`.text,
    '<p title="&lt;script&gt;alert(&quot;it&#39;s &amp; over&quot;)&lt;/script&gt;">' +
      '&lt;script&gt;alert(&quot;it&#39;s &amp; over&quot;)&lt;/script&gt;</p>',
  )
})

test('a page inside a page is not escaped twice', () => {
  const officer = html`<b>${'Alex & Sam'}</b>`
  assert.equal(html`<li>${officer}</li>`.text, '<li><b>Alex &amp; Sam</b></li>')
})

test('lists are joined and what is not known is left out', () => {
  const rows = ['one', 'two <'].map((row) => html`<li>${row}</li>`)
  assert.equal(html`${rows}${null}${undefined}${false}${0}`.text, '<li>one</li><li>two &lt;</li>0')
})

test('a nested list escapes its text too', () => {
  assert.equal(html`${['<', ['>', raw('<br>')]]}`.text, '&lt;&gt;<br>')
})

test('an object that only looks like markup is still escaped', () => {
  const forged = JSON.parse('{"text":"<img>"}')
  assert.equal(html`${forged}`.text, '[object Object]')
})

test('pieces are joined with another between them', () => {
  assert.equal(joined(['a&b', 'c'], raw('<br>')).text, 'a&amp;b<br>c')
})
