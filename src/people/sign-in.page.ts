import { roleInWords, type Person } from '#people/person.ts'
import { errorsSaid, type FieldErrors } from '#platform/form.ts'
import { button, errorSummary, input, passwordInput } from '#platform/govuk.ts'
import { html, nothing, type Html } from '#platform/html.ts'
import { sayIn, type Say } from '#platform/language/say.ts'
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
export function signInPage({ site, then, email, errors: found, demonstration }: Shown): Html {
  const say = sayIn(site.language)
  const errors = errorsSaid(found, say)
  const body = html`<div class="govuk-grid-row">
    <div class="govuk-grid-column-two-thirds">
      ${errorSummary(errors, say)}
      <h1 class="govuk-heading-l">${say`Sign in`}</h1>
      <form method="post" action="/sign-in" novalidate>
        <input type="hidden" name="then" value="${then}" />
        ${input({ name: 'email', label: say`E-mail address`, type: 'email', autocomplete: 'username', value: email, error: errors['email'], say })}
        ${passwordInput({ name: 'password', label: say`Password`, autocomplete: 'current-password', error: errors['password'], say })}
        ${button(say`Sign in`)}
      </form>
      ${demonstrationPart(demonstration, then, say)}
    </div>
  </div>`
  return page({ title: say.text`Sign in`, body, site, mistaken: Object.keys(errors).length > 0 })
}

function demonstrationPart(people: readonly Person[], then: string, say: Say): Html {
  if (people.length === 0) return nothing
  return html`<h2 class="govuk-heading-m">${say`Try the demonstration`}</h2>
    <p class="govuk-body">${say`Nobody here is real. Choose whose work to see.`}</p>
    <form method="post" action="/sign-in/demonstration">
      <input type="hidden" name="then" value="${then}" />
      <ul class="govuk-list sign-in-people">
        ${people.map(
          ({ role, name }) =>
            html`<li>
              <button type="submit" class="govuk-button govuk-button--secondary" name="person" value="${role}">
                ${say.word(roleInWords[role])}<span class="sign-in-people__name">${say.own(name)}</span>
              </button>
            </li> `,
        )}
      </ul>
    </form>`
}
