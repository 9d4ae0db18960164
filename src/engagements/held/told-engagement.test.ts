import assert from 'node:assert/strict'
import test from 'node:test'
import { deskOf, wordsOf } from '../../../test/support/desk.ts'
import { errorsOf, evidence, form, kept, market } from '../../../test/support/market.ts'
import { engagementRoutes } from './engagements.routes.ts'

const refusals: readonly (readonly [string, Record<string, string>, readonly (readonly [string, string])[]])[] = [
  [
    'that has not been held yet',
    { 'heldOn-day': '22' },
    [['heldOn', '22 November 2026 has not come yet: record the engagement once it was held']],
  ],
  ['of this afternoon that has not begun', { beganAt: '14:30' }, [['beganAt', '14:30 has not come yet today']]],
  ['on a day that no calendar has', { 'heldOn-day': '31' }, [['heldOn', 'Enter a real day, such as 14 3 2026']]],
  [
    'with more spoken with than reached',
    { spokeWith: '121' },
    [['spokeWith', 'You spoke with 121 people but reached only 120']],
  ],
  [
    'with more concerns than people spoken with',
    { raisedAConcern: '35' },
    [['raisedAConcern', '35 people raised a concern but you spoke with only 34']],
  ],
  [
    'with more concerns than people reached',
    { spokeWith: '', raisedAConcern: '121' },
    [['raisedAConcern', '121 people raised a concern but you reached only 120']],
  ],
  [
    'counted without a figure',
    { reached: '' },
    [['reached', 'Enter how many people you reached, or tick that nobody took a figure']],
  ],
  ['with a figure that is none', { reached: '-5' }, [['reached', 'Enter a whole number, such as 25']]],
  [
    'with a figure that nobody took',
    { footfall: 'none' },
    [['footfall', 'You entered a figure: untick this, or empty the boxes above']],
  ],
  ['of a method that nobody knows', { method: 'séance' }, [['method', 'Choose how you met people']]],
  ['at a time that is none', { beganAt: '25:00' }, [['beganAt', 'Enter a time such as 14:30 or 2.30pm']]],
  [
    'in a neighbourhood of another team',
    { neighbourhood: '55.DS3001' },
    [['neighbourhood', 'Choose a neighbourhood from the list']],
  ],
]

test('an engagement is refused, field by field, and nothing of it is kept', async (t) => {
  const { db, as } = await deskOf(t, engagementRoutes)
  const pcso = await as('pcso')
  for (const [what, wrong, expected] of refusals) {
    const sent = await pcso.send(form, { ...market, ...wrong })
    assert.deepEqual([what, sent.status, errorsOf(sent.body)], [what, 422, expected])
    assert.match(sent.body, /<title>Error: Record an engagement/)
  }
  const empty = await pcso.send(form, {})
  assert.deepEqual(errorsOf(empty.body), [
    ['title', 'Enter what the engagement was'],
    ['method', 'Choose how you met people'],
    ['heldOn', 'Enter the day it was held'],
    ['place', 'Enter where it was held'],
    ['reached', 'Enter how many people you reached, or tick that nobody took a figure'],
  ])
  assert.equal((await kept(db)).length, 0)
  assert.equal((await evidence(db)).length, 0)
})

test('what was typed is shown again and cannot run as markup', async (t) => {
  const { as } = await deskOf(t, engagementRoutes)
  const pcso = await as('pcso')
  const title = '"><script>alert(1)</script>'
  const sent = await pcso.send(form, { ...market, title, reached: '' })
  assert.equal(sent.status, 422)
  assert.match(sent.body, /value="&quot;&gt;&lt;script&gt;alert\(1\)&lt;\/script&gt;"/)
  assert.doesNotMatch(sent.body, /<script>|style="| onclick=/)
})

test('the place that a phone gave is kept with the engagement, and one with its degrees swapped is asked for again', async (t) => {
  const { db, as } = await deskOf(t, engagementRoutes)
  const pcso = await as('pcso')
  const swapped = await pcso.send(form, { ...market, latitude: '-2.7584', longitude: '50.7336' })
  assert.equal(swapped.status, 422)
  assert.match(wordsOf(swapped.body), /Latitude and longitude are swapped/)
  const sent = await pcso.send(form, { ...market, latitude: '50.7336', longitude: '-2.7584' })
  assert.equal(sent.status, 303)
  assert.deepEqual([...(await db`select location::text from engagement`)], [{ location: '(-2.7584,50.7336)' }])
})
