import { z } from 'zod'
import { idTyped } from '#network/typed-parts.ts'
import { readForm, text, wholeNumber, type FormValues } from '#platform/form.ts'

const sheetForm = z.object({
  id: idTyped,
  sheet: wholeNumber({
    missing: 'Enter the number on the sheet',
    wrong: 'Enter a number from 1 to 9999',
    min: 1,
    max: 9999,
  }),
})

/** Which sheet of paper is keyed in. */
export const readSheet = (form: FormValues) => readForm(sheetForm, form)

const takingOutForm = z.object({
  voteId: text({ missing: 'Choose a sheet', max: 36 }),
  why: text({ missing: 'Say why it is taken out', max: 300 }),
})

/** Which sheet is taken out, and why. */
export const readTakingOut = (form: FormValues) => readForm(takingOutForm, form)
