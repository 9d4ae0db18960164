import type { ContractState, ContractStep } from './state.ts'

/** Each state in a sentence. */
export const stateInWords: Readonly<Record<ContractState, string>> = {
  draft: 'The team is writing it; nobody outside can read it.',
  submitted: 'The team has submitted it, and an Inspector is to sign it.',
  signed: 'An Inspector has signed it, and senior management is to endorse it.',
  endorsed: 'Senior management has endorsed it, and it is to be published.',
  'in force': 'The public reads it, and the work of the year is measured by it.',
  'self evaluation drafted': 'Its self evaluation was drafted from the evidence, and the team works on it.',
  frozen: 'The panel judges it from what was frozen; evidence that came later does not count.',
  rated: 'The panel has rated it.',
  closed: 'Its year is closed.',
}

/** What the button of a step says; null where another room takes the step. */
export const stepPress: Readonly<Record<ContractStep, string | null>> = {
  submit: 'Submit it for signature',
  sign: 'Sign it',
  endorse: 'Endorse it',
  publish: 'Publish it',
  'draft the self evaluation': 'Draft the self evaluation from the evidence',
  freeze: 'Freeze it and give it to the panel',
  rate: null,
  close: null,
  'send back': 'Send it back',
  reassign: 'Put it in their hands',
}

/** Who is waited for, to those who cannot take the step. */
export const waitsFor: Readonly<Record<ContractStep, string>> = {
  submit: 'It waits for a Sergeant or Inspector to submit it.',
  sign: 'It waits for an Inspector’s signature.',
  endorse: 'It waits for senior management to endorse it.',
  publish: 'It waits to be published by an Inspector, senior management or the Force lead.',
  'draft the self evaluation': 'At the end of its year a Sergeant or Inspector drafts the self evaluation.',
  freeze: 'It waits for an Inspector to give it to the panel.',
  rate: 'It waits for the panel’s rating.',
  close: 'It waits for the panel to close the year.',
  'send back': '',
  reassign: '',
}

/** Each step as something that was done. */
export const stepDone: Readonly<Record<ContractStep | 'begin', string>> = {
  begin: 'begun',
  submit: 'submitted',
  sign: 'signed',
  endorse: 'endorsed',
  publish: 'published',
  'draft the self evaluation': 'self evaluation drafted',
  freeze: 'frozen and given to the panel',
  rate: 'rated',
  close: 'closed',
  'send back': 'sent back',
  reassign: 'put in other hands',
}
