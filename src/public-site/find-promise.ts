import type { ContractStanding, PromiseStanding } from '#standings/contract-standing.ts'
import type { PromiseFound } from './promise.page.ts'

/** The commitment, measure, service standard or duty of this ref in a contract, or null. */
export function findPromise(shown: ContractStanding, ref: string): PromiseFound | null {
  return commitment(shown, ref) ?? measure(shown, ref) ?? duty(shown, ref) ?? serviceStandard(shown, ref)
}

const bare = (promise: PromiseStanding, called: PromiseFound['called']): PromiseFound => ({
  promise,
  called,
  parties: null,
  words: null,
  standards: [],
})

function commitment(shown: ContractStanding, ref: string): PromiseFound | null {
  const promise = [...shown.standards.flatMap(({ commitments }) => commitments), ...shown.others].find(
    (each) => each.ref === ref,
  )
  if (!promise) return null
  const { who, with: partners, words, standards } = promise.commitment
  return {
    promise,
    called: 'Promise',
    parties: { who, with: partners },
    words: words ?? null,
    standards: titled(shown, standards),
  }
}

function measure(shown: ContractStanding, ref: string): PromiseFound | null {
  for (const { id, title, measures } of shown.standards) {
    const promise = measures.find((each) => each.ref === ref)
    if (promise) return { ...bare(promise, 'Measure'), standards: [{ id, title }] }
  }
  return null
}

function duty(shown: ContractStanding, ref: string): PromiseFound | null {
  const promise = shown.duties.find((each) => each.ref === ref)
  const duty = shown.framework.duties.find((each) => each.ref === ref)
  if (!promise || !duty) return null
  return { ...bare(promise, 'Duty'), parties: duty, standards: titled(shown, duty.standards) }
}

function serviceStandard(shown: ContractStanding, ref: string): PromiseFound | null {
  const promise = shown.serviceStandards.find((each) => each.ref === ref)
  return promise ? bare(promise, 'Service standard') : null
}

const titled = ({ standards }: ContractStanding, ids: readonly string[]) =>
  standards.filter(({ id }) => ids.includes(id)).map(({ id, title }) => ({ id, title }))
