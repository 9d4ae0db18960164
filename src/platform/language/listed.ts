import type { Language } from './language.ts'

/** Several things in a row, as each language joins the last of them to the rest: `a, b and c`. */
export const listedIn: Readonly<Record<Language, (words: readonly string[]) => string>> = {
  en: (words) => listed(words, () => 'and'),
  cy: (words) => listed(words, (next) => (startsWithVowel.test(next) ? 'ac' : 'a')),
}

/** Welsh letters that are vowels (behind the sign of what is kept apart), and the numbers un, wyth and un ar ddeg, before which *a* is *ac*; so it is before *mae*. */
const startsWithVowel = /^\u2068?(?:[aeiouwyâêîôûŵŷ]|mae\b|(?:1|8|11)(?![\d.,]))/i

function listed(words: readonly string[], joinedBy: (next: string) => string): string {
  const last = words.at(-1) ?? ''
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} ${joinedBy(last)} ${last}`
}
