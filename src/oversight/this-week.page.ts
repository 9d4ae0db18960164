import type { Team } from '#areas/area.ts'
import type { PromiseLine } from '#engagements/held/close-outs.sql.ts'
import type { EngagementLine } from '#engagements/held/engagements.sql.ts'
import type { Recommendation } from '#assessments/recommendations/recommendations.sql.ts'
import type { Permission } from '#people/permissions.ts'
import { kinds, type Kind } from '#measures/kinds.ts'
import { inWords, type Day, type Span } from '#platform/day.ts'
import { buttonLink } from '#platform/govuk.ts'
import { html, type Html } from '#platform/html.ts'
import { page, type SiteChrome } from '#platform/page.ts'
import { listed } from '#standings/question.ts'
import type { PriorityWeek } from '#priorities/week.ts'
import type { SectionAge } from '#web-pages/facts/section.ts'
import { mark } from '#standings/standing-mark.ts'
import { faultRows, sentBackRows, toApproveRows, type EditingDue } from './editing-rows.page.ts'
import { actionRow, peopleDueRows } from './people-due.page.ts'
import type { PeopleDue } from './people-due.ts'
import type { ContractWaiting } from '#contract-year/week.sql.ts'
import type { Note } from '#monitoring/notes/notes.sql.ts'
import type { YearStep } from '#monitoring/reminders/year-step.ts'
import { contractRows } from './contract-year/contract-rows.page.ts'
import { yearStepRows } from './contract-year/year-step-rows.page.ts'
import { noteRows } from './note-rows.page.ts'
import { priorityRows } from './priority-rows.page.ts'
import { recommendationRows } from './recommendation-rows.page.ts'
import type { Way, Ways } from './rooms.ts'
import { oldCrimeRow, staleSectionRows } from './stale-sections.page.ts'
import { byWhen } from './when.ts'
import { whereRecorded } from './where-recorded.ts'
import {
  notCountedRow,
  notRecordedRow,
  promiseMadeRow,
  quietButton,
  shortened,
  type NotRecorded,
} from './week-rows.page.ts'
import type { NextThing, Week, WeekRow } from './week.ts'

type Shown = {
  readonly site: SiteChrome
  readonly team: Team
  readonly today: Day
  /** Null where no contract is in force today. */
  readonly contract: { readonly year: number; readonly span: Span; readonly week: Week } | null
  readonly notClosed: readonly EngagementLine[]
  /** Planned, over, and nobody has said what happened. */
  readonly plannedNotClosed: readonly NotRecorded[]
  /** Made to somebody at an engagement, not said to be kept, and due by Sunday or overdue. */
  readonly promisesMade: readonly PromiseLine[]
  /** Null for those who do not keep in touch with the network. */
  readonly peopleDue: PeopleDue | null
  /** Sections of the public page that are stale or soon will be. */
  readonly staleSections: readonly SectionAge[]
  /** The newest month of crime that the public is told, where it has grown old and the reader may load newer ones. */
  readonly oldCrime: Day | null
  readonly editing: EditingDue
  readonly personId: string | null
  readonly priorities: PriorityWeek
  readonly contractsWaiting: readonly ContractWaiting[]
  readonly yearSteps: readonly YearStep[]
  /** Open notes of the commissioner’s office, for those who may read them. */
  readonly notes: readonly Note[]
  /** What a panel recommended and nobody has closed. */
  readonly recommendations: readonly Recommendation[]
  readonly allows: {
    readonly record: boolean
    readonly importEvidence: boolean
    readonly enter: (permission: Permission) => boolean
  }
  /** Further places of the team's desk. */
  readonly rooms: readonly Ways[]
}

/** What a team's sergeant sees first: what lapses, what was held but not closed, what slips. */
export function thisWeekPage(shown: Shown): Html {
  const { site, team, contract, allows } = shown
  const body = html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<span class="govuk-caption-l">${team.name}</span>
<h1 class="govuk-heading-l">This week</h1>
${allows.record && buttonLink('Record an engagement', `/desk/${team.id}/engagements/new`, { start: true })}
${contract ? lists(shown, contract) : withoutContract(shown)}
${contractsDue(shown)}${prioritiesDue(shown)}${recommended(shown)}${notesDue(shown)}${callsDue(shown)}
${furtherLinks(shown)}
</div></div>`
  return page({ title: `This week – ${team.name}`, body, site })
}

function lists(shown: Shown, { year, week }: NonNullable<Shown['contract']>): Html {
  const { team, today } = shown
  const rows = (list: readonly WeekRow[]) => list.map((row) => promiseRow(row, shown, year))
  return html`${list('lapses', 'Lapses before Sunday', [...madeRows(shown, false), ...rows(week.lapsing)], `Nothing lapses before Sunday ${inWords(week.sunday)}.`)}
${list('not-closed', 'Held but not closed', notClosedRows(shown), 'Every engagement has its figures.')}
${toDecide(shown)}${list('slipping', 'Slipping', [...faultsOf(shown), ...madeRows(shown, true), ...rows(week.slipping), ...staleRows(shown)], `Nothing is slipping in ${team.name} as at ${inWords(today)}.`)}`
}

/** Empty, it goes. */
function prioritiesDue(shown: Shown): Html | false {
  const rows = priorityRows(shown.priorities, { ...shown, mayWork: shown.allows.enter('work on priorities') })
  return rows.length > 0 && list('priorities', 'Concerns and priorities', rows, '')
}

/** Empty, it goes. */
function contractsDue(shown: Shown): Html | false {
  const mayWrite = shown.allows.enter('write contracts')
  const rows = [
    ...contractRows(shown.contractsWaiting, shown),
    ...yearStepRows(shown.yearSteps, { ...shown, mayWrite }),
  ]
  return rows.length > 0 && list('contracts', 'Contracts that wait for a step', rows, '')
}

/** Empty, it goes. */
function recommended(shown: Shown): Html | false {
  const rows = recommendationRows(shown.recommendations, {
    ...shown,
    mayAnswer: shown.allows.enter('answer recommendations'),
  })
  return rows.length > 0 && list('recommended', 'Recommended by the panel', rows, '')
}

/** Empty, it goes. */
function notesDue(shown: Shown): Html | false {
  const rows = noteRows(shown.notes, { ...shown, mayAnswer: shown.allows.enter('answer notes to teams') })
  return rows.length > 0 && list('notes', 'Notes of the commissioner’s office', rows, '')
}

/** Empty, it goes: nobody needs to be told each week that nobody is waiting. */
function callsDue({ peopleDue, team, today }: Shown): Html {
  const rows = peopleDue === null ? [] : peopleDueRows(team, peopleDue, today)
  const agreed = (peopleDue?.actions ?? []).map((action) => actionRow(team, action, today))
  return html`${rows.length > 0 && list('people-due', 'People due a call', rows, '')}
${agreed.length > 0 && list('agreed', 'Agreed at meetings', agreed, '')}`
}

function withoutContract(shown: Shown): Html {
  return html`<p class="govuk-body-l">${shown.team.name} has no contract in force today, so nothing falls due.</p>
${shown.promisesMade.length > 0 && list('promised', 'Promised by Sunday', [...madeRows(shown, true), ...madeRows(shown, false)], '')}
${list('not-closed', 'Held but not closed', notClosedRows(shown), 'Every engagement has its figures.')}
${toDecide(shown)}${shown.editing.faults.length > 0 && list('slipping', 'Slipping', faultsOf(shown), '')}`
}

/** Empty, they go. */
function toDecide({ editing: { versions }, personId, allows }: Shown): Html {
  const toApprove = allows.enter('publish on the page') ? toApproveRows(versions) : []
  const sentBack = sentBackRows(versions, personId)
  return html`${toApprove.length > 0 && list('to-approve', 'Waiting for you to approve', toApprove, '')}${sentBack.length > 0 && list('sent-back', 'Sent back to you', sentBack, '')}`
}

const faultsOf = (shown: Shown): Html[] =>
  faultRows(shown.editing.faults, { ...shown, mayMend: shown.allows.enter('write for the page') })

function list(id: string, title: string, rows: readonly Html[], empty: string): Html {
  const count = rows.length > 0 && html` <span class="week-list__count">${rows.length}</span>`
  return html`<section class="week-list" aria-labelledby="${id}">
<h2 class="govuk-heading-m" id="${id}">${title}${count}</h2>
${rows.length === 0 ? html`<p class="govuk-body week-list__empty">${empty}</p>` : html`<ul class="week-list__rows">\n${rows}</ul>`}
</section>
`
}

function promiseRow(row: WeekRow, { team, today, allows }: Shown, year: number): Html {
  const action = row.next && actionFor(row.next, team, allows)
  return html`<li class="week-row">
<div class="week-row__told">
<p class="week-row__what"><a class="govuk-link" href="/${team.id}/contract/${year}/commitments/${row.ref}">${shortened(row.text)}</a></p>
<p class="week-row__facts">${mark(row.standing)}
${row.forWhom.length > 0 && html`<span><b>For</b> ${listed(row.forWhom)}</span>\n`}${row.by !== null && html`<span><b>${row.by < today ? 'Was due by' : 'By'}</b> ${byWhen(row.by, today)}</span>\n`}</p>
<p class="week-row__why">${row.reason}</p>
</div>
${action && quietButton(action.words, action.href, row.text)}
</li>
`
}

function actionFor(next: NextThing, team: Team, allows: Shown['allows']): { words: string; href: string } | null {
  if (next.do === 'record an engagement') {
    const href = `/desk/${team.id}/engagements/new${next.method === null ? '' : `?method=${encodeURIComponent(next.method)}`}`
    return allows.record ? { words: 'Record an engagement', href } : null
  }
  const place = whereRecorded(next.kind)
  if (place && allows.enter(place.needs)) return { words: place.words, href: `/desk/${team.id}${place.path}` }
  const label = kinds[next.kind as Kind].label
  const href = `/desk/${team.id}/evidence/import?kind=${encodeURIComponent(next.kind)}`
  return allows.importEvidence ? { words: `Import evidence: ${label.toLowerCase()}`, href } : null
}

const notClosedRows = (shown: Shown): Html[] => {
  const setting = { ...shown, mayRecord: shown.allows.record }
  return [
    ...shown.plannedNotClosed.map((row) => notRecordedRow(row, setting)),
    ...shown.notClosed.map((row) => notCountedRow(row, setting)),
  ]
}

/** Promises made at engagements: what is overdue slips, the rest lapses. */
function madeRows(shown: Shown, overdue: boolean): Html[] {
  const rows = shown.promisesMade.filter(({ dueOn }) => dueOn < shown.today === overdue)
  return rows.map((row) => promiseMadeRow(row, { ...shown, mayRecord: shown.allows.record }))
}

const staleRows = (shown: Shown): Html[] => [
  ...staleSectionRows(shown.staleSections, { ...shown, mayCheck: shown.allows.enter('check the public page') }),
  ...(shown.oldCrime === null ? [] : [oldCrimeRow(shown.oldCrime, shown.team)]),
]

function furtherLinks({ team, contract, rooms }: Shown): Html {
  const living = contract && { words: 'The living contract', href: `/${team.id}/contract/${contract.year}` }
  const first = [...(living ? [living] : []), { words: 'The field app, for your phone', href: '/field' }]
  return html`<nav class="desk-links" aria-label="Elsewhere">${waysOf(first)}
${rooms.map(({ about, ways }) => html`<h2 class="govuk-heading-s">${about}</h2>${waysOf(ways)}`)}</nav>`
}

const waysOf = (ways: readonly Pick<Way, 'words' | 'href'>[]): Html =>
  html`<ul class="govuk-list">
${ways.map(({ words, href }) => html`<li><a class="govuk-link" href="${href}">${words}</a></li>\n`)}</ul>
`
