import assert from 'node:assert/strict'
import fc from 'fast-check'
import test from 'node:test'
import { day } from '#platform/day.ts'
import { askedPeriod, monthsOf } from './period.ts'
import { gapsOf, levelOf, type PlaceFigures } from './silence.ts'
import { growthOf, suggestionsOf } from './suggestions.ts'

const place = (
  id: string,
  engagements: number,
  crime: number | null,
  concerns: number | null = null,
): PlaceFigures => ({
  id,
  name: `Town ${id}`,
  engagements,
  crime,
  concerns,
  spokeWith: null,
  uncounted: 0,
  population: null,
})

// 10 of 40 engagements and 45 of 90 crimes are in A: 25 % and 50 %. B: 50 % and 30 %. C: 25 % and 20 %.
const worked = [place('A', 10, 45, 1), place('B', 20, 27, 1), place('C', 10, 18, 8)]

test('the figures of three towns are those worked out by hand', () => {
  assert.deepEqual(gapsOf(worked), {
    gaps: [
      { id: 'A', engagementShare: 25, crimeShare: 50, concernShare: 10, gap: 25 },
      { id: 'B', engagementShare: 50, crimeShare: 30, concernShare: 10, gap: -20 },
      { id: 'C', engagementShare: 25, crimeShare: 20, concernShare: 80, gap: 55 },
    ],
    mirrored: 25 + 30 + 20,
    concernsMirrored: 10 + 10 + 25,
  })
})

test('a town without a boundary is left out of every share, and is never one without crime', () => {
  const { gaps, mirrored } = gapsOf([place('A', 10, 10), place('B', 10, 30), place('C', 60, null)])
  assert.deepEqual(gaps, [
    { id: 'A', engagementShare: 50, crimeShare: 25, concernShare: null, gap: -25 },
    { id: 'B', engagementShare: 50, crimeShare: 75, concernShare: null, gap: 25 },
    { id: 'C', engagementShare: null, crimeShare: null, concernShare: null, gap: null },
  ])
  assert.equal(mirrored, 75)
})

test('where nobody was met, or no crime is known, or there is one town alone, there is no figure', () => {
  assert.equal(gapsOf([place('A', 0, 10), place('B', 0, 30)]).mirrored, null)
  assert.deepEqual(
    gapsOf([place('A', 0, 10), place('B', 0, 30)]).gaps.map(({ gap }) => gap),
    [25, 75],
  )
  assert.equal(gapsOf([place('A', 3, 0), place('B', 4, 0)]).mirrored, null)
  assert.equal(gapsOf([place('A', 3, 7)]).mirrored, null)
  assert.equal(gapsOf([]).mirrored, null)
})

const figures = fc.array(fc.tuple(fc.nat(500), fc.nat(5_000)), { minLength: 2, maxLength: 12 })
const placesOf = (pairs: readonly (readonly [number, number])[]) => pairs.map(([e, c], n) => place(String(n), e, c))
const near = (a: number, b: number) => Math.abs(a - b) < 1e-6

test('however engagement and crime lie: the figure is from 0 to 100, is one less half the differences, and the gaps cancel out', () => {
  fc.assert(
    fc.property(figures, (pairs) => {
      const { gaps, mirrored } = gapsOf(placesOf(pairs))
      if (mirrored === null) return pairs.every(([e]) => e === 0) || pairs.every(([, c]) => c === 0)
      const differences = gaps.reduce((sum, g) => sum + Math.abs((g.crimeShare ?? 0) - (g.engagementShare ?? 0)), 0)
      const all = gaps.reduce((sum, { gap }) => sum + (gap ?? 0), 0)
      return mirrored > -1e-6 && mirrored < 100 + 1e-6 && near(mirrored, 100 - differences / 2) && near(all, 0)
    }),
  )
})

test('engagement that lies just as crime does mirrors all of it, whatever the size of either, and the two may change places', () => {
  fc.assert(
    fc.property(figures, fc.integer({ min: 1, max: 9 }), (pairs, times) => {
      const same = gapsOf(placesOf(pairs.map(([e]) => [e, e * times]))).mirrored
      const one = gapsOf(placesOf(pairs)).mirrored
      const other = gapsOf(placesOf(pairs.map(([e, c]) => [c, e]))).mirrored
      return (same === null || near(same, 100)) && (one === null ? other === null : near(one, other ?? -1))
    }),
  )
})

test('a gap is told from five points on, and a wide one from ten', () => {
  assert.deepEqual([10, 9.9, 5, 4.9, -4.9, -5, null].map(levelOf), [
    'silent',
    'quiet',
    'quiet',
    'alike',
    'alike',
    'heard',
    'unknown',
  ])
})

const count = (month: string, category: string, crimes: number, neighbourhoodId = 'A') => ({
  neighbourhoodId,
  month: day(`${month}-01`),
  category,
  crimes,
})
const october = day('2026-10-01')

test('crime grew where it came to five or more and by half, the last three months beside the three before', () => {
  const counts = [
    count('2026-04', 'Burglary', 90),
    count('2026-05', 'Burglary', 3),
    count('2026-08', 'Burglary', 2),
    count('2026-10', 'Burglary', 3),
    count('2026-07', 'Vehicle crime', 4),
    count('2026-09', 'Vehicle crime', 9),
    count('2026-09', 'Drugs', 4),
    count('2026-09', 'Robbery', 50, 'B'),
  ]
  assert.deepEqual(growthOf(counts, 'A', october), { category: 'Vehicle crime', before: 4, now: 9 })
  assert.equal(growthOf(counts.slice(0, 2), 'A', october), null)
})

const told = (counts: Parameters<typeof growthOf>[0], unknownMonths = [day('2026-04-01')]) => ({
  places: worked,
  comparison: gapsOf(worked),
  counts,
  period: { from: day('2026-01-01'), to: october },
  unknownMonths,
})

test('crime is not said to have grown out of months that nobody knows', () => {
  const counts = [count('2026-07', 'Burglary', 3), count('2026-09', 'Burglary', 7)]
  const reasons = (unknown: string) => suggestionsOf(told(counts, [day(unknown)])).map(({ reason }) => reason)
  assert.deepEqual(reasons('2026-05-01'), [
    '80 % of concerns, 25 % of engagements',
    '50 % of crime, 25 % of engagements',
  ])
  assert.match(reasons('2026-04-01').join(), /burglary at least doubled/)
})

test('next month’s calendar is asked for the widest gap first, each with its reason and a fitting way to meet', () => {
  const counts = [count('2026-07', 'Burglary', 3), count('2026-09', 'Burglary', 7)]
  assert.deepEqual(suggestionsOf(told(counts)), [
    { placeId: 'C', place: 'Town C', method: 'surgery', reason: '80 % of concerns, 25 % of engagements' },
    {
      placeId: 'A',
      place: 'Town A',
      method: 'watch meeting',
      reason: '50 % of crime, 25 % of engagements; burglary at least doubled, from 3 to 7 in three months',
    },
  ])
})

test('the usual period is the last twelve months of known crime; months the wrong way round are a mistake', () => {
  const known = [day('2026-09-01'), october, day('2019-01-01')]
  const today = day('2026-11-21')
  assert.deepEqual(askedPeriod({}, known, today).period, { from: '2025-11-01', to: '2026-10-01' })
  assert.deepEqual(askedPeriod({}, [], today).period, { from: '2025-11-01', to: '2026-10-01' })
  assert.deepEqual(askedPeriod({ from: '2026-01', to: '2026-03' }, known, today), {
    period: { from: '2026-01-01', to: '2026-03-01' },
    errors: {},
  })
  const mistakes = [
    { from: '2026-03', to: '2026-01' },
    { from: 'x', to: '2026-01' },
    { from: '2026-01' },
    { from: '2001-01', to: '2026-01' },
  ]
  assert.deepEqual(
    mistakes.map((query) => askedPeriod(query, known, today).errors),
    [
      { to: 'The last month must not come before the first' },
      { from: 'Choose the first month' },
      { to: 'Choose the last month' },
      { to: 'Choose at most five years' },
    ],
  )
  assert.deepEqual(monthsOf({ from: day('2025-12-01'), to: day('2026-02-01') }), [
    '2025-12-01',
    '2026-01-01',
    '2026-02-01',
  ])
})
