import type { Permission } from '#people/permissions.ts'
import { Refusal } from '#platform/refusal.ts'
import { courseBy, type StateTable } from '#platform/state-table.ts'

export const states = [
  'draft',
  'submitted',
  'signed',
  'endorsed',
  'in force',
  'self evaluation drafted',
  'frozen',
  'rated',
  'closed',
] as const
/** Where a contract is in its year; *in force* is one that the public reads, *frozen* one that its panel judges. */
export type ContractState = (typeof states)[number]

export const steps = [
  'submit',
  'sign',
  'endorse',
  'publish',
  'draft the self evaluation',
  'freeze',
  'rate',
  'close',
  'send back',
  'reassign',
] as const
/** What may be done with it. */
export type ContractStep = (typeof steps)[number]

/** Where a step leads and what one must be allowed to do to take it. */
type Lead = { readonly to: ContractState; readonly needs: Permission }

const leads = (to: ContractState, needs: Permission): Lead => ({ to, needs })
const stays = (to: ContractState): Lead => leads(to, 'write contracts')

/** R01: which step leads where from each state, and who takes it; whatever is not here is refused. */
// prettier-ignore
const course: StateTable<ContractState, ContractStep, Lead> = {
  draft: { submit: leads('submitted', 'write contracts'), reassign: stays('draft') },
  submitted: { sign: leads('signed', 'sign contracts'), 'send back': leads('draft', 'sign contracts'), reassign: stays('submitted') },
  signed: { endorse: leads('endorsed', 'endorse contracts'), 'send back': leads('draft', 'endorse contracts'), reassign: stays('signed') },
  endorsed: { publish: leads('in force', 'publish contracts'), 'send back': leads('draft', 'publish contracts'), reassign: stays('endorsed') },
  'in force': { 'draft the self evaluation': leads('self evaluation drafted', 'write contracts'), reassign: stays('in force') },
  'self evaluation drafted': { freeze: leads('frozen', 'sign contracts'), reassign: stays('self evaluation drafted') },
  frozen: { rate: leads('rated', 'rate contracts'), 'send back': leads('self evaluation drafted', 'rate contracts') },
  rated: { close: leads('closed', 'rate contracts') },
  closed: {},
}

/** Where a step of the year leads and who may take it, and the steps that are open from a state. */
export const { leadOf, stepsFrom } = courseBy('this contract', steps, course)

/** The one step that takes a contract on through its year; null once it is closed. */
export const nextStep = (state: ContractState): ContractStep | null =>
  stepsFrom(state).find((step) => step !== 'send back' && step !== 'reassign') ?? null

/** Only a draft's year is still to be read by the public. */
export const isPublished = (state: ContractState): boolean =>
  !['draft', 'submitted', 'signed', 'endorsed'].includes(state)

/** What was frozen counts from then on, until the panel sends it back. */
export const isWithPanel = (state: ContractState): boolean => ['frozen', 'rated', 'closed'].includes(state)

/** What sends something back says why. Throws a Refusal (422). */
export function refuseWithoutReason(step: ContractStep, reason: string): void {
  if (step === 'send back' && reason === '')
    throw new Refusal('Say why you send it back, so that it can be put right.', 422)
}

/** A self evaluation is written from its draft until the panel has it. Throws a Refusal (409). */
export function refuseUnopened(state: ContractState | undefined): void {
  if (state !== 'self evaluation drafted')
    throw new Refusal('This self evaluation is not open to be written: it was given to the panel, or not begun.', 409)
}

/** A plan is written while it is a draft. Throws a Refusal (409) that says which step leads back to one. */
export function refuseClosedDraft(state: ContractState): void {
  if (state === 'draft') return
  const back = isPublished(state)
    ? 'the public reads it; write what you want to change into the plan of the next year'
    : 'whoever has it now can send it back, and then it can be written again'
  throw new Refusal(`This plan is ${state} and can no longer be written: ${back}.`, 409)
}

/** Thrown where somebody else took a step since the form was opened. */
export const movedMeanwhile = (state: ContractState): Refusal =>
  new Refusal(
    `Somebody else worked on this contract while you looked at it. It is now ${state}: look again first.`,
    409,
  )
