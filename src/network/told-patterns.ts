import { foldWords } from '#platform/fold.ts'

export const emailPattern = /^[^\s@<>,;]+@[^\s@<>,;.]+(\.[^\s@<>,;.]+)+$/
export const telephonePattern = /^[+(]?\d[\d ()+-]{4,}( ?(ext|x)\.? ?\d+)?$/i
export const speaksForPattern = /^[\p{L}\d .,;=/’'()-]*$/u
export const postcodePattern = /^[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}$/i
export const websitePattern = /^https?:\/\/[^\s"<>]+\.[^\s"<>]+$/i

/** Whether what somebody speaks for holds their whole name: the ledger shows it to everybody, and for good. */
export function namesThem(name: string, speaksFor: string): boolean {
  const spoken = foldWords(speaksFor).split(/[^\p{L}\p{N}]+/u)
  const words = foldWords(name)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length > 1)
  return words.length > 0 && words.every((word) => spoken.includes(word) || spoken.includes(`${word}s`))
}

/** One number is written in many ways: +44 1305 222222 is 01305 222222. */
export const digitsOf = (telephone: string): string =>
  telephone
    .replace(/^\s*\+44\s*(\(0\))?\s*/, '0')
    .replace(/\s*(ext|x)\.?.*$/i, '')
    .replaceAll(/\D/g, '')
