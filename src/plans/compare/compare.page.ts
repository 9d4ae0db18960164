import type { Contract } from '#contracts/contract.ts'
import { goodPracticeHeading, questionsOf, toolsHeading } from '#contracts/plan-parts.ts'
import { capitalised } from '#platform/capitalised.ts'
import { changesShown } from '#platform/changes/changes-shown.ts'
import { wordChanges } from '#platform/changes/word-changes.ts'
import { backLink, button, details, insetText, select, tag } from '#platform/govuk.ts'
import { html, type Html } from '#platform/html.ts'
import { page, type SiteChrome } from '#platform/page.ts'
import type { Compared } from './compare.ts'
import { measuredInWords } from '#plans/measured-in-words.ts'
import { byHeading } from '#plans/plan.ts'
import { deskOfPlan, type PlanFound } from '#plans/plan-at.ts'

export type CompareShown = {
  readonly site: SiteChrome
  readonly found: PlanFound
  /** With which plans this one may be compared, and with which it is. */
  readonly choices: readonly { readonly value: string; readonly words: string }[]
  readonly chosen: string
  readonly beside: { readonly contract: Contract; readonly name: string; readonly promises: readonly Compared[] } | null
}

/** A plan beside last year’s or another team’s: what is new, gone, said otherwise or measured otherwise. */
export function comparePage(shown: CompareShown): Html {
  const { site, found, choices, chosen, beside } = shown
  const { team, contract } = found
  const at = deskOfPlan(team.id, contract.year)
  const body = html`<span class="govuk-caption-l">Plan ${contract.year}, ${team.name}</span>
<h1 class="govuk-heading-l">Compare the plan</h1>
${
  choices.length === 0
    ? insetText(
        'There is no plan to compare it with: the team has no earlier contract, and no other team of the force has one.',
      )
    : html`<form method="get" action="${at}/compare" novalidate>${select({ name: 'with', label: 'With which plan?', choices: choices.map(({ value, words }) => ({ value, words: capitalised(words) })), value: chosen })}${button('Compare', { kind: 'secondary' })}</form>`
}
${beside !== null && html`${summary(beside)}${textsPart(found, beside)}${promisesPart(found, beside)}`}`
  const before = backLink(at, `Plan ${contract.year}`)
  return page({ title: `Compare – plan ${contract.year}`, body, site, before })
}

type Beside = NonNullable<CompareShown['beside']>

const inWords = { new: 'New', gone: 'Gone', changed: 'Changed', same: 'The same' } as const
const colours = { new: 'green', gone: 'red', changed: 'yellow', same: 'grey' } as const

function summary({ name, promises }: Beside): Html {
  const count = (is: Compared['is']) => promises.filter((each) => each.is === is).length
  return html`<p class="govuk-body-l" id="summary">Beside ${name}: ${count('new')} new, ${count('gone')} gone, ${count('changed')} changed, ${count('same')} the same.</p>
`
}

/** Parts 1 and 3, each text with what differs. */
function textsPart({ contract, form }: PlanFound, { contract: other }: Beside): Html {
  const theirs = new Map(questionsOf(other, form).map(({ heading, text }) => [heading, text]))
  const texts = [
    ...questionsOf(contract, form).map(({ heading, text }) => ({
      heading,
      before: theirs.get(heading) ?? '',
      now: text,
    })),
    { heading: goodPracticeHeading, before: other.goodPractice.join('\n'), now: contract.goodPractice.join('\n') },
    { heading: toolsHeading, before: other.toolRequests.join('\n'), now: contract.toolRequests.join('\n') },
  ]
  const differing = texts.filter(({ before, now }) => before !== now)
  return html`<section class="plan__part"><h2 class="govuk-heading-l">Parts 1 and 3</h2>
${differing.length === 0 && html`<p class="govuk-body">Not a word differs.</p>\n`}${differing.map(({ heading, before, now }) => html`<h3 class="govuk-heading-s">${heading}</h3>\n${changesShown(wordChanges(before, now))}`)}</section>
`
}

function promisesPart({ contract, form, pieces }: PlanFound, { promises, name }: Beside): Html {
  const headings = byHeading(contract, form).map(({ heading }) => heading)
  const groups = Map.groupBy(promises, ({ now, before }) => (now ?? before)?.heading ?? '')
  const all = [...headings, ...groups.keys().filter((heading) => !headings.includes(heading))]
  const met = new Set(promises.flatMap(({ now, before }) => [now?.ref, before?.ref]))
  const takenOut = [...pieces.values()].filter(
    ({ piece, leftOutWhy }) => leftOutWhy !== null && !met.has(piece.replace('promise ', '')),
  )
  const why = (each: Compared) => (each.before && pieces.get(`promise ${each.before.ref}`)?.leftOutWhy) ?? null
  return html`<section class="plan__part"><h2 class="govuk-heading-l">Part 2: what is promised</h2>
${all.map((heading) => {
  const rows = groups.get(heading) ?? []
  const same = rows.filter(({ is }) => is === 'same')
  return (
    rows.length > 0 &&
    html`<h3 class="govuk-heading-m">${heading}</h3>
${rows.filter(({ is }) => is !== 'same').map((each) => row(each, name, why(each)))}${same.length > 0 && details(same.length === 1 ? '1 promise is the same' : `${same.length} promises are the same`, html`<ul class="govuk-list govuk-list--bullet">${same.map(({ now }) => html`<li>${now?.text} (${now?.ref})</li>`)}</ul>`)}`
  )
})}${
    takenOut.length > 0 &&
    html`<h3 class="govuk-heading-m">Taken out while the plan was written</h3>
<ul class="govuk-list govuk-list--bullet">${takenOut.map(({ piece, leftOutWhy }) => html`<li class="plan-words">${piece.replace('promise ', '')}: ${leftOutWhy}</li>\n`)}</ul>`
  }</section>
`
}

function row(each: Compared, name: string, why: string | null): Html {
  const { is, now, before, words, measured } = each
  return html`<div class="plan-compared"><p class="govuk-body">${tag(inWords[is], colours[is])} ${now?.ref ?? before?.ref}</p>
${is === 'changed' && now?.text !== before?.text && changesShown(words)}<div class="plan-beside-texts"><div><h4 class="govuk-heading-s">${capitalised(name)}</h4>
${side(before, measured?.before)}</div><div><h4 class="govuk-heading-s">This plan</h4>
${side(now, measured?.now)}${is === 'gone' && why !== null && html`<p class="govuk-body plan-words">Taken out: ${why}</p>`}</div></div></div>
`
}

function side(promise: Compared['now'], measured: string | undefined): Html {
  if (promise === null) return html`<p class="govuk-body">Not promised.</p>\n`
  const how = measuredInWords(promise.measures)
  return html`<p class="govuk-body plan-words">${promise.text}</p>
<p class="govuk-body-s">${measured !== undefined && html`<strong>Measured otherwise.</strong> `}${how}</p>
`
}
