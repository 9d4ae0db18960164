import { isAskedAbout, shownInPublic, type Means, type PartOfPage } from '#feedback/opinions/opinion.ts'
import { mostPoints } from '#feedback/points.ts'
import type { Day } from '#platform/day.ts'
import { html, type Html } from '#platform/html.ts'
import type { Say } from '#platform/language/say.ts'
import type { PriorityShown } from '#priorities/priorities.sql.ts'

/** The quiet way at the foot of a page to say what one thinks of it. */
export const pageFeedbackLink = (teamId: string, part: PartOfPage['slug'], say: Say): Html =>
  html`<p class="govuk-body-s"><a class="govuk-link" href="/${teamId}/page-feedback?about=${part}">${say`What do you think of this page?`}</a></p>\n`

/** The way to say what one thinks of what was done about a priority; where several stand on a page, each is told by its name. */
export const priorityFeedbackLink = (teamId: string, { id, title }: PriorityShown, say: Say): Html =>
  html`<p class="govuk-body"><a class="govuk-link" href="/${teamId}/priorities/${id}/feedback">${say`What do you think of what we did?`}<span class="govuk-visually-hidden"> ${say.own(title)}</span></a></p>\n`

type Thought = {
  readonly teamId: string
  readonly priority: PriorityShown
  readonly means: Means
  readonly today: Day
}

/** What people think of a priority, and the way to say it; nothing where they are few and nobody is asked now. */
export function whatPeopleThink({ teamId, priority, means, today }: Thought, say: Say): Html | false {
  const parts = [thoughtOf(means, say), isAskedAbout(priority, today) && priorityFeedbackLink(teamId, priority, say)]
  return (
    parts.some((part) => part !== false) &&
    html`<h2 class="govuk-heading-m">${say`What people think of it`}</h2>
${parts}`
  )
}

/** In a sentence; nothing while they are few. */
function thoughtOf(means: Means, say: Say): Html | false {
  const shown = shownInPublic(means)
  if (shown === null) return false
  const { answers, first, second } = shown
  const people = say.count(answers, { one: '{n} person', other: '{n} people' })
  return html`<p class="govuk-body">${say`${people} said what they think: ${say.number(first ?? 0)} of ${mostPoints} that it was the right thing to work on, and ${say.number(second ?? 0)} of ${mostPoints} that what we did was worth it, on average.`}</p>\n`
}
