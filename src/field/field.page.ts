import { html, type Html } from '#platform/html.ts'
import { ownLook } from '#platform/look.ts'
import { page, type SiteChrome } from '#platform/page.ts'

/** Everything that the app's first page needs, by its plain name: the phone keeps it all. */
export const appAssets = ['site.css', 'site.js', 'field.css', 'field.js', 'icon.svg'] as const

/**
 * The empty app: the same bytes for everybody, so that a phone may keep them. What it shows, it reads from the phone itself.
 */
export function fieldPage(site: SiteChrome): Html {
  const body = html`<div id="field-app"><div id="screen"><h1 class="govuk-heading-l">On your phone</h1>
<noscript><p class="govuk-body">This page records engagements without signal, and needs JavaScript to do so.
Without it, <a class="govuk-link" href="/desk">record at the desk</a>.</p></noscript></div>
<div id="queue-line" role="status"></div></div>`
  const head = html`<link rel="manifest" href="/field/manifest.webmanifest" />
    <link rel="apple-touch-icon" href="${site.assetPath('icon-192.png')}" />
    <meta name="theme-color" content="#0b4f5c" />`
  const chrome = { ...site, homeHref: '/field', look: ownLook, navigation: [], signedIn: null, footer: null }
  return page({ title: 'Record an engagement', body, site: chrome, head, assets: ['field.css', 'field.js'] })
}

/** What a phone needs to install the app. */
export const manifestOf = (assetPath: (name: string) => string) => ({
  id: '/field',
  name: 'Frankpledge in the field',
  short_name: 'Frankpledge',
  description: 'Record engagements where they happen, with or without signal',
  lang: 'en-GB',
  start_url: '/field',
  scope: '/field',
  display: 'standalone',
  background_color: '#ffffff',
  theme_color: '#0b4f5c',
  icons: [
    { src: assetPath('icon-192.png'), sizes: '192x192', type: 'image/png' },
    { src: assetPath('icon-512.png'), sizes: '512x512', type: 'image/png' },
    { src: assetPath('icon-maskable-512.png'), sizes: '512x512', type: 'image/png', purpose: 'maskable' },
  ],
})

/** The worker's own few bytes: what to keep, and where the rest of it is. It changes whenever any asset or the page does. */
export function workerOf(assetPath: (name: string) => string, revision: string): string {
  const files = appAssets.map((name) => ({ url: assetPath(name), revision: null }))
  const kept = [...files, { url: '/field', revision }]
  return `self.kept = ${JSON.stringify(kept)}\nimportScripts(${JSON.stringify(assetPath('field-worker.js'))})\n`
}
