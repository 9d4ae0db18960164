import type { Force, Team } from '#areas/area.ts'
import { backLink, button, checkboxes, details, type Choice } from '#platform/govuk.ts'
import { html, type Html } from '#platform/html.ts'
import { page, type SiteChrome } from '#platform/page.ts'
import type { CommitmentStanding, ContractStanding } from '#standings/contract-standing.ts'
import { mark } from '#standings/standing-mark.ts'
import { lapseRows } from './lapse-rows.part.ts'
import type { Lapse, Watch } from './watch.ts'

type Shown = {
  readonly site: SiteChrome
  readonly force: Force
  readonly team: Team
  /** How its contract stands today; null where none is in force. */
  readonly standing: ContractStanding | null
  readonly watches: readonly Watch[]
  readonly lapses: readonly Lapse[]
}

/** What somebody follows of one team, each with how it stands today. */
export function watchTeamPage(shown: Shown): Html {
  const { site, force, team, lapses } = shown
  const body = html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<span class="govuk-caption-l">Watch list</span>
<h1 class="govuk-heading-l">${team.name}</h1>
<p class="govuk-body"><a class="govuk-link" href="/desk/${team.id}/notes">Notes to ${team.name}</a></p>
${lapses.length > 0 && html`<h2 class="govuk-heading-m">Lapsed, and not mended</h2>${lapseRows(lapses)}`}
<h2 class="govuk-heading-m">What you follow</h2>
<p class="govuk-body">When a promise that you follow turns from kept, on course or due to late or missed, you are told by mail the next morning, once.</p>
${followForm(shown)}
</div></div>`
  const before = backLink(`/desk/${force.id}/watch`, 'Watch list')
  return page({ title: `${team.name} – Watch list`, body, site, before })
}

function followForm({ force, team, standing, watches }: Shown): Html {
  const refs = (scope: Watch['scope']) => watches.filter((each) => each.scope === scope).map(({ ref }) => ref)
  const whole = checkboxes({
    name: 'team',
    legend: 'The team',
    choices: [{ value: 'yes', words: 'The whole team, with all that it promises' }],
    values: refs('team').length > 0 ? ['yes'] : [],
    size: 's',
    small: true,
  })
  return html`<form class="desk-form" method="post" action="/desk/${force.id}/watch/${team.slug}" novalidate>
${whole}
${standing === null ? html`<p class="govuk-body">No contract of this team is in force today.</p>` : partsOf(standing, refs('standard'), refs('promise'))}
${button('Follow these')}
</form>`
}

function partsOf(standing: ContractStanding, standards: readonly string[], promises: readonly string[]): Html {
  const ofStandards = standing.standards.map(({ id, title, standing: word }) => ({
    value: id,
    words: html`${id} ${title} ${mark(word)}`,
  }))
  return html`${checkboxes({ name: 'standards', legend: 'Standards', hint: 'All promises under one.', choices: ofStandards, values: standards, size: 's', small: true })}
${details('Promises one by one', checkboxes({ name: 'promises', legend: 'Promises', choices: promisesIn(standing).map(choiceOf), values: promises, size: 's', small: true }), { open: promises.length > 0 })}`
}

/** Each promise of a contract once, though it may serve several standards. */
export const promisesIn = ({
  standards,
  others,
}: Pick<ContractStanding, 'standards' | 'others'>): CommitmentStanding[] => [
  ...new Map(
    [...standards.flatMap(({ commitments }) => commitments), ...others].map((each) => [each.ref, each]),
  ).values(),
]

const choiceOf = ({ ref, text, standing }: CommitmentStanding): Choice => ({
  value: ref,
  words: html`${text} ${mark(standing.standing)}`,
})
