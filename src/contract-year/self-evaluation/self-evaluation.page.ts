import type { Team } from '#areas/area.ts'
import type { Contract } from '#contracts/contract.ts'
import { dayAt, inWords } from '#platform/day.ts'
import { backLink, button, insetText, warningText } from '#platform/govuk.ts'
import { html, type Html } from '#platform/html.ts'
import { english } from '#platform/language/say.ts'
import { page, type SiteChrome } from '#platform/page.ts'
import { deskOfYear, promiseOf } from '../contract-year-at.ts'
import { assertedInWords } from './asserted-in-words.ts'
import { sectionTitles } from './section-titles.ts'
import { sentenceList } from './sentences.part.ts'
import { sections, type Paragraph, type SelfEvaluation, type Sentence } from './self-evaluation.ts'
import type { VersionLine } from './self-evaluations.sql.ts'

type Shown = {
  readonly site: SiteChrome
  readonly team: Team
  readonly timeZone: string
  readonly contract: Contract
  readonly text: SelfEvaluation
  /** Sentences whose evidence says otherwise by now. */
  readonly stale: readonly Sentence[]
  readonly versions: readonly VersionLine[]
  readonly mayWrite: boolean
  readonly refused: string | null
}

/** What a team says of its year: each sentence rests on evidence, or is marked as an assertion. */
export function selfEvaluationPage(shown: Shown): Html {
  const { site, team, contract, text, refused } = shown
  const desk = deskOfYear(team.id, contract.year)
  const body = html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<span class="govuk-caption-l">${team.name}, contract ${contract.year}</span>
<h1 class="govuk-heading-l">Self evaluation</h1>
${refused !== null && warningText(refused)}
<p class="govuk-body">Its figures are as at ${inWords(text.asAt)}. ${assertedInWords(text.paragraphs, english)}</p>
${stalePart(shown, desk)}
${text.paragraphs.map((paragraph) => paragraphPart(paragraph, shown, desk))}
${versionsPart(shown)}
</div></div>`
  return page({
    title: `Self evaluation – ${team.name}`,
    body,
    site,
    before: backLink(desk, `Contract ${contract.year}`),
  })
}

function stalePart({ stale, mayWrite, text }: Shown, desk: string): Html | false {
  if (stale.length === 0) return false
  const said =
    insetText(html`<p class="govuk-body">The evidence has moved since then. ${stale.length === 1 ? 'This sentence says' : 'These sentences say'} what is no longer so:</p>
<ul class="govuk-list govuk-list--bullet">${stale.slice(0, 10).map(({ words }) => html`<li>${words}</li>\n`)}</ul>${stale.length > 10 && html`<p class="govuk-body">and ${stale.length - 10} more</p>`}`)
  return html`${said}${
    mayWrite &&
    html`<form method="post" action="${desk}/self-evaluation/again"><input type="hidden" name="version" value="${text.version}">${button('Draft the figures again')}</form>`
  }
`
}

function paragraphPart(paragraph: Paragraph, { team, contract, mayWrite }: Shown, desk: string): Html {
  const { standard, title } = paragraph
  return html`<section id="${standard}" aria-labelledby="${standard}-title"><h2 class="govuk-heading-m" id="${standard}-title">${title}</h2>
${sections.map((section) => paragraph[section].length > 0 && html`<h3 class="govuk-heading-s">${sectionTitles[section]}</h3>${sentenceList(paragraph[section], promiseOf(team.id, contract.year))}`)}
${mayWrite && html`<p class="govuk-body"><a class="govuk-link" href="${desk}/self-evaluation/${standard}">Edit<span class="govuk-visually-hidden"> ${title}</span></a></p>`}
</section>
`
}

const versionsPart = ({ versions, timeZone }: Shown): Html =>
  html`<h2 class="govuk-heading-m">Versions</h2>
<ol class="govuk-list" reversed>${versions.map(({ version, writtenAt, by }) => html`<li>Version ${version}, ${inWords(dayAt(writtenAt, timeZone))}${by !== null && `, ${by}`}</li>\n`)}</ol>
`
