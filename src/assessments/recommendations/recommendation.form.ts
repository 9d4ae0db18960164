import { z } from 'zod'
import { idTyped, impossibleDay } from '#network/typed-parts.ts'
import { oneOf, readForm, text, typedAsDay, type FormValues } from '#platform/form.ts'

const words = (missing: string) => text({ missing, max: 3_000 })

const recommendationForm = z.object({
  id: idTyped,
  standardId: text({ missing: 'Choose a standard' }),
  words: words('Say what you recommend'),
  closedBy: text({ missing: 'Say what evidence would show that it is done', max: 1_000 }),
  ownerId: idTyped,
  dueOn: typedAsDay({ missing: 'Enter the day on which it is to be done', impossible: impossibleDay }),
})

/** A recommendation with its owner and day. */
export const readRecommendation = (form: FormValues) => readForm(recommendationForm, form)

const answerForm = z.object({
  id: idTyped,
  words: words('Write the answer'),
})

/** A team’s answer in public. */
export const readAnswer = (form: FormValues) => readForm(answerForm, form)

const judgementForm = z.object({
  id: idTyped,
  words: words('Say why'),
  decision: oneOf(['accept', 'send back'], 'Choose whether it is done'),
})

/** What the panel makes of a proposal to close. */
export const readJudgement = (form: FormValues) => readForm(judgementForm, form)
