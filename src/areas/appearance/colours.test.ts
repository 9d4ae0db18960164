import assert from 'node:assert/strict'
import fastCheck from 'fast-check'
import { readFileSync } from 'node:fs'
import test from 'node:test'
import { ownAccent, ownLook } from '#platform/look.ts'
import { contrast, shadesOf } from './colour.ts'
import { accentContrast, nearestAccent, nearestColour, poorContrastsOf, ratioInWords } from './judge-colours.ts'
import { lookOf, stylesheetOf } from './look.ts'

const anyColour = fastCheck.integer({ min: 0, max: 0xffffff }).map((light) => `#${light.toString(16).padStart(6, '0')}`)

test('contrast is measured by the formula of WCAG, whichever colour is named first', () => {
  assert.equal(contrast('#ffffff', '#000000'), 21)
  assert.equal(contrast('#000000', '#ffffff'), 21)
  assert.equal(contrast('#14315f', '#14315f'), 1)
  assert.equal(contrast('#777777', '#ffffff').toFixed(2), '4.48')
  assert.equal(contrast('#767676', '#ffffff').toFixed(2), '4.54')
})

test('a colour on which white cannot be read is told with what was measured, never rounded up', () => {
  const poor = poorContrastsOf('#777777')
  assert.deepEqual(
    poor.map(({ what, ratio, needed }) => [what, ratioInWords(ratio), needed]),
    [
      ['white on it', '4.4 : 1', 4.5],
      ['links on white', '4.4 : 1', 4.5],
      ['links on the pale ground', '4.0 : 1', 4.5],
    ],
  )
  assert.deepEqual(
    poorContrastsOf('#ffdd00').map(({ what }) => what),
    ['white on it', 'links on white', 'links on the pale ground', 'the yellow of what is chosen'],
  )
  assert.deepEqual(poorContrastsOf('#14315f'), [])
})

test('whatever colour a force wishes for, the nearest that is offered can be read', () => {
  fastCheck.assert(
    fastCheck.property(anyColour, anyColour, (wished, accent) => {
      const colour = nearestColour(wished)
      assert.deepEqual(poorContrastsOf(colour), [])
      assert.ok(accentContrast(nearestAccent(accent, colour), colour) >= 3)
      if (poorContrastsOf(wished).length === 0) assert.equal(colour, wished)
    }),
  )
})

test('our own colours can be read, and are those of the stylesheet', () => {
  const themes = readFileSync(new URL('../../browser/_themes.scss', import.meta.url), 'utf8')
  assert.deepEqual(poorContrastsOf(ownLook.colour), [])
  assert.ok(accentContrast(ownAccent, ownLook.colour) >= 3)
  assert.match(themes, new RegExp(`--site-header-colour: ${ownLook.colour};`))
  assert.match(themes, new RegExp(`--site-accent-colour: ${ownAccent};`))
})

test('a force’s stylesheet holds its colours and what goes with them, under an address that changes with them', () => {
  const dorset = { forceId: 'dorset', languages: ['en'] as const, colour: '#14315f', accent: null, crestAt: null }
  assert.deepEqual(shadesOf('#14315f'), { deeper: '#0b1b34', pale: '#eaecf1', line: '#95a2b7' })
  assert.equal(
    stylesheetOf(dorset),
    ':root{--site-header-colour:#14315f;--govuk-brand-colour:#14315f;--govuk-link-colour:#14315f;' +
      '--govuk-link-hover-colour:#0b1b34;--govuk-surface-background-colour:#eaecf1;' +
      '--govuk-template-background-colour:#eaecf1;--govuk-surface-border-colour:#95a2b7;--site-accent-colour:#f2b705}\n',
  )
  const other = { ...dorset, colour: '#1d5133' }
  assert.notEqual(lookOf(dorset).stylesheet, lookOf(other).stylesheet)
  assert.deepEqual(lookOf({ ...dorset, colour: null }), ownLook)
})
