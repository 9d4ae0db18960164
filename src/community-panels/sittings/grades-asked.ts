import type { Framework } from '#frameworks/framework.ts'
import { questionOf, usualGrades, type Panel } from './sitting.ts'

/** The grades by which a framework’s duty measures what a panel says of a whole contract, best first; else the usual ones. */
export function gradesAsked(framework: Pick<Framework, 'duties'> | null, panel: Panel): readonly string[] {
  const measures = framework?.duties.flatMap((duty) => duty.measures) ?? []
  for (const measure of measures) {
    if (measure.measure !== 'judged') continue
    const { question, by } = measure.of.where ?? {}
    if (question === questionOf[panel] && (by === undefined || by === 'community panel'))
      return measure.scale.toReversed()
  }
  return usualGrades[panel]
}
