import { html, nothing, type Html } from '#platform/html.ts'
import { part } from './screen.ts'
import type { Faults } from './told.ts'

/** What is wrong with a form, above it: each mistake leads to its field. */
export function faultList(reason: string | null, faults: Faults): Html {
  const entries = Object.entries(faults)
  if (reason === null && entries.length === 0) return nothing
  return html`<div class="govuk-error-summary" tabindex="-1"><div role="alert"><h2 class="govuk-error-summary__title">There is a problem</h2>
<div class="govuk-error-summary__body">${entries.length === 0 && html`<p>${reason}</p>`}<ul class="govuk-list govuk-error-summary__list">${entries.map(
    ([name, fault]) => html`<li><button type="button" class="field-link" data-to="${name}">${fault}</button></li>`,
  )}</ul></div></div></div>`
}

/** Puts mistakes up in `#faults` and moves to them. */
export function showFaults(root: HTMLElement, reason: string | null, faults: Faults): void {
  const list = part<HTMLElement>(root, '#faults')
  list.innerHTML = faultList(reason, faults).text
  list.querySelector<HTMLElement>('.govuk-error-summary')?.focus()
  for (const link of list.querySelectorAll<HTMLButtonElement>('[data-to]'))
    link.addEventListener('click', () => goTo(root, link.dataset['to'] ?? ''))
}

function goTo(root: HTMLElement, name: string): void {
  const field = root.querySelector<HTMLElement>(`#${name === 'footfall' ? 'reached' : name}`)
  const folded = field?.closest('details')
  if (folded) folded.open = true
  field?.focus()
}
