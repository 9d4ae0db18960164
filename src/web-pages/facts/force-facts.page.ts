import type { Force } from '#areas/area.ts'
import { typed } from '#platform/form.ts'
import { button, buttonLink, input, textarea } from '#platform/govuk.ts'
import { html, joined, type Html } from '#platform/html.ts'
import type { SiteChrome } from '#platform/page.ts'
import { factsPage, fieldOf, type Asked } from './facts-frame.page.ts'
import type { EngagementMethod, SeniorOfficer } from './force-facts.sql.ts'
import { webSections } from './section.ts'

type Shown = Asked & {
  readonly site: SiteChrome
  readonly force: Force
  readonly methods: readonly EngagementMethod[]
  readonly officers: readonly SeniorOfficer[]
  /** What somebody else wrote while the form was open. */
  readonly meanwhile: Html | false
}

/** What a force says of itself to everybody who asks, people and programs, and how often teams look at their pages. */
export function forceFactsPage(shown: Shown): Html {
  const { site, force, methods, officers, errors } = shown
  const home = `/desk/${force.id}/page`
  const frame = {
    site,
    title: 'What the force says of itself',
    caption: force.name,
    back: { href: '/desk', words: 'Desk' },
    errors,
  }
  return factsPage(
    frame,
    joined([
      html`${shown.meanwhile}`,
      factsPart(shown, home),
      listPart(
        'Ways to engage with the force',
        `${home}/methods`,
        'Add a way',
        methods.map(({ id, title }) => ({ id, words: title })),
      ),
      listPart(
        'Senior officers',
        `${home}/senior-officers`,
        'Add an officer',
        officers.map(({ id, name, rank }) => ({ id, words: `${rank} ${name}` })),
      ),
      intervalsPart(shown, home),
    ]),
  )
}

function factsPart(asked: Asked, home: string): Html {
  const field = fieldOf(asked)
  return html`<form class="desk-form" method="post" action="${home}" novalidate>
<input type="hidden" name="was" value="${typed(asked.values, 'was')}">
${textarea({ ...field('description'), label: 'About the force (optional)', rows: 4 })}
${input({ ...field('website'), label: 'Website (optional)', type: 'url' })}
${input({ ...field('telephone'), label: 'Telephone when it is no emergency (optional)', hint: 'Usually 101', width: '20', type: 'tel' })}
${button('Save')}
</form>`
}

type Line = { readonly id: string; readonly words: string }

/** A list of facts, each a link to change it, and a way to add one. */
export const listPart = (title: string, address: string, add: string, lines: readonly Line[]): Html =>
  html`<h2 class="govuk-heading-m">${title}</h2>
${lines.length === 0 ? html`<p class="govuk-body">None yet.</p>` : html`<ul class="govuk-list">${lines.map(({ id, words }) => html`<li><a class="govuk-link" href="${address}/${id}">${words}</a></li>\n`)}</ul>`}
${buttonLink(add, `${address}/new`, { kind: 'secondary' })}`

function intervalsPart(asked: Asked, home: string): Html {
  const field = fieldOf(asked)
  const days = webSections.map(({ slug, label }) =>
    input({ ...field(slug), label, suffix: 'days', numeric: true, width: '3' }),
  )
  return html`<h2 class="govuk-heading-m">How often each section of a team’s page is looked at</h2>
<p class="govuk-body">A team is told 14 days before a section has gone so long without a look.</p>
<form class="desk-form" method="post" action="${home}/intervals" novalidate>${days}${button('Save the days', { kind: 'secondary' })}</form>`
}
