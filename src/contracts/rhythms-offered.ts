import { everyInWords, recurrenceFault } from '#measures/recurrence.ts'

const usual = [
  'FREQ=DAILY', 'FREQ=WEEKLY', 'FREQ=WEEKLY;INTERVAL=2', 'FREQ=MONTHLY', 'FREQ=WEEKLY;INTERVAL=6', 'half term',
  'FREQ=MONTHLY;INTERVAL=3', 'FREQ=MONTHLY;INTERVAL=6', 'FREQ=YEARLY',
] // prettier-ignore

/** The rhythms that plans speak of, and this one where it is none of them. */
export function everyChoices(every: string): readonly { readonly value: string; readonly words: string }[] {
  const offered = every === '' || usual.includes(every) || recurrenceFault(every) !== null ? usual : [every, ...usual]
  const words = (rule: string) =>
    everyInWords(rule)
      .replace(/^every/, 'Every')
      .replace(/^(at|on|as)/, (w) => w.charAt(0).toUpperCase() + w.slice(1))
  return [{ value: '', words: 'Not said' }, ...offered.map((value) => ({ value, words: words(value) }))]
}
