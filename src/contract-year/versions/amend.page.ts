import type { Team } from '#areas/area.ts'
import type { Commitment } from '#contracts/commitment.ts'
import type { Contract } from '#contracts/contract.ts'
import { inWords } from '#platform/day.ts'
import { backLink, buttonLink, insetText, tag } from '#platform/govuk.ts'
import { html, type Html } from '#platform/html.ts'
import { page, type SiteChrome } from '#platform/page.ts'
import { deskOfYear } from '../contract-year-at.ts'
import { changesInWords } from './changes-in-words.ts'
import type { VersionLine } from './versions.sql.ts'

type Shown = {
  readonly site: SiteChrome
  readonly team: Team
  readonly contract: Contract
  /** The newest first. */
  readonly versions: readonly VersionLine[]
  /** The year is over: only what happened may be told. */
  readonly isOver: boolean
  readonly mayWithdraw: boolean
}

/** A contract in force, with the ways to amend it, and every version that the public read. */
export function amendPage(shown: Shown): Html {
  const { site, team, contract, isOver } = shown
  const to = deskOfYear(team.id, contract.year)
  const body = html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<span class="govuk-caption-l">${team.name}, contract ${contract.year}</span>
<h1 class="govuk-heading-l">Amend the contract</h1>
<p class="govuk-body">Every amendment is published at once as a new version, with your reason. What it changes is named, and every earlier version can still be read.</p>
${isOver && insetText(`The year of this contract ended on ${inWords(contract.span.to)}: its promises stay as they were made.`)}
${!isOver && buttonLink('Add a promise', `${to}/amend/add`)}
${buttonLink('Tell what happened in the year', `${to}/amend/tell`, { kind: 'secondary' })}
${!isOver && promises(shown, to)}${versionsPart(shown, to)}
</div></div>`
  return page({
    title: `Amend contract ${contract.year} – ${team.name}`,
    body,
    site,
    before: backLink(to, 'The contract’s year'),
  })
}

function promises({ contract: { commitments } }: Shown, to: string): Html {
  const byHeading = Map.groupBy(commitments, ({ heading }) => heading)
  return html`<h2 class="govuk-heading-m">Its promises</h2>
${[...byHeading].map(([heading, under]) => html`<h3 class="govuk-heading-s">${heading}</h3>\n<ul class="govuk-list">${under.map((each) => promiseLine(each, to))}</ul>\n`)}`
}

function promiseLine({ ref, text }: Commitment, to: string): Html {
  const way = (what: 'change' | 'withdraw', words: string) =>
    html`<a class="govuk-link" href="${to}/amend/${what}/${encodeURIComponent(ref)}">${words}<span class="govuk-visually-hidden"> promise ${ref}</span></a>`
  return html`<li>${ref}: ${text}<br>${way('change', 'Change')} · ${way('withdraw', 'Withdraw')}</li>
`
}

const versionsPart = ({ versions, team, contract, mayWithdraw }: Shown, to: string): Html =>
  html`<h2 class="govuk-heading-m">Its versions</h2>
<ul class="meetings">${versions.map((version) => versionLine(version, { team, contract, mayWithdraw }, to))}</ul>
`

function versionLine(
  version: VersionLine,
  { team, contract, mayWithdraw }: Pick<Shown, 'team' | 'contract' | 'mayWithdraw'>,
  to: string,
): Html {
  const { number, publishedOn, why, isNewest, withdrawnOn, withdrawnWhy } = version
  const canGo = mayWithdraw && isNewest && number > 1
  return html`<li><p class="meetings__day">${inWords(publishedOn)}</p>
<p class="meetings__what"><a class="govuk-link" href="/${team.id}/contract/${contract.year}/versions/${number}"><strong>Version ${number}</strong></a> ${isNewest && tag('In force', 'green')}${withdrawnOn !== null && tag('Withdrawn', 'red')}
${why !== '' && html`<br>${why}`}<br>${changesInWords(version).join(' ')}${withdrawnOn !== null && html`<br>Withdrawn on ${inWords(withdrawnOn)}: ${withdrawnWhy}`}
${canGo && html`<br><a class="govuk-link" href="${to}/versions/${number}/withdraw">Withdraw this version, published in error</a>`}</p></li>
`
}
