import { html, type Html } from '#platform/html.ts'
import type { Say } from '#platform/language/say.ts'
import { trap } from '#platform/form-stamp.ts'

type Stamped = { readonly id: string; readonly stamp: string }

/** What a form that needs no account carries unseen: its id, when it was given out, and the trap for programs. */
export const stampedFields = ({ id, stamp }: Stamped, say: Say): Html =>
  html`<input type="hidden" name="id" value="${id}"><input type="hidden" name="stamp" value="${stamp}">
<div class="govuk-visually-hidden" aria-hidden="true"><label for="${trap}">${say`Leave this empty`}</label><input id="${trap}" name="${trap}" type="text" tabindex="-1" autocomplete="off"></div>
`
