import { html, type Html } from '#platform/html.ts'
import { firstLanguage, type Language } from '#platform/language/language.ts'

/** An Atom feed as it is sent: XML has no place for most control characters, which people paste with their words. */
export const feedText = (feed: Html): string =>
  // oxlint-disable-next-line no-control-regex
  `<?xml version="1.0" encoding="utf-8"?>\n${feed.text.replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')}`

/** What tells machines in which language a feed speaks; what people wrote in it is in their own. */
export const spokenIn = (language: Language): Html | false =>
  language !== firstLanguage && html` xml:lang="${language}"`
