import type { Team } from '#areas/area.ts'
import type { FieldErrors } from '#platform/form.ts'
import { backLink, button, errorSummary } from '#platform/govuk.ts'
import { html, type Html } from '#platform/html.ts'
import { page, type SiteChrome } from '#platform/page.ts'

type Shown = {
  readonly site: SiteChrome
  readonly team: Team
  /** What it is about, above the title. */
  readonly caption: string
  readonly title: string
  readonly lead?: string | Html
  /** Where the form is sent. */
  readonly action: string
  /** Kept in the form, so that sending it twice keeps one thing. */
  readonly id?: string
  readonly fields: Html
  readonly button: string
  /** What is done cannot be undone. */
  readonly isGrave?: boolean
  readonly back: { readonly href: string; readonly words: string }
  readonly errors: FieldErrors
  readonly assets?: readonly string[]
}

/** A page that asks for one thing about an engagement: a concern, a promise kept, other figures. */
export function closeOutPage(shown: Shown): Html {
  const { site, caption, title, lead, action, id, fields, errors, back, isGrave = false, assets = [] } = shown
  const body = html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
${errorSummary(errors)}
<span class="govuk-caption-l">${caption}</span>
<h1 class="govuk-heading-l">${title}</h1>
${lead !== undefined && html`<p class="govuk-body">${lead}</p>`}
<form class="desk-form" method="post" action="${action}" novalidate>
${id !== undefined && html`<input type="hidden" name="id" value="${id}">`}
${fields}
${button(shown.button, isGrave ? { kind: 'warning' } : {})}
</form>
</div></div>`
  return page({
    title: `${title} – ${shown.team.name}`,
    body,
    site,
    before: backLink(back.href, back.words),
    mistaken: Object.keys(errors).length > 0,
    assets,
  })
}
