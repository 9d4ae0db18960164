import { z } from 'zod'
import { idTyped } from '#network/typed-parts.ts'
import { optionalText, readForm, typed, type FormResult, type FormValues } from '#platform/form.ts'
import { offered } from '../verdict/outcome.ts'
import type { Sitting } from '../sittings/sitting.ts'
import { isEmpty, type StandardVote, type Vote } from './vote.ts'

const comment = optionalText({ max: 1_000, tooLong: 'Use 1,000 characters or fewer' })

const oneIn = (scale: readonly string[]) =>
  optionalText()
    .refine((given) => given === '' || scale.includes(given), 'Choose from the list')
    .transform((given) => (given === '' ? null : given))

/** The fields of a standard; its id is part of their names. */
export const choiceField = (standardId: string): string => `choice-${standardId}`
export const commentField = (standardId: string): string => `comment-${standardId}`

type On = Pick<Sitting, 'choices' | 'grades'> & { readonly standardIds: readonly string[] }

/** A vote on a contract, or every mistake in it; each question may be left open. */
export function readVote(form: FormValues, { choices, grades, standardIds }: On): FormResult<Vote & { id: string }> {
  const errors: Record<string, string> = {}
  const wholeForm = z.object({ id: idTyped, grade: oneIn(offered(grades)), comment })
  const whole = readForm(wholeForm, form)
  const standardForm = z.object({ choice: oneIn(offered(choices)), comment })
  const standards = standardIds.flatMap((standardId): StandardVote[] => {
    const [choiceName, commentName] = [choiceField(standardId), commentField(standardId)]
    const read = readForm(standardForm, { choice: typed(form, choiceName), comment: typed(form, commentName) })
    if (read.ok) return [{ standardId, ...read.value }]
    if (read.errors['choice'] !== undefined) errors[choiceName] = read.errors['choice']
    if (read.errors['comment'] !== undefined) errors[commentName] = read.errors['comment']
    return []
  })
  if (!whole.ok) return { ok: false, errors: { ...errors, ...whole.errors }, values: form }
  if (Object.keys(errors).length > 0) return { ok: false, errors, values: form }
  const vote = { ...whole.value, standards }
  const [first] = standardIds
  if (!isEmpty(vote)) return { ok: true, value: vote }
  const at = first === undefined ? 'grade' : choiceField(first)
  return { ok: false, errors: { [at]: 'Choose something, or write a comment, before you save' }, values: form }
}

/** A vote as the form shows it. */
export const voteTyped = ({ standards, grade, comment: words }: Vote): FormValues =>
  Object.assign(
    { grade: grade ?? '', comment: words },
    ...standards.map((each) => ({
      [choiceField(each.standardId)]: each.choice ?? '',
      [commentField(each.standardId)]: each.comment,
    })),
  )
