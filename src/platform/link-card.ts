import { html, type Html } from '#platform/html.ts'
import { absoluteAddress, type Page } from '#platform/page.ts'

/** The one address of a page, and what is shown of it where somebody shares it (Open Graph); nothing for pages that are not for everybody. */
export function linkCard({ title, description, site }: Pick<Page, 'title' | 'description' | 'site'>): Html | false {
  const { address } = site
  if (address === undefined) return false
  const picture = absoluteAddress(site, site.assetPath('icon-512.png'))
  return html`<link rel="canonical" href="${address}" />
    <meta property="og:type" content="website" />
    <meta property="og:site_name" content="${site.name}" />
    <meta property="og:title" content="${title}" />
    ${description !== undefined && html`<meta property="og:description" content="${description}" /> `}
    <meta property="og:url" content="${address}" />
    <meta property="og:image" content="${picture}" />
    <meta property="og:image:width" content="512" />
    <meta property="og:image:height" content="512" />
    <meta property="og:image:alt" content="${site.name}" />
    <meta name="twitter:card" content="summary" />`
}
