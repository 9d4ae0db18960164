import { html } from '#platform/html.ts'
import { shown } from '#platform/http/answers.ts'
import type { Handler } from '#platform/http/routes.ts'
import { sayIn } from '#platform/language/say.ts'
import { page } from '#platform/page.ts'
import { Refusal } from '#platform/refusal.ts'

/** Where somebody who lost the way may go on to, in the language in which they read. */
export type WayBack = { readonly words: string; readonly href: string }

type Title = 'Page not found' | 'This cannot be shown as at that day'

/**
 * An address that leads nowhere (404) or asks for what cannot be (400): it says what, in the language in which it was asked,
 * and offers the way back.
 */
export class Astray extends Refusal {
  readonly title: Title
  readonly wayBack: WayBack

  constructor(words: string, asked: { status: 400 | 404; title: Title; wayBack: WayBack }) {
    super(words, asked.status)
    this.title = asked.title
    this.wayBack = asked.wayBack
  }
}

/** The same handler, which shows whoever went astray the way back. */
export const guided =
  (handler: Handler): Handler =>
  async (visit) => {
    try {
      return await handler(visit)
    } catch (fault) {
      if (!(fault instanceof Astray)) throw fault
      return shown(astrayPage(fault, visit.site), fault.status)
    }
  }

function astrayPage({ title: called, message, wayBack }: Astray, site: Parameters<typeof page>[0]['site']) {
  const title = sayIn(site.language).word(called)
  const body = html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-l">${title}</h1>
<p class="govuk-body">${message}</p>
<p class="govuk-body"><a class="govuk-link" href="${wayBack.href}">${wayBack.words}</a></p>
</div></div>`
  return page({ title, body, site })
}
