import assert from 'node:assert/strict'
import test from 'node:test'
import { planFormOf } from '#frameworks/plan-form.ts'
import { day } from '#platform/day.ts'
import { formedFramework } from '../../test/support/plan.ts'
import type { Contract } from './contract.ts'
import { planParts, questionsOf, unansweredInWords } from './plan-parts.ts'

const promise = (standards: string[]) => ({
  ref: standards.join(),
  heading: 'h',
  text: 't',
  standards,
  who: 'w',
  with: [],
  measures: [],
})

const whole: Contract = {
  id: 'dorset/north/2026',
  teamId: 'dorset/north',
  year: 2026,
  frameworkId: formedFramework.id,
  span: { from: day('2026-12-01'), to: day('2027-11-30') },
  completedOn: null,
  part1: [
    { heading: 'Team', text: 'North' },
    { heading: 'Listening', text: 'At markets' },
  ],
  goodPractice: ['A stall'],
  toolRequests: ['None'],
  unread: [],
  revision: 1,
  commitments: [promise(['F-1']), promise(['F-3'])],
}

const form = planFormOf(formedFramework)
const open = (contract: Contract) => planParts(contract, form).map(({ unanswered }) => unanswered)

test('a plan is complete once each question, each heading and both lists are answered (D1.1)', () => {
  assert.deepEqual(open(whole), [[], [], []])
  assert.equal(unansweredInWords(planParts(whole, form)), null)
  assert.deepEqual(open({ ...whole, part1: [{ heading: 'Team', text: ' ' }] }), [['Team', 'Listening'], [], []])
  assert.deepEqual(open({ ...whole, commitments: [promise(['F-2'])] }), [[], ['Face to face'], []])
  assert.deepEqual(open({ ...whole, goodPractice: [] }), [[], [], ['Good practice']])
  assert.deepEqual(open({ ...whole, toolRequests: [] }), [[], [], ['Tools that would help']])
})

test('a framework without a form asks for promises under its standards, and for what the plan told before', () => {
  const { form: _, ...formless } = formedFramework
  const asked = planFormOf(formless)
  const contract = { ...whole, part1: [{ heading: 'Context', text: '' }], goodPractice: [], toolRequests: [] }
  assert.deepEqual(questionsOf(contract, asked), [{ heading: 'Context', asks: null, text: '' }])
  assert.equal(
    unansweredInWords(planParts(contract, asked)),
    'Not all parts of the plan are answered: part 1 (Context), part 2 (Standard 2).',
  )
})
