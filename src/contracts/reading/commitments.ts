import type { MeasureName } from '#measures/measure.ts'
import type { Day } from '#platform/day.ts'
import { counterpartiesOf } from './counterparty.ts'
import { doerOf } from './doer.ts'
import { isLeadIn, isRubric } from './form-headings.ts'
import { measureNameOf } from './measure-name.ts'
import { standardOfPromise, type StandardToMatch } from './match-standard.ts'
import { withListsOfParties } from './party-lists.ts'
import type { FormBlock, Section } from './plan-form.ts'
import { isPromise, promisesIn, type Promised } from './promise.ts'
import { rhythmsIn } from './rhythm.ts'
import { targetIn, type PromisedTarget } from './target.ts'

/** What we take a team to promise, with the words that made us think so; a person confirms it. */
export type CommitmentGuess = {
  readonly text: string
  /** The standard it serves (`D-8`), or null where its words and its heading tell of none. */
  readonly standard: string | null
  /** The role or unit that does it; the team where none is named. */
  readonly who: string
  readonly with: readonly string[]
  /** An RFC 5545 rule or `half term`; null where the text sets no interval. */
  readonly every: string | null
  readonly target: PromisedTarget | null
  /** The measure that fits, or null: an assertion that nobody can prove. */
  readonly measure: MeasureName | null
  readonly words: string
}

/** What a contract says as a whole, which its single promises are read by. */
export type Context = {
  readonly standards: readonly StandardToMatch[]
  /** What the document calls the team when it means itself. */
  readonly team: string
  readonly completedOn: Day | null
}

/** The promises under a heading of the plan; what promises nothing measurable is kept as an assertion. */
export function commitmentsOf(section: Section, context: Context): CommitmentGuess[] {
  const around = section.blocks.map(textOf).join(' ')
  const reader: Reader = { section, context, around }
  const lead: LeadIn = { text: '', isSpoken: true }
  const blocks = withListsOfParties(section.blocks)
  return blocks.flatMap((block, index) => guessesOf(block, blocks[index + 1], lead, reader))
}

/** The promises in the self evaluation: sentences that say what will be done, or is done again and again. */
export function promisesOfSelfEvaluation(section: Section, context: Context): CommitmentGuess[] {
  const reader: Reader = {
    section: { ...section, heading: { ...section.heading, standards: [] } },
    context,
    around: '',
  }
  return section.blocks.flatMap((block) => {
    if (block.kind === 'heading') return []
    const promises = promisesIn(textOf(block), block.kind === 'item')
    return promises
      .filter((each) => isPromise(each.text) || isPractice(each.text))
      .map((each) => guess(each, '', reader))
  })
}

/** What a team does as a matter of course, said without "will": learning is shared, events are entered. */
const isPractice = (text: string) =>
  /\b(?:is|are) (?:also |all |then )?(?:cascaded|shared|recorded|input|entered|reviewed|monitored|recognised|checked|discussed)\b/i.test(
    text,
  )

type Reader = { section: Section; context: Context; around: string }
/** The words that lead into a list; those of the form itself are not said again in each promise. */
type LeadIn = { text: string; isSpoken: boolean }

const textOf = (block: FormBlock) =>
  block.kind === 'row' ? block.cells.filter((cell) => cell !== '').join(' ') : block.text

function guessesOf(block: FormBlock, next: FormBlock | undefined, lead: LeadIn, reader: Reader): CommitmentGuess[] {
  if (block.kind === 'row') return [guessOfRow(block, reader)]
  const leads = block.kind === 'heading' || (isLeadIn(block) && (next?.kind === 'item' || isRubric(block.text)))
  if (leads) {
    const isOwn = block.kind !== 'heading' && !isRubric(block.text)
    Object.assign(lead, { text: block.kind === 'heading' || isOwn ? block.text : '', isSpoken: !isOwn })
    return []
  }
  if (block.kind === 'paragraph' && isRubric(block.text)) return []
  if (block.kind === 'paragraph') Object.assign(lead, { text: '', isSpoken: true })
  const prefix = block.kind === 'item' && !lead.isSpoken ? `${lead.text} ` : ''
  if (block.kind === 'item') lead.isSpoken = lead.isSpoken || rhythmsIn(lead.text).length === 0
  return promisesIn(withoutTail(block.text), block.kind === 'item').map((each, n) =>
    guess(n === 0 ? { ...each, words: prefix + each.words } : each, block.kind === 'item' ? lead.text : '', reader),
  )
}

/** A list's lead-in glued to the end of a paragraph is the form's. */
const withoutTail = (text: string) => text.replace(/\s*\bour commitments? (?:is|are) to provide\s*[:;]?$/i, '')

/** A promise read: what its own words do not say, the words that lead into its list may. */
function guess(promised: Promised, lead: string, { section, context, around }: Reader): CommitmentGuess {
  const { text } = promised
  const every = rhythmsIn(text)[0]?.every ?? rhythmsIn(lead)[0]?.every ?? null
  const named = doerOf(text, context.team)
  const before = promised.subjectFrom ?? (/^we\b/i.test(text) ? '' : lead)
  const who = named !== context.team ? named : doerOf(before, context.team)
  const found = counterpartiesOf(text, who)
  const parties = found.length > 0 && found[0] !== 'community' ? found : withLead(found, lead, who)
  const target = targetIn(text, around, context.completedOn)
  const standard = standardOfPromise(text, section.heading.standards, context.standards)
  const measure = measureNameOf({ text, every, with: parties, target })
  return { text: tidied(text), standard, who, with: parties, every, target, measure, words: promised.words }
}

function withLead(found: readonly string[], lead: string, who: string): readonly string[] {
  const led = lead === '' ? [] : counterpartiesOf(lead, who)
  return led.length > 0 && led[0] !== 'community' ? led : found
}

const tidied = (text: string) => {
  const plain = text.replace(/[;,]?\s*(?:\band\b)?\s*[;,]?$/, '').trim()
  return plain.charAt(0).toUpperCase() + plain.slice(1)
}

/** A row of a table whose columns say what, how often, who and with whom. */
function guessOfRow(row: Extract<FormBlock, { kind: 'row' }>, reader: Reader): CommitmentGuess {
  const cell = (column: (typeof row.columns)[number]) =>
    row.cells
      .filter((text, n) => text !== '' && row.columns[n] === column)
      .join('; ')
      .replaceAll('\n', ' ')
  const words = row.cells
    .filter((text) => text !== '')
    .join(' ')
    .replaceAll('\n', ' ')
  const whole = guess({ text: cell('promise') || words, words, subjectFrom: null }, '', reader)
  const every = rhythmsIn(cell('every'))[0]?.every ?? whole.every ?? rhythmsIn(words)[0]?.every ?? null
  const target = whole.target ?? targetIn(cell('target') || cell('other'), reader.around, reader.context.completedOn)
  const who = cell('who') === '' ? whole.who : doerOf(`${cell('who')} will`, reader.context.team)
  const parties = cell('with') === '' ? whole.with : listed(cell('with'))
  const measure = measureNameOf({ text: words, every, with: parties, target })
  return { ...whole, who, with: parties, every, target, measure }
}

const listed = (text: string) =>
  text
    .split(/\s*[,;\n]\s*(?:and )?|\s+and\s+(?=[a-z])/)
    .map((part) => part.replace(/^(?:the|our) /i, '').trim())
    .filter((part) => part !== '')
