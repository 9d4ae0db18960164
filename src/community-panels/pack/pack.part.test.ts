import assert from 'node:assert/strict'
import test from 'node:test'
import type { Pack, PackPromise } from '#assessments/packs/pack.ts'
import { day } from '#platform/day.ts'
import { english } from '#platform/language/say.ts'
import type { StandingWord } from '#standings/standing.ts'
import { standardTold } from './pack.part.ts'

test('a member meets at once at most three promises that were missed or are late, and the others when they ask', () => {
  assert.deepEqual(
    [
      told(['kept', 'late', 'unknown', 'missed', 'missed', 'late']),
      told(['kept', 'due']),
      told(['missed']),
      told(['kept', 'missed'], true),
    ],
    [
      { atOnce: ['T2', 'T4', 'T5'], asked: '3 more promises', whenAsked: ['T1', 'T3', 'T6'] },
      { atOnce: [], asked: 'What was promised: 2 promises', whenAsked: ['T1', 'T2'] },
      { atOnce: ['T1'], asked: null, whenAsked: [] },
      { atOnce: ['T1', 'T2'], asked: null, whenAsked: [] },
    ],
  )
})

/** Which promises a page tells of a standard whose promises stand so. */
function told(standings: readonly StandingWord[], isUnfolded = false) {
  const pack = { ...standard, promises: standings.map(promised) }
  const page = String(standardTold({ pack, lastYear: [], say: english, isUnfolded }))
  const [before = '', after = ''] = page.split('<details')
  const refs = (part: string) => part.match(/T\d/g) ?? []
  return {
    atOnce: refs(before),
    asked: /summary-text">\s*([^<]*?)\s*</.exec(after)?.[1] ?? null,
    whenAsked: refs(after),
  }
}

const promised = (standing: StandingWord, n: number): PackPromise => ({
  ref: '',
  text: `T${n + 1}`,
  standing,
  reason: '',
  numerator: null,
  denominator: null,
  entries: 0,
})

const standard: Omit<Pack, 'promises'> = {
  standardId: 'D-2',
  title: 'Face to face',
  asAt: day('2026-11-21'),
  standing: 'kept',
  sample: [],
  drawnFrom: 0,
  selfEvaluation: [],
  frozen: null,
}
