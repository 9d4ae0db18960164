import type { StepTaken } from '#contract-year/course.sql.ts'
import { yearsInWords } from '#contracts/years-in-words.ts'
import { html } from '#platform/html.ts'
import type { Say } from '#platform/language/say.ts'
import { asAtInWords } from '#standings/as-at-in-words.ts'
import type {
  CommitmentStanding,
  ContractStanding,
  PromiseStanding,
  StandardStanding,
} from '#standings/contract-standing.ts'
import { countsInWords } from '#standings/counts-in-words.ts'
import { figureAndWhy, piecesOfEvidence } from '#standings/figure-in-words.ts'
import { titled } from '#standings/standing-mark.ts'
import { heading, list, paragraph, standingLine, table, where, type Block, type Document } from './document.ts'
import { closing } from './closing.ts'
import { signedOff } from './signed-off.ts'

/** What the contract of a document is made from. */
export type ContractTold = {
  readonly teamName: string
  readonly shown: ContractStanding
  readonly steps: readonly Pick<StepTaken, 'step' | 'takenOn'>[]
  /** Where the contract can be read as it stands; null where nobody said under which address the site is known. */
  readonly address: string | null
}

/** A contract with how it stands, in the order of the form that teams fill in: three parts, then who signed it. */
export function contractDocument({ teamName, shown, steps, address }: ContractTold, say: Say): Document {
  const { contract, asAt } = shown
  const title = say.text`Engagement contract ${yearsInWords(contract.span, say)} – ${teamName}`
  const blocks = [
    heading(1, title),
    ...opening(shown, say),
    ...contexts(shown, say),
    ...partOne(shown, say),
    ...partTwo(shown, say),
    ...partThree(shown, say),
    ...signedOff(contract.completedOn, steps, say),
    ...closing(address, say),
  ]
  return { title, language: say.language, asAt, blocks }
}

const opening = (shown: ContractStanding, say: Say): Block[] => [
  paragraph(countsInWords(shown.counts, say)),
  paragraph(
    html`${asAtInWords(shown, say)} ${say`The contract runs from ${say.day(shown.contract.span.from)} to ${say.day(shown.contract.span.to)} under the ${say.own(shown.framework.title)}.`}`,
  ),
]

const contexts = ({ contract: { contexts: told = [] } }: ContractStanding, say: Say): readonly Block[] =>
  where(
    told.length > 0,
    heading(2, say`What else happened in this time`),
    ...told.map(({ from, to, text }) => paragraph(say`${say.day(from)} to ${say.day(to)}: ${say.own(text)}`)),
    paragraph(say`It stands here as context. It does not change how any promise stands.`),
  )

const partOne = ({ contract }: ContractStanding, say: Say): Block[] => [
  heading(2, say`Part 1: how we work`),
  ...where(contract.part1.length === 0, paragraph(say`The plan says nothing here.`)),
  ...contract.part1.flatMap(({ heading: asked, text }) => [
    heading(3, say.own(asked)),
    ...text
      .split(/\n+/)
      .filter((line) => /\S/.test(line))
      .map((line) => paragraph(say.own(line))),
  ]),
]

/** A promise that serves several standards is told in full under the first of them, as on the page. */
function partTwo(shown: ContractStanding, say: Say): Block[] {
  const known = new Set(shown.standards.map(({ id }) => id))
  const home = ({ commitment }: CommitmentStanding) => commitment.standards.find((id) => known.has(id))
  return [
    heading(2, say`Part 2: what we promise`),
    ...shown.standards.flatMap((standard) => {
      const own = standard.commitments.filter((promise) => home(promise) === standard.id)
      return standardBlocks(
        standard,
        own,
        standard.commitments.filter((promise) => !own.includes(promise)),
        say,
      )
    }),
    ...where(
      shown.others.length > 0,
      heading(3, say`Promises outside the standards`),
      ...shown.others.flatMap((promise) => promiseBlocks(promise, say)),
    ),
    ...measures(
      shown.serviceStandards,
      heading(3, say`Service standards of the whole force`),
      say`Service standards`,
      say,
    ),
    ...measures(
      shown.duties,
      heading(3, say`What the framework asks of every team, and of others`),
      say`Duties of the framework`,
      say,
    ),
  ]
}

function standardBlocks(
  { id, title, standing, measures: asked }: StandardStanding,
  own: readonly CommitmentStanding[],
  elsewhere: readonly CommitmentStanding[],
  say: Say,
): Block[] {
  const all = own.length + elsewhere.length
  const worst = standing !== 'kept' && all > 1 && say`is the worst of its ${all} promises`
  return [
    heading(3, html`${say`Standard ${id}`}: ${say.own(title)}`),
    standingLine(html`<strong>${titled(standing, say)}</strong>${worst && html` ${worst}`}`),
    ...where(all === 0, paragraph(say`The plan promises nothing under this standard.`)),
    ...own.flatMap((promise) => promiseBlocks(promise, say)),
    ...where(
      elsewhere.length > 0,
      heading(4, say`Promised elsewhere in the plan, and counted here too`),
      list(elsewhere.map(({ text, standing: { standing: word } }) => html`${titled(word, say)}: ${say.own(text)}`)),
    ),
    ...measures(asked, null, say`Measures of ${say.own(title)}`, say),
  ]
}

/** A promise, and below it one line: how it stands, the figure, why, and on how much evidence that rests. */
const promiseBlocks = ({ ref, text, standing, measures: asked }: PromiseStanding, say: Say): Block[] => [
  paragraph(html`<strong>${ref}</strong> ${say.own(text)}`),
  standingLine(
    html`<strong>${asked.length === 0 ? say`Assertion` : titled(standing.standing, say)}</strong> ${figureAndWhy(standing, say)} ${evidenceOf(standing, say)}`,
  ),
]

/** Where figures are withheld, how much evidence there is would tell them. */
const evidenceOf = ({ evidence, isWithheld }: PromiseStanding['standing'], say: Say): string | false =>
  isWithheld !== true && piecesOfEvidence(evidence.length, say)

function measures(
  asked: readonly PromiseStanding[],
  head: Block | null,
  caption: Parameters<typeof paragraph>[0],
  say: Say,
): readonly Block[] {
  const rows = asked.map(({ text, standing }) => [
    say.own(text),
    html`<strong>${titled(standing.standing, say)}</strong> ${figureAndWhy(standing, say)}`,
  ])
  const shown = table({ caption, head: [say`What is asked`, say`How it stands`], rows })
  return where(asked.length > 0, ...(head === null ? [] : [head]), shown)
}

function partThree({ contract }: ContractStanding, say: Say): Block[] {
  const { goodPractice, toolRequests, unread } = contract
  const told = (title: Parameters<typeof heading>[1], items: readonly string[]) =>
    where(items.length > 0, heading(3, title), list(items.map((item) => say.own(item))))
  const isEmpty = goodPractice.length + toolRequests.length + unread.length === 0
  return [
    heading(2, say`Part 3: what went well, and what we ask for`),
    ...where(isEmpty, paragraph(say`The plan says nothing here.`)),
    ...told(say`Good practice`, goodPractice),
    ...told(say`Tools the team asked for`, toolRequests),
    ...told(say`Parts of the document that nobody could place`, unread),
  ]
}
