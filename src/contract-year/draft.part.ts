import type { Contract } from '#contracts/contract.ts'
import type { Commitment } from '#contracts/commitment.ts'
import { html, type Html } from '#platform/html.ts'
import { insetText } from '#platform/govuk.ts'
import { lookingBack } from './next-year.ts'

/** The promises of a draft, under their headings; nothing where the public page shows them. */
export function draftPart({
  contract,
  isDraft,
}: {
  readonly contract: Contract
  readonly isDraft: boolean
}): Html | false {
  if (!isDraft) return false
  const byHeading = Map.groupBy(contract.commitments, ({ heading }) => heading)
  const back = lookingBack(contract)
  return html`<h2 class="govuk-heading-m">What the draft promises</h2>
${back.length > 0 && insetText(`Look at ${back.map(({ ref }) => ref).join(', ')}: what they measure names a day before this contract begins.`)}
${[...byHeading].map(
  ([heading, commitments]) => html`<h3 class="govuk-heading-s">${heading}</h3>
<ul class="govuk-list govuk-list--bullet">${commitments.map(line)}</ul>\n`,
)}`
}

const line = ({ ref, text, measures }: Commitment): Html =>
  html`<li>${text} (${ref}${measures.length === 0 && ', an assertion until it is given a measure'})</li>\n`
