import type { Neighbourhood, Team } from '#areas/area.ts'
import { inWords, type Day } from '#platform/day.ts'
import { backLink, button, input, insetText, pagination, select, tag } from '#platform/govuk.ts'
import { html, type Html } from '#platform/html.ts'
import { page, type SiteChrome } from '#platform/page.ts'
import type { Concern, ConcernSource } from '#priorities/concern.ts'
import type { ConcernsAsked } from '#priorities/concerns.sql.ts'

type Shown = {
  readonly site: SiteChrome
  readonly team: Team
  readonly neighbourhoods: readonly Neighbourhood[]
  readonly looked: ConcernsAsked
  readonly concerns: readonly Concern[]
  readonly count: number
  readonly current: number
  readonly pages: number
  readonly mayDecide: boolean
  readonly mayReword: boolean
}

/** What people raised, whichever way it came in, newest first: what waits for a decision, or all. */
export function concernsPage(shown: Shown): Html {
  const { site, team, looked, concerns, count, current, pages } = shown
  const href = `/desk/${team.id}/concerns`
  const empty =
    looked.which === 'waiting' ? 'No concern waits for a decision.' : 'Nobody has noted a concern in words here.'
  const body = html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<span class="govuk-caption-l">${team.name}</span>
<h1 class="govuk-heading-l">Concerns</h1>
${filters(shown)}
<p class="govuk-body">${countInWords(count, looked)}${count > 0 && html` – <a class="govuk-link" href="${href}.csv?${query(looked)}">Download as CSV</a>`}</p>
${count === 0 && insetText(empty)}
${concerns.length > 0 && html`<ul class="week-list__rows">\n${concerns.map((concern) => row(concern, shown))}</ul>`}
${pagination({ label: 'Pages of concerns', current, pages, hrefOf: (n) => `${href}?${query(looked)}&page=${n}` })}
</div></div>`
  return page({ title: `Concerns – ${team.name}`, body, site, before: backLink(`/desk/${team.id}`, 'This week') })
}

function countInWords(count: number, { which }: ConcernsAsked): string {
  const concerns = count === 1 ? 'One concern' : `${count.toLocaleString('en-GB')} concerns`
  return which === 'all' ? concerns : `${concerns} ${count === 1 ? 'waits' : 'wait'} for a decision`
}

function filters({ team, neighbourhoods, looked }: Shown): Html {
  const places = neighbourhoods.map(({ id, name }) => ({ value: id, words: name }))
  return html`<form class="desk-form" method="get" action="/desk/${team.id}/concerns">
${select({
  name: 'which',
  label: 'Which?',
  choices: [
    { value: 'waiting', words: 'Waiting for a decision' },
    { value: 'all', words: 'All' },
  ],
  value: looked.which,
})}
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

function row(concern: Concern, shown: Shown): Html {
  const { id, words, raisedOn, neighbourhood, decision } = concern
  const { team, mayDecide, mayReword } = shown
  const about = html`<span class="govuk-visually-hidden">: ${(words ?? '').slice(0, 80)}</span>`
  const decide =
    mayDecide && decision === null && words !== null
      ? html`<a class="govuk-button govuk-button--secondary week-row__button" href="/desk/${team.id}/concerns/${id}">Decide${about}</a>`
      : false
  const href = rewordAt(concern, team)
  const reword =
    mayReword &&
    words !== null &&
    href !== null &&
    html`<span><a class="govuk-link" href="${href}">Reword${about}</a></span>`
  return html`<li class="week-row">
<div class="week-row__told">
<p class="week-row__what">${words ?? html`<i>The words were erased.</i>`}</p>
<p class="week-row__facts"><span><b>${verbOf[concern.source]}</b> ${inWords(raisedOn)}</span> ${whence(concern, team)}${neighbourhood !== null && html`<span><b>In</b> ${neighbourhood}</span> `}${decidedOf(concern, team)}${reword}</p>
</div>
${decide}
</li>
`
}

const verbOf: Readonly<Record<ConcernSource, string>> = {
  event: 'Heard',
  contact: 'Heard',
  form: 'Sent by the form',
  feedback: 'In feedback',
  opinion: 'With an opinion',
  reply: 'With a survey',
}

/** Words of a contact, of feedback or of an opinion are put right where they stand. */
const rewordAt = ({ id, source }: Concern, team: Team): string | null =>
  source === 'event'
    ? `/desk/${team.id}/concerns/${id}/words`
    : source === 'form' || source === 'reply'
      ? `/desk/${team.id}/concerns/sent/${id}/words`
      : null

/** Where a concern came from, with the way there. */
export function whence({ source, fromId, title, place }: Concern, team: Team): Html | false {
  if (source === 'opinion') return opinionOf(fromId, title ?? '', team)
  const at = { event: 'engagements', contact: 'network/relationships', feedback: 'events', form: '', reply: '' }[source]
  if (fromId === null) return place !== '' && html`<span><b>Where</b> ${place}</span> `
  const href = `/desk/${team.id}/${at}/${fromId}${source === 'feedback' ? '/feedback' : ''}`
  const where = place === '' ? '' : `, ${place}`
  return html`<span><b>${source === 'contact' ? 'From' : 'At'}</b> <a class="govuk-link" href="${href}">${title}</a>${where}</span> `
}

/** What an opinion was of: a priority, or a part of the page by its name in addresses. */
function opinionOf(priorityId: string | null, title: string, team: Team): Html {
  const [path, of] =
    priorityId === null
      ? [`page/${title}`, title === 'page' ? 'our page' : `our page (${title.replaceAll('-', ' ')})`]
      : [`priorities/${priorityId}`, title]
  return html`<span><b>Of</b> <a class="govuk-link" href="/desk/${team.id}/feedback/${path}">${of}</a></span> `
}

const decisionWords = { answered: 'Answered', 'not ours': 'Not ours', nothing: 'Nothing to do', priority: '' } as const

function decidedOf({ decision, decidedOn, priorityId, priorityTitle }: Concern, team: Team): Html | false {
  if (decision === null) return html`${tag('Waits', 'yellow')} `
  if (priorityId !== null)
    return html`<span><b>Led to</b> <a class="govuk-link" href="/desk/${team.id}/priorities/${priorityId}">${priorityTitle}</a></span> `
  return html`<span><b>${decisionWords[decision]}</b> ${dayOf(decidedOn)}</span> `
}

const dayOf = (on: Day | null): string => (on === null ? '' : inWords(on))

const query = ({ neighbourhoodId, words, which }: ConcernsAsked): string =>
  new URLSearchParams({ which, neighbourhood: neighbourhoodId, words }).toString()
