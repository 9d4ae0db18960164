import { textarea } from '#platform/govuk.ts'
import { html, type Html } from '#platform/html.ts'
import { addressIn } from '#platform/language/language.ts'
import { sayIn, type Say } from '#platform/language/say.ts'
import { absoluteAddress, page, type SiteChrome } from '#platform/page.ts'
import type { TeamFound } from '../find.ts'
import { teamTrail } from '../trails.ts'

type Shown = TeamFound & { readonly site: SiteChrome }
type Frame = { readonly id: string; readonly title: string; readonly height: number }

/** What a parish council or a school may put into a page of its own site, with the code to copy. */
export function putOnSitePage({ site, force, team }: Shown): Html {
  const say = sayIn(site.language)
  const body = html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-xl"><span class="govuk-caption-xl">${say`${team.name} neighbourhood policing team`}</span> ${say`Put this on your site`}</h1>
<p class="govuk-body">${say`Copy the code into a page of your site. It keeps itself up to date, needs no script and sets no cookies.`}</p>
${framesOf(team.name, say).map((frame) => framePart(frame, team.id, site, say))}
</div></div>`
  return page({
    title: say.text`Put this on your site – ${team.name}`,
    body,
    site,
    trail: teamTrail({ force, team }, say),
    description: say.text`Dates, priorities and promises of ${team.name} neighbourhood policing team for your own site.`,
  })
}

const framesOf = (name: string, say: Say): readonly Frame[] => [
  { id: 'embed/next', title: say.text`Talk to ${name} neighbourhood policing team next`, height: 320 },
  { id: 'events/embed', title: say.text`Where you can talk to ${name} neighbourhood policing team`, height: 480 },
  { id: 'embed/priorities', title: say.text`What ${name} neighbourhood policing team works on`, height: 480 },
  { id: 'embed/promises', title: say.text`How ${name} neighbourhood policing team keeps its promises`, height: 400 },
]

function framePart({ id, title, height }: Frame, teamId: string, site: SiteChrome, say: Say): Html {
  const address = absoluteAddress(site, addressIn(site.language, `/${teamId}/${id}`))
  const frame = html`<iframe src="${address}" title="${title}" width="100%" height="${height}" loading="lazy"></iframe>`
  const name = id.replace('/', '-')
  return html`<section class="plan__part" aria-labelledby="${name}-heading"><h2 class="govuk-heading-m" id="${name}-heading">${title}</h2>
${textarea({ name, label: say.text`Copy this into a page of your site`, value: frame.text, rows: 4, readOnly: true })}
<p class="govuk-body"><a class="govuk-link" href="/${teamId}/${id}">${say`See it alone`}<span class="govuk-visually-hidden">: ${title}</span></a></p>
</section>
`
}
