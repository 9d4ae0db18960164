import type { Force } from '#areas/area.ts'
import { inWords } from '#platform/day.ts'
import { backLink, button, notificationBanner, summaryList } from '#platform/govuk.ts'
import { html, type Html } from '#platform/html.ts'
import { page, type SiteChrome } from '#platform/page.ts'
import { failuresOf, pagesOf, type Audit } from './audit.ts'

type Shown = {
  readonly site: SiteChrome
  readonly force: Force
  readonly audit: Audit
  readonly recorded: boolean
  readonly saved: boolean
}

/** Where a force records what the last audit of its pages found (S10). */
export function auditPage({ site, force, audit, recorded, saved }: Shown): Html {
  const title = 'Accessibility of our pages'
  const body = html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
${saved && notificationBanner('The audit is recorded.', { success: true })}
<span class="govuk-caption-l">${force.name}</span>
<h1 class="govuk-heading-l">${title}</h1>
<p class="govuk-body">What was tested is on the <a class="govuk-link" href="/accessibility">accessibility statement</a>. Recorded, it becomes evidence of what the force promises: that everything published can be used by everybody.</p>
${summaryList([
  { key: 'Last audit', value: inWords(audit.on) },
  { key: 'Pages looked at', value: pagesOf(audit).toLocaleString('en-GB') },
  { key: 'What fails', value: String(failuresOf(audit)) },
])}
${recorded ? html`<p class="govuk-body">This audit is in the ledger.</p>` : html`<form method="post" action="/desk/${force.id}/accessibility">${button('Record this audit')}</form>`}
</div></div>`
  return page({
    title: `${title} – ${force.name}`,
    body,
    site,
    before: backLink(`/desk/${force.id}/page`, 'What the force says of itself'),
  })
}
