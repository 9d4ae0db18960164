import type { Contract } from '#contracts/contract.ts'
import type { Framework } from '#frameworks/framework.ts'
import { kindsRead } from '#measures/check.ts'
import type { Measure } from '#measures/measure.ts'

/** Anything that has a standing: a measure of the framework, a service standard, a duty, or a commitment of the plan. */
export type Promised = { readonly ref: string; readonly measures: readonly Measure[] }

/** All that a contract is held to: its framework's measures and its own commitments, each under its ref. */
export function promisesOf(contract: Contract, framework: Framework): Promised[] {
  return [
    ...framework.standards.flatMap((standard) => standard.measures.map(({ id, measures }) => ({ ref: id, measures }))),
    ...framework.serviceStandards.map(({ id, measures }) => ({ ref: id, measures })),
    ...framework.duties.map(({ ref, measures }) => ({ ref, measures })),
    ...contract.commitments.map(({ ref, measures }) => ({ ref, measures })),
  ]
}

/** The kinds of evidence that promises read, each once, in order. */
export const kindsOfPromises = (promises: readonly Promised[]): string[] =>
  [...new Set(promises.flatMap(({ measures }) => measures.flatMap(kindsRead)))].sort()
