import { z } from 'zod'
import { optionalText, readForm, wholeNumber, type FormValues } from '#platform/form.ts'

/** How many characters one text of a plan may have. */
export const longestPart = 10_000

/** How often the piece was written when its form was opened. */
export const revisionTyped = wholeNumber({ missing: 'Open the page again', wrong: 'Open the page again' })

const textForm = z.object({ revision: revisionTyped, text: optionalText({ max: longestPart }) })

/** One text of a plan; it may be left empty. */
export const readText = (form: FormValues) => readForm(textForm, form)

/** A list as it is typed, a line for each. */
export const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.replace(/^\s*[-*•]\s+/, '').trim())
    .filter((line) => line !== '')
