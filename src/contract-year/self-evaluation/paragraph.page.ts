import type { Team } from '#areas/area.ts'
import type { Contract } from '#contracts/contract.ts'
import type { FieldErrors } from '#platform/form.ts'
import { backLink, button, details, errorSummary, textarea, warningText } from '#platform/govuk.ts'
import { html, type Html } from '#platform/html.ts'
import { page, type SiteChrome } from '#platform/page.ts'
import { deskOfYear, promiseOf } from '../contract-year-at.ts'
import { sectionTitles } from './section-titles.ts'
import { sentenceList } from './sentences.part.ts'
import { isAssertion, sections, sentencesOf, type Edited, type Paragraph, type Section } from './self-evaluation.ts'

type Shown = {
  readonly site: SiteChrome
  readonly team: Team
  readonly contract: Contract
  readonly version: number
  readonly paragraph: Paragraph
  /** What was sent and not taken; null where the form is new. */
  readonly typed: Edited | null
  readonly errors: FieldErrors
  readonly refused: string | null
}

/** One paragraph to be edited, a box for each sentence: what is changed or added becomes an assertion. */
export function paragraphPage(shown: Shown): Html {
  const { site, team, contract, version, paragraph, errors, refused } = shown
  const back = `${deskOfYear(team.id, contract.year)}/self-evaluation`
  const body = html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
${errorSummary(errors)}
<span class="govuk-caption-l">Self evaluation, ${team.name} ${contract.year}</span>
<h1 class="govuk-heading-l">${paragraph.title}</h1>
${refused !== null && html`${warningText(refused)}${asItIs(shown)}`}
<p class="govuk-body">A sentence that you leave as it is keeps its evidence. One that you change or add is marked as an assertion. Empty a box to take its sentence out. Name nobody.</p>
<form class="desk-form" method="post" action="${back}/${paragraph.standard}" novalidate>
<input type="hidden" name="version" value="${version}">
${sections.map((section) => boxes(section, shown))}
${button('Save this part')}
</form>
</div></div>`
  return page({
    title: `${paragraph.title} – self evaluation`,
    body,
    site,
    before: backLink(back, 'Self evaluation'),
    mistaken: Object.keys(errors).length > 0,
  })
}

/** What the other one made of it, beside what was typed. */
const asItIs = ({ paragraph, team, contract }: Shown): Html =>
  details('What it says now', sentenceList(sentencesOf(paragraph), promiseOf(team.id, contract.year)), {
    open: true,
  })

function boxes(section: Section, { paragraph, typed, errors }: Shown): Html {
  const before = paragraph[section]
  const words = typed === null ? [...before.map((each) => each.words), ''] : typed[section]
  return html`<h2 class="govuk-heading-m">${sectionTitles[section]}</h2>
${words.map((said, n) => {
  const id = `${section}-${n + 1}`
  const kept = before[n]
  const label = kept === undefined ? 'Add a sentence' : `Sentence ${n + 1}${isAssertion(kept) ? ', an assertion' : ''}`
  return textarea({
    name: section,
    id,
    label: html`${label}<span class="govuk-visually-hidden">, ${sectionTitles[section]}</span>`,
    value: said,
    rows: Math.ceil(said.length / 70) + 1,
    error: errors[id],
  })
})}`
}
