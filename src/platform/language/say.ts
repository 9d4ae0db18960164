import { inWords, monthInWords, weekdayInWords, type Day } from '#platform/day.ts'
import { Html, html, joined, raw, type Renderable } from '#platform/html.ts'
import { catalogues, type Forms, type Translated } from './catalogue.ts'
import { firstLanguage, type Language } from './language.ts'

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
  /** A number with what it counts, by the language's own plurals. */
  readonly count: (n: number, counted: Counted) => string
  readonly number: (n: number) => string
  readonly day: (day: Day) => string
  readonly weekday: (day: Day) => string
  readonly month: (day: Day) => string
  /** What a team or a framework wrote, in the language in which it was written. */
  readonly own: (words: Renderable) => Html
  readonly language: Language
}

/** How to say things in a language. */
export const sayIn = (language: Language): Say => speakers[language]

const speakers: Readonly<Record<Language, Say>> = { en: speaker('en'), cy: speaker('cy') }

function speaker(language: Language): Say {
  const catalogue = catalogues[language]
  const numbers = new Intl.NumberFormat(language === 'en' ? 'en-GB' : language)
  const plurals = new Intl.PluralRules(language)
  const isFirst = language === firstLanguage
  const found = (key: string): Translated | undefined => catalogue[key]
  const english = (words: Renderable) => (isFirst ? html`${words}` : html`<span lang="en">${words}</span>`)

  const say = (parts: TemplateStringsArray, ...values: readonly Renderable[]): Html => {
    const key = keyOf(parts)
    const told = isFirst ? key : found(key)
    return typeof told === 'string' ? filled(told, values) : english(filled(key, values))
  }
  const text = (parts: TemplateStringsArray, ...values: readonly (string | number)[]): string => {
    const key = keyOf(parts)
    const told = isFirst ? key : found(key)
    return filledText(typeof told === 'string' ? told : key, values)
  }
  const count = (n: number, counted: Counted): string => {
    const told = isFirst ? counted : found(counted.other)
    const forms: Forms = typeof told === 'object' ? told : counted
    const form = forms[plurals.select(n)] ?? forms.other
    return form.replaceAll('{n}', numbers.format(n))
  }
  const word = (words: string): string => {
    const told = isFirst ? words : found(words)
    return typeof told === 'string' ? told : words
  }
  const told = {
    text,
    word,
    count,
    number: (n: number) => numbers.format(n),
    ...daysIn(language),
    own: english,
    language,
  }
  return Object.assign(say, told)
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

const place = /\{(\d+)\}/

function filled(told: string, values: readonly Renderable[]): Html {
  const pieces = told.split(place)
  return joined(pieces.map((piece, index) => (index % 2 === 0 ? spaced(piece) : values[Number(piece)])))
}

const spaced = (piece: string): Html => (piece === '' ? raw('') : html`${piece}`)

const filledText = (told: string, values: readonly (string | number)[]): string =>
  told
    .split(place)
    .map((piece, index) => (index % 2 === 0 ? piece : String(values[Number(piece)] ?? '')))
    .join('')
