import { typedDay, type FieldErrors, type FormValues } from '#platform/form.ts'
import { backLink, button, dateInput, errorSummary } from '#platform/govuk.ts'
import { html, type Html } from '#platform/html.ts'
import { page, type SiteChrome } from '#platform/page.ts'

type Shown = {
  readonly site: SiteChrome
  readonly title: string
  /** What the day is of, in words above the title. */
  readonly about: string
  /** What is known of it, below the title. */
  readonly told?: string
  readonly name: string
  readonly legend: string
  readonly action: string
  readonly back: { readonly href: string; readonly words: string }
  readonly button: string
  readonly values: FormValues
  readonly errors: FieldErrors
}

/** A form that asks for one day: when they were told, when a promise was kept, when a post was left. */
export function noteDayPage(shown: Shown): Html {
  const { site, title, about, told, name, legend, action, back, values, errors } = shown
  const body = html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
${errorSummary(errors)}
<span class="govuk-caption-l">${about}</span>
<h1 class="govuk-heading-l">${title}</h1>
${told !== undefined && html`<p class="govuk-body">${told}</p>`}
<form class="desk-form" method="post" action="${action}" novalidate>
${dateInput({ name, legend, value: typedDay(values, name), error: errors[name], size: 's' })}
${button(shown.button)}
</form>
</div></div>`
  return page({ title, body, site, before: backLink(back.href, back.words), mistaken: Object.keys(errors).length > 0 })
}
