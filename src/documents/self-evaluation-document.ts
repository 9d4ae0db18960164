import { sectionTitles } from '#contract-year/self-evaluation/section-titles.ts'
import { sentenceSaid } from '#contract-year/self-evaluation/sentences.part.ts'
import { assertedInWords } from '#contract-year/self-evaluation/asserted-in-words.ts'
import { sections, sentencesOf, type Paragraph, type Sentence } from '#contract-year/self-evaluation/self-evaluation.ts'
import { html, type Html } from '#platform/html.ts'
import type { Day } from '#platform/day.ts'
import type { Say } from '#platform/language/say.ts'
import { piecesOfEvidence } from '#standings/figure-in-words.ts'
import { closing } from './closing.ts'
import { heading, list, paragraph, where, type Block, type Document } from './document.ts'

type Told = {
  readonly teamName: string
  readonly year: number
  readonly asAt: Day
  readonly paragraphs: readonly Paragraph[]
  readonly address: string | null
}

/** What a team said of its year when it was frozen: each sentence rests on evidence, or is marked as an assertion. */
export function selfEvaluationDocument({ teamName, year, asAt, paragraphs, address }: Told, say: Say): Document {
  const title = say.text`Self evaluation ${year} – ${teamName}`
  const blocks = [
    heading(1, title),
    paragraph(
      say`What the team said of its year when it gave it to the panel. The figures are as at ${say.day(asAt)}.`,
    ),
    paragraph(assertedInWords(paragraphs, say)),
    ...paragraphs.flatMap((each) => paragraphBlocks(each, say)),
    ...closing(address, say),
  ]
  return { title, language: say.language, asAt, blocks }
}

const paragraphBlocks = (told: Paragraph, say: Say): Block[] => [
  heading(2, say.own(told.title)),
  ...where(sentencesOf(told).length === 0, paragraph(say`The team says nothing of this.`)),
  ...sections.flatMap((section) =>
    where(
      told[section].length > 0,
      heading(3, say.told(sectionTitles[section])),
      list(told[section].map((sentence) => html`${sentenceSaid(sentence, say)} ${restsOn(sentence, say)}`)),
    ),
  ),
]

/** As on the page: a sentence over several promises names no number of its own. */
function restsOn({ rests }: Sentence, say: Say): Html | false {
  if (rests === 'assertion') return html`(${say`an assertion`})`
  const entries = new Set(rests.flatMap((rest) => rest.entries)).size
  return rests.length === 1 && entries > 0 && html`(${piecesOfEvidence(entries, say)})`
}
