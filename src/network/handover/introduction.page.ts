import type { Team } from '#areas/area.ts'
import { inWords } from '#platform/day.ts'
import { backLink, buttonLink, insetText } from '#platform/govuk.ts'
import { html, type Html } from '#platform/html.ts'
import { page, type SiteChrome } from '#platform/page.ts'
import { networkOf } from '../keeper-at.ts'
import { addressedTo } from './handover.ts'
import type { Introduction } from './introductions.sql.ts'

type Shown = { readonly site: SiteChrome; readonly team: Team; readonly introduction: Introduction }

/** The words by which a new owner is introduced, to print or read out; a contact that is logged closes it. */
export function introductionPage({ site, team, introduction }: Shown): Html {
  const { label, name, toName, fromName, draft, sent, dueOn, relationshipId } = introduction
  const words = addressedTo(draft, name)
  const body = html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<span class="govuk-caption-l">Introduction · ${team.name}</span>
<h1 class="govuk-heading-l">${label}</h1>
<dl class="facts"><dt>New owner</dt><dd><bdi>${toName}</bdi>, after <bdi>${fromName}</bdi></dd>
<dt>To be introduced</dt><dd>by ${inWords(dueOn)}</dd>
<dt>By mail</dt><dd>${sent ? 'These words went to the outbox.' : 'No: print them or read them out.'}</dd></dl>
${insetText(html`${words.split('\n\n').map((part) => html`<p class="govuk-body">${part}</p>`)}`)}
${buttonLink('Log the contact', `${networkOf(team.id)}/contacts/new?with=${relationshipId}`)}
<p class="govuk-body">The introduction is made once ${toName} logs a contact.</p>
</div></div>`
  return page({ title: `Introduction: ${label}`, body, site, before: backLink(`/desk/${team.id}`, 'This week') })
}
