import type { PlannedEngagement } from '#engagements/planned/planned-engagement.ts'
import { inWords, weekdayInWords } from '#platform/day.ts'
import { html, type Html } from '#platform/html.ts'
import type { SiteChrome } from '#platform/page.ts'
import type { TeamFound } from './find.ts'

type Shown = TeamFound & { readonly site: SiteChrome; readonly planned: readonly PlannedEngagement[] }

/** The next dates of a team for a frame on another site, such as a parish council's; each link leads out of the frame. */
export const embeddedEventsPage = ({ force, team, site, planned }: Shown): Html => html`<!doctype html>
<html lang="${site.language}"${site.theme !== null && html` class="theme-${site.theme}"`}>
<head><meta charset="utf-8"><title>Where you can talk to ${team.name} neighbourhood policing team</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="${site.assetPath('embed.css')}"></head>
<body><main>
<h1>Where you can talk to ${team.name} neighbourhood policing team</h1>
${planned.length === 0 ? html`<p>Nothing is planned at the moment.</p>` : html`<ul>\n${planned.map((one) => line(one))}</ul>`}
<p><a href="/${team.id}/events" target="_top">All dates, at ${force.name}</a></p>
<p>This is not for emergencies: call <strong>999</strong> in an emergency, <strong>101</strong> otherwise.</p>
</main></body></html>
`

const line = ({ teamId, id, title, heldOn, begins, ends, place, state, moved }: PlannedEngagement): Html =>
  html`<li><a href="/${teamId}/events/${id}" target="_top">${title}</a>${state === 'cancelled' ? html` <strong>Cancelled</strong>` : moved && html` <strong>Moved</strong>`}<br><time datetime="${heldOn}T${begins}">${weekdayInWords(heldOn)} ${inWords(heldOn)}, ${begins}</time> to ${ends}<br>${place}</li>
`
