import { typed, type FieldErrors, type FormValues } from '#platform/form.ts'
import { backLink, button, errorSummary, input, textarea } from '#platform/govuk.ts'
import { html, joined, type Html } from '#platform/html.ts'
import { page, type SiteChrome } from '#platform/page.ts'
import { wayInWords, type WayOfContact } from './contact.ts'

/** A page at the desk of what the public reads: its one heading, and the mistakes of its form. */
export type Framed = {
  readonly site: SiteChrome
  readonly title: string
  readonly caption: string
  readonly back: { readonly href: string; readonly words: string }
  readonly errors?: FieldErrors
}

export const factsPage = ({ site, title, caption, back, errors = {} }: Framed, inside: Html): Html =>
  page({
    title: `${title} – ${caption}`,
    site,
    before: backLink(back.href, back.words),
    mistaken: Object.keys(errors).length > 0,
    body: html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
${errorSummary(errors)}
<span class="govuk-caption-l">${caption}</span>
<h1 class="govuk-heading-l">${title}</h1>
${inside}
</div></div>`,
  })

/** What a form shows again: what was typed, and what is wrong with it. */
export type Asked = { readonly values: FormValues; readonly errors: FieldErrors }

export const fieldOf =
  ({ values, errors }: Asked) =>
  (name: string) => ({ name, value: typed(values, name), error: errors[name], size: 's' as const })

type Sent = { readonly action: string; readonly values: FormValues; readonly save: string }

/** A form that is sent as it stands, with the id of what it keeps where it has one. */
export const factsForm = ({ action, values, save }: Sent, fields: Html): Html =>
  html`<form class="desk-form" method="post" action="${action}" novalidate>
<input type="hidden" name="id" value="${typed(values, 'id')}"><input type="hidden" name="was" value="${typed(values, 'was')}">
${fields}
${button(save)}
</form>`

/** Takes something away: a form of one button. */
export const removeForm = (action: string, words: string): Html =>
  html`<form class="desk-form" method="post" action="${action}">${button(words, { kind: 'warning' })}</form>`

const hints: Partial<Readonly<Record<WayOfContact, string>>> = {
  email: 'One that somebody reads, and that stays when people change',
  report: 'Where a crime or a worry can be reported on the web',
}

/** The fields for some ways to reach somebody. */
export function contactInputs(asked: Asked, ways: readonly WayOfContact[]): Html {
  const field = fieldOf(asked)
  return joined(
    ways.map((way) => {
      const question = { ...field(way), label: `${wayInWords[way]} (optional)`, hint: hints[way] }
      return way === 'address'
        ? textarea({ ...question, rows: 3 })
        : input({ ...question, type: typeOf(way), autocomplete: 'off' })
    }),
  )
}

function typeOf(way: WayOfContact): 'email' | 'tel' | 'url' {
  if (way === 'email') return 'email'
  return way === 'telephone' || way === 'mobile' ? 'tel' : 'url'
}

/** Where it stands among its like; typed rather than dragged, so that it works everywhere. */
export const placeInput = (asked: Asked): Html =>
  input({
    ...fieldOf(asked)('place'),
    label: 'Place in the list (optional)',
    hint: '1 comes first',
    numeric: true,
    width: '3',
  })
