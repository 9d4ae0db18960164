import { z } from 'zod'
import { idTyped, impossibleDay, textOrNull } from '#network/typed-parts.ts'
import { inWords, type Day } from '#platform/day.ts'
import { optionalText, readForm, text, typedAsDay, type FormResult, type FormValues } from '#platform/form.ts'
import type { NoteTold } from './write-note.ts'

const mostLetters = 3_000
const answerBy = typedAsDay({ missing: 'Enter by when it is to be answered', impossible: impossibleDay })

const noteForm = z.object({
  id: idTyped,
  about: textOrNull(60),
  words: text({ missing: 'Write the note', max: mostLetters }),
  answerBy,
})

/** A note with the day by which it is to be answered; what it is about is one of the refs that were offered. */
export function readNote(form: FormValues, refs: readonly string[], today: Day): FormResult<NoteTold> {
  const read = readForm(noteForm, form)
  if (!read.ok) return read
  const { about, answerBy: by } = read.value
  const errors = {
    ...(about !== null && !refs.includes(about) && { about: 'Choose what it is about from the list' }),
    ...(by < today && { answerBy: `${inWords(by)} is over` }),
  }
  return Object.keys(errors).length > 0 ? { ok: false, errors, values: form } : read
}

const answerForm = z.object({ id: idTyped, words: text({ missing: 'Write the answer', max: mostLetters }) })

/** A team’s answer. */
export const readAnswer = (form: FormValues) => readForm(answerForm, form)

const againForm = z.object({ id: idTyped, words: text({ missing: 'Say what you ask', max: mostLetters }), answerBy })

/** What the office asks again, by a day that is not over. */
export function readAgain(form: FormValues, today: Day) {
  const read = readForm(againForm, form)
  if (!read.ok || read.value.answerBy >= today) return read
  return { ok: false as const, errors: { answerBy: `${inWords(read.value.answerBy)} is over` }, values: form }
}

const closeForm = z.object({ id: idTyped, words: optionalText({ max: mostLetters }) })

/** That a note is closed, with what is still to be said. */
export const readClose = (form: FormValues) => readForm(closeForm, form)
