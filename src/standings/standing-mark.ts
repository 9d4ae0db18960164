import { html, type Html } from '#platform/html.ts'
import { worstFirst, type StandingWord } from './standing.ts'

// A page holds hundreds of these, so each is written once.
const marks = eachWord((word) => html`<strong class="standing standing--${classOf(word)}">${titled(word)}</strong>`)
const smallMarks = eachWord(
  (word) =>
    html`<span class="standing standing--small standing--${classOf(word)}"><span class="standing__word">${titled(word)}</span></span>`,
)

/** How something stands: the word beside its shape. */
export const mark = (word: StandingWord): Html => marks[word]

/** The shape alone, for narrow places; its word is still heard. */
export const smallMark = (word: StandingWord): Html => smallMarks[word]

/** What a page shows of each word, written once. */
export function eachWord(show: (word: StandingWord) => Html): Readonly<Record<StandingWord, Html>> {
  return Object.fromEntries(worstFirst.map((word) => [word, show(word)])) as Record<StandingWord, Html>
}

/** The end of the names of the stylesheet's classes. */
export function classOf(word: StandingWord): string {
  return word.replace(' ', '-')
}

export function titled(word: StandingWord): string {
  return word.charAt(0).toUpperCase() + word.slice(1)
}
