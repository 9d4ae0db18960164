import assert from 'node:assert/strict'
import test from 'node:test'
import { day, type Day } from '#platform/day.ts'
import { wordsOf } from '../../../test/support/desk.ts'
import { decided, panel, score } from '../../../test/support/panel.ts'
import { asked } from '../../../test/support/recommended.ts'
import { movableDays, movedFaults, phases } from './round.ts'

const today = day('2026-11-21')
const days = (opens: string, scoring: string, moderation: string, closes: string) => ({
  ...asked('opensOn', opens),
  ...asked('scoringOn', scoring),
  ...asked('moderationOn', moderation),
  ...asked('closesOn', closes),
})

test('each phase of a round waits for its day, and the chair who cannot wait moves the days in order', async (t) => {
  const { db, open, one, chair, second, west } = await panel(t)
  await open(days('2026-11-23', '2026-11-30', '2026-12-07', '2026-12-14'))
  const unopened = await second.look(one)
  assert.equal(unopened.status, 409)
  assert.match(wordsOf(unopened.body), /This round opens on 23 November 2026/)
  assert.equal((await second.send(`${west}/conflict`, { why: 'A cousin' })).status, 409)
  const early = await chair.send(`${one}/begin-scoring`, {})
  assert.equal(early.status, 409)
  assert.match(wordsOf(early.body), /Scoring begins on 30 November 2026. Whoever leads the panel can move its days/)
  const move = (form: Record<string, string>) => chair.send(`${one}/days`, form)
  const wrong = await move(days('2026-11-21', '2026-11-20', '2026-12-07', '2026-12-01'))
  assert.equal(wrong.status, 422)
  assert.match(wordsOf(wrong.body), /Scoring cannot begin before the round opens.*cannot close before moderation/)
  assert.equal((await move(days('2026-11-20', '2026-11-21', '2026-12-07', '2026-12-14'))).status, 422)
  assert.equal((await move(days('2026-11-21', '2026-11-21', '2026-12-07', '2026-12-14'))).status, 303)
  assert.equal((await second.send(`${one}/days`, {})).status, 403)
  assert.equal((await second.look(one)).status, 200)
  assert.equal((await chair.send(`${one}/begin-scoring`, {})).status, 303)
  for (const slug of ['west', 'east']) await chair.send(`${one}/${slug}/standards/D-2`, score)
  assert.match(wordsOf((await chair.send(`${one}/begin-moderation`, {})).body), /Moderation begins on 7 December 2026/)
  const form = await chair.look(`${one}/days`)
  assert.doesNotMatch(form.body, /name="scoringOn/)
  assert.equal((await move({ ...asked('moderationOn', '2026-11-21'), ...asked('closesOn', '2026-12-14') })).status, 303)
  assert.equal((await chair.send(`${one}/begin-moderation`, {})).status, 303)
  for (const slug of ['west', 'east']) {
    await chair.send(`${one}/${slug}/standards/D-2/moderate`, decided)
    await chair.send(`${one}/${slug}/rating`, { grade: 'fair', reason: 'So-so' })
  }
  assert.match(wordsOf((await chair.send(`${one}/close`, {})).body), /This round closes on 14 December 2026/)
  assert.equal((await move(asked('closesOn', '2026-11-21'))).status, 303)
  assert.equal((await chair.send(`${one}/close`, {})).status, 303)
  assert.equal((await chair.look(`${one}/days`)).status, 409)
  assert.deepEqual(
    [...(await db`select detail from audit where verb = 'move the days' order by id limit 1`)],
    [
      {
        detail: {
          opensOn: '2026-11-21',
          scoringOn: '2026-11-21',
          'opensOn was': '2026-11-23',
          'scoringOn was': '2026-11-30',
        },
      },
    ],
  )
})

test('what has begun keeps its day, and no day is moved to one that is over', () => {
  const later = day('2026-12-01')
  const movable = phases.map((phase) => movableDays({ phase, opensOn: later }, today).length)
  assert.deepEqual([movable, movableDays({ phase: 'set up', opensOn: today }, today).length], [[4, 2, 1, 0], 3])
  const round = { opensOn: today, scoringOn: today, moderationOn: later, closesOn: later }
  const before: Day = day('2026-11-20')
  assert.deepEqual(movedFaults(round, { ...round, closesOn: before }, today), {
    closesOn: 'The round cannot close before moderation, which begins on 1 December 2026',
  })
  const begun = { ...round, opensOn: before, scoringOn: before }
  assert.deepEqual(movedFaults(begun, { ...begun, moderationOn: before, closesOn: later }, today), {
    moderationOn: '20 November 2026 is over',
  })
})
