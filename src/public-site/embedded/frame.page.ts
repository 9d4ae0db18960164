import { html, type Html } from '#platform/html.ts'
import { addressIn } from '#platform/language/language.ts'
import { sayIn } from '#platform/language/say.ts'
import type { SiteChrome } from '#platform/page.ts'

type Framed = {
  readonly site: SiteChrome
  readonly title: Html
  readonly body: Html
  /** Where a reader finds all of it, on our own site. */
  readonly more: { readonly words: Html; readonly path: string }
}

/** What stands in a frame of another site, such as a parish council's; each link leads out of the frame. */
export function framePage({ site, title, body, more }: Framed): Html {
  const say = sayIn(site.language)
  return html`<!doctype html>
<html lang="${site.language}">
<head><meta charset="utf-8"><title>${title}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="${site.assetPath('embed.css')}">${site.look.stylesheet !== null && html`<link rel="stylesheet" href="${site.look.stylesheet}">`}</head>
<body><main>
<h1>${title}</h1>
${body}
<p><a href="${addressIn(site.language, more.path)}" target="_top">${more.words}</a></p>
<p>${say`This is not for emergencies: call ${html`<strong>999</strong>`} in an emergency, ${html`<strong>101</strong>`} otherwise.`}</p>
</main></body></html>
`
}
