import assert from 'node:assert/strict'
import test from 'node:test'
import { unbuiltAssetPath } from '#platform/http/assets.ts'
import { ownLook } from '#platform/look.ts'
import { siteChromeOf } from './site.ts'

const english = { language: 'en', languages: ['en'], asked: '' } as const

const coloured = new Map([
  ['dorset', { ...ownLook, colour: '#14315f' }],
  ['devon-and-cornwall', { ...ownLook, colour: '#1d5133' }],
])
const lookOf = (forceId: string) => coloured.get(forceId) ?? ownLook

test('each force has its own colours, at the desk those of the person’s force', () => {
  const chrome = siteChromeOf({ assetPath: unbuiltAssetPath, demonstration: false, lookOf })
  const person = { id: '1', name: 'Alex', roles: ['sergeant'], forceId: 'dorset', teamId: null }
  const colour = (path: string, params = {}, who: typeof person | null = null) =>
    chrome({ ...english, path, params, person: who }).look.colour
  assert.deepEqual(
    [
      colour('/'),
      colour('/dorset/none'),
      colour('/x', { force: 'devon-and-cornwall' }),
      colour('/desk', {}, person),
      colour('/constructor'),
    ],
    [ownLook.colour, '#14315f', '#1d5133', '#14315f', ownLook.colour],
  )
})

test('who is signed in is led to this week, and everybody else to sign in', () => {
  const chrome = siteChromeOf({ assetPath: unbuiltAssetPath, demonstration: false, lookOf })
  const person = { id: '1', name: 'Alex', roles: ['sergeant'], forceId: 'dorset', teamId: null }
  const links = (who: typeof person | null) =>
    chrome({ ...english, path: '/', params: {}, person: who }).navigation.map(({ words }) => words)
  assert.deepEqual(links(null), ['Find your team', 'Frameworks', 'Sign in'])
  assert.deepEqual(links(person), ['Find your team', 'Frameworks', 'This week'])
})
