import { capitalised } from '#platform/capitalised.ts'
import { html, type Html } from '#platform/html.ts'
import { english, inEachLanguage, type Say } from '#platform/language/say.ts'
import { worstFirst, type StandingWord } from './standing.ts'

// A page holds hundreds of these, so each is written once.
const marks = inEachLanguage((say) =>
  eachWord((word) => html`<strong class="standing standing--${classOf(word)}">${titled(word, say)}</strong>`),
)
const smallMarks = inEachLanguage((say) =>
  eachWord(
    (word) =>
      html`<span class="standing standing--small standing--${classOf(word)}"><span class="standing__word">${titled(word, say)}</span></span>`,
  ),
)

/** How something stands: the word beside its shape. */
export const mark = (word: StandingWord, { language }: Say = english): Html => marks[language][word]

/** The shape alone, for narrow places; its word is still heard. */
export const smallMark = (word: StandingWord, { language }: Say = english): Html => smallMarks[language][word]

/** What a page shows of each word, written once. */
export function eachWord(show: (word: StandingWord) => Html): Readonly<Record<StandingWord, Html>> {
  return Object.fromEntries(worstFirst.map((word) => [word, show(word)])) as Record<StandingWord, Html>
}

/** The end of the names of the stylesheet's classes. */
export function classOf(word: StandingWord): string {
  return word.replace(' ', '-')
}

export function titled(word: StandingWord, say: Say = english): string {
  return capitalised(say.word(word))
}
