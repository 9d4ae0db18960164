import { methods } from '#engagements/engagement.ts'
import { typed, type FieldErrors, type FormValues } from '#platform/form.ts'
import { fieldNames, fields, type Field, type Headed, type Mapping } from './calendar-columns.ts'

type Read = { readonly ok: true; readonly value: Mapping } | { readonly ok: false; readonly errors: FieldErrors }

const needed: readonly Field[] = ['day', 'title', 'place']

/** What somebody says that the columns mean, or the mistakes in it: a meaning given twice, or a needed one to no column. */
export function readMapping(form: FormValues, { headings }: Headed): Read {
  const columns = headings.map((_, n) => fieldNames.find((name) => name === typed(form, `column-${n}`)) ?? null)
  const otherwise = methods.find((method) => method === typed(form, 'otherwise')) ?? null
  const twice = columns.flatMap((field, n) =>
    field !== null && columns.indexOf(field) < n
      ? [[`column-${n}`, `Two columns cannot both be “${fields[field].words}”`] as const]
      : [],
  )
  const lacking = needed.filter((field) => !columns.includes(field)).map((field) => `“${fields[field].words}”`)
  const errors = {
    ...(lacking.length > 0 ? { 'column-0': `Choose a column for ${lacking.join(', and one for ')}` } : {}),
    ...(columns.includes('method') || otherwise !== null ? {} : { otherwise: 'Choose how people are met' }),
    ...Object.fromEntries(twice),
  }
  return Object.keys(errors).length > 0 ? { ok: false, errors } : { ok: true, value: { columns, otherwise } }
}

/** A mapping as the form would send it. */
export const mappingFields = ({ columns, otherwise }: Mapping): Readonly<Record<string, string>> => ({
  ...Object.fromEntries(columns.map((field, n) => [`column-${n}`, field ?? ''])),
  otherwise: otherwise ?? '',
})

/** Which sheet of the file is meant: the first unless somebody chose. */
export const sheetAsked = (form: FormValues): number => {
  const asked = Number(typed(form, 'sheet'))
  return Number.isInteger(asked) && asked >= 0 ? asked : 0
}
