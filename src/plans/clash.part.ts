import { changesShown } from '#platform/changes/changes-shown.ts'
import { wordChanges } from '#platform/changes/word-changes.ts'
import { details, warningText } from '#platform/govuk.ts'
import { html, type Html } from '#platform/html.ts'

/** A form that was refused, with what it is about. */
export type Clash = {
  readonly why: string
  /** What stands now, and what was typed; null where nothing differs between them. */
  readonly texts: { readonly theirs: string; readonly yours: string } | null
  /** Who wrote what stands now; null where nobody is known. */
  readonly by: string | null
}

/** Where nothing that was typed differs from what stands. */
export const clashOf = (why: string | null): Clash | null => (why === null ? null : { why, texts: null, by: null })

/** Why a form was refused; where somebody else wrote the same, both texts side by side, and what differs. */
export function clashPart({ why, texts, by }: Clash): Html {
  if (texts === null || texts.theirs === texts.yours) return warningText(why)
  const { theirs, yours } = texts
  return html`${warningText(why)}
<div class="plan-beside-texts"><section aria-labelledby="theirs"><h2 class="govuk-heading-s" id="theirs">What ${by ?? 'somebody'} saved</h2>
<p class="govuk-body plan-words plan-kept-text">${theirs === '' ? 'Nothing' : theirs}</p></section>
<section aria-labelledby="yours"><h2 class="govuk-heading-s" id="yours">What you typed</h2>
<p class="govuk-body plan-words plan-kept-text">${yours === '' ? 'Nothing' : yours}</p></section></div>
${details('What differs, from theirs to yours', changesShown(wordChanges(theirs, yours)))}
`
}
