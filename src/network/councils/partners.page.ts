import { randomUUID } from 'node:crypto'
import type { Team } from '#areas/area.ts'
import { inWords, type Day } from '#platform/day.ts'
import { typedDay, typedList, type FieldErrors, type FormValues } from '#platform/form.ts'
import { backLink, button, checkboxes, dateInput, details, errorSummary, tag } from '#platform/govuk.ts'
import { html, nothing, type Html } from '#platform/html.ts'
import { page, type SiteChrome } from '#platform/page.ts'
import { capitalised } from '#platform/capitalised.ts'
import { networkOf } from '../keeper-at.ts'
import { sergeantsDay, sergeantsMeetEvery } from '../meetings/meeting.ts'
import { partInWords } from '../meetings/meeting.page.ts'
import type { MeetingLine } from '../meetings/meetings.sql.ts'
import { levelInWords } from '../relationship.ts'
import { dayTyped } from '../typed-parts.ts'
import { dueAfter, meetingDue } from './council.ts'
import type { Level } from './levels.sql.ts'

/** A partner with its last meeting, and the next that is planned. */
export type Partner = { readonly level: Level; readonly metOn: Day | null; readonly next: MeetingLine | null }

export type PartnersShown = {
  readonly site: SiteChrome
  readonly team: Team
  readonly today: Day
  readonly partners: readonly Partner[]
  readonly sergeants: { readonly metOn: Day | null; readonly next: MeetingLine | null }
  readonly informedOn: Day | null
  readonly held: readonly MeetingLine[]
  readonly values: FormValues
  readonly errors: FieldErrors
}

/** The meetings a team goes to: partnerships, neighbouring forces, schemes, the sergeants' day; and whom it told of its priorities. */
export function partnersPage(shown: PartnersShown): Html {
  const { site, team, partners, errors } = shown
  const groups = [...Map.groupBy(partners, ({ level }) => level.kind)]
  const body = html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
${errorSummary(errors)}
<span class="govuk-caption-l">${team.name}</span>
<h1 class="govuk-heading-l">Partners</h1>
${groups.map(([kind, list]) =>
  section(
    capitalised(kind),
    kind.replaceAll(' ', '-'),
    list.map((one) => partnerRow(one, shown)),
  ),
)}
${section('Sergeants of the Force', 'sergeants', [sergeantsRow(shown)])}
${informedPart(shown)}
${heldPart(shown)}
</div></div>`
  const before = backLink(`/desk/${team.id}`, 'This week')
  return page({ title: `Partners – ${team.name}`, body, site, before, mistaken: Object.keys(errors).length > 0 })
}

const section = (title: string, id: string, rows: readonly Html[]): Html =>
  html`<section class="week-list" aria-labelledby="${id}"><h2 class="govuk-heading-m" id="${id}">${title}</h2>
<ul class="week-list__rows">\n${rows}</ul></section>
`

function partnerRow({ level, metOn, next }: Partner, { team, today }: PartnersShown): Html {
  const href = `${networkOf(team.id)}/relationships/${level.relationshipId}`
  const name = html`<a class="govuk-link" href="${href}">${level.label}</a>`
  const rhythm = level.every === null ? 'no rhythm is agreed' : levelInWords(level.every)
  const row = { name, label: level.label, rhythm, metOn, due: meetingDue(level, metOn), next }
  return meetingRow({ ...row, with: level.organisationId ?? '' }, team, today)
}

function sergeantsRow({ team, today, sergeants: { metOn, next } }: PartnersShown): Html {
  const label = 'Neighbourhood Sergeants’ day'
  const due = dueAfter(metOn, sergeantsMeetEvery)
  const row = { name: html`${label}`, label, rhythm: levelInWords(sergeantsMeetEvery), metOn, due, next }
  return meetingRow({ ...row, with: sergeantsDay }, team, today)
}

type Row = {
  readonly name: Html
  readonly label: string
  readonly with: string
  readonly rhythm: string
  readonly metOn: Day | null
  readonly due: Day | null
  readonly next: MeetingLine | null
}

function meetingRow(row: Row, team: Team, today: Day): Html {
  const { name, label, rhythm, metOn, due, next } = row
  const meetings = `${networkOf(team.id)}/meetings`
  return html`<li class="week-row"><div class="week-row__told">
<p class="week-row__what">${name}</p>
<p class="week-row__facts">${due !== null && (due < today ? tag('Overdue', 'red') : tag('In time', 'green'))} <span><b>Met</b> ${metOn === null ? 'never, as far as noted' : inWords(metOn)}</span>
<span><b>Rhythm</b> ${rhythm}</span>${due !== null && html` <span><b>${due < today ? 'Was due' : 'Due'}</b> by ${inWords(due)}</span>`}
<span><b>Planned</b> ${next === null ? 'nothing' : html`<a class="govuk-link" href="${meetings}/${next.id}">${inWords(next.heldOn)}</a>`}</span></p>
<p class="govuk-body-s"><a class="govuk-link" href="${meetings}/plan?with=${row.with}">Plan a meeting<span class="govuk-visually-hidden">: ${label}</span></a></p></div>
<a class="govuk-button govuk-button--secondary week-row__button" href="${meetings}/new?${next === null || next.heldOn > today ? `with=${row.with}` : `plan=${next.id}`}">Record a meeting<span class="govuk-visually-hidden">: ${label}</span></a></li>
`
}

/** Partners hear of our priorities at least once a quarter (R58). */
function informedPart(shown: PartnersShown): Html {
  const { team, today, informedOn, partners, values, errors } = shown
  const form = html`<form class="desk-form" method="post" action="/desk/${team.id}/partners/informed" novalidate>
<input type="hidden" name="id" value="${randomUUID()}">
${checkboxes({
  name: 'partners',
  legend: 'Whom did we tell of our priorities?',
  choices: partners.map(({ level }) => ({ value: level.subjectId, words: level.label })),
  values: typedList(values, 'partners'),
  error: errors['partners'],
  size: 's',
  small: true,
})}
${dateInput({ name: 'on', legend: 'When?', value: typedDay({ ...dayTyped('on', today), ...values }, 'on'), error: errors['on'], size: 's' })}
${button('Note it')}
</form>`
  const open = Object.keys(errors).length > 0
  return html`<section aria-labelledby="informed"><h2 class="govuk-heading-m" id="informed">Told of our priorities</h2>
<p class="govuk-body">${informedOn === null ? 'Partners were never told of our priorities, as far as noted.' : `Partners were last told of our priorities on ${inWords(informedOn)}.`}</p>
${partners.length > 0 && details('Partners were told of our priorities', form, { id: 'note-informed', open })}
</section>`
}

function heldPart({ team, held }: PartnersShown): Html {
  if (held.length === 0) return nothing
  const rows = held.map(
    ({ id, title, heldOn, organisation, came }) => html`<li class="week-row"><div class="week-row__told">
<p class="week-row__what"><a class="govuk-link" href="${networkOf(team.id)}/meetings/${id}">${title}</a></p>
<p class="week-row__facts"><span>${inWords(heldOn)}</span> <span>${organisation}</span> <span>${came !== null && partInWords[came]}</span></p></div></li>
`,
  )
  return section('Meetings held', 'held', rows)
}
