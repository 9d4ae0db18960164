/** Words as a search compares them: small letters, without accents and odd spaces. */
export const foldWords = (...words: readonly string[]): string =>
  words
    .join(' ')
    .normalize('NFKD')
    .replaceAll(/[\p{M}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, '')
    .toLowerCase()
    .replaceAll(/[’'`.]/g, '')
    .replaceAll(/\s+/g, ' ')
    .trim()
