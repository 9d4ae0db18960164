import { randomUUID } from 'node:crypto'
import type { Team } from '#areas/area.ts'
import type { HalfTerm } from '#areas/terms/half-term.ts'
import { inWords, type Day } from '#platform/day.ts'
import { backLink, button, details, insetText, select } from '#platform/govuk.ts'
import { html, nothing, type Html } from '#platform/html.ts'
import { page, type SiteChrome } from '#platform/page.ts'
import { capitalised } from '#platform/capitalised.ts'
import { waysOfContact } from '../contact.ts'
import { networkOf } from '../keeper-at.ts'
import type { Coverage } from './half-term-coverage.ts'
import type { SchoolLine } from './schools.sql.ts'
import { saferSchoolsPart, type SaferSchoolsShown } from './safer-schools.page.ts'

export type Column = { readonly halfTerm: HalfTerm; readonly coverage: Coverage<SchoolLine> }

export type SchoolsShown = {
  readonly site: SiteChrome
  readonly team: Team
  readonly today: Day
  readonly schools: readonly SchoolLine[]
  /** The half terms that have begun, in order; none where no terms are known. */
  readonly columns: readonly Column[]
  /** The first half term that has not begun, or null. */
  readonly next: HalfTerm | null
  /** When each school's safeguarding officer was last contacted. */
  readonly lastCall: ReadonlyMap<string, Day>
  readonly young: { readonly count: number; readonly spokeWith: number }
  readonly safer: SaferSchoolsShown
  readonly mayManage: boolean
}

/** The schools of a team: whose safeguarding officer is still to be contacted this half term (C9, R54), and what else is done with them. */
export function schoolsPage(shown: SchoolsShown): Html {
  const { site, team, schools, columns, young, safer } = shown
  const last = columns.at(-1)
  const body = html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<span class="govuk-caption-l">${team.name}</span>
<h1 class="govuk-heading-l">Schools</h1>
${schools.length === 0 ? noSchools(shown) : last ? halfTermTold(shown, last) : noTerms(shown)}
</div></div>
${schools.length > 0 && tableOf(shown)}
<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h2 class="govuk-heading-m">Young people</h2>
<p class="govuk-body">${young.count === 0 ? 'No engagement with young people or schools has been recorded in the last 12 months.' : html`<strong>${young.count}</strong> ${young.count === 1 ? 'engagement' : 'engagements'} with young people or schools in the last 12 months; ${young.spokeWith.toLocaleString('en-GB')} people spoken with.`}</p>
${saferSchoolsPart(team, safer)}
${elsewhere(shown)}
</div></div>`
  return page({ title: `Schools – ${team.name}`, body, site, before: backLink(networkOf(team.id), 'Network') })
}

const noSchools = ({ team, mayManage }: SchoolsShown): Html =>
  html`<p class="govuk-body-l">No school of ${team.name} is known yet.</p>
<p class="govuk-body">${mayManage ? html`<a class="govuk-link" href="/desk/${team.forceId}/schools/register">Load the national schools register</a> to bring them in.` : 'An inspector or the NEO can load the national schools register.'}</p>`

const noTerms = ({ team, schools, mayManage }: SchoolsShown): Html =>
  html`${insetText(html`<p class="govuk-body"><strong>Unknown:</strong> ${team.schoolCouncil === null ? `nobody has said which council’s terms the schools of ${team.name} keep` : `no half term of ${team.schoolCouncil} is known`}, so nobody can say who is still to be contacted.</p>
${mayManage && html`<p class="govuk-body"><a class="govuk-link" href="/desk/${team.forceId}/terms">Say when the half terms are</a></p>`}`)}
<p class="govuk-body">${counted(schools.length)} known.</p>`

function halfTermTold(shown: SchoolsShown, { halfTerm, coverage }: Column): Html {
  const { today, next, team } = shown
  const { expected, left } = coverage
  const open = today <= halfTerm.to
  const figure = `${expected.length - left.length} of ${expected.length}`
  return html`<h2 class="govuk-heading-m">${open ? 'This half term' : 'The last half term'}: ${halfTerm.name}</h2>
<p class="govuk-body-l"><strong>${figure}</strong> open schools: safeguarding officer contacted.</p>
<p class="govuk-body">${inWords(halfTerm.from)} to ${inWords(halfTerm.to)}, ${halfTerm.council}.${!open && (next ? ` The next, ${next.name}, begins on ${inWords(next.from)}.` : ' Nobody has said yet when the next begins.')}</p>
${left.length === 0 ? html`<p class="govuk-body">${expected.length === 0 ? 'No school was open in it.' : 'Every open school has been contacted.'}</p>` : leftList(team, left, open, shown)}`
}

function leftList(team: Team, left: readonly SchoolLine[], open: boolean, shown: SchoolsShown): Html {
  return html`<section class="week-list" aria-labelledby="left"><h3 class="govuk-heading-s" id="left">${open ? 'Still to contact' : 'Left out'} <span class="week-list__count">${left.length}</span></h3>
<ul class="week-list__rows">
${left.map((school) => leftRow(team, school, shown))}</ul></section>
`
}

function leftRow(team: Team, school: SchoolLine, { lastCall }: SchoolsShown): Html {
  const { label, place, safeguardingOfficer, subjectId } = school
  const last = lastCall.get(subjectId)
  return html`<li class="week-row"><div class="week-row__told">
<p class="week-row__what">${nameOf(team, school)}</p>
<p class="week-row__facts">${place !== '' && html`<span>${place}</span> `}<span><b>Safeguarding officer</b> ${safeguardingOfficer === null ? 'not known' : html`<bdi>${safeguardingOfficer}</bdi>`}</span>
<span><b>Last</b> ${last === undefined ? 'not contacted yet' : inWords(last)}</span></p>
${school.relationshipId === null ? html`<p class="govuk-body-s">Add ${label} as an organisation to log a contact with it.</p>` : logForm(team, school.relationshipId, label)}
</div></li>
`
}

/** One line and one button; which officer it was with is said for them. */
function logForm(team: Team, relationshipId: string, label: string): Html {
  const choices = waysOfContact.map((value) => ({ value, words: capitalised(value) }))
  const form = html`<form class="contact-line" method="post" action="${networkOf(team.id)}/contacts/new" novalidate>
<input type="hidden" name="id" value="${randomUUID()}"><input type="hidden" name="with" value="${relationshipId}"><input type="hidden" name="facets" value="safeguarding officer">
${select({ name: 'how', id: `how-${relationshipId}`, label: 'How were you in touch with the safeguarding officer?', choices, value: 'telephone' })}
${button('Log it, today', { kind: 'secondary' })}
<p class="govuk-body-s contact-line__more"><a class="govuk-link" href="${networkOf(team.id)}/contacts/new?with=${relationshipId}">Another day, or more to say<span class="govuk-visually-hidden">: ${label}</span></a></p>
</form>`
  return details(html`Log a contact<span class="govuk-visually-hidden">: ${label}</span>`, form)
}

const nameOf = (team: Team, { organisationId, label }: SchoolLine): Html =>
  organisationId === null
    ? html`<bdi>${label}</bdi>`
    : html`<a class="govuk-link" href="${networkOf(team.id)}/organisations/${organisationId}"><bdi>${label}</bdi></a>`

function tableOf(shown: SchoolsShown): Html {
  const { team, schools, columns, lastCall } = shown
  const head = columns.map(
    ({ halfTerm, coverage: { expected, left } }) =>
      html`<th class="govuk-table__header" scope="col">${halfTerm.name}<br><span class="govuk-body-s">${expected.length - left.length} of ${expected.length}</span></th>`,
  )
  const rows = schools.map(
    (
      school,
    ) => html`<tr class="govuk-table__row"><th class="govuk-table__header" scope="row">${nameOf(team, school)}${school.to !== null && html`<br><span class="govuk-body-s">${school.organisationId === null ? 'ours until' : 'closed'} ${inWords(school.to)}</span>`}</th>
<td class="govuk-table__cell">${lastInWords(lastCall.get(school.subjectId))}</td>${columns.map((column) => html`<td class="govuk-table__cell">${markOf(column, school, shown.today)}</td>`)}</tr>
`,
  )
  return html`<section class="scrolls" tabindex="0" aria-label="Every school and half term"><table class="govuk-table">
<caption class="govuk-table__caption govuk-table__caption--m">Every school, half term by half term</caption>
<thead><tr><th class="govuk-table__header" scope="col">School</th><th class="govuk-table__header" scope="col">Last contacted</th>${head}</tr></thead>
<tbody>
${rows}</tbody></table></section>
`
}

const lastInWords = (last: Day | undefined): string => (last === undefined ? 'Never noted' : inWords(last))

function markOf({ halfTerm, coverage }: Column, { subjectId }: SchoolLine, today: Day): Html {
  const touched = coverage.of.get(subjectId)
  if (touched?.word === 'contacted') return html`✓ ${inWords(touched.on).replace(/ \d+$/, '')}`
  if (touched?.word !== 'left') return html`– not open`
  return today <= halfTerm.to ? html`○ to come` : html`✗ left out`
}

function elsewhere({ team, mayManage }: SchoolsShown): Html {
  if (!mayManage) return nothing
  return html`<nav class="desk-links" aria-label="Elsewhere"><ul class="govuk-list">
<li><a class="govuk-link" href="/desk/${team.forceId}/schools/register">National schools register</a></li>
<li><a class="govuk-link" href="/desk/${team.forceId}/terms">School terms</a></li>
</ul></nav>`
}

const counted = (n: number): string => (n === 1 ? '1 school is' : `${n} schools are`)
