import type { Team } from '#areas/area.ts'
import type { Organisation } from '#network/organisation.ts'
import { addDays, type Day } from '#platform/day.ts'
import { backLink, insetText } from '#platform/govuk.ts'
import { html, type Html } from '#platform/html.ts'
import { page, type SiteChrome } from '#platform/page.ts'
import { quarterInWords, quarterOf, type Quarter } from './briefing.ts'
import type { Part } from './briefing-told.ts'

type Shown = {
  readonly site: SiteChrome
  readonly team: Team
  readonly today: Day
  readonly council: Organisation
  readonly quarter: Quarter
  readonly parts: readonly Part[]
}

/** A council's briefing for a quarter, made from the records, to be read here or handed over as a PDF. */
export function briefingPage({ site, team, today, council, quarter, parts }: Shown): Html {
  const address = `/desk/${team.id}/councils/${council.id}`
  const body = html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<span class="govuk-caption-l">${team.name} neighbourhood policing team, for ${council.name}</span>
<h1 class="govuk-heading-l">Briefing, ${quarterInWords(quarter)}</h1>
${quarter.span.to >= today && insetText('This quarter is not over, so its figures will grow.')}
<p class="govuk-body"><a class="govuk-link" href="${address}/briefing.pdf?quarter=${quarter.name}">This briefing as a PDF to hand over</a></p>
${parts.map(
  ({ name, lines }) => html`<h2 class="govuk-heading-m">${name}</h2>
<ul class="govuk-list govuk-list--bullet">
${lines.map((line) => html`<li>${line}</li>\n`)}</ul>
`,
)}
${otherQuarters(address, quarter, today)}
</div></div>`
  const title = `Briefing for ${council.name}, ${quarterInWords(quarter)}`
  return page({ title, body, site, before: backLink(`/desk/${team.id}/councils`, 'Councils') })
}

function otherQuarters(address: string, { span }: Quarter, today: Day): Html {
  const [before, after] = [quarterOf(addDays(span.from, -1)), quarterOf(addDays(span.to, 1))]
  const shown = after.span.from <= today ? [before, after] : [before]
  const links = shown.map(
    (one) =>
      html`<li><a class="govuk-link" href="${address}/briefing?quarter=${one.name}">${quarterInWords(one)}</a></li>\n`,
  )
  return html`<nav aria-label="Other quarters"><ul class="govuk-list">\n${links}</ul></nav>`
}
