import { z } from 'zod'
import { addDays, type Day } from '#platform/day.ts'
import { oneOf, readForm, text, typed, typedAsDay, type FormResult, type FormValues } from '#platform/form.ts'
import { lawfulBases } from '../key-individual.ts'
import { organisationKinds } from '../organisation.ts'
import { speaksForPattern } from '../told-patterns.ts'
import { impossibleDay } from '../typed-parts.ts'
import type { Otherwise } from './imports.sql.ts'
import { fieldNames, fields, type Mapping } from './network-columns.ts'

const otherwiseForm = z.object({
  speaksFor: text({ missing: 'Enter the people or area they speak for', max: 60 }).pipe(
    z.string().regex(speaksForPattern, 'Use letters, numbers, spaces and commas alone'),
  ),
  organisationKind: oneOf(organisationKinds, 'Choose what kind of organisation'),
  lawfulBasis: oneOf(lawfulBases, 'Choose why the law lets us hold it'),
  purpose: text({ missing: 'Enter what it is held for', max: 200 }),
  reviewOn: typedAsDay({ missing: 'Enter by when somebody must look at it again', impossible: impossibleDay }),
})

/** What the columns of a file mean and what holds for all its rows, or every mistake in it; nobody is held without a lawful basis. */
export function readTold(
  form: FormValues,
  headings: readonly string[] | null,
  today: Day,
): FormResult<{ readonly mapping: Mapping; readonly otherwise: Otherwise }> {
  const read = readForm(otherwiseForm, form)
  const mapping = (headings ?? []).map((_, n) => fieldNames.find((name) => name === typed(form, `column-${n}`)) ?? null)
  const errors = {
    ...(headings === null ? {} : mappingFaults(mapping)),
    ...(read.ok ? dayFault(read.value.reviewOn, today) : read.errors),
  }
  if (!read.ok || Object.keys(errors).length > 0) return { ok: false, errors, values: form }
  return { ok: true, value: { mapping, otherwise: read.value } }
}

function mappingFaults(mapping: Mapping): Record<string, string> {
  const twice = mapping.flatMap((field, n) =>
    field !== null && mapping.indexOf(field) < n
      ? [[`column-${n}`, `Two columns cannot both be “${fields[field].words}”`]]
      : [],
  )
  const named = (['name', 'given_name', 'family_name', 'organisation'] as const).some((field) =>
    mapping.includes(field),
  )
  return {
    ...(named ? {} : { 'column-0': 'Choose a column for the person’s name or the organisation' }),
    ...Object.fromEntries(twice),
  }
}

const dayFault = (reviewOn: Day, today: Day): { reviewOn?: string } => {
  if (reviewOn <= today) return { reviewOn: 'Enter a day to come' }
  return reviewOn > addDays(today, 3 * 366) ? { reviewOn: 'Look at it again within three years' } : {}
}

/** A mapping as the form would send it. */
export const mappingFields = (mapping: Mapping): FormValues =>
  Object.fromEntries(mapping.map((field, n) => [`column-${n}`, field ?? '']))
