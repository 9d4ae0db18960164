import { html } from '#platform/html.ts'
import { shown, type Reply } from '#platform/http/answers.ts'
import { sayIn } from '#platform/language/say.ts'
import { page, type SiteChrome } from '#platform/page.ts'
import { Refusal } from '#platform/refusal.ts'

/** What went wrong, as it may be told: its status, words to act on, and the reference under which it was logged. */
export type Trouble = { readonly status: number; readonly words: string; readonly reference?: string }

type Asked = { readonly path: string; readonly site: () => SiteChrome }

/** Troubles that need no words of their own; their words are in the catalogue of languages. */
export const known: Readonly<Record<number, { readonly title: string; readonly words: string }>> = {
  400: { title: 'That did not arrive as it should', words: 'Check the address, or go back and try again.' },
  401: {
    title: 'Sign in first',
    words: 'You are not signed in, or you were away too long. Sign in, then do this again.',
  },
  403: { title: 'You may not do this', words: 'Your role does not allow this. If it should, ask your administrator.' },
  404: { title: 'Page not found', words: 'Check that the address is right and whole.' },
  405: { title: 'This cannot be done here', words: 'Go back and use the form or the button on the page.' },
  413: { title: 'That is too large', words: 'Send something smaller, or in several parts.' },
  415: { title: 'That kind of file or form cannot be read', words: 'Send it in a form that this page asks for.' },
  429: { title: 'Too many tries', words: 'Wait a minute, then try again.' },
  500: {
    title: 'Sorry, something went wrong',
    words: 'What you were doing may not have been saved. Try again in a few minutes.',
  },
  503: { title: 'Sorry, the service is not ready', words: 'Try again in a few minutes.' },
}

const refused = { title: 'That could not be done', words: '' }

/** The trouble behind anything that was thrown; what was not meant is a 500, and says nothing of itself. */
export function troubleOf(fault: unknown, reference: string): Trouble {
  if (fault instanceof Refusal) return { status: fault.status, words: fault.message }
  const status: unknown = fault instanceof Error ? Reflect.get(fault, 'statusCode') : undefined
  if (typeof status === 'number' && status >= 400 && status < 500) return plainTrouble(known[status] ? status : 400)
  return { ...plainTrouble(500), reference }
}

/** A trouble that needs no words of its own. */
export const plainTrouble = (status: number): Trouble => ({ status, words: known[status]?.words ?? '' })

/** The trouble as a calm page with its true status, or as JSON where a program asked. */
export const troubleAnswer = (trouble: Trouble, asked: Asked): Reply =>
  isApi(asked.path) ? troubleAsJson(trouble) : troubleAsPage(trouble, asked.site())

export const isApi = (path: string): boolean => path.startsWith('/api/')

function troubleAsPage({ status, words, reference }: Trouble, site: SiteChrome): Reply {
  const say = sayIn(site.language)
  const title = say.word((known[status] ?? refused).title)
  const body = html`<h1 class="govuk-heading-l">${title}</h1>
    <p class="govuk-body">${say.told(words)}</p>
    ${reference !== undefined && html`<p class="govuk-body">${say`If you report this, give the reference ${html`<strong>${reference}</strong>`}.`}</p> `}
    ${status === 401 && html`<p class="govuk-body"><a class="govuk-link" href="/sign-in">${say`Sign in`}</a></p> `}
    <p class="govuk-body"><a class="govuk-link" href="${site.homeHref}">${say`Go to the first page`}</a></p>`
  return shown(page({ title, body, site }), status)
}

function troubleAsJson({ status, words, reference }: Trouble): Reply {
  const title = (known[status] ?? refused).title
  const problem = { error: { status, message: words }, title, status, detail: words, ...(reference && { reference }) }
  return { status, type: 'application/problem+json; charset=utf-8', body: JSON.stringify(problem) }
}
