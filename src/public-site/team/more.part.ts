import { dayAt } from '#platform/day.ts'
import { html, type Html } from '#platform/html.ts'
import { ageOf, block } from './block.part.ts'
import { words } from './contact.part.ts'
import type { TeamShown } from './team-shown.ts'

/** The newest news of the team; nothing where there is none. */
export function latestNews({ team, force, news, say }: TeamShown): Html | false {
  if (news.length === 0) return false
  const lines = news.map(
    ({ id, title, shownSince }) =>
      html`<li><a class="govuk-link" href="/${team.id}/news/${id}">${say.own(title)}</a> <span class="working-on__where">${say.day(dayAt(shownSince, force.timeZone))}</span></li>\n`,
  )
  return block(
    { id: 'news', title: say`Latest news` },
    html`<ul class="govuk-list">${lines}</ul>
<p class="govuk-body"><a class="govuk-link" href="/${team.id}/news">${say`All news of the team`}</a></p>`,
  )
}

/** Links to more than the page tells, looked at with the ways to contact the team; nothing where the team named none. */
export function whereToFindMore(shown: TeamShown): Html | false {
  const { say } = shown
  const written = words(shown, 'where to find more')
  if (shown.links.length === 0 && written === false) return false
  const lines = shown.links.map(
    ({ title, url, description }) =>
      html`<li><a class="govuk-link" href="${url}">${say.own(title)}</a>${description !== '' && html`<br>${say.own(description)}`}</li>\n`,
  )
  return block(
    { id: 'more', title: say`Where to find more`, age: ageOf('how to contact', shown) },
    html`${written}<ul class="govuk-list">${lines}</ul>`,
  )
}
