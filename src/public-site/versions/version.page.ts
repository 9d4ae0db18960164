import type { Commitment } from '#contracts/commitment.ts'
import type { Contract } from '#contracts/contract.ts'
import { yearsInWords } from '#contracts/years-in-words.ts'
import { changesInWords } from '#contract-year/versions/changes-in-words.ts'
import type { Version } from '#contract-year/versions/versions.sql.ts'
import { explainIn } from '#measures/explain.ts'
import { insetText, summaryList } from '#platform/govuk.ts'
import { html, type Html } from '#platform/html.ts'
import { sayIn, type Say } from '#platform/language/say.ts'
import { page, type SiteChrome } from '#platform/page.ts'
import { contractAddress } from '../addresses.ts'
import { contextNotes } from '../context-beside.ts'
import type { TeamFound } from '../find.ts'
import { bytesAddress, changesAddress, feedLink, teamFeed } from './version-addresses.ts'
import { allVersions, withdrawnInWords } from './versions.page.ts'
import { contractTrail } from '../trails.ts'

export type VersionShown = TeamFound & {
  readonly site: SiteChrome
  readonly contract: Contract
  readonly version: Version
}

/** What a contract said in one of its versions, whatever it says now. */
export function versionPage({ site, force, team, contract, version }: VersionShown): Html {
  const say = sayIn(site.language)
  const years = yearsInWords(contract.span, say)
  const { number } = version
  const body = html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds contract-version">
<h1 class="govuk-heading-xl"><span class="govuk-caption-xl">${say`${team.name} neighbourhood policing team`}</span> ${say`Engagement contract ${years}, version ${number}`}</h1>
${whereItStands(version, say)}
${version.withdrawnOn === null && html`${facts(version, say)}${plan(version, say)}`}${allVersions(contract, say)}
</div></div>`
  return page({
    title: say.text`Engagement contract ${years}, version ${number} – ${team.name}`,
    body,
    site,
    trail: contractTrail({ force, team, contract }, say),
    description: say.text`What the engagement contract of ${team.name} for ${years} said in version ${number}.`,
    head: feedLink(teamFeed(team.id)),
  })
}

/** Nobody should take an old version for the one in force. */
export function whereItStands(version: Version, say: Say): Html {
  if (version.withdrawnOn !== null)
    return insetText(html`${withdrawnInWords(version, say)}<br>${say`Its words can no longer be read.`}`)
  const current = html`<a class="govuk-link" href="${contractAddress(version.teamId, version.year)}">${say`the contract as it stands`}</a>`
  if (version.isNewest)
    return insetText(say`This version is in force: see ${current}, with what the evidence says of it.`)
  return insetText(say`This version is not in force any more: see ${current}.`)
}

function facts(version: Version, say: Say): Html {
  const { number, publishedOn, why, hash, teamId, year, again } = version
  const bytes = html`<a class="govuk-link" href="${bytesAddress(teamId, year, number)}">${say`These bytes`}</a>`
  const changed = html`<a class="govuk-link" href="${changesAddress(teamId, year, number)}">${say`See each change`}</a>`
  return summaryList([
    { key: say`Published`, value: say.day(publishedOn) },
    ...(why === '' ? [] : [{ key: say`Why`, value: say.own(why) }]),
    {
      key: say`What changed`,
      value: html`${changesInWords(version, say).join(' ')} ${number > 1 && again === null && changed}`,
    },
    { key: say`To check it`, value: say`${bytes} have the SHA-256 ${hash}.` },
  ])
}

function plan({ document }: Version, say: Say): Html {
  const byHeading = Map.groupBy(document.commitments, ({ heading }) => heading)
  return html`${contextNotes(document.contexts, 'context', say)}${
    document.part1.length > 0 && html`<h2 class="govuk-heading-l">${say`How we work`}</h2>\n`
  }${document.part1.map(({ heading, text }) => html`<h3 class="govuk-heading-s">${say.own(heading)}</h3>\n<p class="govuk-body">${say.own(text)}</p>\n`)}${[
    ...byHeading,
  ].map(
    ([heading, promises]) =>
      html`<h2 class="govuk-heading-l">${say.own(heading)}</h2>\n${promises.map((promise) => promiseTold(promise, say))}`,
  )}${list(say`Good practice`, document.goodPractice, say)}${list(say`Tools the team asked for`, document.toolRequests, say)}`
}

/** A promise, who keeps it and how it is measured. */
export const promiseTold = ({ ref, text, who, measures }: Commitment, say: Say): Html =>
  html`<div class="promise" id="${ref}">
<p class="promise__text">${say.own(text)}</p>
<p class="promise__line">${ref}: ${say.own(who)}. ${howMeasured(measures, say)}</p>
</div>
`

/** How a promise is measured, in sentences; or that nobody can tell whether it is kept. */
export const howMeasured = (measures: Commitment['measures'], say: Say): Html =>
  measures.length === 0
    ? say`An assertion, which nobody can prove.`
    : say.marked(measures.map(explainIn(say)).join(' '))

const list = (title: Html, items: readonly string[], say: Say): Html | false =>
  items.length > 0 &&
  html`<h2 class="govuk-heading-l">${title}</h2>
<ul class="govuk-list govuk-list--bullet">${items.map((item) => html`<li>${say.own(item)}</li>`)}</ul>
`
