import type { getDocumentProxy } from 'unpdf'

/** A PDF as its reader holds it. */
export type Pdf = Awaited<ReturnType<typeof getDocumentProxy>>
type Page = Awaited<ReturnType<Pdf['getPage']>>
/** What a page holds: runs of text and the marks around them, and the tags that say what they are. */
export type PageContent = {
  readonly items: Awaited<ReturnType<Page['getTextContent']>>['items']
  readonly tree: Awaited<ReturnType<Page['getStructTree']>> | null
}
