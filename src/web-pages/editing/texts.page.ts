import type { Team } from '#areas/area.ts'
import { backLink, buttonLink, tag } from '#platform/govuk.ts'
import { html, type Html } from '#platform/html.ts'
import { page, type SiteChrome } from '#platform/page.ts'
import { addressOf, nameOf, sectionInWords, stateInWords, textSections, textSectionSlug } from './page-text.ts'
import { instantInWords } from './text-shown.part.ts'
import type { TextLine } from './texts.sql.ts'

type Shown = {
  readonly site: SiteChrome
  readonly team: Team
  readonly texts: readonly TextLine[]
  /** The name of the volunteer who keeps the pages, or null. */
  readonly keeper: string | null
  readonly now: Date
  readonly timeZone: string
  readonly mayPublish: boolean
  readonly mayAssign: boolean
}

/** All that a team writes on its page: the words of each section, and news. */
export function textsPage(shown: Shown): Html {
  const { site, team, texts, keeper, mayPublish, mayAssign } = shown
  const news = texts.filter(({ section }) => section === null)
  const body = html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<span class="govuk-caption-l">${team.name}</span>
<h1 class="govuk-heading-l">Words of the page</h1>
<p class="govuk-body">${mayPublish ? 'What you write is shown once you publish it.' : 'What you write is shown once an officer has approved it.'} <a class="govuk-link" href="/${team.id}">See the page</a></p>
<h2 class="govuk-heading-m">Sections</h2>
<ul class="week-list__rows">${textSections.map((section) => sectionRow(section, shown))}</ul>
<h2 class="govuk-heading-m">News</h2>
${buttonLink('Write news', `/desk/${team.id}/page/texts/new`)}
${news.length === 0 ? html`<p class="govuk-body">No news was written yet.</p>` : html`<ul class="week-list__rows">${news.map((text) => textRow(text, shown))}</ul>`}
<h2 class="govuk-heading-m">Who keeps the pages</h2>
<p class="govuk-body">${keeper === null ? 'No volunteer keeps them.' : `${keeper}, a volunteer.`}${mayAssign && html` <a class="govuk-link" href="/desk/${team.id}/page/keeper">${keeper === null ? 'Assign one' : 'Change this'}</a>`}</p>
</div></div>`
  return page({
    title: `Words of the page – ${team.name}`,
    body,
    site,
    before: backLink(`/desk/${team.id}`, 'This week'),
  })
}

function sectionRow(section: (typeof textSections)[number], shown: Shown): Html {
  const text = shown.texts.find((one) => one.section === section)
  if (text) return textRow(text, shown)
  return html`<li class="week-row"><div class="week-row__told"><p class="week-row__what">${sectionInWords[section]}</p>
<p class="week-row__why">Nobody has written anything here.</p></div>
${write(`/desk/${shown.team.id}/page/texts/${textSectionSlug(section)}`, sectionInWords[section])}</li>
`
}

function textRow(text: TextLine, { now, timeZone }: Shown): Html {
  const { newest, shownNumber, takenDownAt } = text
  const name = nameOf({ section: text.section, title: newest.title })
  const isOver = newest.showsUntil !== null && newest.showsUntil <= now
  const state =
    takenDownAt === null ? (isOver ? 'Its last day is over' : stateInWords(newest, shownNumber, now)) : 'Taken down'
  const needs = takenDownAt === null && newest.state === 'waiting'
  return html`<li class="week-row"><div class="week-row__told">
<p class="week-row__what"><a class="govuk-link" href="${addressOf(text)}/versions/${newest.number}">${name}</a> ${needs && tag('Waiting', 'yellow')}</p>
<p class="week-row__why">${state}. Version ${newest.number}, ${newest.writer}, ${instantInWords(newest.writtenAt, timeZone)}. <a class="govuk-link" href="${addressOf(text)}/versions">All versions<span class="govuk-visually-hidden"> of ${name}</span></a></p></div>
${takenDownAt === null && write(addressOf(text), name)}</li>
`
}

const write = (href: string, name: string): Html =>
  html`<a class="govuk-button govuk-button--secondary week-row__button" href="${href}">Write<span class="govuk-visually-hidden">: ${name}</span></a>`
