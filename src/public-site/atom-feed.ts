import { html, type Html, type Renderable } from '#platform/html.ts'
import type { Language } from '#platform/language/language.ts'

type Feed = {
  /** What tells it apart from all others, as `/dorset/west-dorset/news`; it never changes. */
  readonly about: string
  readonly title: Renderable
  readonly author: Renderable
  /** Its own whole address, and that of the page that tells people the same. */
  readonly self: string
  readonly alternate: string
  /** When its newest entry changed. */
  readonly updated: Date
  /** In which language it speaks; what people wrote in it is in their own. */
  readonly language: Language
}

/** An Atom feed as it is sent: XML has no place for most control characters, which people paste with their words. */
export function atomFeed({ about, title, author, self, alternate, updated, language }: Feed, entries: Html[]): string {
  const feed = html`<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${language}">
<id>tag:frankpledge,2026:${about}</id>
<title>${title}</title>
<link rel="self" href="${self}"/>
<link rel="alternate" type="text/html" href="${alternate}"/>
<author><name>${author}</name></author>
<updated>${updated.toISOString()}</updated>
${entries}</feed>
`
  // oxlint-disable-next-line no-control-regex
  const plain = feed.text.replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
  return `<?xml version="1.0" encoding="utf-8"?>\n${plain}`
}

/** The latest of these instants; another one where there are none. */
export const latestOf = (instants: readonly Date[], otherwise: Date): Date =>
  instants.reduce<Date | null>((latest, each) => (latest === null || each > latest ? each : latest), null) ?? otherwise
