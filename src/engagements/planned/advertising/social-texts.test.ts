import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import type { PlannedEngagement } from '../planned-engagement.ts'
import { socialTexts } from './social-texts.ts'
import {
  librarySurgery as planned,
  librarySurgeryAddress as url,
  westDorset as team,
} from '../../../../test/support/library-surgery.ts'

const wordsOf = (changes: Partial<PlannedEngagement>) =>
  socialTexts({ ...planned, ...changes }, team, url).map(({ words }) => words)

test('a planned engagement is told of on each channel in its own length', () => {
  assert.deepEqual(
    socialTexts(planned, team, url).map(({ name, channel }) => [name, channel]),
    [
      ['Short post', 'Twitter'],
      ['Facebook', 'Facebook'],
      ['Dorset Alert, by e-mail', 'Dorset Alert'],
      ['Parish notice', 'parish notice'],
    ],
  )
  const [short, long] = wordsOf({})
  assert.equal(short, `Library surgery\nWednesday 2 December 2026, 10:30 to 12:00\nBridport library\n${url}`)
  assert.equal(
    long,
    `Library surgery

Come and talk to your West Dorset neighbourhood policing team: Wednesday 2 December 2026, 10:30 to 12:00, at Bridport library.

Level entrance.

More: ${url}

Please do not report crime here: call 999 in an emergency, 101 otherwise.`,
  )
})

test('a cancelled engagement invites nobody, and says first that it is cancelled', () => {
  for (const words of wordsOf({ state: 'cancelled', reason: 'Storm.' })) {
    assert.match(words, /^(Subject: )?CANCELLED: Library surgery/)
    assert.doesNotMatch(words, /Come and talk|would like to hear/)
  }
})

test('a force that has no Dorset Alert uses Neighbourhood Alert', () => {
  const other = { ...team, id: 'devon-and-cornwall/launceston', forceId: 'devon-and-cornwall' }
  assert.equal(socialTexts(planned, other, url)[2]?.channel, 'Neighbourhood Alert')
})

test('a short post never has more than 280 characters, keeps day and address, and cuts no letter in two', () => {
  const words = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 150 })
  fc.assert(
    fc.property(words, words, fc.boolean(), (title, place, moved) => {
      const [short = ''] = wordsOf({ title: title.slice(0, 150).toWellFormed(), place, moved })
      assert.ok(short.length <= 280, `${short.length} characters`)
      assert.ok(short.includes('Wednesday 2 December 2026, 10:30 to 12:00') && short.endsWith(url))
      assert.equal(short.toWellFormed(), short)
    }),
  )
  const lengths = Array.from({ length: 150 }, (_, n) => wordsOf({ title: 'T'.repeat(n + 1) })[0]?.length ?? 0)
  const further = Array.from(
    { length: 150 },
    (_, n) => wordsOf({ title: 'T'.repeat(60), place: 'P'.repeat(n + 1) })[0]?.length ?? 0,
  )
  assert.equal(Math.max(...lengths, ...further), 280)
})
