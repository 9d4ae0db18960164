import { html, type Html } from '#platform/html.ts'
import { counted } from './words.ts'

/** What the line at the bottom knows. */
export type Line = {
  readonly person: string | null
  readonly waiting: number
  readonly needing: number
  readonly signedOut: boolean
  readonly hasSignal: boolean
}

/** What waits, on every screen; and who is recording, since a phone may go from hand to hand. */
export function queueLine({ person, waiting, needing, signedOut, hasSignal }: Line): Html {
  if (person === null) return html``
  const signIn = html`<a class="govuk-link field-target" href="/sign-in?then=%2Ffield">Sign in${waiting > 0 && ` to send ${counted(waiting, 'record')}`}</a>`
  return html`<p>${signedOut ? signIn : waiting === 0 ? 'Nothing waits to be sent' : `${waiting} waiting to send`}${
    needing > 0 && html` · <a class="govuk-link" href="#queue">${needing} ${needing === 1 ? 'needs' : 'need'} you</a>`
  }${!hasSignal && !signedOut && ' · no signal'}</p><p>Recording as ${person}</p>`
}
