import type { Team } from '#areas/area.ts'
import type { Contract } from '#contracts/contract.ts'
import { dayAt, inWords } from '#platform/day.ts'
import { backLink, insetText, summaryList, table, warningText } from '#platform/govuk.ts'
import { html, type Html } from '#platform/html.ts'
import { page, type SiteChrome } from '#platform/page.ts'
import { mark } from '#standings/standing-mark.ts'
import { deskOfYear, promiseOf } from '../contract-year-at.ts'
import { sectionTitles } from '../self-evaluation/section-titles.ts'
import { sentenceList } from '../self-evaluation/sentences.part.ts'
import { sections, type Paragraph } from '../self-evaluation/self-evaluation.ts'
import type { FrozenPack } from './freeze.ts'
import type { Replay } from './replay-freeze.ts'

type Shown = {
  readonly site: SiteChrome
  readonly team: Team
  readonly contract: Contract
  readonly timeZone: string
  readonly pack: FrozenPack
  readonly replay: Replay
  /** What was frozen before. */
  readonly superseded: readonly Pick<FrozenPack, 'frozenAt' | 'hash'>[]
}

/** What the panel was given: how each standard stood, the texts, and whether the ledger still gives the same. */
export function frozenPage(shown: Shown): Html {
  const { site, team, contract, pack } = shown
  const desk = deskOfYear(team.id, contract.year)
  const body = html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<span class="govuk-caption-l">${team.name}, contract ${contract.year}</span>
<h1 class="govuk-heading-l">What the panel was given</h1>
${replayPart(shown)}${facts(shown)}
${table({
  caption: 'How the standards stood',
  head: ['Standard', 'Standing'],
  rows: pack.standing.standards.map(({ title, standing }) => [title, mark(standing)]),
})}
<h2 class="govuk-heading-l">Self evaluation</h2>
${pack.selfEvaluation.map((paragraph) => paragraphPart(paragraph, promiseOf(team.id, contract.year)))}
</div></div>`
  return page({
    title: `Frozen contract ${contract.year} – ${team.name}`,
    body,
    site,
    before: backLink(desk, `Contract ${contract.year}`),
  })
}

function replayPart({ replay: { equal, differences, reworded, later } }: Shown): Html {
  const since =
    later === 0
      ? 'Nothing was recorded since.'
      : `${later} ${later === 1 ? 'entry' : 'entries'} recorded since ${later === 1 ? 'is' : 'are'} later evidence and ${later === 1 ? 'does' : 'do'} not count.`
  const wording =
    reworded.length > 0 &&
    html`<p class="govuk-body">${reworded.length === 1 ? 'One promise is' : `${reworded.length} promises are`} told in other words by now (${reworded.join(', ')}): the figures are the same, and only the program’s wording has changed. The panel read what is below.</p>
`
  if (equal)
    return html`${insetText(`The ledger, built again as it was then, gives the same standings. ${since}`)}${wording}`
  return html`${warningText('The ledger, built again as it was then, does not give what was frozen.')}
<ul class="govuk-list govuk-list--bullet">${differences.map((each) => html`<li>${each}</li>\n`)}</ul>
<p class="govuk-body">${since}</p>
${wording}`
}

const facts = ({ pack, timeZone, team, contract, superseded }: Shown): Html =>
  summaryList([
    { key: 'Frozen', value: inWords(dayAt(pack.frozenAt, timeZone)) },
    ...superseded.map(({ frozenAt, hash }) => ({
      key: `Superseded: frozen on ${inWords(dayAt(frozenAt, timeZone))} and sent back`,
      value: html`<code class="seal">${hash}</code>`,
    })),
    { key: 'As at', value: inWords(pack.asAt) },
    { key: 'SHA-256', value: html`<code class="seal">${pack.hash}</code>` },
    {
      key: 'Evidence',
      value: html`<ul class="govuk-list">${pack.chains.map(({ id, length }) => html`<li>${length.toLocaleString('en-GB')} ${length === 1 ? 'entry' : 'entries'} of ${id}</li>`)}</ul>`,
    },
    {
      key: 'Everything',
      value: html`<a class="govuk-link" href="${deskOfYear(team.id, contract.year)}/frozen.json" download>All that was frozen (JSON)</a>`,
    },
    {
      key: 'To hand over',
      value: html`<a class="govuk-link" href="${deskOfYear(team.id, contract.year)}/pack.zip" download>The whole pack (ZIP)</a>, for whoever may see every figure. <a class="govuk-link" href="/${team.id}/contract/${contract.year}/documents">What the public can have</a>`,
    },
  ])

const paragraphPart = (paragraph: Paragraph, promiseAt: (ref: string) => string): Html =>
  html`<h3 class="govuk-heading-m">${paragraph.title}</h3>
${sections.map((section) => paragraph[section].length > 0 && html`<h4 class="govuk-heading-s">${sectionTitles[section]}</h4>${sentenceList(paragraph[section], promiseAt)}`)}`
