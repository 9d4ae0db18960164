import { counted } from '#evidence-import/counted.ts'
import type { Fault } from '#evidence-import/fault.ts'
import { inWords } from '#platform/day.ts'
import { backLink, button, checkboxes } from '#platform/govuk.ts'
import { html, nothing, type Html } from '#platform/html.ts'
import { page, type SiteChrome } from '#platform/page.ts'
import type { FileTaken } from './file-taken.sql.ts'
import { faultList, listed } from './lists.page.ts'
import type { NicheDesk } from './niche.page.ts'
import type { WeighedNiche } from './weigh-niche.ts'

type Shown = { readonly site: SiteChrome; readonly desk: NicheDesk }
type Checked = Shown & {
  readonly weighed: WeighedNiche
  readonly faults: readonly Fault[]
  readonly ignored: readonly string[]
  readonly file: string
  readonly filename: string
}

/** A file that cannot be read as one of Niche’s, and why. */
export const nicheFaultsPage = ({ site, desk, faults }: Shown & { readonly faults: readonly Fault[] }): Html =>
  page({
    title: 'The file cannot be read',
    body: html`<h1 class="govuk-heading-l">The file cannot be read</h1>
${faultList('To put right', 'Nothing was changed. Put these right and choose the file again.', faults)}
<p class="govuk-body"><a class="govuk-link" href="${desk.home}">Choose the file again</a></p>`,
    site,
    before: backTo(desk),
    mistaken: true,
  })

/** What a file from Niche would change, to be confirmed. */
export function checkNichePage(checked: Checked): Html {
  const { site, desk, weighed, faults, ignored, file, filename } = checked
  const { confirmed, changed, brought, settled, unconfirmed } = weighed
  const isNothing = [confirmed, changed, brought.fresh, brought.doubtful].every((rows) => rows.length === 0)
  const body = html`<h1 class="govuk-heading-l">${isNothing ? 'Nothing to change' : 'Check before anything is changed'}</h1>
<p class="govuk-body-l">“${filename}” would do this. Nothing is changed until you confirm.</p>
<dl class="facts">
<dt>To mark as entered in Niche</dt><dd>${counted(confirmed.length, engagements)}</dd>
<dt>To record, for only Niche has them</dt><dd>${counted(brought.fresh.length, engagements)}</dd>
<dt>In doubt</dt><dd>${counted(changed.length + brought.doubtful.length, rows)}</dd>
<dt>Known already</dt><dd>${counted(settled + brought.here, rows)}</dd>
<dt>Not confirmed by the file</dt><dd>${counted(unconfirmed, rows)}</dd>
<dt>Left out</dt><dd>${counted(weighed.unknown.length + new Set(faults.map(({ line }) => line)).size, rows)}</dd>
</dl>
${ignored.length > 0 && html`<p class="govuk-body">Columns that are not read: ${ignored.join(', ')}.</p>`}
<form class="desk-form" method="post" action="${desk.home}/confirm">
<input type="hidden" name="file" value="${file}">
${inDoubt(weighed)}
${!isNothing && button('Take the file in')}
</form>
${newOnes(weighed)}
${leftOut(weighed, faults)}
<p class="govuk-body"><a class="govuk-link" href="${desk.home}">Choose another file</a></p>`
  return page({ title: 'Check a file from Niche', body, site, before: backTo(desk) })
}

const engagements = ['engagement', 'engagements'] as const
const rows = ['row', 'rows'] as const

function inDoubt({ changed, brought }: WeighedNiche): Html {
  const differing = listed({
    title: 'Rows that say something else than we hold',
    told: 'Changed here or there since the file was fetched, or rows that slipped. What we hold is not changed; you decide whether they are marked.',
    head: ['Row', 'Engagement', 'What differs'],
    rows: changed.map(({ row, known, differences }) => [row.line, known.title, differences.join('; ')]),
  })
  return html`${differing}
${
  changed.length > 0 &&
  checkboxes({
    name: 'changedToo',
    legend: html`<span class="govuk-visually-hidden">Rows that differ</span>`,
    choices: [{ value: 'yes', words: 'Mark these too: each is the engagement that its id names' }],
    small: true,
  })
}
${
  brought.doubtful.length > 0 &&
  checkboxes({
    name: 'own',
    legend: 'Likely here already: tick those that are engagements of their own',
    choices: brought.doubtful.map(({ told, like }) => ({
      value: String(told.line),
      words: `Row ${told.line}: ${told.title}, ${told.place}, ${inWords(told.day)}`,
      hint: `Like ${like}`,
    })),
    size: 'm',
    small: true,
  })
}`
}

const newOnes = ({ brought }: WeighedNiche): Html =>
  listed({
    title: 'Engagements that only Niche has',
    told: 'They are recorded as held, with what the file says of them.',
    head: ['Row', 'Day', 'What', 'Where', 'How', 'Team'],
    rows: brought.fresh.map((one) => [one.line, inWords(one.day), one.title, one.place, one.method, one.teamId]),
  })

const leftOut = ({ unknown }: WeighedNiche, faults: readonly Fault[]): Html => html`${listed({
  title: 'Ids that we do not have',
  told: 'Not an engagement held by these teams, or withdrawn since. They are left out.',
  head: ['Row', 'Id'],
  rows: unknown.map(({ line, id }) => [line, html`<code>${id}</code>`]),
})}
${faultList('Rows to put right', 'They are left out. Put them right and send the file again: the rest is not taken twice.', faults)}`

const counts: Readonly<Record<string, string>> = {
  entered: 'Marked as entered in Niche',
  recorded: 'Recorded, for only Niche had them',
  numbers: 'Niche numbers kept',
}

/** What a file from Niche changed. */
export function nicheTakenPage({ site, desk, taken }: Shown & { readonly taken: FileTaken }): Html {
  const facts = Object.entries(counts).map(
    ([name, words]) => html`<dt>${words}</dt><dd>${(taken.counts[name] ?? 0).toLocaleString('en-GB')}</dd>\n`,
  )
  const isNothing = Object.values(taken.counts).every((count) => count === 0)
  const body = html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-l">${isNothing ? 'Nothing was changed' : 'The file was taken in'}</h1>
${isNothing ? html`<p class="govuk-body">All that it says was known already.</p>` : nothing}
<dl class="facts">
${facts}</dl>
<p class="govuk-body"><a class="govuk-link" href="${desk.home}">Exchange with Niche</a></p>
</div></div>`
  return page({ title: 'A file from Niche taken in', body, site, before: backTo(desk) })
}

const backTo = ({ home }: NicheDesk) => backLink(home, 'Exchange with Niche')
