import type { Force, Team } from '#areas/area.ts'
import { inWords } from '#platform/day.ts'
import { backLink, button, details, table } from '#platform/govuk.ts'
import { html, nothing, type Html } from '#platform/html.ts'
import { page, type SiteChrome } from '#platform/page.ts'
import { placeRow } from './places.page.ts'
import type { Draft, Weighed } from './register.sql.ts'

type Shown = {
  readonly site: SiteChrome
  readonly force: Force
  readonly teams: readonly Team[]
  readonly draft: Draft
  readonly counts: readonly { readonly word: string; readonly count: number }[]
  /** The first of the lines that would change something. */
  readonly changes: readonly Weighed[]
  readonly unknown: readonly {
    readonly place: string
    readonly town: string
    readonly outcodes: string | null
    readonly count: number
  }[]
}

/** What a register would change, before it does: new, changed and closed schools, places nobody knows, lines that cannot be read. */
export function checkRegisterPage(shown: Shown): Html {
  const { site, force, draft, counts } = shown
  const home = `/desk/${force.id}/schools/register`
  const count = (word: string) => counts.find((one) => one.word === word)?.count ?? 0
  const some = count('new') + count('changed') + count('closed')
  const body = html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<span class="govuk-caption-l">${force.name}</span>
<h1 class="govuk-heading-l">Check the schools register</h1>
<p class="govuk-body-l">“${draft.filename}” has ${counted(draft.lines, 'line')}. Nothing is changed until you confirm.</p>
<dl class="facts">
${wordsTold.map(([word, words]) => html`<dt>${words}</dt><dd>${count(word).toLocaleString('en-GB')}</dd>\n`)}<dt>Cannot be read</dt><dd>${draft.faultCount.toLocaleString('en-GB')}</dd>
</dl>
<form method="post" action="${home}/confirm">
<input type="hidden" name="draft" value="${draft.id}">
${some === 0 ? html`<p class="govuk-body">It changes nothing that is known.</p>` : nothing}
${button(some === 0 ? 'Note that it was looked at' : `Take in ${counted(some, 'school')}`)}
</form>
${unknownPart(shown)}
${faultsPart(draft)}
${changesPart(shown)}
<p class="govuk-body"><a class="govuk-link" href="${home}">Choose another file instead</a></p>
</div></div>`
  return page({
    title: `Check the schools register – ${force.name}`,
    body,
    site,
    before: backLink(home, 'National schools register'),
  })
}

const wordsTold = [
  ['new', 'New'],
  ['changed', 'Changed'],
  ['closed', 'Closed'],
  ['unchanged', 'Unchanged'],
  ['unplaced', 'Where no team is known for the place'],
  ['not ours', 'No team of ours'],
  ['past', 'Closed before, or not open yet'],
  ['elsewhere', 'Kept by another force'],
] as const

const counted = (n: number, noun: string): string => `${n.toLocaleString('en-GB')} ${n === 1 ? noun : `${noun}s`}`

function unknownPart({ force, teams, unknown }: Shown): Html {
  if (unknown.length === 0) return nothing
  const first = { value: '', words: 'Leave it for now' }
  const rows = unknown.map(({ place, town, outcodes, count }) =>
    placeRow({ place, words: outcodes ? `${town} (${outcodes})` : town, count, chosen: '' }, teams, first),
  )
  const form = html`<form class="desk-form" method="post" action="/desk/${force.id}/schools/register/places" novalidate>
<input type="hidden" name="back" value="check">
${rows}
${button('Save the places', { kind: 'secondary' })}
</form>`
  return html`<h2 class="govuk-heading-m" id="unknown">Places to be given to a team</h2>
<p class="govuk-body">What you choose is remembered for the next register. Those near schools that are known come first.</p>
${unknown.length > 10 ? details(`${unknown.length} places`, form, { id: 'places-unknown' }) : form}`
}

function faultsPart({ faults, faultCount }: Draft): Html {
  if (faultCount === 0) return nothing
  const rows = faults.map(({ line, words }) => [{ words: line.toLocaleString('en-GB'), numeric: true }, words])
  return html`<h2 class="govuk-heading-m">Lines that cannot be read</h2>
<p class="govuk-body">They are left out; the others can be taken in.</p>
<section class="scrolls" tabindex="0" aria-label="Lines that cannot be read">${table({ caption: faults.length < faultCount ? `The first ${faults.length} of ${faultCount.toLocaleString('en-GB')}` : 'By line', captionSize: 's', head: [{ words: 'Line', numeric: true }, 'What is wrong'], rows, rowHeaders: false })}</section>`
}

function changesPart({ changes, teams }: Shown): Html {
  const teamOf = (id: string) => teams.find((team) => team.id === id)?.name ?? id
  const groups = (['closed', 'changed', 'new'] as const).map((word) => ({
    word,
    own: changes.filter((change) => change.word === word),
  }))
  return html`${groups.map(({ word, own }) => own.length > 0 && groupTold(word, own, teamOf))}`
}

const titles = { closed: 'Closed', changed: 'Changed', new: 'New' } as const

function groupTold(word: keyof typeof titles, own: readonly Weighed[], teamOf: (id: string) => string): Html {
  const rows = own.map(({ name, before, town, teamId, urn, opensOn, closesOn }) => [
    html`<bdi>${name}</bdi>${before !== null && before !== name && html` (was <bdi>${before}</bdi>)`}`,
    teamOf(teamId),
    `${town}${opensOn === null ? '' : `, opened ${inWords(opensOn)}`}${closesOn === null ? '' : `, closes ${inWords(closesOn)}`}`,
    String(urn),
  ])
  return html`<section class="scrolls" tabindex="0" aria-label="${titles[word]} schools">${table({ caption: titles[word], head: ['School', 'Team', 'Where and when', 'URN'], rows })}</section>`
}
