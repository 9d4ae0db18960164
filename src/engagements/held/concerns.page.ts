import type { Neighbourhood, Team } from '#areas/area.ts'
import { inWords } from '#platform/day.ts'
import { backLink, button, input, insetText, pagination, select } from '#platform/govuk.ts'
import { html, type Html } from '#platform/html.ts'
import { page, type SiteChrome } from '#platform/page.ts'
import type { ConcernLine, ConcernsAsked } from './concerns.sql.ts'

type Shown = {
  readonly site: SiteChrome
  readonly team: Team
  readonly neighbourhoods: readonly Neighbourhood[]
  readonly looked: ConcernsAsked
  readonly concerns: readonly ConcernLine[]
  readonly count: number
  readonly current: number
  readonly pages: number
  readonly mayReword: boolean
}

/** What a team heard from the public, newest first, each with where. */
export function concernsPage(shown: Shown): Html {
  const { site, team, concerns, count, current, pages } = shown
  const body = html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<span class="govuk-caption-l">${team.name}</span>
<h1 class="govuk-heading-l">What was heard</h1>
${filters(shown)}
<p class="govuk-body">${count === 1 ? 'One concern' : `${count.toLocaleString('en-GB')} concerns`}${count > 0 && html` – <a class="govuk-link" href="/desk/${team.id}/concerns.csv?${query(shown.looked)}">Download as CSV</a>`}</p>
${count === 0 && insetText('Nobody has noted a concern in words here.')}
${concerns.length > 0 && html`<ul class="week-list__rows">\n${concerns.map((concern) => row(concern, shown))}</ul>`}
${pagination({ label: 'Pages of concerns', current, pages, hrefOf: (n) => `/desk/${team.id}/concerns?${query(shown.looked)}&page=${n}` })}
</div></div>`
  return page({ title: `What was heard – ${team.name}`, body, site, before: backLink(`/desk/${team.id}`, 'This week') })
}

function filters({ team, neighbourhoods, looked }: Shown): Html {
  const places = neighbourhoods.map(({ id, name }) => ({ value: id, words: name }))
  return html`<form class="desk-form" method="get" action="/desk/${team.id}/concerns">
${
  places.length > 1 &&
  select({
    name: 'neighbourhood',
    label: 'In which neighbourhood?',
    choices: [{ value: '', words: 'All' }, ...places],
    value: looked.neighbourhoodId,
  })
}
${input({ name: 'words', label: 'With these words', value: looked.words })}
${button('Show these', { kind: 'secondary' })}
</form>`
}

function row({ id, words, heardOn, neighbourhood, engagementId, title, place }: ConcernLine, shown: Shown): Html {
  const { team, mayReword } = shown
  const at =
    engagementId !== null &&
    html`<span><b>At</b> <a class="govuk-link" href="/desk/${team.id}/engagements/${engagementId}">${title}</a>, ${place}</span> `
  const reword =
    mayReword &&
    words !== null &&
    html`<span><a class="govuk-link" href="/desk/${team.id}/concerns/${id}/words">Reword<span class="govuk-visually-hidden">: ${words.slice(0, 80)}</span></a></span>`
  return html`<li class="week-row">
<div class="week-row__told">
<p class="week-row__what">${words ?? html`<i>The words were erased.</i>`}</p>
<p class="week-row__facts"><span><b>Heard</b> ${inWords(heardOn)}</span> ${at}${neighbourhood !== null && html`<span><b>In</b> ${neighbourhood}</span> `}${reword}</p>
</div>
</li>
`
}

const query = ({ neighbourhoodId, words }: ConcernsAsked): string =>
  new URLSearchParams({ neighbourhood: neighbourhoodId, words }).toString()
