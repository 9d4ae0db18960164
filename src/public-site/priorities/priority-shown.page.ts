import type { Means } from '#feedback/opinions/opinion.ts'
import type { Day } from '#platform/day.ts'
import { summaryList } from '#platform/govuk.ts'
import { html, type Html } from '#platform/html.ts'
import { sayIn, type Say } from '#platform/language/say.ts'
import { page, type SiteChrome } from '#platform/page.ts'
import { raisedByInWords } from '#priorities/concern.ts'
import type { UpdateShown } from '#priorities/history.sql.ts'
import type { PriorityShown } from '#priorities/priorities.sql.ts'
import type { TeamFound } from '../find.ts'
import { whatPeopleThink } from '../opinions.part.ts'
import { outcomeTag, outcomeWords, rewordedNote, tellUsLink } from './priority-line.ts'
import { teamTrail } from '../trails.ts'

type Shown = TeamFound & {
  readonly site: SiteChrome
  readonly priority: PriorityShown
  /** The newest first. */
  readonly updates: readonly UpdateShown[]
  readonly actions: readonly { readonly what: string; readonly doneOn: Day }[]
  readonly course: readonly { readonly step: string; readonly takenOn: Day }[]
  /** What people think of it together. */
  readonly opinions: Means
  readonly today: Day
}

/** One priority from what people said to what came of it; nothing tells who raised it. */
export function priorityShownPage(shown: Shown): Html {
  const { site, force, team, priority, opinions, today } = shown
  const { title, said, outcome } = priority
  const say = sayIn(site.language)
  const happened = historyOf(shown, say)
  const body = html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-xl"><span class="govuk-caption-xl">${say`A priority of ${team.name}`}</span> ${say.own(title)}</h1>
${outcome !== null && html`<p class="govuk-body">${outcomeTag(outcome, say)}</p>`}
<h2 class="govuk-heading-m">${say`What people said`}</h2>
<p class="govuk-body">${say.own(said)}</p>
${summaryList(factsOf(priority, say))}
<h2 class="govuk-heading-m">${say`What we did`}</h2>
<ul class="meetings">${happened.map(
    ({ on, words }) =>
      html`<li><p class="meetings__day"><time datetime="${on}">${say.day(on)}</time></p><p class="meetings__what">${words}</p></li>\n`,
  )}</ul>
${whatPeopleThink({ teamId: team.id, priority, means: opinions, today }, say)}${tellUsLink(team.id, say)}
</div></div>`
  return page({
    title: `${title} – ${team.name}`,
    body,
    site,
    trail: [...teamTrail({ force, team }, say), { words: say.text`Our priorities`, href: `/${team.id}/priorities` }],
    description: say.text`What ${team.name} neighbourhood policing team of ${force.name} did about it: ${title}`,
    picture: {
      path: `/${team.id}/priorities/${priority.id}/share.png`,
      alt: say.text`A priority of ${team.name}: ${title}`,
    },
  })
}

function factsOf({ neighbourhood, setOn, closedOn, raisedBy, updatedOn }: PriorityShown, say: Say) {
  const people = raisedByInWords(raisedBy, say)
  return [
    { key: say`Where`, value: neighbourhood ?? say`The whole of our area` },
    { key: say`Priority since`, value: say.day(setOn) },
    ...(people === null ? [] : [{ key: say`Raised by`, value: people }]),
    ...(updatedOn === null ? [] : [{ key: say`Last updated`, value: say.day(updatedOn) }]),
    ...(closedOn === null ? [] : [{ key: say`Closed`, value: say.day(closedOn) }]),
  ]
}

const stepWords: Readonly<Record<string, string>> = {
  set: 'We made it a priority.',
  plan: 'We planned what to do.',
  begin: 'We began the work.',
  close: 'We closed it.',
  reopen: 'We opened it again: it was not fixed.',
}

type History = Pick<Shown, 'updates' | 'actions' | 'course' | 'force'>

/** All that happened, the newest first. */
function historyOf(
  { updates, actions, course, force }: History,
  say: Say,
): { readonly on: Day; readonly words: Html }[] {
  return [
    ...updates.map((update) => ({
      on: update.postedOn,
      words: html`${update.outcome !== null && html`<strong>${say.word(outcomeWords[update.outcome])}.</strong> `}${say.own(update.words)}${rewordedNote(update, force.timeZone, say)}`,
    })),
    ...actions.map(({ what, doneOn }) => ({ on: doneOn, words: say.own(what) })),
    ...course.toReversed().map(({ step, takenOn }) => ({ on: takenOn, words: say.told(stepWords[step] ?? step) })),
  ].toSorted((one, other) => (one.on > other.on ? -1 : one.on < other.on ? 1 : 0))
}
