import type { Framework, PlanForm } from './framework.ts'

/** What a plan under a framework is asked; a null part 3 is offered and not asked for. */
export type AskedForm = Pick<PlanForm, 'part1' | 'part2'> & { readonly part3: PlanForm['part3'] | null }

/** The form of a framework; where it has none, a heading for each of its standards and nothing else is asked. */
export const planFormOf = ({ form, standards }: Framework): AskedForm =>
  form ?? {
    part1: [],
    part2: standards.map(({ id, title }) => ({ heading: title, standards: [id] })),
    part3: null,
  }

/** The heading under which a promise for these standards stands. */
export const headingFor = ({ part2 }: AskedForm, standards: readonly string[]): string =>
  part2.find((each) => each.standards.some((id) => standards.includes(id)))?.heading ?? outsideStandards

/** Where promises stand that serve no standard. */
export const outsideStandards = 'Elsewhere in the plan'
