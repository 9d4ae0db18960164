import assert from 'node:assert/strict'
import test from 'node:test'
import { comesFromElsewhere, pathOfThisSite } from '#platform/http/same-site.ts'

const host = 'police.example'

test('a form of this site is taken and one of another site is not', () => {
  const said = (site: string) => comesFromElsewhere({ host, 'sec-fetch-site': site, origin: 'https://police.example' })
  assert.deepEqual(['same-origin', 'none', 'same-site', 'cross-site', ''].map(said), [false, false, true, true, true])
})

test('an older browser is judged by the origin it names', () => {
  const named = (origin: string) => comesFromElsewhere({ host, origin })
  assert.deepEqual(
    [
      'https://police.example',
      'https://evil.example',
      'https://police.example.evil.example',
      'null',
      'https://police.example:8443',
      '',
    ].map(named),
    [false, true, true, true, true, true],
  )
})

test('a client that is no browser has no cookie to misuse', () => {
  assert.equal(comesFromElsewhere({ host }), false)
})

test('after signing in nobody is led to another site', () => {
  for (const bad of [
    '//evil.example',
    '/\\evil.example',
    'https://evil.example',
    '/\t/evil.example',
    '/\n//evil',
    '\\/evil',
    'javascript:alert(1)',
    '',
    '/a\\..\\b',
    '/.//evil.example',
    '/..//evil.example',
    undefined,
  ])
    assert.equal(pathOfThisSite(bad), null, String(bad))
  assert.equal(pathOfThisSite('/desk/west?week=2#late'), '/desk/west?week=2#late')
})
