import { html, type Html } from '#platform/html.ts'

/** The Design System's details, written out, since a page holds a dozen of them. */
export const folded = (summary: string, content: Html): Html =>
  html`<details class="govuk-details"><summary class="govuk-details__summary"><span class="govuk-details__summary-text">${summary}</span></summary>
<div class="govuk-details__text">${content}</div></details>`
