import assert from 'node:assert/strict'
import test from 'node:test'
import { day } from '#platform/day.ts'
import { planSubjects } from './plan-subjects.ts'

const setting = { forceId: 'dorset', teamId: 'dorset/west-dorset', from: day('2026-06-01') }
const known = (id: string, kind: string, label: string) => ({
  id,
  forceId: 'dorset',
  teamId: null,
  kind,
  label,
  from: day('2019-08-02'),
  to: null,
})
const idsOf = (kind: string, labels: readonly string[], ...subjects: readonly ReturnType<typeof known>[]) =>
  planSubjects(
    labels.map((label) => ({ kind, label })),
    subjects,
    setting,
  ).subjects.map(({ id }) => id)

test('a clerk whom the team knows is the same clerk under a shorter name', () => {
  const lyme = known('lyme', 'council clerk', 'Clerk of Lyme Regis Town Council')
  assert.deepEqual(idsOf('council clerk', ['council clerk of Lyme Regis', 'Lyme Regis', 'clerk of Lyme'], lyme), [
    'lyme',
    'dorset/west-dorset/council-clerk/clerk-of-lyme',
  ])
})

test('a council is not the clerk of it, nor is a parish its town', () => {
  const clerk = known('clerk', 'council clerk', 'Clerk of Bridport Town Council')
  const town = known('town', 'council', 'Bridport Town Council')
  assert.deepEqual(idsOf('council', ['Bridport council', 'Bridport Parish Council'], clerk, town), [
    'town',
    'dorset/west-dorset/council/bridport-parish-council',
  ])
})

test('a scheme named twice is one scheme', () => {
  assert.deepEqual(idsOf('watch scheme', ['Shop watch', 'Shop Watch', 'Pub watch']), [
    'dorset/west-dorset/watch-scheme/shop-watch',
    'dorset/west-dorset/watch-scheme/pub-watch',
  ])
})

test('"town clerks" names nobody: it means every clerk there is', () => {
  for (const [kind, label] of [
    ['council clerk', 'town clerks'],
    ['council', 'local councillors'],
    ['community group', 'community'],
    ['school', 'schools'],
  ] as const)
    assert.deepEqual(planSubjects([{ kind, label }], [], setting), { subjects: [], all: true })
})

test('a new subject belongs to the team from the first day of the contract', () => {
  const { subjects } = planSubjects([{ kind: 'council', label: 'charmouth parish council' }], [], setting)
  assert.deepEqual(subjects, [
    {
      id: 'dorset/west-dorset/council/charmouth-parish-council',
      forceId: 'dorset',
      teamId: 'dorset/west-dorset',
      kind: 'council',
      label: 'Charmouth parish council',
      from: '2026-06-01',
      to: null,
    },
  ])
})
