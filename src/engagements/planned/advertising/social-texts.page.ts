import type { Team } from '#areas/area.ts'
import { inWords, weekdayInWords, type Day } from '#platform/day.ts'
import { backLink, button, textarea } from '#platform/govuk.ts'
import { html, joined, type Html } from '#platform/html.ts'
import { page, type SiteChrome } from '#platform/page.ts'
import type { PlannedEngagement } from '../planned-engagement.ts'
import type { SocialText } from './social-texts.ts'

type Shown = {
  readonly site: SiteChrome
  readonly team: Team
  readonly planned: PlannedEngagement
  readonly texts: readonly SocialText[]
  readonly today: Day
}

/** Texts to be copied to other channels; one button notes that a text went out today. */
export function socialTextsPage(shown: Shown): Html {
  const { site, team, planned, texts } = shown
  const body = html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-l"><span class="govuk-caption-l">${planned.title}, ${weekdayInWords(planned.heldOn)} ${inWords(planned.heldOn)}</span> Texts for other channels</h1>
<p class="govuk-body">Copy a text, send it where you usually do, then note that it went out: it counts towards being advertised.</p>
${joined(texts.map((text, n) => textPart(shown, text, n)))}
</div></div>`
  return page({
    title: `Texts for other channels – ${planned.title}`,
    body,
    site,
    assets: ['copy-text.js'],
    before: backLink(`/desk/${team.id}/events/${planned.id}`, planned.title),
  })
}

function textPart({ team, planned, today }: Shown, { name, channel, words }: SocialText, n: number): Html {
  const [year = '', month = '', day = ''] = today.split('-')
  const note =
    planned.state === 'planned' &&
    html`<form method="post" action="/desk/${team.id}/events/${planned.id}/adverts">
<input type="hidden" name="channel" value="${channel}"><input type="hidden" name="outOn-day" value="${Number(day)}"><input type="hidden" name="outOn-month" value="${Number(month)}"><input type="hidden" name="outOn-year" value="${year}">
${button(html`Note that it went out <span class="govuk-visually-hidden">on ${channel}</span> today`, { kind: 'secondary' })}
</form>`
  return html`<section class="social-text" aria-label="${name}">
${textarea({ name: `text-${n}`, label: name, value: words, rows: Math.min(16, words.split('\n').length + 2), size: 'm', readOnly: true })}
${note}</section>
`
}
