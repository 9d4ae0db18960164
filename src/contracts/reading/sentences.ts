const abbreviation =
  /(?:\b(?:Sgts?|Insp|Supt|Ch|PC|St|Mr|Mrs|Ms|Dr|Rev|No|approx|e\.g|i\.e|etc|incl|vs|tel|ext|Rd)|\b[A-Z])\.$/

/** The sentences of a text, each with its own words exactly. */
export function sentencesOf(text: string): string[] {
  const sentences: string[] = []
  for (const part of text.split(/(?<=[.?!]["')\]]?)\s+(?=["'([]?[A-Z0-9])/)) {
    const last = sentences.at(-1)
    if (last !== undefined && abbreviation.test(last)) sentences[sentences.length - 1] = `${last} ${part}`
    else if (part.trim() !== '') sentences.push(part.trim())
  }
  return sentences
}

const numbers = [
  'zero',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
  'thirteen',
  'fourteen',
  'fifteen',
  'sixteen',
  'seventeen',
  'eighteen',
  'nineteen',
  'twenty',
] as const

/** A pattern of a number in figures or in a word. */
export const numberWords = String.raw`\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?|${numbers.slice(1).join('|')}|thirty|forty|fifty|sixty|a hundred|a couple of|a dozen`

/** The value of a number in figures or in a word; NaN where it is none. */
export function numberOf(word: string): number {
  const text = word.toLowerCase().replaceAll(',', '')
  const others: Record<string, number> = {
    thirty: 30,
    forty: 40,
    fifty: 50,
    sixty: 60,
    'a hundred': 100,
    'a couple of': 2,
    'a dozen': 12,
  }
  const listed = numbers.findIndex((name) => name === text)
  return listed >= 0 ? listed : (others[text] ?? Number(text))
}

/** A pattern whose words may each begin with a capital, while `[A-Z]` in it still means a capital: for names. */
export const anyCase = (pattern: string): string =>
  pattern.replace(
    /(?<![\\[\w'\u2019?-])([A-Za-z])(?=[a-z])/g,
    (first) => `[${first.toLowerCase()}${first.toUpperCase()}]`,
  )
