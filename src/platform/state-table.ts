import { Refusal } from './refusal.ts'

/** Which step leads where from each state; whatever is not in it is refused. */
export type StateTable<State extends string, Step extends string, Lead> = Readonly<
  Record<State, Partial<Readonly<Record<Step, Lead>>>>
>

/** What a table of states answers. */
export type Course<State, Step, Lead> = {
  /** Where a step leads; throws a Refusal (409) that says where the matter is and what can be done with it there. */
  readonly leadOf: (state: State, step: Step) => Lead
  /** The steps that are open from a state, in the order in which all are named. */
  readonly stepsFrom: (state: State) => Step[]
}

/** The course that something takes by a table; `named` is what a refusal calls it, as `this contract`. */
export function courseBy<State extends string, Step extends string, Lead>(
  named: string,
  steps: readonly Step[],
  table: StateTable<State, Step, Lead>,
): Course<State, Step, Lead> {
  const stepsFrom = (state: State): Step[] => steps.filter((step) => table[state][step] !== undefined)
  return {
    stepsFrom,
    leadOf(state, step) {
      const lead = table[state][step]
      if (lead !== undefined) return lead
      const open = stepsFrom(state)
      const can = open.length === 0 ? 'nothing more can be done with it' : `it can only be: ${open.join(', ')}`
      throw new Refusal(`“${step}” does not follow where ${named} stands. It is ${state}, and ${can}.`, 409)
    },
  }
}
