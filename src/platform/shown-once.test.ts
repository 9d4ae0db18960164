import assert from 'node:assert/strict'
import test from 'node:test'
import { html } from '#platform/html.ts'
import { sayIn } from '#platform/language/say.ts'
import { shownOnce } from './shown-once.ts'

test('what is told of a thing is written once in each language, and again of another thing that says the same', () => {
  let written = 0
  const show = shownOnce(({ name }: { readonly name: string }, say) => html`${++written} ${name} ${say.language}`)
  const [bridport, again] = [{ name: 'Bridport' }, { name: 'Bridport' }]
  const [en, cy] = [sayIn('en'), sayIn('cy')]
  assert.deepEqual(
    [show(bridport, en), show(bridport, cy), show(bridport, en), show(bridport, cy), show(again, en)].map(String),
    ['1 Bridport en', '2 Bridport cy', '1 Bridport en', '2 Bridport cy', '3 Bridport en'],
  )
})
