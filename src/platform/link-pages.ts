import { button } from '#platform/govuk.ts'
import { html, type Html } from '#platform/html.ts'
import { page, type SiteChrome } from '#platform/page.ts'

type Press = { readonly title: string; readonly words: Html; readonly press: Html; readonly path: string }

/** What a link in a mail leads to: a button, since programs that look through mail open each link in it. */
export const pressPage = (site: SiteChrome, { title, words, press, path }: Press): Html =>
  framed(
    site,
    title,
    html`<p class="govuk-body">${words}</p>
<form method="post" action="${path}">
${button(press)}
</form>`,
  )

type Words = {
  readonly title: string
  readonly words: readonly Html[]
  readonly onwards: { readonly href: string; readonly words: Html }
}

/** A page that says what was done, or that a link leads nowhere any more, and where to go on. */
export const wordsPage = (site: SiteChrome, { title, words, onwards }: Words): Html =>
  framed(
    site,
    title,
    html`${words.map((line) => html`<p class="govuk-body">${line}</p>\n`)}<p class="govuk-body"><a class="govuk-link" href="${onwards.href}">${onwards.words}</a></p>`,
  )

const framed = (site: SiteChrome, title: string, inside: Html): Html =>
  page({
    title,
    site,
    body: html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-l">${title}</h1>
${inside}
</div></div>`,
  })
