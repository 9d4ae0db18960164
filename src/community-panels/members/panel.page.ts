import { dayAt, type Day } from '#platform/day.ts'
import { insetText, notificationBanner, warningText } from '#platform/govuk.ts'
import { html, type Html } from '#platform/html.ts'
import { sayIn, type Say } from '#platform/language/say.ts'
import { page, type SiteChrome } from '#platform/page.ts'
import { votingOn, type Sitting } from '../sittings/sitting.ts'
import type { Linked } from './members.sql.ts'
import type { ContractLine } from '../sittings/sittings.sql.ts'

/** What each page behind a member’s link needs; `path` is its address, with the token. */
export type PanelShown = {
  readonly site: SiteChrome
  readonly path: string
  readonly sitting: Sitting
  readonly link: Linked
  readonly today: Day
}

/** A contract with what a member chose of it, and when what that replaced was chosen. */
type Progress = ContractLine & {
  readonly chosen: number
  readonly grade: string | null
  readonly replacedAt: Date | null
}

type Overview = PanelShown & {
  readonly contracts: readonly Progress[]
  /** The contract for which somebody just chose. */
  readonly saved: Progress | null
}

/** A member’s place: when the sitting is, which contracts it judges, and how far they are. */
export function panelPage(shown: Overview): Html {
  const { site, path, sitting, link, saved } = shown
  const say = sayIn(site.language)
  const title = say.text`Your place on the ${say.word(sitting.panel)}`
  const body = html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
${saved !== null && savedTold(saved, shown, say)}
<h1 class="govuk-heading-l"><span class="govuk-caption-l">${link.forceName}</span> ${title}</h1>
<p class="govuk-body-l">${say`It is held on ${say.day(sitting.heldOn)}: ${say.own(sitting.place)}.`}</p>
<p class="govuk-body">${whenToVote(shown, say)}</p>
<p class="govuk-body">${say`Read what each team promised and how it stands, then say whether it kept its word. Nobody is told how you voted.`}</p>
<ul class="govuk-list govuk-list--spaced">
${shown.contracts.map((each) => contractLine(shown, each, say))}</ul>
<p class="govuk-body"><a class="govuk-link" href="${path}/large-print">${say`In large print`}</a></p>
${insetText(linkTold(shown, say))}
</div></div>`
  return page({ title, body, site })
}

/** That it is kept, and since when there was something else in its place: somebody else may have chosen it. */
function savedTold({ teamName, replacedAt }: Progress, shown: PanelShown, say: Say): Html {
  const kept = say`What you chose for ${teamName} is kept. You can change it until votes end.`
  const told =
    replacedAt === null
      ? kept
      : html`${kept} ${say`It replaces what was chosen ${momentTold(replacedAt, shown, say)}.`}`
  return notificationBanner(told, { success: true, title: say.text`Success` })
}

/** When members may vote by their links, in words. */
export function whenToVote({ sitting, today }: Pick<PanelShown, 'sitting' | 'today'>, say: Say): Html {
  const voting = votingOn(sitting, today)
  const [from, to] = [say.day(sitting.opensOn), say.day(sitting.closesOn)]
  if (voting === 'not yet') return say`You can vote from ${from} to ${to}. You can read everything now.`
  if (voting === 'open') return say`You can vote until ${to}. You can stop and go on later.`
  return voting === 'over'
    ? say`Votes ended on ${to}. You can still read everything here.`
    : say`The outcome is published. You can still read everything here.`
}

function contractLine({ path, sitting }: PanelShown, line: Progress, say: Say): Html {
  const { slug, teamId, teamName, chosen, grade } = line
  const progress =
    chosen === 0 && grade === null
      ? say`Nothing chosen yet.`
      : say`You chose for ${say.count(chosen, { one: '{n} standard', other: '{n} standards' })}.`
  const outcome =
    sitting.closedOn !== null &&
    html` <a class="govuk-link" href="/${teamId}/contract/${sitting.year}/verdict">${say`The outcome`}</a>`
  return html`<li><a class="govuk-link" href="${path}/contracts/${slug}">${say`${teamName}: the contract of ${sitting.year}`}</a><br>${progress}${outcome}</li>
`
}

/** One vote belongs to a link, so whoever holds it should see whether somebody else does too. */
function linkTold(shown: PanelShown, say: Say): Html {
  const { usedAt, usedBeforeAt } = shown.link
  const told = (at: Date) => momentTold(at, shown, say)
  const used =
    usedAt === null || usedBeforeAt === null
      ? say`This is the first time that this link is used.`
      : say`This link was opened ${told(usedAt)}, and before that it was last used ${told(usedBeforeAt)}. If that was not you both times, ask whoever invited you for a new one.`
  return html`<p class="govuk-body">${used}</p><p class="govuk-body">${say`The link has one vote. Do not pass it on: what somebody else chooses by it takes the place of what you chose.`}</p>`
}

/** A moment on the clock of its force, in words. */
export function momentTold(at: Date, { link, today }: Pick<PanelShown, 'link' | 'today'>, say: Say): Html {
  const { timeZone } = link
  const on = dayAt(at, timeZone)
  return on === today ? say`today at ${clockAt(at, timeZone)}` : say`on ${say.day(on)} at ${clockAt(at, timeZone)}`
}

const clockAt = (at: Date, timeZone: string): string =>
  new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZone }).format(at)

/** Said wherever a member types. */
export const notForReports = (say: Say): Html =>
  warningText(
    say`This is not for reporting crime, and nobody reads it at once. Call 999 in an emergency, 101 otherwise.`,
    say.text`Warning`,
  )

type Dead = { readonly site: SiteChrome; readonly leads: 'nowhere' | 'ended' | 'nowhere any more' }

/** What a link shows that leads nowhere, or nowhere any more. */
export function deadLinkPage({ site, leads }: Dead): Html {
  const say = sayIn(site.language)
  const told = {
    nowhere: { title: say.text`This link leads nowhere`, words: say`Look whether the whole address was copied.` },
    ended: {
      title: say.text`This link was ended`,
      words: say`Whoever invited you has ended it, or has sent you a newer one. Ask them if you should have another.`,
    },
    'nowhere any more': {
      title: say.text`This link does not work any more`,
      words: say`The sitting was over a month ago. Once its outcome is published, it stands with the contract of each team.`,
    },
  }[leads]
  return page({
    title: told.title,
    site,
    body: html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-l">${told.title}</h1>
<p class="govuk-body">${told.words}</p>
<p class="govuk-body"><a class="govuk-link" href="/">${say`Find your team`}</a></p>
</div></div>`,
  })
}
