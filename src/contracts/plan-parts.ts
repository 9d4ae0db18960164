import type { AskedForm } from '#frameworks/plan-form.ts'
import type { Contract } from './contract.ts'

/** A question of part 1 with what the plan says to it. */
export type Question = {
  readonly heading: string
  /** What is to be told; null where the plan tells more than its form asks. */
  readonly asks: string | null
  readonly text: string
}

/** What part 1 asks and says, in the order of the form; what the plan tells beyond its form stands last. */
export function questionsOf({ part1 }: Pick<Contract, 'part1'>, form: AskedForm): Question[] {
  const asked = new Set(form.part1.map(({ heading }) => heading))
  const told = new Map(part1.map(({ heading, text }) => [heading, text]))
  const beyond = part1.filter(({ heading }) => !asked.has(heading)).map((each) => ({ ...each, asks: null }))
  return [...form.part1.map(({ heading, asks }) => ({ heading, asks, text: told.get(heading) ?? '' })), ...beyond]
}

/** A part of a plan's form, with the headings of what nobody answered in it; complete where there is none (D1.1). */
export type PlanPart = { readonly part: 1 | 2 | 3; readonly unanswered: readonly string[] }

/** D1.1: what of each part of the form is answered; a heading of part 2 by a promise that serves one of its standards. */
export function planParts(contract: Contract, form: AskedForm): readonly PlanPart[] {
  const promised = new Set(contract.commitments.flatMap(({ standards }) => standards))
  const { goodPractice, toolRequests } = contract
  const part3 =
    form.part3 === null
      ? []
      : [goodPractice.length === 0 && goodPracticeHeading, toolRequests.length === 0 && toolsHeading]
  return [
    {
      part: 1,
      unanswered: questionsOf(contract, form)
        .filter(({ text }) => text.trim() === '')
        .map(({ heading }) => heading),
    },
    {
      part: 2,
      unanswered: form.part2
        .filter(({ standards }) => !standards.some((id) => promised.has(id)))
        .map(({ heading }) => heading),
    },
    { part: 3, unanswered: part3.filter((heading) => heading !== false) },
  ]
}

export const goodPracticeHeading = 'Good practice'
export const toolsHeading = 'Tools that would help'

/** What keeps a plan from being submitted, in words; null where all parts are answered (D1.1). */
export function unansweredInWords(parts: readonly PlanPart[]): string | null {
  const open = parts.filter(({ unanswered }) => unanswered.length > 0)
  const said = open.map(({ part, unanswered }) => `part ${part} (${unanswered.join('; ')})`)
  return said.length === 0 ? null : `Not all parts of the plan are answered: ${said.join(', ')}.`
}
