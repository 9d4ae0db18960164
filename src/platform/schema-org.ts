import { html, raw, type Html } from '#platform/html.ts'

/** A thing as schema.org tells machines of it; what is undefined is left out. */
export type Thing = { readonly '@type': string; readonly [name: string]: Said }
type Said = string | number | undefined | { readonly [name: string]: Said } | readonly Said[]

/** Where a page stands below others, from the first page on. */
export type Trail = readonly { readonly words: string; readonly href: string }[]

/**
 * What a page tells machines, in its head: data that no browser runs, so that the policy against scripts of a page's own
 * does not meet it. Nothing in it can end it.
 */
export function structured(things: readonly Thing[]): Html {
  const data = JSON.stringify({ '@context': 'https://schema.org', '@graph': things })
  return html`<script type="application/ld+json">
    ${raw(data.replaceAll('<', '\\u003c'))}
  </script> `
}

/** The trail to a page as a list of its places, the page itself last. */
export const breadcrumbList = (trail: Trail, page: string, addressOf: (path: string) => string): Thing => ({
  '@type': 'BreadcrumbList',
  itemListElement: [
    ...trail.map(({ words, href }, n) => ({
      '@type': 'ListItem',
      position: n + 1,
      name: words,
      item: addressOf(href),
    })),
    { '@type': 'ListItem', position: trail.length + 1, name: page },
  ],
})
