/** A page as it goes out: its bytes and its headers, ready to send. */
export type KeptPage = {
  /** As `sendable` made it. */
  readonly body: string | Buffer
  readonly tag: string
  readonly headers: readonly string[]
  /** What goes with the word that a page has not changed; what every answer carries was told with the page. */
  readonly unchangedHeaders: readonly string[]
  /** The same packed, for those who take it so; null where that gains nothing. */
  readonly packed?: () => { readonly body: string | Buffer; readonly headers: readonly string[] } | null
}

/** From here on Node copies a text once more before it sends it, which costs more than a second write. */
const longText = 32 * 1024

/** Bytes as they are sent the fastest: a letter for each (latin1) goes with the headers in one write, unless there are too many. */
export const sendable = (bytes: Buffer): string | Buffer =>
  bytes.byteLength < longText ? bytes.toString('latin1') : bytes

export type PageCache = {
  get(key: string): KeptPage | undefined
  /** Keeps a page unless something was forgotten since `asOf`, when the page may already have been out of date. */
  keep(key: string, page: KeptPage, asOf: number): void
  /** Forgets every page whose key begins so; all of them for the empty text. */
  forget(prefix: string): void
  /** Changes with each forgetting. */
  readonly generation: number
  readonly bytes: number
}

/** Pages kept up to so many bytes, not counting them packed; those not asked for longest go first. */
export function pageCache(maxBytes: number): PageCache {
  const pages = new Map<string, KeptPage>()
  let bytes = 0
  let generation = 0
  let latest = ''
  const drop = (key: string) => {
    bytes -= sizeOf(key, pages.get(key))
    pages.delete(key)
  }
  return {
    get(key) {
      const page = pages.get(key)
      if (page === undefined || key === latest) return page
      pages.delete(key)
      pages.set(key, page)
      latest = key
      return page
    },
    keep(key, page, asOf) {
      const size = sizeOf(key, page)
      if (asOf !== generation || size > maxBytes / 8) return
      drop(key)
      pages.set(key, page)
      latest = key
      bytes += size
      for (const oldest of pages.keys()) {
        if (bytes <= maxBytes) break
        drop(oldest)
      }
    },
    forget(prefix) {
      generation++
      for (const key of pages.keys()) if (key.startsWith(prefix)) drop(key)
    },
    get generation() {
      return generation
    },
    get bytes() {
      return bytes
    },
  }
}

const sizeOf = (key: string, page: KeptPage | undefined): number =>
  page === undefined ? 0 : page.body.length + 2 * key.length + 1_000
