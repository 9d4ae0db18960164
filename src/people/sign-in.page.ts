import { roleInWords, type Person } from '#people/person.ts'
import type { FieldErrors } from '#platform/form.ts'
import { button, errorSummary, input, passwordInput } from '#platform/govuk.ts'
import { html, nothing, type Html } from '#platform/html.ts'
import { page, type SiteChrome } from '#platform/page.ts'

type Shown = {
  readonly site: SiteChrome
  /** The path to go on to. */
  readonly then: string
  readonly email: string
  readonly errors: FieldErrors
  /** Who may be tried out; empty where this is no demonstration. */
  readonly demonstration: readonly Person[]
}

/** The one page at which people of the police and the panels sign in. */
export function signInPage({ site, then, email, errors, demonstration }: Shown): Html {
  const body = html`<div class="govuk-grid-row">
    <div class="govuk-grid-column-two-thirds">
      ${errorSummary(errors)}
      <h1 class="govuk-heading-l">Sign in</h1>
      <form method="post" action="/sign-in" novalidate>
        <input type="hidden" name="then" value="${then}" />
        ${input({ name: 'email', label: 'E-mail address', type: 'email', autocomplete: 'username', value: email, error: errors['email'] })}
        ${passwordInput({ name: 'password', label: 'Password', autocomplete: 'current-password', error: errors['password'] })}
        ${button('Sign in')}
      </form>
      ${demonstrationPart(demonstration, then)}
    </div>
  </div>`
  return page({ title: 'Sign in', body, site, mistaken: Object.keys(errors).length > 0 })
}

function demonstrationPart(people: readonly Person[], then: string): Html {
  if (people.length === 0) return nothing
  return html`<h2 class="govuk-heading-m">Try the demonstration</h2>
    <p class="govuk-body">Nobody here is real. Choose whose work to see.</p>
    <form method="post" action="/sign-in/demonstration">
      <input type="hidden" name="then" value="${then}" />
      <ul class="govuk-list sign-in-people">
        ${people.map(
          ({ role, name }) =>
            html`<li>
              <button class="govuk-button govuk-button--secondary" name="person" value="${role}">
                ${roleInWords[role]}<span class="sign-in-people__name">${name}</span>
              </button>
            </li> `,
        )}
      </ul>
    </form>`
}
