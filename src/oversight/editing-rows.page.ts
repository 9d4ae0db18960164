import type { Team } from '#areas/area.ts'
import { inWords, type Day } from '#platform/day.ts'
import { tag } from '#platform/govuk.ts'
import { html, type Html } from '#platform/html.ts'
import type { FaultFound } from '#web-pages/dip-checks/dip-checks.sql.ts'
import { addressOf, nameOf } from '#web-pages/editing/page-text.ts'
import type { WaitingVersion } from '#web-pages/editing/texts.sql.ts'
import { quietButton } from './week-rows.page.ts'
import { byWhen } from './when.ts'

/** What the public page needs of somebody: versions to decide on or to write again, and faults that a dip-check found. */
export type EditingDue = { readonly versions: readonly WaitingVersion[]; readonly faults: readonly FaultFound[] }

/** What waits for an officer (R34). */
export const toApproveRows = (versions: readonly WaitingVersion[]): Html[] =>
  versions
    .filter(({ state }) => state === 'waiting')
    .map((version) => versionRow(version, `${version.writer} wrote: ${version.why}`, 'Look at it'))

/** What was sent back to the reader. */
export const sentBackRows = (versions: readonly WaitingVersion[], personId: string | null): Html[] =>
  versions
    .filter(({ state, writtenBy }) => state === 'sent back' && writtenBy === personId)
    .map((version) =>
      versionRow(version, `${version.decider ?? 'An officer'}: ${version.sentBackWith}`, 'Write it again'),
    )

function versionRow(version: WaitingVersion, why: string, action: string): Html {
  const address = addressOf({ ...version, id: version.textId })
  const href = version.state === 'waiting' ? `${address}/versions/${version.number}` : address
  const name = nameOf(version)
  return html`<li class="week-row">
<div class="week-row__told">
<p class="week-row__what"><a class="govuk-link" href="${href}">${version.section === null ? `News: ${name}` : `“${name}” on the public page`}</a></p>
<p class="week-row__why">${why}</p>
</div>
${quietButton(action, href, name)}
</li>
`
}

type Setting = { readonly team: Team; readonly today: Day; readonly mayMend: boolean }

/** What a dip-check found on the page and nobody has put right (D7.1). */
export const faultRows = (faults: readonly FaultFound[], { team, today, mayMend }: Setting): Html[] =>
  faults.map(
    ({ dipCheckId, place, question, note, fixBy }) => html`<li class="week-row">
<div class="week-row__told">
<p class="week-row__what"><a class="govuk-link" href="/${team.id}">Found wrong on the public page: ${note}</a></p>
<p class="week-row__facts">${tag('Dip-check', 'orange')} <span><b>${fixBy < today ? 'Was due by' : 'By'}</b> ${byWhen(fixBy, today)}</span></p>
<p class="week-row__why">It should be so: ${question}</p>
</div>
${mayMend && html`<form method="post" action="/desk/${team.id}/page/dip-check/${dipCheckId}/${place}"><button type="submit" class="govuk-button govuk-button--secondary week-row__button">It is put right<span class="govuk-visually-hidden">: ${note}, due by ${inWords(fixBy)}</span></button></form>`}
</li>
`,
  )
