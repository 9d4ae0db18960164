import assert from 'node:assert/strict'
import test from 'node:test'
import { permissions } from '#people/permissions.ts'
import { roles, type Role } from '#people/person.ts'
import { Refusal } from '#platform/refusal.ts'
import { isPublished, isWithPanel, leadOf, nextStep, refuseWithoutReason, states, steps, stepsFrom } from './state.ts'

const team: readonly Role[] = ['sergeant', 'inspector']

/** The course of a year, told again here by hand: state, step, where it leads, and who may take it. */
const told: readonly (readonly [string, string, string, readonly Role[]])[] = [
  ['draft', 'submit', 'submitted', team],
  ['draft', 'reassign', 'draft', team],
  ['submitted', 'sign', 'signed', ['inspector']],
  ['submitted', 'send back', 'draft', ['inspector']],
  ['submitted', 'reassign', 'submitted', team],
  ['signed', 'endorse', 'endorsed', ['smt']],
  ['signed', 'send back', 'draft', ['smt']],
  ['signed', 'reassign', 'signed', team],
  ['endorsed', 'publish', 'in force', ['inspector', 'smt', 'force-lead']],
  ['endorsed', 'send back', 'draft', ['inspector', 'smt', 'force-lead']],
  ['endorsed', 'reassign', 'endorsed', team],
  ['in force', 'draft the self evaluation', 'self evaluation drafted', team],
  ['in force', 'reassign', 'in force', team],
  ['self evaluation drafted', 'freeze', 'frozen', ['inspector']],
  ['self evaluation drafted', 'reassign', 'self evaluation drafted', team],
  ['frozen', 'rate', 'rated', ['opcc']],
  ['frozen', 'send back', 'self evaluation drafted', ['opcc']],
  ['rated', 'close', 'closed', ['opcc']],
]

test('each step leads from just those states, and for just those roles, that the year of a contract knows (R01)', () => {
  const found = states.flatMap((state) =>
    stepsFrom(state).map((step) => {
      const { to, needs } = leadOf(state, step)
      const may: readonly Role[] = permissions[needs]
      return [state, step, to, roles.filter((role) => may.includes(role))] as const
    }),
  )
  const inOrder = (rows: readonly (readonly [string, string, ...unknown[]])[]) =>
    rows.toSorted((a, b) => (`${a[0]} ${a[1]}` < `${b[0]} ${b[1]}` ? -1 : 1))
  assert.deepEqual(inOrder(found), inOrder(told))
})

test('every wrong step is refused in words that say where the contract stands and what can be done', () => {
  let refused = 0
  for (const state of states)
    for (const step of steps) {
      if (told.some(([from, taken]) => from === state && taken === step)) continue
      assert.throws(
        () => leadOf(state, step),
        (fault) => fault instanceof Refusal && fault.status === 409 && fault.message.includes(`It is ${state}, and`),
        `${step} from ${state}`,
      )
      refused++
    }
  assert.equal(refused, states.length * steps.length - told.length)
  assert.throws(() => leadOf('closed', 'rate'), /nothing more can be done with it/)
})

test('one step takes a contract on from each state until its year is closed', () => {
  assert.deepEqual(
    states.map((state) => nextStep(state)),
    ['submit', 'sign', 'endorse', 'publish', 'draft the self evaluation', 'freeze', 'rate', 'close', null],
  )
})

test('nothing is sent back without a reason', () => {
  assert.throws(() => refuseWithoutReason('send back', ''), /Say why you send it back/)
  refuseWithoutReason('send back', 'Standard 3 has no promise')
  refuseWithoutReason('sign', '')
})

test('the public reads a contract from its publishing on, and its panel has it from its freezing on', () => {
  const from = (first: string) => states.slice(states.findIndex((state) => state === first))
  assert.deepEqual([states.filter(isPublished), states.filter(isWithPanel)], [from('in force'), from('frozen')])
})
