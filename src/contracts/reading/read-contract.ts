import type { Day } from '#platform/day.ts'
import { Refusal } from '#platform/refusal.ts'
import { commitmentsOf, promisesOfSelfEvaluation, type CommitmentGuess, type Context } from './commitments.ts'
import type { Block } from './block.ts'
import { readDocument } from './document.ts'
import { isRubric } from './form-headings.ts'
import type { StandardToMatch } from './match-standard.ts'
import { planFormOf, type FormBlock, type PlanForm, type Section } from './plan-form.ts'

/** A team's contract as its document tells it: every sentence of the document stands somewhere in it. */
export type ReadContract = {
  /** The section or department that it is the contract of. */
  readonly team: string | null
  readonly completedOn: Day | null
  /** The self evaluation: each question with its answer, paragraphs parted by line breaks. */
  readonly part1: readonly { readonly heading: string; readonly text: string }[]
  readonly commitments: readonly CommitmentGuess[]
  readonly goodPractice: readonly string[]
  readonly toolRequests: readonly string[]
  /** What stands under no heading we know. */
  readonly unread: readonly string[]
}

/**
 * Reads a contract document (Word, OpenDocument, PDF, text) against the standards of a framework. Throws a `Refusal`
 * where it cannot be read, or is not a plan form.
 */
export async function readContract(
  bytes: Uint8Array,
  filename: string,
  standards: readonly StandardToMatch[],
): Promise<ReadContract> {
  return contractOf(await readDocument(bytes, filename), filename, standards)
}

/** The contract that the blocks of a document make. */
export function contractOf(
  blocks: readonly Block[],
  filename: string,
  standards: readonly StandardToMatch[],
): ReadContract {
  const form = planFormOf(blocks, standards)
  if (!form)
    throw new Refusal(
      `“${filename}” is not a neighbourhood engagement plan that we know: we found neither its parts nor the headings of its standards.`,
    )
  const context: Context = { standards, team: ownName(blocks), completedOn: form.completedOn }
  const inPart = (part: Section['part']) => form.sections.filter((section) => section.part === part)
  return {
    team: form.team,
    completedOn: form.completedOn,
    part1: inPart(1)
      .map(answer)
      .filter(({ text }) => text !== ''),
    commitments: [
      ...inPart(1).flatMap((section) => promisesOfSelfEvaluation(section, context)),
      ...inPart(2).flatMap((section) => commitmentsOf(section, context)),
    ],
    goodPractice: inPart(3).filter(isAbout('goodPractice')).flatMap(lines).filter(isAnswer),
    toolRequests: inPart(3).filter(isAbout('toolRequests')).flatMap(lines).filter(isAnswer),
    unread: unreadOf(form),
  }
}

/** What the document calls its team: by the letters it uses itself, or plainly "the team". */
const ownName = (blocks: readonly Block[]) =>
  blocks.some((block) => block.kind !== 'row' && /\bNPT\b/.test(block.text)) ? 'NPT' : 'the team'

const isAbout = (about: Section['heading']['about']) => (section: Section) => section.heading.about === about

const answer = (section: Section) => ({ heading: section.heading.text, text: lines(section).join('\n') })

const lines = (section: Section): string[] => section.blocks.map(written).filter((text) => !isRubric(text))

const written = (block: FormBlock) => (block.kind === 'row' ? block.cells.join(' ') : block.text).replaceAll('\n', ' ')

/** A form ends with who signed it, which answers no question of its last part. */
const isAnswer = (line: string) =>
  !/^(?:signed|signature|endorsed|approved|countersigned|name|rank|date|inspector|sergeant)\b(?: by)?\s*[:\u2013._-]/i.test(
    line,
  )

function unreadOf(form: PlanForm): string[] {
  const last = form.sections.filter(({ part }) => part === 3).flatMap(lines)
  const signatures = last.filter((line) => !isAnswer(line))
  const elsewhere = form.sections.filter(
    ({ part, heading }) => part === 3 && heading.about !== 'goodPractice' && heading.about !== 'toolRequests',
  )
  return [...form.unread, ...elsewhere.flatMap(lines).filter(isAnswer), ...signatures]
}
