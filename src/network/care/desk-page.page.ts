import { backLink, errorSummary } from '#platform/govuk.ts'
import { html, type Html } from '#platform/html.ts'
import type { FieldErrors } from '#platform/form.ts'
import { page, type SiteChrome } from '#platform/page.ts'

/** What every page of the care for records has around its part. */
export type DeskShown = {
  readonly site: SiteChrome
  readonly title: string
  /** Whose record it is, above the title. */
  readonly caption: string
  readonly back: { readonly href: string; readonly words: string }
  readonly errors?: FieldErrors
}

/** A page of one column at the desk, with its one heading and the mistakes of its form. */
export const deskPage = ({ site, title, caption, back, errors = {} }: DeskShown, inside: Html): Html =>
  page({
    title,
    site,
    before: backLink(back.href, back.words),
    mistaken: Object.keys(errors).length > 0,
    body: html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
${errorSummary(errors)}
<span class="govuk-caption-l"><bdi>${caption}</bdi></span>
<h1 class="govuk-heading-l">${title}</h1>
${inside}
</div></div>`,
  })
