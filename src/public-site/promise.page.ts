import { explainIn } from '#measures/explain.ts'
import { html, nothing, type Html } from '#platform/html.ts'
import { sayIn, type Say } from '#platform/language/say.ts'
import { page, type SiteChrome } from '#platform/page.ts'
import type { Commitment } from '#contracts/commitment.ts'
import type { ContractStanding, PromiseStanding } from '#standings/contract-standing.ts'
import { figure, periodInWords } from '#standings/question.ts'
import type { Gap, ObligationStanding } from '#standings/standing.ts'
import type { ContractAddresses } from './addresses.ts'
import { dayPicker } from './as-at.ts'
import { contextNotes, contextsBeside } from './context-beside.ts'
import { folded } from './folded.ts'
import { evidenceList, type EvidencePage } from './evidence-list.ts'
import type { TeamFound } from './find.ts'
import { mark } from '#standings/standing-mark.ts'
import { yearsInWords } from '#contracts/years-in-words.ts'
import { asAtInWords } from '#standings/as-at-in-words.ts'
import { figureInWords } from '#standings/figure-in-words.ts'
import { assertionMark } from './standing-marks.ts'
import { yearChart } from './year-chart.ts'
import { teamTrail } from './trails.ts'

/** One promise of a contract, whatever made it: the plan, a measure, a service standard or a duty of the framework. */
export type PromiseFound = {
  readonly promise: PromiseStanding
  readonly called: 'Promise' | 'Measure' | 'Service standard' | 'Duty'
  /** Whom the promise names: who keeps it and with whom; null for a measure. */
  readonly parties: Pick<Commitment, 'who' | 'with'> | null
  readonly words: string | null
  readonly standards: readonly { readonly id: string; readonly title: string }[]
}

export type PromiseShown = TeamFound & {
  readonly site: SiteChrome
  readonly shown: ContractStanding
  readonly to: ContractAddresses
  readonly found: PromiseFound
  readonly evidence: EvidencePage
}

/** One promise: how it stands and why, the working, everybody it is owed to, the gaps, and every piece of evidence. */
export function promisePage({ force, team, site, shown, to, found, evidence }: PromiseShown): Html {
  const { promise, called } = found
  const say = sayIn(site.language)
  const years = yearsInWords(shown.contract.span, say)
  const title = `${say.word(called)} ${promise.ref} – ${team.name} ${years}`
  const body = html`<h1 class="govuk-heading-l promise-title"><span class="govuk-caption-l">${say.word(called)} ${promise.ref}</span> ${say.own(promise.text)}</h1>
${verdict(promise, shown, say)}
${contextNotes(contextsBeside(promise.standing, shown.contract), 'context', say)}<h2 class="govuk-heading-m">${say`How it is measured`}</h2>
${measuredBy(promise, say)}
${facts(found, to, say)}
${yearChart(promise, shown.contract.span, shown.asAt, say)}
${obligations(promise.standing.obligations, say)}${gaps(promise.standing.gaps, say)}
<h2 class="govuk-heading-m" id="evidence">${say`Evidence`}</h2>
${evidenceList(evidence, say)}
${dayPicker(shown, pathOf(to.promise(promise.ref)), say)}`
  return page({
    title,
    body,
    site,
    trail: [
      ...teamTrail({ force, team }, say),
      { words: say.text`Contract ${years}`, href: `${to.contract}#${promise.ref}` },
    ],
    description: `${title}: ${promise.text}`,
  })
}

const pathOf = (address: string) => address.split('?')[0] as string

function verdict({ standing, measures }: PromiseStanding, shown: ContractStanding, say: Say): Html {
  const said = figureInWords(standing, say)
  return html`<div class="verdict">
<p class="verdict__standing">${measures.length === 0 ? assertionMark(say) : mark(standing.standing, say)} ${said !== null && html`<span class="verdict__figure">${said}</span>`}</p>
<p class="govuk-body">${say.marked(standing.reason)}</p>
<p class="as-at">${asAtInWords(shown, say)}</p>
</div>`
}

function measuredBy({ measures }: PromiseStanding, say: Say): Html {
  if (measures.length === 0)
    return html`<p class="govuk-body">${say`This is an assertion. It may well be true, but no evidence that could be recorded would show whether it is.`}</p>`
  if (measures.length === 1)
    return html`<p class="govuk-body">${say.marked(measures.map(explainIn(say)).join(' '))}</p>`
  return html`<p class="govuk-body">${say`All of these are asked for; the promise stands as the worst of them does, and its figure is that of the first.`}</p>
<ol class="govuk-list govuk-list--number">${measures.map((measure) => html`<li>${say.marked(explainIn(say)(measure))}</li>`)}</ol>`
}

function facts({ promise, parties, words, standards }: PromiseFound, to: ContractAddresses, say: Say): Html {
  const named = standards.map(
    ({ id, title }) => html`<li><a class="govuk-link" href="${to.standard(id)}">${say.own(title)}</a></li>`,
  )
  return html`<dl class="facts">
${parties && fact(say`Who`, say.own(parties.who))}${parties && parties.with.length > 0 && fact(say`With whom`, say.own(parties.with.join(', ')))}${working(promise, say)}${
    named.length > 0 &&
    fact(
      named.length === 1 ? say`Standard it serves` : say`Standards it serves`,
      html`<ul class="govuk-list">${named}</ul>`,
    )
  }${words !== null && words !== promise.text && fact(say`In the document’s own words`, html`<q>${say.own(words)}</q>`)}</dl>`
}

function working({ standing, measures }: PromiseStanding, say: Say): Html {
  const { value, unit, target, numerator, denominator, period, nextDue } = standing
  return html`${value !== null && fact(say`Figure`, figureInWords({ value, unit }, say) ?? '')}${
    numerator !== null &&
    denominator !== null &&
    fact(say`Worked out from`, parted(figure(numerator), figure(denominator), measures[0]?.measure === 'growth', say))
  }${target !== null && fact(say`Asked for`, figureInWords({ value: target, unit }, say) ?? '')}${
    period && fact(say`Period`, periodInWords(period, say))
  }${nextDue !== null && fact(say`Next due by`, say.day(nextDue))}`
}

const parted = (part: string, whole: string, isGrowth: boolean, say: Say): Html =>
  isGrowth ? say`${part} against ${whole}` : say`${part} of ${whole}`

const fact = (key: Html, value: string | Html) => html`<dt>${key}</dt><dd>${value}</dd>
`

function obligations(all: readonly ObligationStanding[], say: Say): Html {
  if (all.length === 0) return nothing
  return html`<h2 class="govuk-heading-m" id="obligations">${say`To whom it is owed`}</h2>
<section class="scrolls" tabindex="0" aria-label="${say.text`To whom it is owed`}"><table class="measures obligations">
<caption class="govuk-visually-hidden">${say`Each obligation of this promise, and how it stands`}</caption>
<thead><tr><th scope="col">${say`Whom or what`}</th><th scope="col">${say`How it stands`}</th><th scope="col">${say`Next`}</th></tr></thead>
<tbody>
${all.map(
  ({
    subject,
    standing,
    reason,
    nextDue,
    period,
  }) => html`<tr><th scope="row">${subject === '' ? say`the whole team` : say.told(subject)}${
    period && html`<span class="obligations__period">${periodInWords(period, say)}</span>`
  }</th><td>${mark(standing, say)} <span class="measures__why">${say.marked(reason)}</span></td><td>${nextDue === null ? say`Nothing more is due` : say`Due by ${say.day(nextDue)}`}</td></tr>
`,
)}</tbody></table></section>
`
}

function gaps(all: readonly Gap[], say: Say): Html {
  if (all.length === 0) return nothing
  const list = html`<ul class="govuk-list govuk-list--bullet">${all.map(
    ({ from, to, days }) =>
      html`<li>${from === to ? say.day(from) : say`${say.day(from)} to ${say.day(to)}, ${say.count(days, { one: '{n} day', other: '{n} days' })}`}</li>`,
  )}</ul>`
  return html`<h2 class="govuk-heading-m">${say`Gaps`}</h2>
${all.length > 6 ? folded(say.count(all.length, { one: 'When it was not done: {n} gap', other: 'When it was not done: {n} gaps' }), list) : list}
`
}
