import type { StepTaken } from '#contract-year/course.sql.ts'
import type { Day } from '#platform/day.ts'
import type { Say } from '#platform/language/say.ts'
import { heading, paragraph, table, where, type Block } from './document.ts'

type Step = Pick<StepTaken, 'step' | 'takenOn'>

/** Who signed a contract and when (R01), by what they do and never by name; what was sent back before does not count. */
export function signedOff(completedOn: Day | null, steps: readonly Step[], say: Say): Block[] {
  const rows = signing(steps).flatMap(({ step, takenOn }) => {
    const words = signatureOf(step, say)
    return words === null ? [] : [[words, say.day(takenOn)]]
  })
  return [
    heading(2, say`Signed off`),
    ...(completedOn === null ? [] : [paragraph(say`The plan was completed on ${say.day(completedOn)}.`)]),
    ...where(rows.length === 0, paragraph(say`No signature was recorded here.`)),
    ...where(rows.length > 0, table({ caption: say`Who signed it`, head: [say`Step`, say`Day`], rows })),
  ]
}

/** The steps up to publishing, since it was sent back last. */
function signing(steps: readonly Step[]): readonly Step[] {
  const published = steps.findIndex(({ step }) => step === 'publish')
  const before = published === -1 ? steps : steps.slice(0, published + 1)
  return before.slice(before.findLastIndex(({ step }) => step === 'send back') + 1)
}

function signatureOf(step: StepTaken['step'], say: Say): string | null {
  if (step === 'submit') return say.text`Submitted by the team`
  if (step === 'sign') return say.text`Signed by an Inspector`
  if (step === 'endorse') return say.text`Endorsed by senior management`
  return step === 'publish' ? say.text`Published` : null
}
