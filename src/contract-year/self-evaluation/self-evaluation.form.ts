import { z } from 'zod'
import { readForm, typedList, wholeNumber, type FormValues } from '#platform/form.ts'
import { sections, type Edited } from './self-evaluation.ts'

const versionForm = z.object({ version: wholeNumber({ missing: 'Open the page again', wrong: 'Open the page again' }) })
/** Which version somebody looked at. */
export const readVersion = (form: FormValues) => readForm(versionForm, form)

/** A sentence may have so many characters; the drafted ones of a busy standard come near to it. */
export const longest = 2000

/** What stands in each section's boxes, in order, however long. */
export const asTyped = (form: FormValues): Edited => {
  const of = (name: string) => typedList(form, name).map(cleaned)
  return { figures: of('figures'), bestPractice: of('bestPractice'), shortfalls: of('shortfalls') }
}

/** Sentences of one paragraph as they were edited, or what is wrong with them. */
export function readParagraph(form: FormValues) {
  const read = readVersion(form)
  if (!read.ok) return read
  const words = asTyped(form)
  const errors = Object.fromEntries(
    sections.flatMap((section) =>
      words[section].flatMap((said, n) =>
        said.length > longest
          ? [[`${section}-${n + 1}`, `Use ${longest.toLocaleString('en-GB')} characters or fewer`]]
          : [],
      ),
    ),
  )
  if (Object.keys(errors).length > 0) return { ok: false as const, errors }
  return { ok: true as const, value: { version: read.value.version, words } }
}

const cleaned = (given: string) => given.replaceAll('\0', '').replaceAll('\r\n', '\n').toWellFormed().trim()
