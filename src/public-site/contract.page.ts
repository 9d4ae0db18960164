import type { Team } from '#areas/area.ts'
import { html, type Html } from '#platform/html.ts'
import { sayIn, type Say } from '#platform/language/say.ts'
import { page, type SiteChrome } from '#platform/page.ts'
import { shownOnce } from '#platform/shown-once.ts'
import type { Contract, ContractHead } from '#contracts/contract.ts'
import type {
  CommitmentStanding,
  ContractStanding,
  PromiseStanding,
  StandardStanding,
} from '#standings/contract-standing.ts'
import { worstOf } from '#standings/standing.ts'
import { contractAddress, type ContractAddresses } from './addresses.ts'
import type { ContractTold } from './contract-told.ts'
import { dayPicker } from './as-at.ts'
import { contextNotes } from './context-beside.ts'
import { contractThing } from './discovery/things.ts'
import { folded } from './folded.ts'
import { pageFeedbackLink } from './opinions.part.ts'
import { alsoServing, measureTable, promiseProse } from './promise-line.ts'
import { mark, smallMark } from '#standings/standing-mark.ts'
import { yearsInWords } from '#contracts/years-in-words.ts'
import { asAtInWords } from '#standings/as-at-in-words.ts'
import { countsInWords } from '#standings/counts-in-words.ts'
import { countsList } from './standing-marks.ts'
import { feedLink, teamFeed, versionsAddress } from './versions/version-addresses.ts'
import { yearStrip } from './year-strip.ts'
import { teamTrail } from './trails.ts'

/** The living contract: the plan reads as prose, and after each promise stands what the evidence says of it. */
export function contractPage(told: ContractTold, site: SiteChrome): Html {
  const { force, team, shown, to } = told
  const { contract } = shown
  const say = sayIn(site.language)
  const years = yearsInWords(contract.span, say)
  return page({
    title: say.text`Engagement contract ${years} – ${team.name}`,
    body: bodyOf(told, say),
    site,
    trail: teamTrail({ force, team }, say),
    about: contractThing({ site, force, team, contract, title: say.text`Engagement contract ${years} – ${team.name}` }),
    picture: { path: `${contractAddress(team.id, contract.year)}/share.png`, alt: countsInWords(shown.counts, say) },
    description: say.text`What ${team.name} neighbourhood policing team promised its community for ${years}, and what the evidence says of each promise.`,
    head: html`<link rel="alternate" type="application/json" href="${to.standingJson}">\n${feedLink(teamFeed(team.id))}`,
  })
}

const bodyOf = shownOnce(({ team, shown, to, contracts, isRated, isJudged }: ContractTold, say): Html => {
  const { contract } = shown
  const rating = `${contractAddress(team.id, contract.year)}/rating`
  return html`${opening(team, shown, say)}
${isRated && html`<p class="govuk-body"><a class="govuk-link" href="${rating}">${say`How the panel rated this contract`}</a></p>`}${(isRated || isJudged) && html`<p class="govuk-body"><a class="govuk-link" href="${contractAddress(team.id, contract.year)}/verdict">${say`How evidence, team, panel and community see it, side by side`}</a></p>`}${dayPicker(shown, contractAddress(team.id, contract.year), say)}
${contextNotes(contract.contexts ?? [], 'context', say)}${yearStrip(shown, to, say)}
<div class="plan-beside">
<div class="plan">
${selfEvaluation(shown, say)}${standardsOf(shown, to, say)}${furtherParts(shown, to, say)}${lists(shown, say)}
${whereFrom(shown, to, contracts, say)}
</div>
${contents(shown, say)}
</div>`
})

function opening(team: Team, shown: ContractStanding, say: Say): Html {
  const { contract, framework, counts } = shown
  return html`<h1 class="govuk-heading-xl"><span class="govuk-caption-xl">${say`${team.name} neighbourhood policing team`}</span> ${say`Engagement contract ${yearsInWords(contract.span, say)}`}</h1>
<p class="govuk-body-l">${countsInWords(counts, say)}</p>
${countsList(counts, say)}
<p class="as-at">${asAtInWords(shown, say)} ${say`The contract runs from ${say.day(contract.span.from)} to ${say.day(contract.span.to)} under the ${html`<a class="govuk-link" href="/frameworks/${framework.id}">${say.own(framework.title)}</a>`}.`}</p>`
}

/** Beside the plan where there is room; on a phone the year above it leads to the same places. */
function contents({ standards, others }: ContractStanding, say: Say): Html {
  const entry = (
    id: string,
    words: Html,
    standing: Html,
  ) => html`<li>${standing}<a class="govuk-link" href="#${id}">${words}</a></li>
`
  return html`<nav class="plan-contents" aria-label="${say.text`Standards of this contract`}"><ul>
${standards.map(({ id, title, standing }) => entry(id, say.own(title), smallMark(standing, say)))}${others.length > 0 && entry('others', say`Promises outside the standards`, smallMark(worstOf(others.map((each) => each.standing.standing)) ?? 'unknown', say))}</ul></nav>`
}

const selfEvaluation = ({ contract }: ContractStanding, say: Say): Html | false =>
  contract.part1.length > 0 &&
  html`<section class="plan__part">
<h2 class="govuk-heading-l">${say`How we work`}</h2>
${contract.part1.map(({ heading, text }) => html`<h3 class="govuk-heading-s">${say.own(heading)}</h3>\n<p class="govuk-body">${say.own(text)}</p>\n`)}</section>
`

/** A promise that serves several standards is told in full under the first of them. */
function standardsOf(shown: ContractStanding, to: ContractAddresses, say: Say): Html {
  const known = new Set(shown.standards.map(({ id }) => id))
  const home = ({ commitment }: CommitmentStanding) => commitment.standards.find((id) => known.has(id))
  return html`${shown.standards.map((standard) => {
    const own = standard.commitments.filter((promise) => home(promise) === standard.id)
    const others = standard.commitments.filter((promise) => home(promise) !== standard.id)
    return standardPart({ standard, own, others, to, contract: shown.contract }, say)
  })}`
}

type StandardPart = {
  readonly standard: StandardStanding
  readonly own: readonly CommitmentStanding[]
  readonly others: readonly CommitmentStanding[]
  readonly to: ContractAddresses
  readonly contract: Contract
}

function standardPart({ standard, own, others, to, contract }: StandardPart, say: Say): Html {
  const { id, title, standing, measures } = standard
  return html`<section class="plan__part" id="${id}">
<h2 class="govuk-heading-l"><span class="govuk-caption-l">${say`Standard ${id}`}</span> <a class="plan__title" href="${to.standard(id)}">${say.own(title)}</a></h2>
<p class="plan__standing">${mark(standing, say)} ${standing === 'kept' ? '' : worstOfAll(own.length + others.length, say)}</p>
${own.map((promise) => promiseProse(promise, to, contract, say))}${own.length + others.length === 0 && html`<p class="govuk-body">${say`The plan promises nothing under this standard.`}</p>\n`}${alsoServing(others, say)}
${measuresOf(title, measures, to, say)}
<p class="govuk-body-s plan__top"><a class="govuk-link" href="#main-content">${say`Back to the top`}</a></p>
</section>
`
}

const worstOfAll = (promises: number, say: Say): Html | false =>
  promises > 1 && say`is the worst of its ${promises} promises`

const measuresOf = (title: string, measures: readonly PromiseStanding[], to: ContractAddresses, say: Say): Html =>
  folded(
    say.count(measures.length, {
      one: 'What the framework itself asks here: {n} measure',
      other: 'What the framework itself asks here: {n} measures',
    }),
    measureTable(say`Measures of ${say.own(title)}`, measures, to, say),
  )

function furtherParts(shown: ContractStanding, to: ContractAddresses, say: Say): Html {
  const { others, serviceStandards, duties, contract } = shown
  return html`${
    others.length > 0 &&
    html`<section class="plan__part" id="others"><h2 class="govuk-heading-l">${say`Promises outside the standards`}</h2>
${others.map((promise) => promiseProse(promise, to, contract, say))}</section>
`
  }${
    serviceStandards.length > 0 &&
    html`<section class="plan__part" id="service-standards"><h2 class="govuk-heading-l">${say`Service standards of the whole force`}</h2>
${measureTable(say`Service standards`, serviceStandards, to, say)}</section>
`
  }${
    duties.length > 0 &&
    html`<section class="plan__part" id="duties"><h2 class="govuk-heading-l">${say`What the framework asks of every team, and of others`}</h2>
${measureTable(say`Duties of the framework`, duties, to, say)}</section>
`
  }`
}

const lists = ({ contract }: ContractStanding, say: Say): Html =>
  html`${list(say`Good practice`, contract.goodPractice, say)}${list(say`Tools the team asked for`, contract.toolRequests, say)}${list(
    say`Parts of the document that nobody could place`,
    contract.unread,
    say,
  )}`

const list = (title: Html, items: readonly string[], say: Say): Html | false =>
  items.length > 0 &&
  html`<section class="plan__part"><h2 class="govuk-heading-l">${title}</h2>
<ul class="govuk-list govuk-list--bullet">${items.map((item) => html`<li>${say.own(item)}</li>`)}</ul></section>
`

function whereFrom(
  { contract }: ContractStanding,
  to: ContractAddresses,
  contracts: readonly ContractHead[],
  say: Say,
): Html {
  const others = contracts.filter(({ id }) => id !== contract.id)
  const link = (href: string, words: Html) => html`<a class="govuk-link" href="${href}">${words}</a>`
  const year = ({ year, span }: ContractHead) =>
    link(contractAddress(contract.teamId, year), say`Engagement contract ${yearsInWords(span, say)}`)
  return html`<section class="plan__part plan__sources">
<h2 class="govuk-heading-m">${say`Check it yourself`}</h2>
<p class="govuk-body">${say`Every figure on this page is worked out from ${link(to.ledger, say`the team’s ledger`)}, to which entries are only ever added.`}
${say`You can take ${link(to.json, say`the contract as JSON`)} and ${link(to.standingJson, say`how it stands as JSON`)}.`}</p>
<p class="govuk-body">${say`Take it with you: ${link(to.taken('pdf'), say`PDF`)}, ${link(to.taken('docx'), say`Word`)}, ${link(to.taken('json'), say`JSON`)}, or ${link(to.documents, say`all its documents, also in large print`)}.`}</p>
<p class="govuk-body">${say`What was changed since it was published, and why, is in ${link(versionsAddress(contract.teamId, contract.year), say`its versions`)}.`}</p>
${
  others.length > 0 &&
  html`<h2 class="govuk-heading-m">${say`Other years`}</h2>
<ul class="govuk-list">${others.map((other) => html`<li>${year(other)}</li>`)}</ul>`
}
${pageFeedbackLink(contract.teamId, 'contract', say)}</section>`
}
