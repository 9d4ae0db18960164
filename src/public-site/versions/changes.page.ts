import type { Commitment } from '#contracts/commitment.ts'
import type { Context } from '#contracts/versions/version.ts'
import { yearsInWords } from '#contracts/years-in-words.ts'
import { isNothing, isRemeasured, type ChangedPromise, type Changes } from '#contract-year/versions/changes.ts'
import { changesShown } from '#platform/changes/changes-shown.ts'
import { wordChanges } from '#platform/changes/word-changes.ts'
import { html, type Html, type Renderable } from '#platform/html.ts'
import { sayIn, type Say } from '#platform/language/say.ts'
import { page } from '#platform/page.ts'
import { feedLink, teamFeed, versionAddress } from './version-addresses.ts'
import { howMeasured, promiseTold, whereItStands, type VersionShown } from './version.page.ts'
import { allVersions } from './versions.page.ts'
import { contractTrail } from '../trails.ts'

type Shown = VersionShown & {
  /** What was in force before, and how this version differs; null where there is nothing to compare it with. */
  readonly compared: { readonly before: number; readonly changes: Changes } | null
}

/** What a version says otherwise than the one that was in force before it, promise by promise. */
export function changesPage({ site, force, team, contract, version, compared }: Shown): Html {
  const say = sayIn(site.language)
  const years = yearsInWords(contract.span, say)
  const { number, why, withdrawnOn } = version
  const itself = html`<a class="govuk-link" href="${versionAddress(team.id, contract.year, number)}">${say`Version ${number}`}</a>`
  const body = html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds contract-version">
<h1 class="govuk-heading-xl"><span class="govuk-caption-xl">${say`${team.name} neighbourhood policing team`}</span> ${say`What changed in version ${number} of the engagement contract ${years}`}</h1>
${whereItStands(version, say)}
${withdrawnOn === null && html`<p class="govuk-body">${say`${itself} was published on ${say.day(version.publishedOn)}.`}</p>\n${why !== '' && html`<p class="govuk-body">${say`Why: ${say.own(why)}`}</p>\n`}${comparedTold(compared, say)}`}${allVersions(contract, say)}
</div></div>`
  return page({
    title: say.text`What changed in version ${number} of the engagement contract ${years} – ${team.name}`,
    body,
    site,
    trail: contractTrail({ force, team, contract }, say),
    description: say.text`What changed in the engagement contract of ${team.name} for ${years}, when and why.`,
    head: feedLink(teamFeed(team.id)),
  })
}

function comparedTold(compared: Shown['compared'], say: Say): Html {
  if (compared === null) return html`<p class="govuk-body">${say`There is no earlier version to compare it with.`}</p>`
  const { before, changes } = compared
  if (isNothing(changes)) return html`<p class="govuk-body">${say`It says the same as version ${before}.`}</p>`
  return html`<p class="govuk-body">${say`Compared with version ${before}.`}</p>
${changesTold(changes, say)}`
}

function changesTold(changes: Changes, say: Say): Html {
  const promises = (told: readonly Commitment[]) => told.map((promise) => promiseTold(promise, say))
  return html`${part(say`Promises added`, promises(changes.added))}${part(say`Promises withdrawn`, promises(changes.withdrawn))}${part(
    say`Promises changed`,
    changes.changed.map((each) => changedTold(each, say)),
  )}${part(say`What happened in the year, told since`, contexts(changes.contextsAdded, say))}${part(
    say`What happened in the year, no longer told`,
    contexts(changes.contextsTakenOut, say),
  )}${changes.rest !== null && html`<p class="govuk-body">${say`Parts of the contract other than its promises differ too.`}</p>\n`}${
    changes.order.length > 0 && html`<p class="govuk-body">${say`Its promises stand in another order.`}</p>\n`
  }`
}

const part = (title: Html, told: readonly Renderable[]): Html | false =>
  told.length > 0 && html`<h2 class="govuk-heading-m">${title}</h2>\n${told}`

const contexts = (told: readonly Context[], say: Say): Html[] =>
  told.map(
    ({ from, to, text }) =>
      html`<p class="govuk-body">${say`${say.day(from)} to ${say.day(to)}: ${say.own(text)}`}</p>\n`,
  )

function changedTold(changed: ChangedPromise, say: Say): Html {
  const { from, to } = changed
  return html`<h3 class="govuk-heading-s">${say`Promise ${to.ref}`}</h3>
${from.text !== to.text && changesShown(wordChanges(from.text, to.text), say)}${textDiffers(say`Who does it`, from.who, to.who, say)}${textDiffers(
    say`With whom`,
    from.with.join('; '),
    to.with.join('; '),
    say,
  )}${isRemeasured(changed) && measuresDiffer(changed, say)}`
}

const textDiffers = (title: Html, from: string, to: string, say: Say): Html | false =>
  from !== to &&
  html`<h4 class="govuk-heading-s">${title}</h4>
${changesShown(wordChanges(from, to), say)}`

/** A measure is a sentence of the program’s own, so the old and the new are told whole. */
function measuresDiffer({ from, to }: ChangedPromise, say: Say): Html {
  return html`<h4 class="govuk-heading-s">${say`It is measured otherwise`}</h4>
<p class="govuk-body">${say`Before: ${howMeasured(from.measures, say)}`}</p>
<p class="govuk-body">${say`Now: ${howMeasured(to.measures, say)}`}</p>
`
}
