import type { FrozenPack } from '#contract-year/freeze/freeze.ts'
import { notJudgedInWords } from '#contract-year/freeze/not-judged-in-words.ts'
import type { DaysNotJudged } from '#contract-year/freezes.sql.ts'
import { assertedInWords } from '#contract-year/self-evaluation/asserted-in-words.ts'
import { sectionTitles } from '#contract-year/self-evaluation/section-titles.ts'
import { sections, sentencesOf, type Paragraph } from '#contract-year/self-evaluation/self-evaluation.ts'
import { sentenceList } from '#contract-year/self-evaluation/sentences.part.ts'
import { yearsInWords } from '#contracts/years-in-words.ts'
import { html, type Html } from '#platform/html.ts'
import { sayIn, type Say } from '#platform/language/say.ts'
import { page, type SiteChrome } from '#platform/page.ts'
import { addressesOf, type ContractAddresses } from '../addresses.ts'
import type { ContractFound } from '../find.ts'
import { contractTrail } from '../trails.ts'

type Shown = ContractFound & {
  readonly site: SiteChrome
  /** As anybody may read it. */
  readonly pack: FrozenPack
  readonly notJudged: DaysNotJudged | null
}

/** What a team said of its year when it was frozen: each sentence leads to its evidence, or is marked as an assertion. */
export function selfEvaluationPage(shown: Shown): Html {
  const { site, force, team, contract, pack, notJudged } = shown
  const say = sayIn(site.language)
  const years = yearsInWords(contract.span, say)
  const to = addressesOf(contract, pack.asAt)
  const title = say.text`Self evaluation ${years}`
  const file = (ending: string, words: Html) =>
    html`<a class="govuk-link" href="/${team.id}/contract/${contract.year}/self-evaluation.${ending}">${words}</a>`
  const body = html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-xl"><span class="govuk-caption-xl">${say`${team.name} neighbourhood policing team`}</span> ${title}</h1>
<p class="govuk-body-l">${say`What the team said of its year when it gave it to the panel. The figures are as at ${say.day(pack.asAt)}.`}</p>
${notJudged !== null && html`<p class="govuk-body">${notJudgedInWords(notJudged, say)}</p>`}
<p class="govuk-body">${assertedInWords(pack.selfEvaluation, say)}</p>
<p class="govuk-body">${say`Take it with you: ${file('pdf', say`PDF`)}, ${file('docx', say`Word`)}, ${file('json', say`JSON`)}, or ${html`<a class="govuk-link" href="${to.documents}">${say`all its documents, also in large print`}</a>`}.`}</p>
${pack.selfEvaluation.map((paragraph) => paragraphPart(paragraph, to, say))}
</div></div>`
  return page({
    title: `${title} – ${team.name}`,
    body,
    site,
    trail: contractTrail({ force, team, contract }, say),
    description: say.text`What ${team.name} said of its engagement contract for ${years}, each sentence with its evidence.`,
  })
}

const paragraphPart = (paragraph: Paragraph, to: ContractAddresses, say: Say): Html =>
  html`<h2 class="govuk-heading-l" id="${paragraph.standard}">${say.own(paragraph.title)}</h2>
${sentencesOf(paragraph).length === 0 && html`<p class="govuk-body">${say`The team says nothing of this.`}</p>`}
${sections.map((section) => paragraph[section].length > 0 && html`<h3 class="govuk-heading-s">${say.told(sectionTitles[section])}</h3>${sentenceList(paragraph[section], to.promise, say)}`)}`
