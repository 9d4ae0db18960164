import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import { day } from '#platform/day.ts'
import type { PlannedEngagement } from '../planned-engagement.ts'
import { socialTexts } from './social-texts.ts'

const team = {
  id: 'dorset/west-dorset',
  forceId: 'dorset',
  slug: 'west-dorset',
  name: 'West Dorset',
  schoolCouncil: null,
}
const url = 'https://example.org/dorset/west-dorset/events/0b1e0000-0000-4000-8000-000000000001'
const planned: PlannedEngagement = {
  id: '0b1e0000-0000-4000-8000-000000000001',
  seriesId: null,
  teamId: 'dorset/west-dorset',
  title: 'Library surgery',
  method: 'surgery',
  place: 'Bridport library',
  location: null,
  accessibility: 'Level entrance.',
  howToAsk: null,
  heldOn: day('2026-12-02'),
  begins: '10:30',
  ends: '12:00',
  ledBy: 'police',
  keyEvent: false,
  communities: [],
  state: 'planned',
  moved: false,
  sequence: 0,
  reason: null,
  changedAt: new Date('2026-11-21T14:00:00Z'),
}

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
