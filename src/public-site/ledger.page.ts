import type { Verification } from '#ledger/verify.ts'
import { breadcrumbs } from '#platform/govuk.ts'
import { html, type Html } from '#platform/html.ts'
import { page, type SiteChrome } from '#platform/page.ts'
import { figure } from '#standings/question.ts'
import type { TeamFound } from './find.ts'

type LedgerShown = TeamFound & { readonly site: SiteChrome; readonly verification: Verification }

/** Whether a team's ledger is whole, checked from its first entry to its last while the reader waits. */
export function ledgerPage({ force, team, site, verification }: LedgerShown): Html {
  const body = html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-xl"><span class="govuk-caption-xl">${team.name} neighbourhood policing team</span> The ledger</h1>
<p class="govuk-body-l">Everything the team records becomes an entry here: what happened, when, and how much, never whom.</p>
<p class="govuk-body">Entries are only ever added: a mistake is corrected by a new entry that names the old one, so both can be seen.</p>
<p class="govuk-body">Each entry is sealed with a number worked out from itself and the entry before it, so that changing or removing any of them would break every seal that follows.</p>
<h2 class="govuk-heading-m">Checked just now</h2>
${found(verification)}
</div></div>`
  return page({
    title: `Ledger – ${team.name}`,
    body,
    site,
    before: breadcrumbs([
      { words: 'Find your team', href: '/' },
      { words: force.name, href: `/${force.id}` },
      { words: team.name, href: `/${team.id}` },
    ]),
  })
}

function found(verification: Verification): Html {
  if (!verification.whole)
    return html`<p class="ledger-found ledger-found--broken"><strong>The ledger is broken.</strong> Checked from the first entry, ${verification.fault}.</p>
<p class="govuk-body">Figures that rest on this ledger are not to be relied on until that is explained.</p>`
  if (verification.rows === 0) return html`<p class="govuk-body">Nothing has been recorded yet.</p>`
  return html`<p class="ledger-found"><strong>The ledger is whole.</strong> All ${figure(verification.rows)} ${verification.rows === 1 ? 'entry is' : 'entries are'} as recorded, each sealed to the one before.</p>
<dl class="facts"><dt>Entries</dt><dd>${figure(verification.rows)}</dd><dt>Seal of the last entry</dt><dd><code class="seal">${verification.head}</code></dd></dl>
<p class="govuk-body">Keep this seal: whoever has it can show later that nothing up to this entry was changed.</p>`
}
