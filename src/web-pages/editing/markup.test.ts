import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import { isHtml, unwrapHtml } from './from-html.ts'
import { plainMarkup, readMarkup, safeAddress, showMarkup } from './markup.ts'

const shown = (words: string) => showMarkup(readMarkup(words)).text

test('a team writes paragraphs, lists, bold words and links, and nothing else comes of it', () => {
  assert.equal(
    shown(
      'Meet us on **Saturday**\nat the market.\n\n- Bring [a form](https://example.org/form)\n- or mail [us](mailto:us@example.org)\nThank you',
    ),
    `<p class="govuk-body">Meet us on <strong>Saturday</strong><br>at the market.</p>
<ul class="govuk-list govuk-list--bullet"><li>Bring <a class="govuk-link" href="https://example.org/form">a form</a></li>
<li>or mail <a class="govuk-link" href="mailto:us@example.org">us</a></li>
</ul>
<p class="govuk-body">Thank you</p>
`,
  )
  assert.equal(
    shown('See https://example.org/a?b=1&c=2.'),
    '<p class="govuk-body">See <a class="govuk-link" href="https://example.org/a?b=1&amp;c=2">https://example.org/a?b=1&amp;c=2</a>.</p>\n',
  )
  assert.equal(plainMarkup(readMarkup('One **two**\n\n- [three](https://example.org)')), 'One two three')
})

test('a link that leads to a script stays as it was typed, and is no link', () => {
  for (const href of [
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    'file:///etc/passwd',
    '//example.org',
    '/desk',
  ])
    assert.equal(shown(`[here](${href})`).includes('<a'), false, href)
  assert.deepEqual(['tel:101', 'http://example.org', 'java\tscript:alert(1)'].map(safeAddress), [
    'tel:101',
    'http://example.org/',
    null,
  ])
})

const nasty = fc.array(
  fc.oneof(
    fc.constantFrom(
      '<script>',
      '</script>',
      '<img src=x onerror=alert(1)>',
      '<a href="javascript:alert(1)">',
      '[x](',
      'javascript:alert(1)',
      ')',
      '**',
      '\n',
      '\n\n',
      '- ',
      '<!--',
      '-->',
      '"',
      "'",
      '&lt;',
      '<p style="mso-x:1">',
      '</p>',
      'https://example.org/',
      '"onclick="x',
      '<svg/onload=x>',
      '<b>',
      '</b>',
      '&#60;script&#62;',
      '](https://example.org)',
      '<o:p>',
      '<![if !x]>',
    ),
    fc.string(),
  ),
  { maxLength: 24 },
)

const allowedTag =
  /^(?:<p class="govuk-body">|<\/p>|<ul class="govuk-list govuk-list--bullet">|<\/ul>|<li>|<\/li>|<br>|<strong>|<\/strong>|<a class="govuk-link" href="(?:https?:\/\/|mailto:|tel:)[^"<>]*">|<\/a>)$/

const faults = (markup: string) => (markup.match(/<[^>]*>?/g) ?? []).filter((tag) => !allowedTag.test(tag))

test('whatever anybody types or pastes, no tag and no link comes of it that is not allowed', () => {
  fc.assert(
    fc.property(nasty, (pieces) => {
      const typed = pieces.join('')
      assert.deepEqual(faults(shown(typed)), [])
      assert.deepEqual(faults(shown(unwrapHtml(typed).words)), [])
    }),
    { numRuns: 2_000 },
  )
})

const word = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p.MsoNormal{mso-style-name:x}</style></head><body lang=EN-GB>
<!--[if gte mso 9]><xml><o:x></o:x></xml><![endif]-->
<p class=MsoNormal style='margin:0'><b><span style='font-size:12.0pt'>Meet us at the
market<o:p></o:p></span></b></p>
<p class=MsoNormal>Come and <a href="https://example.org/x?a=1&amp;b=2">tell us</a> or <a href="javascript:alert(1)">click</a>&nbsp;&ndash; now.</p>
<script>alert(1)</script>
<p class=MsoListParagraph style='mso-list:l0'><![if !supportLists]><span>·<span>&nbsp;&nbsp; </span></span><![endif]>First point</p>
<ul><li>Second</li><li>Third <img src=x></li></ul></body></html>`

test('what is pasted out of Word keeps its words and its shape, and the team is told what was taken away', () => {
  assert.deepEqual(unwrapHtml(word), {
    words:
      '**Meet us at the market**\n\nCome and [tell us](https://example.org/x?a=1&b=2) or click – now.\n- First point\n- Second\n- Third',
    takenAway: [
      'instructions of Word (4 times)',
      'a script',
      'styles (9 times)',
      'a link that leads nowhere safe',
      'a mark “img”',
    ],
  })
})

test('words that only look a little like HTML are left alone', () => {
  for (const words of ['5 < 6 and 7 > 2', 'Write to <the office>', 'a & b &amp; c', 'I <3 Bridport'])
    assert.deepEqual([isHtml(words), unwrapHtml(words)], [false, { words, takenAway: [] }])
})
