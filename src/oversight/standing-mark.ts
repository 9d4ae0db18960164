import { html, type Html } from '#platform/html.ts'
import type { StandingWord } from '#standings/standing.ts'

/** How something stands: its word, beside the shape that the stylesheet gives it. */
export const standingMark = (word: StandingWord): Html =>
  html`<span class="standing standing--${word.replace(' ', '-')}"><span class="standing__word">${capitalised(word)}</span></span>`

const capitalised = (word: string) => word.charAt(0).toUpperCase() + word.slice(1)
