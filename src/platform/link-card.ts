import { html, type Html } from '#platform/html.ts'
import { addressIn } from '#platform/language/language.ts'
import { absoluteAddress, type Page } from '#platform/page.ts'
import { pictureSize } from '#platform/picture.ts'

/** The one address of a page, and what is shown of it where somebody shares it (Open Graph); nothing for pages that are not for everybody. */
export function linkCard({ title, description, picture, site }: Shared): Html | false {
  const { address } = site
  if (address === undefined) return false
  return html`<link rel="canonical" href="${address}" />
    <meta property="og:type" content="website" />
    <meta property="og:site_name" content="${site.name}" />
    <meta property="og:title" content="${title}" />
    ${description !== undefined && html`<meta property="og:description" content="${description}" /> `}
    <meta property="og:url" content="${address}" />
    ${pictureOf({ picture, site })}`
}

type Shared = Pick<Page, 'title' | 'description' | 'picture' | 'site'>

/** Large where the page has a picture of its own, else the site's icon beside the words. */
function pictureOf({ picture, site }: Pick<Shared, 'picture' | 'site'>): Html {
  const path = picture ? addressIn(site.language, picture.path) : site.assetPath('icon-512.png')
  const { width, height } = picture ? pictureSize : { width: 512, height: 512 }
  return html`<meta property="og:image" content="${absoluteAddress(site, path)}" />
    <meta property="og:image:type" content="image/png" />
    <meta property="og:image:width" content="${width}" />
    <meta property="og:image:height" content="${height}" />
    <meta property="og:image:alt" content="${picture?.alt ?? site.name}" />
    <meta name="twitter:card" content="${picture ? 'summary_large_image' : 'summary'}" />`
}
