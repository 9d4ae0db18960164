import { dayAt, type Day } from '#platform/day.ts'
import { html, type Html } from '#platform/html.ts'
import { firstLanguage } from '#platform/language/language.ts'
import { sayIn, type Say } from '#platform/language/say.ts'
import { page, type SiteChrome } from '#platform/page.ts'
import { plainMarkup, readMarkup } from '#web-pages/editing/markup.ts'
import type { News } from '#web-pages/editing/news.sql.ts'
import type { TeamFound } from '../find.ts'
import { newsThing } from '../discovery/things.ts'
import { ownWords } from '../team/own-words.part.ts'
import { teamTrail } from '../trails.ts'

type Shown = TeamFound & { readonly site: SiteChrome }

/** What a team tells, the newest first. */
export function newsPage({ site, force, team, news }: Shown & { readonly news: readonly News[] }): Html {
  const say = sayIn(site.language)
  const body = html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-xl"><span class="govuk-caption-xl">${say`${team.name} neighbourhood policing team`}</span> ${say`News`}</h1>
${news.length === 0 ? html`<p class="govuk-body">${say`There is no news at the moment.`}</p>` : newsList(news, force.timeZone, say)}
<p class="govuk-body">${say`Follow: ${html`<a class="govuk-link" href="/${team.id}/news.atom">${say`feed`}</a>`}`}</p>
</div></div>`
  return page({
    title: say.text`News – ${team.name}`,
    body,
    site,
    trail: teamTrail({ force, team }, say),
    description: say.text`What ${team.name} neighbourhood policing team has to tell.`,
    head: feedLink(team.id),
  })
}

/** News as a list, each with its day and how it begins. */
export const newsList = (news: readonly News[], timeZone: string, say: Say): Html =>
  html`<ul class="meetings">\n${news.map(({ teamId, id, title, words, shownSince }) => {
    const on = dayAt(shownSince, timeZone)
    return html`<li><p class="meetings__day"><time datetime="${on}">${say.day(on)}</time></p>
<p class="meetings__what"><a class="govuk-link" href="/${teamId}/news/${id}"><strong>${say.own(title)}</strong></a><br>${say.own(begins(words))}</p></li>
`
  })}</ul>`

const longest = 160

/** The first words of a text, cut between two of them. */
export function begins(words: string): string {
  const plain = plainMarkup(readMarkup(words))
  if (plain.length <= longest) return plain
  const cut = plain.slice(0, longest)
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), 40)).toWellFormed()} …`
}

/** One news item. */
export function newsItemPage({ site, force, team, item }: Shown & { readonly item: News }): Html {
  const say = sayIn(site.language)
  const [since, changed] = [dayAt(item.shownSince, force.timeZone), dayAt(item.changedAt, force.timeZone)]
  const body = html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-xl"><span class="govuk-caption-xl">${say`${team.name} neighbourhood policing team`}</span> ${say.own(item.title)}</h1>
<p class="govuk-body-s">${changed === since ? time(since, say) : say`${time(since, say)}, changed on ${time(changed, say)}`}</p>
${ownWords(item.words, say)}
<p class="govuk-body"><a class="govuk-link" href="/${team.id}/news">${say`All news of ${team.name}`}</a></p>
</div></div>`
  return page({
    title: `${item.title} – ${team.name}`,
    body,
    site,
    trail: [...teamTrail({ force, team }, say), { words: say.text`News`, href: `/${team.id}/news` }],
    about: newsThing({ site, force, team, item }),
    picture: { path: `/${team.id}/share.png`, alt: say.text`${team.name} neighbourhood policing team` },
    description: say.language === firstLanguage ? begins(item.words) : say.text`News of ${team.name}`,
    head: feedLink(team.id),
  })
}

const time = (on: Day, say: Say): Html => html`<time datetime="${on}">${say.day(on)}</time>`

const feedLink = (teamId: string): Html =>
  html`<link rel="alternate" type="application/atom+xml" href="/${teamId}/news.atom">
`
