import type { Force } from '#areas/area.ts'
import { inWords } from '#platform/day.ts'
import { backLink, button, insetText, notificationBanner, summaryList, table, tag } from '#platform/govuk.ts'
import { html, type Html } from '#platform/html.ts'
import { page, type SiteChrome } from '#platform/page.ts'
import { agreementInWords } from '#assessments/scoring/agreement.ts'
import { inPhaseWords, mayStep, type RoundStep } from './round.ts'
import type { ContractLine, SeatAt } from './rounds.sql.ts'
import type { Member } from './panel.sql.ts'

type Shown = {
  readonly site: SiteChrome
  readonly force: Force
  readonly round: SeatAt
  readonly contracts: readonly ContractLine[]
  readonly members: readonly Member[]
  /** Of the scores that this member may see; null where nothing can be told. */
  readonly agreement: number | null
  /** Why a button was refused. */
  readonly refused: string | null
}

/** A round as one member of its panel sees it: how far they are with each contract, and what comes next. */
export function roundPage(shown: Shown): Html {
  const { site, force, round, contracts, refused } = shown
  const title = `Round of ${round.year}`
  const body = html`${refused !== null && notificationBanner(refused, { title: 'Not now' })}
<span class="govuk-caption-l">${force.name}</span>
<h1 class="govuk-heading-l">${title}</h1>
<p class="govuk-body-l">It is ${inPhaseWords[round.phase]}. ${ownProgress(round, contracts)}</p>
${nextButton(shown)}
<section class="scrolls" tabindex="0" aria-label="Contracts">${table({ caption: 'Contracts', head: ['Team', 'Your scores', 'Moderated', 'Rating'], rows: contracts.map((each) => contractRow(shown, each)) })}</section>
${round.phase === 'moderation' && html`<p class="govuk-body">${agreementInWords(shown.agreement)} It is worked out from the scores that you may see.</p>`}
${panelOf(shown)}`
  return page({
    title: `${title} – ${force.name}`,
    body,
    site,
    before: backLink(`/desk/${force.id}/rounds`, 'Rounds of the panel'),
  })
}

function ownProgress({ phase }: SeatAt, contracts: readonly ContractLine[]): string {
  if (phase === 'set up') return 'Say now where you have a conflict of interest.'
  const open = contracts.filter(({ conflict }) => conflict === null)
  const [given, all] = [sum(open.map((each) => each.given)), sum(open.map((each) => each.standards))]
  return `You gave ${given} of ${all} scores.`
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0)

const nexts: readonly { readonly step: RoundStep; readonly slug: string; readonly press: string }[] = [
  { step: 'begin scoring', slug: 'begin-scoring', press: 'Begin scoring' },
  { step: 'begin moderation', slug: 'begin-moderation', press: 'Begin moderation' },
  { step: 'close the round', slug: 'close', press: 'Close the round and publish the ratings' },
]

function nextButton({ force, round, members }: Shown): Html | false {
  const next = nexts.find(({ step }) => mayStep(step, round.phase, round.isChair ? 'chair' : 'member'))
  return (
    next !== undefined &&
    html`${next.step === 'begin moderation' && stillToScore(members)}<form method="post" action="/desk/${force.id}/rounds/${round.id}/${next.slug}">${button(next.press)}</form>`
  )
}

/** Whoever leads the panel knows for whom it might wait. */
function stillToScore(members: readonly Member[]): Html | false {
  const left = members.filter(({ given, asked }) => given < asked)
  const each = left.map(({ name, given, asked }) => `${name} (${asked - given} of ${asked} left)`)
  return (
    left.length > 0 &&
    insetText(`Not everybody has scored everything: ${each.join(', ')}. They still can, until a standard is moderated.`)
  )
}

function contractRow({ force, round }: Shown, line: ContractLine) {
  const { teamName, slug, conflict, given, standards, moderated, grade } = line
  const href = `/desk/${force.id}/rounds/${round.id}/${slug}`
  const team = html`<a class="govuk-link" href="${href}">${teamName}</a>`
  if (conflict !== null) return [team, { words: tag('You have a conflict', 'grey'), span: 3 }]
  if (round.phase === 'set up') return [team, { words: 'Not begun', span: 3 }]
  return [team, `${given} of ${standards}`, `${moderated} of ${standards}`, grade ?? 'Not yet']
}

function panelOf({ force, round, members }: Shown): Html {
  const facts = [
    { key: 'Opens', value: inWords(round.opensOn) },
    { key: 'Scoring', value: `From ${inWords(round.scoringOn)}` },
    { key: 'Moderation', value: `From ${inWords(round.moderationOn)}` },
    { key: 'Closes', value: inWords(round.closedOn ?? round.closesOn) },
    { key: 'Grades', value: round.grades.join(', ') },
    ...members.map(({ name, isChair, given, asked }) => ({
      key: name,
      value: `${isChair ? 'Leads the panel. ' : ''}${given === 1 ? '1 score' : `${given} scores`} given of ${asked}.`,
    })),
  ]
  const mayRubric = mayStep('set the rubric', round.phase, round.isChair ? 'chair' : 'member')
  const mayChange = mayStep('change the panel', round.phase, round.isChair ? 'chair' : 'member')
  const mayMove = mayStep('move the days', round.phase, round.isChair ? 'chair' : 'member')
  return html`<h2 class="govuk-heading-m">Days and panel</h2>
${summaryList(facts)}
${mayChange && html`<p class="govuk-body"><a class="govuk-link" href="/desk/${force.id}/rounds/${round.id}/panel">Add members, or hand the chair over</a></p>`}
${mayMove && html`<p class="govuk-body"><a class="govuk-link" href="/desk/${force.id}/rounds/${round.id}/days">Move the days of this round</a></p>`}
${mayRubric && html`<p class="govuk-body"><a class="govuk-link" href="/desk/${force.id}/rounds/${round.id}/rubric">What the panel asks of each standard</a></p>`}`
}
