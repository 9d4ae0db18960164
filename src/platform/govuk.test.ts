import assert from 'node:assert/strict'
import test from 'node:test'
import { button, dateInput, errorSummary, input, pagination, radios, summaryList, table, tag } from '#platform/govuk.ts'
import { html } from '#platform/html.ts'

test('a question has its label, hint and mistake tied to it', () => {
  const markup = input({
    name: 'town',
    label: 'Town',
    hint: 'Or <village>',
    error: 'Enter a town',
    value: '"><b>',
  }).text
  assert.match(markup, /<label class="govuk-label" for="town">\s*Town\s*<\/label>/)
  assert.match(markup, /Or &lt;village&gt;/)
  assert.match(markup, /aria-describedby="town-hint town-error"/)
  assert.match(markup, /value="&quot;&gt;&lt;b&gt;"/)
})

test('the error summary leads to the first box of a date', () => {
  const date = dateInput({
    name: 'when',
    legend: 'When was it?',
    error: 'Enter a day',
    value: { day: '31', month: '2', year: '' },
  })
  const summary = errorSummary({ when: 'Enter a day' })
  assert.match(summary.text, /<a href="#when">Enter a day<\/a>/)
  assert.equal(date.text.match(/id="when"/g)?.length, 1)
  assert.match(
    date.text,
    /<input class="govuk-input govuk-date-input__input govuk-input--error govuk-input--width-2" id="when" name="when-day"[^>]* value="31"/,
  )
  assert.match(date.text, /name="when-month"[^>]* value="2"/)
})

test('a form without mistakes has no error summary', () => {
  assert.equal(errorSummary({}).text, '')
})

test('radio buttons keep what was chosen and reveal what belongs to it', () => {
  const markup = radios({
    name: 'answer',
    legend: 'Was it answered?',
    value: 'yes',
    choices: [
      { value: 'yes', words: 'Yes', reveals: html`<b>how</b>` },
      { value: 'no', words: 'No' },
    ],
  }).text
  assert.match(markup, /id="answer" name="answer" type="radio" value="yes" checked/)
  assert.match(markup, /<b>how<\/b>/)
})

test('a table has a caption and headers for its columns and rows', () => {
  const markup = table({
    caption: 'Meetings',
    head: ['Place', { words: 'People', numeric: true }],
    rows: [['Town', { words: '12', numeric: true }]],
  }).text
  assert.match(markup, /<caption class="govuk-table__caption govuk-table__caption--m">Meetings<\/caption>/)
  assert.match(markup, /<th scope="col" class="govuk-table__header govuk-table__header--numeric">People<\/th>/)
  assert.match(markup, /<th scope="row" class="govuk-table__header">Town<\/th>/)
})

test('a component asked for twice is drawn once', () => {
  assert.equal(tag('Late', 'red'), tag('Late', 'red'))
  assert.equal(tag('Late <b>', 'red').text, '<strong class="govuk-tag govuk-tag--red">\n  Late &lt;b&gt;\n</strong>')
})

test('a button sends its form once', () => {
  assert.match(
    button('Save', { name: 'save', value: '1' }).text,
    /data-prevent-double-click="true"[^>]*data-module="govuk-button"/,
  )
})

test('an action says what it changes to those who only hear it', () => {
  const markup = summaryList([
    { key: 'Name', value: 'A', actions: [{ words: 'Change', href: '/a', about: 'name' }] },
  ]).text
  assert.match(markup, /Change<span class="govuk-visually-hidden"> name<\/span>/)
})

test('the pages between are left out of a long list of pages', () => {
  const markup = pagination({ label: 'Pages', current: 5, pages: 9, hrefOf: (page) => `?page=${page}` }).text
  assert.deepEqual(
    [...markup.matchAll(/href="\?page=(\d)"/g)].map((found) => found[1]),
    ['4', '1', '4', '5', '6', '9', '6'],
  )
  assert.equal(pagination({ label: 'Pages', current: 1, pages: 1, hrefOf: String }).text, '')
})
