import type { Verification } from '#ledger/verify.ts'
import { html, type Html } from '#platform/html.ts'
import { sayIn, type Say } from '#platform/language/say.ts'
import { page, type SiteChrome } from '#platform/page.ts'
import { figure } from '#standings/question.ts'
import type { TeamFound } from './find.ts'
import { teamTrail } from './trails.ts'

type LedgerShown = TeamFound & { readonly site: SiteChrome; readonly verification: Verification }

/** Whether a team's ledger is whole, checked from its first entry to its last while the reader waits. */
export function ledgerPage({ force, team, site, verification }: LedgerShown): Html {
  const say = sayIn(site.language)
  const body = html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-xl"><span class="govuk-caption-xl">${say`${team.name} neighbourhood policing team`}</span> ${say`The ledger`}</h1>
<p class="govuk-body-l">${say`Everything the team records becomes an entry here: what happened, when, and how much, never whom.`}</p>
<p class="govuk-body">${say`Entries are only ever added: a mistake is corrected by a new entry that names the old one, so both can be seen.`}</p>
<p class="govuk-body">${say`Each entry is sealed with a number worked out from itself and the entry before it, so that changing or removing any of them would break every seal that follows.`}</p>
<h2 class="govuk-heading-m">${say`Checked just now`}</h2>
${found(verification, say)}
</div></div>`
  return page({
    title: say.text`Ledger – ${team.name}`,
    body,
    site,
    trail: teamTrail({ force, team }, say),
  })
}

function found(verification: Verification, say: Say): Html {
  if (!verification.whole)
    return html`<p class="ledger-found ledger-found--broken"><strong>${say`The ledger is broken.`}</strong> ${say`Checked from the first entry, ${say.own(verification.fault)}.`}</p>
<p class="govuk-body">${say`Figures that rest on this ledger are not to be relied on until that is explained.`}</p>`
  const { rows, head } = verification
  if (rows === 0) return html`<p class="govuk-body">${say`Nothing has been recorded yet.`}</p>`
  const all = say.count(rows, {
    one: 'All {n} entry is as recorded, each sealed to the one before.',
    other: 'All {n} entries are as recorded, each sealed to the one before.',
  })
  return html`<p class="ledger-found"><strong>${say`The ledger is whole.`}</strong> ${all}</p>
<dl class="facts"><dt>${say`Entries`}</dt><dd>${figure(rows)}</dd><dt>${say`Seal of the last entry`}</dt><dd><code class="seal">${head}</code></dd></dl>
<p class="govuk-body">${say`Keep this seal: whoever has it can show later that nothing up to this entry was changed.`}</p>`
}
