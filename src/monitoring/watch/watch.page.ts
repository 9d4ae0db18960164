import type { Force, Team } from '#areas/area.ts'
import { inWords, type Day } from '#platform/day.ts'
import { backLink, button, table, tag } from '#platform/govuk.ts'
import { html, type Html } from '#platform/html.ts'
import { page, type SiteChrome } from '#platform/page.ts'
import { noteStandsAt } from '../notes/note.ts'
import type { Note } from '../notes/notes.sql.ts'
import { lapseRows } from './lapse-rows.part.ts'
import { followedInWords, type Lapse, type Watch } from './watch.ts'

type Shown = {
  readonly site: SiteChrome
  readonly force: Force
  readonly today: Day
  readonly teams: readonly Team[]
  readonly watches: readonly (Watch & { readonly teamId: string })[]
  readonly lapses: readonly Lapse[]
  /** When the reader last said that they had seen all. */
  readonly seenAt: Date | null
  readonly notes: readonly Note[]
}

/** What somebody of the commissioner’s office follows: what is new since they last looked, what still stands badly, and every team. */
export function watchPage(shown: Shown): Html {
  const { site, force, lapses, seenAt, watches } = shown
  const title = 'Watch list'
  const isNew = ({ foundAt }: Lapse) => seenAt === null || foundAt > seenAt
  const [anew, before] = [lapses.filter(isNew), lapses.filter((lapse) => !isNew(lapse))]
  const body = html`<span class="govuk-caption-l">${force.name}</span>
<h1 class="govuk-heading-l">${title}</h1>
<p class="govuk-body">What you follow between rounds, and your notes to teams. Neither is public.</p>
${watches.length === 0 && html`<p class="govuk-body">You follow nothing yet. Choose a team below.</p>`}
${watches.length > 0 && newPart(shown, anew)}
${before.length > 0 && html`<h2 class="govuk-heading-m">Lapsed before, and not mended</h2>${lapseRows(before)}`}
${teamsPart(shown)}`
  return page({ title: `${title} – ${force.name}`, body, site, before: backLink('/desk', 'Teams and their contracts') })
}

function newPart({ force, seenAt }: Shown, anew: readonly Lapse[]): Html {
  const since = seenAt === null ? 'you began to follow' : 'you last looked'
  const [newest] = anew
  return html`<h2 class="govuk-heading-m">Lapsed since ${since}</h2>
${newest === undefined ? html`<p class="govuk-body">Nothing that you follow has lapsed since.</p>` : lapseRows(anew)}
${
  newest !== undefined &&
  html`<form method="post" action="/desk/${force.id}/watch/seen"><input type="hidden" name="upTo" value="${newest.foundAt.toISOString()}">
${button('I have seen these', { kind: 'secondary' })}</form>`
}`
}

function teamsPart(shown: Shown): Html {
  const rows = shown.teams.map((team) => teamRow(shown, team))
  return html`<section class="scrolls" tabindex="0" aria-label="Teams">${table({ caption: 'Teams', head: ['Team', 'You follow', 'Lapsed', 'Notes'], rows })}</section>`
}

function teamRow({ force, today, watches, lapses, notes }: Shown, team: Team) {
  const own = lapses.filter(({ teamId }) => teamId === team.id).length
  return [
    html`<a class="govuk-link" href="/desk/${force.id}/watch/${team.slug}">${team.name}</a>`,
    followedInWords(watches.filter(({ teamId }) => teamId === team.id)),
    own === 0 ? 'None' : `${own}`,
    notesTold(
      notes.filter(({ teamId }) => teamId === team.id),
      team,
      today,
    ),
  ]
}

function notesTold(notes: readonly Note[], team: Team, today: Day): Html {
  const stands = notes.map((note) => noteStandsAt(note, today))
  const answered = stands.filter(({ state }) => state === 'answered').length
  const [first] = stands.flatMap(({ overdueSince }) => overdueSince ?? []).toSorted()
  const words = notes.length === 0 ? 'None open' : `${notes.length} open${answered > 0 ? `, ${answered} answered` : ''}`
  return html`<a class="govuk-link" href="/desk/${team.id}/notes">${words}<span class="govuk-visually-hidden">: notes to ${team.name}</span></a>${first !== undefined && html` ${tag('Overdue', 'red')} since ${inWords(first)}`}`
}
