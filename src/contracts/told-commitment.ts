import type { Framework } from '#frameworks/framework.ts'
import { recurrenceFault } from '#measures/recurrence.ts'
import { parseDay, type Day } from '#platform/day.ts'
import type { FieldErrors } from '#platform/form.ts'
import { measuresOffered } from './measures-offered.ts'
import type { CommitmentGuess } from './reading/commitments.ts'
import type { PromisedTarget } from './reading/target.ts'

/** What somebody typed into a field of a promise, without the space around it. */
type Field = (name: string) => string

type Told = { readonly guess: CommitmentGuess | null; readonly errors: FieldErrors }

/** A promise as somebody told it, wherever it is asked for; no guess where it has mistakes, each by its field. */
export function readToldCommitment(field: Field, framework: Framework): Told {
  const target = targetOf(field)
  const measure = measuresOffered.find(({ name }) => name === field('measure'))?.name ?? null
  const errors = {
    ...textFaults(field, framework),
    ...('faults' in target ? target.faults : {}),
    ...(measure === 'growth' && 'value' in target && target.value === null
      ? { value: 'Enter the figure it is to grow to' }
      : {}),
  }
  if (Object.keys(errors).length > 0 || 'faults' in target) return { guess: null, errors }
  const guess: CommitmentGuess = {
    text: field('text'),
    standard: field('standard') || null,
    who: field('who'),
    with: partiesIn(field('with')),
    every: field('every') || null,
    target: target.value,
    measure,
    words: field('words'),
  }
  return { guess, errors: {} }
}

const partiesIn = (text: string): string[] =>
  text
    .split(/[;\n]/)
    .map((each) => each.trim())
    .filter((each) => each !== '')

function textFaults(field: Field, framework: Framework): Record<string, string> {
  const standard = field('standard')
  const isKnown = standard === '' || framework.standards.some(({ id }) => id === standard)
  const every = field('every')
  const fault = every === '' ? null : recurrenceFault(every)
  return {
    ...(field('text') === '' ? { text: 'Say what is promised, or leave the promise out' } : {}),
    ...(field('text').length > 5_000 ? { text: 'Use 5,000 characters or fewer' } : {}),
    ...(isKnown ? {} : { standard: 'Choose a standard from the list' }),
    ...(field('who') === '' ? { who: 'Say who does it' } : {}),
    ...(fault === null ? {} : { every: fault }),
  }
}

function targetOf(
  field: Field,
): { readonly value: PromisedTarget | null } | { readonly faults: Record<string, string> } {
  const [value, unit, baseline, by] = [field('value'), field('unit'), field('baseline'), field('by')]
  if (value === '' && baseline === '' && by === '') return { value: null }
  const day = by === '' ? null : dayOf(by)
  const faults = {
    ...(value === '' || numberOf(value) === null ? { value: 'Enter the figure as a number, such as 8200' } : {}),
    ...(unit === '' ? { unit: 'Say what is counted, such as likes or %' } : {}),
    ...(baseline !== '' && numberOf(baseline) === null
      ? { baseline: 'Enter where it stood as a number, such as 7462' }
      : {}),
    ...(by !== '' && day === null ? { by: 'Enter a real day, such as 31/12/2026' } : {}),
  }
  if (Object.keys(faults).length > 0) return { faults }
  return { value: { value: numberOf(value) ?? 0, unit, baseline: numberOf(baseline), by: day } }
}

const numberOf = (text: string): number | null => {
  const plain = text.replaceAll(',', '')
  return /^-?\d{1,12}(\.\d{1,4})?$/.test(plain) ? Number(plain) : null
}

/** `31/12/2026` or `2026-12-31`. */
function dayOf(text: string): Day | null {
  const british = /^(\d{1,2})[/ ](\d{1,2})[/ ](\d{4})$/.exec(text)
  if (!british) return parseDay(text)
  const [, date = '', month = '', year = ''] = british
  return parseDay(`${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`)
}
