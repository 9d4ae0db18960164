import type { Team } from '#areas/area.ts'
import type { EngagementLine } from '#engagements/held/engagements.sql.ts'
import type { PlannedEngagement } from '#engagements/planned/planned-engagement.ts'
import { kinds, type Kind } from '#measures/kinds.ts'
import { day, inWords, type Day, type Span } from '#platform/day.ts'
import { buttonLink } from '#platform/govuk.ts'
import { html, nothing, type Html } from '#platform/html.ts'
import { page, type SiteChrome } from '#platform/page.ts'
import { listed } from '#standings/question.ts'
import { mark } from '#standings/standing-mark.ts'
import { byWhen } from './when.ts'
import type { NextThing, Week, WeekRow } from './week.ts'

type Shown = {
  readonly site: SiteChrome
  readonly team: Team
  readonly today: Day
  /** Null where no contract is in force today. */
  readonly contract: { readonly year: number; readonly span: Span; readonly week: Week } | null
  readonly notClosed: readonly EngagementLine[]
  /** Planned, over, and nobody has said what happened. */
  readonly plannedNotClosed: readonly PlannedEngagement[]
  readonly allows: { readonly record: boolean; readonly importEvidence: boolean; readonly readContract: boolean }
}

/** What a team's sergeant sees first: what lapses, what was held but not closed, what slips. */
export function thisWeekPage(shown: Shown): Html {
  const { site, team, contract, allows } = shown
  const body = html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<span class="govuk-caption-l">${team.name}</span>
<h1 class="govuk-heading-l">This week</h1>
${allows.record && buttonLink('Record an engagement', `/desk/${team.id}/engagements/new`, { start: true })}
${contract ? lists(shown, contract) : withoutContract(shown)}
${furtherLinks(shown)}
</div></div>`
  return page({ title: `This week – ${team.name}`, body, site })
}

function lists(shown: Shown, { year, week }: NonNullable<Shown['contract']>): Html {
  const { team, today } = shown
  const rows = (list: readonly WeekRow[]) => list.map((row) => promiseRow(row, shown, year))
  return html`${list('lapses', 'Lapses before Sunday', rows(week.lapsing), `Nothing lapses before Sunday ${inWords(week.sunday)}.`)}
${list('not-closed', 'Held but not closed', notClosedRows(shown), 'Every engagement has its figures.')}
${list('slipping', 'Slipping', rows(week.slipping), `Nothing is slipping in ${team.name} as at ${inWords(today)}.`)}`
}

function withoutContract(shown: Shown): Html {
  return html`<p class="govuk-body-l">${shown.team.name} has no contract in force today, so nothing falls due.</p>
${list('not-closed', 'Held but not closed', notClosedRows(shown), 'Every engagement has its figures.')}`
}

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
  const label = kinds[next.kind as Kind].label
  const href = `/desk/${team.id}/evidence/import?kind=${encodeURIComponent(next.kind)}`
  return allows.importEvidence ? { words: `Import evidence: ${label.toLowerCase()}`, href } : null
}

const notClosedRows = (shown: Shown): Html[] => [...notRecordedRows(shown), ...notCountedRows(shown)]

const notRecordedRows = ({ team, today, plannedNotClosed, allows }: Shown): Html[] =>
  plannedNotClosed.map(
    ({ id, title, heldOn, place }) => html`<li class="week-row">
<div class="week-row__told">
<p class="week-row__what"><a class="govuk-link" href="/desk/${team.id}/events/${id}">${title}</a></p>
<p class="week-row__facts"><span><b>Where</b> ${place}</span> <span><b>Planned</b> ${byWhen(heldOn, today)}</span> <span>Not evidenced</span></p>
</div>
${allows.record && quietButton('Record what happened', `/desk/${team.id}/engagements/new?event=${id}`, title)}
</li>
`,
  )

const notCountedRows = ({ team, today, notClosed, allows }: Shown): Html[] =>
  notClosed.map(
    ({ id, title, heldOn, place }) => html`<li class="week-row">
<div class="week-row__told">
<p class="week-row__what"><a class="govuk-link" href="/desk/${team.id}/engagements/${id}">${title}</a></p>
<p class="week-row__facts"><span><b>Where</b> ${place}</span> <span><b>Held</b> ${byWhen(day(heldOn), today)}</span></p>
</div>
${allows.record && quietButton('Add the figures', `/desk/${team.id}/engagements/${id}/footfall`, title)}
</li>
`,
  )

/** Rows repeat, so the words heard say which row a button belongs to. */
const quietButton = (words: string, href: string, about: string): Html =>
  html`<a class="govuk-button govuk-button--secondary week-row__button" href="${href}">${words}<span class="govuk-visually-hidden">: ${shortened(about)}</span></a>`

function furtherLinks({ team, contract, allows }: Shown): Html {
  const links = [
    allows.record && { words: 'Planned engagements', href: `/desk/${team.id}/events` },
    contract && { words: 'The living contract', href: `/${team.id}/contract/${contract.year}` },
    allows.importEvidence && { words: 'Import evidence from a spreadsheet', href: `/desk/${team.id}/evidence/import` },
    allows.readContract && { words: 'Read a contract document', href: `/desk/${team.id}/contracts/read` },
  ].filter((link) => link !== null && link !== false)
  if (links.length === 0) return nothing
  const items = links.map(({ words, href }) => html`<li><a class="govuk-link" href="${href}">${words}</a></li>\n`)
  return html`<nav class="desk-links" aria-label="Elsewhere"><ul class="govuk-list">\n${items}</ul></nav>`
}

/** Promises can run long; the whole of one is a press away. */
function shortened(text: string): string {
  if (text.length <= 140) return text
  return `${text.slice(0, 130).replace(/[\s,;:.]+\S*$/, '')} …`
}
