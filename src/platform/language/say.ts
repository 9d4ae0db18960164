import { inWords, monthInWords, weekdayInWords, type Day } from '#platform/day.ts'
import { escaped, Html, html, type Renderable } from '#platform/html.ts'
import { catalogues, type Forms, type Translated } from './catalogue.ts'
import { firstLanguage, type Language } from './language.ts'
import { listedIn } from './listed.ts'

/** A noun as it is counted in English; `{n}` is the number. */
export type Counted = { readonly one: string; readonly other: string }

/**
 * Says what a page has to say in the language of who reads it. The English stands where it is used and is the key to the
 * catalogue; where a catalogue lacks it, the English is said and marked as English.
 */
export type Say = {
  /** A sentence for markup: what is put into it is escaped, markup in it is kept. */
  (parts: TemplateStringsArray, ...values: readonly Renderable[]): Html
  /** The same as bare text, for titles and attributes. */
  readonly text: (parts: TemplateStringsArray, ...values: readonly (string | number)[]) => string
  /** A word that is known only when the page is made, such as a standing. It must be in the catalogue as it is. */
  readonly word: (english: string) => string
  /** A sentence that was thrown or kept in English: as the catalogue has it, else marked as English. */
  readonly told: (english: string) => Html
  /** A number, to one decimal, with what it counts, by the language's own plurals. */
  readonly count: (n: number, counted: Counted) => string
  readonly number: (n: number) => string
  /** `a, b and c`. */
  readonly list: (words: readonly string[]) => string
  readonly day: (day: Day) => string
  readonly weekday: (day: Day) => string
  readonly month: (day: Day) => string
  /** What a team or a framework wrote, in the language in which it was written. */
  readonly own: (words: Renderable) => Html
  /** The same within a bare sentence: kept apart by signs that nobody sees, until `marked` marks it. */
  readonly ownText: (words: string) => string
  /** A word as the catalogue has it, for a bare sentence; words that it lacks are kept apart as `ownText` does. */
  readonly toldText: (english: string) => string
  /** A bare sentence for markup, in which what was kept apart is marked as English. */
  readonly marked: (sentence: string) => Html
  readonly language: Language
}

/** How to say things in a language. */
export const sayIn = (language: Language): Say => speakers[language]

/** What is the same on every page, written once for each language. */
export const inEachLanguage = <Shown>(show: (say: Say) => Shown): Readonly<Record<Language, Shown>> => ({
  en: show(speakers.en),
  cy: show(speakers.cy),
})

const speakers: Readonly<Record<Language, Say>> = { en: speaker('en'), cy: speaker('cy') }

/** How the desk speaks, which is in English alone. */
export const english: Say = speakers.en

function speaker(language: Language): Say {
  const isFirst = language === firstLanguage
  const found = (key: string): Translated | undefined => (isFirst ? key : catalogues[language][key])
  const own = (words: Renderable) => (isFirst ? html`${words}` : html`<span lang="en">${words}</span>`)
  const sentenceOf = remembered(found)
  const say = (parts: TemplateStringsArray, ...values: readonly Renderable[]): Html => {
    const { safe, places, isTranslated } = sentenceOf(parts)
    const said = html(safe, ...places.map((place) => values[place]))
    return isTranslated ? said : own(said)
  }
  const text = (parts: TemplateStringsArray, ...values: readonly (string | number)[]): string => {
    const { words, places } = sentenceOf(parts)
    return places.reduce<string>(
      (said, place, index) => `${said}${values[place] ?? ''}${words[index + 1]}`,
      words[0] ?? '',
    )
  }
  const word = (words: string): string => {
    const told = found(words)
    return typeof told === 'string' ? told : words
  }
  const told = (words: string): Html => (typeof found(words) === 'string' ? html`${word(words)}` : own(words))
  const list = listedIn[language]
  const bare = isFirst ? inOneLanguage() : inTwoLanguages(found, own)
  return Object.assign(say, {
    text,
    word,
    told,
    list,
    ...countsIn(language),
    ...daysIn(language),
    own,
    ...bare,
    language,
  })
}

type Bare = Pick<Say, 'ownText' | 'toldText' | 'marked'>

function inOneLanguage(): Bare {
  const asItIs = (words: string) => words
  return { ownText: asItIs, toldText: asItIs, marked: (sentence) => html`${sentence}` }
}

/** Unicode’s isolates hold words of another language within a text; a page that does not look for them shows nothing of them. */
function inTwoLanguages(found: (key: string) => Translated | undefined, own: Say['own']): Bare {
  const ownText = (words: string) => `\u2068${words}\u2069`
  return {
    ownText,
    toldText: (words) => {
      const told = found(words)
      return typeof told === 'string' ? told : /\p{L}/u.test(words) ? ownText(words) : words
    },
    marked: (sentence) =>
      html`${sentence.split(/[\u2068\u2069]/).map((part, place) => (place % 2 === 0 ? part : own(part)))}`,
  }
}

function countsIn(language: Language): Pick<Say, 'count' | 'number'> {
  const numbers = new Intl.NumberFormat(language === firstLanguage ? 'en-GB' : language)
  const inCounts = new Intl.NumberFormat(language === firstLanguage ? 'en-GB' : language, { maximumFractionDigits: 1 })
  const plurals = new Intl.PluralRules(language)
  const count = (n: number, counted: Counted): string => {
    const told = catalogues[language][counted.other]
    const forms: Forms = typeof told === 'object' ? told : counted
    const form = forms[plurals.select(n)] ?? forms.other
    return form.replaceAll('{n}', inCounts.format(n))
  }
  return { count, number: (n) => numbers.format(n) }
}

function daysIn(language: Language): Pick<Say, 'day' | 'weekday' | 'month'> {
  if (language === firstLanguage) return { day: inWords, weekday: weekdayInWords, month: monthInWords }
  const format = (options: Intl.DateTimeFormatOptions) => {
    const formatter = new Intl.DateTimeFormat(language, { ...options, timeZone: 'UTC' })
    return (day: Day) => formatter.format(new Date(`${day}T00:00:00Z`))
  }
  return {
    day: format({ day: 'numeric', month: 'long', year: 'numeric' }),
    weekday: format({ weekday: 'long' }),
    month: format({ month: 'long', year: 'numeric' }),
  }
}

/** The English with its places numbered, as the catalogue has it: `Kept since {0}`. */
export const keyOf = (parts: readonly string[]): string =>
  parts.reduce((key, part, index) => (index === 0 ? part : `${key}{${index - 1}}${part}`), '')

/** The words of a sentence in a language, and which value stands between them. */
type Sentence = {
  readonly words: readonly string[]
  /** The words as they stand in markup. */
  readonly safe: readonly string[]
  readonly places: readonly number[]
  readonly isTranslated: boolean
}

const place = /\{(\d+)\}/

/** A page says hundreds of sentences, so each is looked up and taken apart once, by where it stands in the source. */
function remembered(found: (key: string) => Translated | undefined): (parts: TemplateStringsArray) => Sentence {
  const sentences = new Map<TemplateStringsArray, Sentence>()
  return (parts) => {
    const known = sentences.get(parts)
    if (known) return known
    const key = keyOf(parts)
    const told = found(key)
    const isTranslated = typeof told === 'string'
    const pieces = (isTranslated ? told : key).split(place)
    const words = pieces.filter((_, index) => index % 2 === 0)
    const places = pieces.filter((_, index) => index % 2 === 1).map(Number)
    const sentence = { words, safe: words.map(escaped), places, isTranslated }
    sentences.set(parts, sentence)
    return sentence
  }
}
