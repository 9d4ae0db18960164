import { html, type Html } from '#platform/html.ts'
import { firstLanguage } from '#platform/language/language.ts'
import type { Say } from '#platform/language/say.ts'
import { readMarkup, showMarkup } from '#web-pages/editing/markup.ts'

/** What a team wrote at length, said to be in its own language where the page around it is in another. */
export function ownWords(words: string, say: Say): Html {
  const shown = showMarkup(readMarkup(words))
  return say.language === firstLanguage ? shown : html`<div lang="${firstLanguage}">${shown}</div>`
}
