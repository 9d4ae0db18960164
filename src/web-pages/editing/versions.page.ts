import type { Team } from '#areas/area.ts'
import { changesShown } from '#platform/changes/changes-shown.ts'
import { wordChanges } from '#platform/changes/word-changes.ts'
import { backLink, button, select } from '#platform/govuk.ts'
import { html, type Html } from '#platform/html.ts'
import { page, type SiteChrome } from '#platform/page.ts'
import { addressOf, nameOf, stateInWords, type PageText, type VersionLine } from './page-text.ts'
import { instantInWords } from './text-shown.part.ts'

type Shown = {
  readonly site: SiteChrome
  readonly team: Team
  readonly text: PageText
  /** The newest first. */
  readonly versions: readonly VersionLine[]
  readonly shownNumber: number | null
  /** The two that are compared, the older first; null where none are. */
  readonly compared: readonly [VersionLine, VersionLine] | null
  readonly now: Date
  readonly timeZone: string
}

/** Every version a text ever had, and what differs between any two of them. */
export function versionsPage(shown: Shown): Html {
  const { site, team, text, versions, compared } = shown
  const name = nameOf({ section: text.section, title: versions[0]?.title ?? 'News' })
  const body = html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<span class="govuk-caption-l">${team.name}</span>
<h1 class="govuk-heading-l">Versions of “${name}”</h1>
${compared && difference(compared)}
<ul class="meetings">${versions.map((version) => row(version, shown))}</ul>
${versions.length > 1 && comparing(shown)}
</div></div>`
  const before = backLink(`/desk/${team.id}/page/texts`, 'Words of the page')
  return page({ title: `Versions of ${name} – ${team.name}`, body, site, before })
}

const difference = ([older, newer]: NonNullable<Shown['compared']>): Html =>
  html`<section aria-labelledby="differs"><h2 class="govuk-heading-m" id="differs">From version ${older.number} to version ${newer.number}</h2>
${older.title !== newer.title && html`<p class="govuk-body">The title was “${older.title}” and became “${newer.title}”.</p>\n`}${changesShown(wordChanges(older.words, newer.words))}</section>
`

const row = (version: VersionLine, { text, shownNumber, now, timeZone }: Shown): Html =>
  html`<li><p class="meetings__day">${instantInWords(version.writtenAt, timeZone)}</p>
<p class="meetings__what"><a class="govuk-link" href="${addressOf(text)}/versions/${version.number}"><strong>Version ${version.number}</strong></a>, ${version.writer}<br>${version.why}<br>${text.takenDownAt === null ? stateInWords(version, shownNumber, now) : 'Taken down'}</p></li>
`

function comparing({ text, versions, compared }: Shown): Html {
  const choices = versions.map(({ number }) => ({ value: String(number), words: `Version ${number}` }))
  const [from, to] = compared ?? [versions[1], versions[0]]
  return html`<form class="desk-form" method="get" action="${addressOf(text)}/versions">
<h2 class="govuk-heading-m">Compare two versions</h2>
${select({ name: 'from', label: 'From', choices, value: String(from?.number ?? 1), size: 's' })}
${select({ name: 'to', label: 'To', choices, value: String(to?.number ?? 1), size: 's' })}
${button('Show what differs', { kind: 'secondary' })}
</form>`
}
