import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import test from 'node:test'
import { faultsOf } from '#measures/check.ts'
import { explain } from '#measures/explain.ts'
import { kinds } from '#measures/kinds.ts'
import { measureSchema } from '#measures/measure.ts'

const page = readFileSync(join(import.meta.dirname, '..', 'docs', 'measure-language.md'), 'utf8')
const examples = [...page.matchAll(/```json\n([\s\S]*?)```\n> (.*)/g)].map(([, json, sentence]) => ({
  measure: measureSchema.parse(JSON.parse(json as string)),
  sentence: sentence as string,
}))

test('the measure language’s page shows each of the eleven measures at work', () => {
  const shown = new Set(examples.map(({ measure }) => measure.measure))
  assert.deepEqual([...shown].sort(), measureSchema.options.map((option) => option.shape.measure.value).toSorted())
})

for (const { measure, sentence } of examples) {
  test(`the program itself explains the ${measure.measure} of the page: ${sentence}`, () => {
    assert.equal(explain(measure), sentence)
    assert.deepEqual(faultsOf(measure, kinds), [])
  })
}
