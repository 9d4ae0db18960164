import type { Commitment } from '#contracts/commitment.ts'
import { goodPracticeHeading, planParts, questionsOf, toolsHeading, type PlanPart } from '#contracts/plan-parts.ts'
import { deskOfYear } from '#contract-year/contract-year-at.ts'
import { lookingBack } from '#contract-year/next-year.ts'
import { backLink, button, buttonLink, insetText, tag, warningText } from '#platform/govuk.ts'
import { html, type Html } from '#platform/html.ts'
import { page, type SiteChrome } from '#platform/page.ts'
import { askedPart } from '#plans/asked/asked.part.ts'
import type { Consultation, Profile } from '#plans/asked/asked.sql.ts'
import { measuredInWords } from './measured-in-words.ts'
import { byHeading, slugOf } from './plan.ts'
import { deskOfPlan, type PlanFound } from './plan-at.ts'

export type PlanShown = {
  readonly site: SiteChrome
  readonly found: PlanFound
  readonly consultations: readonly Consultation[]
  readonly profiles: readonly Profile[]
  /** Consultations and profiles may be told, also while the plan itself is written no more. */
  readonly mayTell: boolean
  /** How many recommendations came after it was begun. */
  readonly newlyRecommended: number
  readonly refused: string | null
}

/** The plan of a year in the three parts of its form: what is answered, what is not, and how each promise is measured. */
export function planPage(shown: PlanShown): Html {
  const { site, found, refused } = shown
  const { team, contract, form } = found
  const parts = planParts(contract, form)
  const body = html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<span class="govuk-caption-l">${team.name}</span>
<h1 class="govuk-heading-l">Plan ${contract.year}</h1>
${refused !== null && warningText(refused)}
${newlyRecommendedPart(shown)}${whatIsOpen(found, parts)}${waysOn(found)}${partOne(found)}${partTwo(found)}${partThree(found)}${askedPart(shown)}
</div></div>`
  const before = backLink(deskOfYear(team.id, contract.year), 'The contract’s year')
  return page({ title: `Plan ${contract.year} – ${team.name}`, body, site, before })
}

/** R49: what panels recommended since the draft was begun is offered, to open the plan with. */
function newlyRecommendedPart({ newlyRecommended: n, found: { team, contract } }: PlanShown): Html | false {
  if (n === 0) return false
  const many = n === 1 ? 'one recommendation' : `${n} recommendations`
  return insetText(html`<p class="govuk-body">The panel made ${many} since this plan was begun.</p>
<form method="post" action="${deskOfPlan(team.id, contract.year)}/recommendations">${button(`Take over ${many} made since`, { kind: 'secondary' })}</form>`)
}

/** D1.1: what still keeps the plan from being submitted, or that nothing does. */
function whatIsOpen({ course, mayWrite, isDraft, contract, team }: PlanFound, parts: readonly PlanPart[]): Html {
  const open = parts.filter(({ unanswered }) => unanswered.length > 0)
  const closed =
    !mayWrite &&
    html`<p class="govuk-body">${tag(course.state, 'blue')} ${isDraft && course.state === 'draft' ? 'A Sergeant or Inspector of the team writes it.' : 'It is not a draft, so nothing in it can be changed here.'}</p>\n`
  if (open.length === 0)
    return html`${closed}<p class="govuk-body" id="open">All parts are answered.${mayWrite && html` It can be <a class="govuk-link" href="${deskOfYear(team.id, contract.year)}">submitted for signature</a>.`}</p>\n`
  return html`${closed}${insetText(html`<p id="open">Before it can be submitted, these are to be answered:</p>
<ul class="govuk-list govuk-list--bullet">${open.flatMap(({ part, unanswered }) =>
    unanswered.map(
      (heading) => html`<li>Part ${part}: <a class="govuk-link" href="#part-${part}">${heading}</a></li>\n`,
    ),
  )}</ul>`)}\n`
}

const waysOn = ({ team, contract, mayWrite }: PlanFound): Html => {
  const at = deskOfPlan(team.id, contract.year)
  return html`<nav aria-label="Parts of the plan"><ul class="govuk-list">
<li><a class="govuk-link" href="#part-1">Part 1: the team and its work</a></li>
<li><a class="govuk-link" href="#part-2">Part 2: what is promised</a></li>
<li><a class="govuk-link" href="#part-3">Part 3: good practice and tools</a></li>
<li><a class="govuk-link" href="#asked">Who was asked, and what the plan rests on</a></li>
</ul></nav>
<ul class="govuk-list">
${mayWrite && html`<li><a class="govuk-link" href="${at}/library">Take promises from a library</a></li>\n`}<li><a class="govuk-link" href="${at}/compare">Compare with last year or another team</a></li>
</ul>
`
}

const unanswered = () => tag('Not answered', 'yellow')

function partOne(found: PlanFound): Html | false {
  const { contract, form, mayWrite, team } = found
  const at = `${deskOfPlan(team.id, contract.year)}/answers`
  const questions = questionsOf(contract, form)
  return (
    questions.length > 0 &&
    html`<section class="plan__part" id="part-1"><h2 class="govuk-heading-l">Part 1: the team and its work</h2>
${questions.map(
  ({ heading, text }) => html`<h3 class="govuk-heading-s">${heading}</h3>
${text === '' ? html`<p class="govuk-body">${unanswered()}</p>` : paragraphs(text)}
${mayWrite && change(`${at}/${slugOf(heading)}`, text === '' ? 'Answer' : 'Change', heading)}`,
)}</section>
`
  )
}

const paragraphs = (text: string): Html =>
  html`${text.split(/\n+/).map((line) => html`<p class="govuk-body plan-words">${line}</p>\n`)}`

const change = (href: string, words: string, about: string): Html =>
  html`<p class="govuk-body"><a class="govuk-link" href="${href}">${words}<span class="govuk-visually-hidden"> ${about}</span></a></p>
`

function partTwo(found: PlanFound): Html {
  const { contract, form, mayWrite, team } = found
  const at = deskOfPlan(team.id, contract.year)
  const back = lookingBack(contract)
  return html`<section class="plan__part" id="part-2"><h2 class="govuk-heading-l">Part 2: what is promised</h2>
${mayWrite && buttonLink('Add a promise', `${at}/promises/new`, { kind: 'secondary' })}
${back.length > 0 && insetText(`Look at ${back.map(({ ref }) => ref).join(', ')}: what they measure names a day before this contract begins.`)}
${byHeading(contract, form).map(
  ({ heading, promises }) => html`<h3 class="govuk-heading-m">${heading}</h3>
${promises.length === 0 ? nothingUnder(heading, found) : html`<ul class="plan-promises">${promises.map((promise, n) => promiseItem(promise, { before: promises[n - 1], after: promises[n + 1] }, found))}</ul>\n`}`,
)}</section>
`
}

function nothingUnder(heading: string, { contract, form }: PlanFound): Html {
  const standards = form.part2.find((each) => each.heading === heading)?.standards ?? []
  const others = contract.commitments.filter((each) => each.standards.some((id) => standards.includes(id)))
  return others.length === 0
    ? html`<p class="govuk-body">${unanswered()} Nothing is promised here.</p>\n`
    : html`<p class="govuk-body">Answered elsewhere in the plan, by ${others.map(({ ref }) => ref).join(', ')}.</p>\n`
}

type Neighbours = { readonly before: Commitment | undefined; readonly after: Commitment | undefined }

function promiseItem(promise: Commitment, { before, after }: Neighbours, found: PlanFound): Html {
  const { ref, text, measures } = promise
  const { mayWrite, team, contract } = found
  const at = `${deskOfPlan(team.id, contract.year)}/promises/${encodeURIComponent(ref)}`
  return html`<li class="plan-promise" id="promise-${ref}"><p class="govuk-body plan-words">${text} <span class="promise__ref">${ref}</span></p>
<p class="govuk-body-s">${measures.length === 0 && html`${tag('assertion', 'grey')} `}${measuredInWords(measures)}</p>
${
  mayWrite &&
  html`<div class="plan-promise__verbs"><a class="govuk-link" href="${at}">Change<span class="govuk-visually-hidden"> ${ref}</span></a>
${before !== undefined && move(at, 'before', before.ref, html`Up<span class="govuk-visually-hidden">: ${ref} before ${before.ref}</span>`)}${after !== undefined && move(at, 'after', after.ref, html`Down<span class="govuk-visually-hidden">: ${ref} after ${after.ref}</span>`)}</div>
`
}</li>
`
}

/** The neighbour is named, so that a press that was sent twice moves once. */
const move = (at: string, is: 'before' | 'after', beside: string, words: Html): Html =>
  html`<form method="post" action="${at}/move"><input type="hidden" name="${is}" value="${beside}"><button type="submit" class="plan-press">${words}</button></form>
`

function partThree({ contract, form, mayWrite, team }: PlanFound): Html {
  const at = deskOfPlan(team.id, contract.year)
  const list = (
    heading: string,
    path: string,
    lines: readonly string[],
  ) => html`<h3 class="govuk-heading-s">${heading}</h3>
${
  lines.length > 0
    ? html`<ul class="govuk-list govuk-list--bullet">${lines.map((each) => html`<li class="plan-words">${each}</li>\n`)}</ul>`
    : html`<p class="govuk-body">${form.part3 === null ? 'Nothing was said.' : unanswered()}</p>`
}
${mayWrite && change(`${at}/${path}`, lines.length === 0 ? 'Answer' : 'Change', heading)}`
  return html`<section class="plan__part" id="part-3"><h2 class="govuk-heading-l">Part 3: good practice and tools</h2>
${list(goodPracticeHeading, 'good-practice', contract.goodPractice)}${list(toolsHeading, 'tools', contract.toolRequests)}</section>
`
}
