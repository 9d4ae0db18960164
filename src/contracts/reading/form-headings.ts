import type { Block } from './block.ts'
import { standardsOfHeading, type StandardToMatch } from './match-standard.ts'
import { rhythmsIn } from './rhythm.ts'

/** A heading of the form and what it asks about; `other` where the team wrote one of its own. */
export type Heading = {
  readonly text: string
  readonly standards: readonly string[]
  /** 0 for a part, else as deep as the document sets it. */
  readonly level: number
  readonly about: 'part' | 'selfEvaluation' | 'standard' | 'goodPractice' | 'toolRequests' | 'other'
}

type Written = Exclude<Block, { kind: 'row' }>

const partNumbers: Readonly<Record<string, 1 | 2 | 3>> = {
  1: 1,
  one: 1,
  i: 1,
  a: 1,
  2: 2,
  two: 2,
  ii: 2,
  b: 2,
  3: 3,
  three: 3,
  iii: 3,
  c: 3,
}

/** The part of the form that a heading opens, by its number or by what such a part is called. */
export function partOf(block: Written, current: 0 | 1 | 2 | 3): { part: 1 | 2 | 3; title: string } | null {
  const text = block.text
  const isShort = text.split(' ').length <= 16 && !/[.]$/.test(text)
  const numbered = /^(?:part|section)\s+(1|2|3|one|two|three|iii|ii|i|a|b|c)\b(?!\s+or\b)/i.exec(text)
  const part = numbered && partNumbers[(numbered[1] ?? '').toLowerCase()]
  if (part && isShort && block.kind !== 'item') return { part, title: text }
  if (!isShort || (block.kind !== 'heading' && !('strong' in block && block.strong))) return null
  if (
    current < 2 &&
    /essential components|^(?:(?:our|the|neighbourhood|local) )*(?:engagement|connectivity) plan(?: 20\d\d.*)?$|^our (?:commitments|promises|pledges)$/i.test(
      text,
    )
  )
    return { part: 2, title: text }
  if (current === 2 && /good practice and|(?:good practice|requests?)$/i.test(text) && !text.endsWith('?'))
    return { part: 3, title: text }
  if (current === 0 && /self[- ]?evaluation$|^introduction\b/i.test(text)) return { part: 1, title: text }
  return null
}

/** A field of the form in a line: its name, and its value where the line has it. */
export function keyOf(text: string): { field: 'team' | 'completedOn'; value: string } | null {
  const date =
    /^(?:date (?:of completion|completed|signed off|of (?:this )?(?:report|plan|contract))|completed(?: on)?|completion date|date)\b\s*[:\u2013-]?\s*(.*)$/i.exec(
      text,
    )
  if (date && text.length < 80) return { field: 'completedOn', value: date[1] ?? '' }
  const team =
    /^(?:(?:name of )?(?:the )?(?:section|department|team|area|neighbourhood|policing team|command area|local policing area|station)(?: ?(?:or|\/|and|&) ?(?:section|department|team|area|unit))?(?: name)?|neighbourhood policing team|policing (?:team|area)|team name)\s*[:\u2013-]\s*(.*)$/i.exec(
      text,
    )
  if (team && text.length < 160) return { field: 'team', value: team[1] ?? '' }
  return /^(?:section (?:or|\/) ?department|name of (?:the )?(?:team|section))$/i.test(text)
    ? { field: 'team', value: '' }
    : null
}

const prompts = {
  goodPractice:
    /good practice|best practice|proud of|worked well|working well|worth sharing|(?:like|wish) to share|success(?:es)?\b.*\bshare/i,
  toolRequests:
    /\btools?\b|\brequests?\b|equipment|would help\b|be helpful|\bneed\b.*\b(?:to|from)|(?:further|extra|additional) (?:support|resources)|support (?:do|would) you/i,
  selfEvaluation:
    /\bcontext\b|business area|engage(?:ment)? (?:with )?and listen|listen to (?:the|your|its)|quality[- ]assur|assured?\b|how (?:do|does|have|are|is|did|will) (?:you|your|the (?:team|department|section))|self[- ]evaluation|about (?:us|our|the) (?:team|area)/i,
} as const

/**
 * The heading a block is, or null where it is text; `next` tells a short line from a heading where nothing is styled.
 * Where a part for the plan follows, the headings of the self evaluation before it are not those of standards.
 */
export function headingOf(
  block: Written,
  next: Block | undefined,
  part: 0 | 1 | 2 | 3,
  level: number,
  standards: readonly StandardToMatch[],
  planFollows: boolean,
): Heading | null {
  const isBold = 'strong' in block && block.strong === true
  const isStyled = block.kind === 'heading'
  const asks = part < 2 && isRubric(block.text) && prompts.selfEvaluation.test(block.text)
  if (!isStyled && !asks && !couldBeHeading(block)) return null
  const text = block.text
    .replace(/^(?:standard |component |item )?\(?(?:\d{1,2}(?:\.\d+)*|[a-z])[.):\u2013-]?\s+(?=[A-Z])/i, '')
    .replace(/^[\u2013:-]\s*/, '')
  const depth = isStyled ? block.level : level
  const about = part === 2 ? null : promptOf(text, part, isStyled || asks)
  if (about) return { text, standards: [], level: depth, about }
  const isOrdered = block.kind === 'item'
  const early = part < 2 && (planFollows || /\b(?:contract|report)\b|^neighbourhood engagement plan/i.test(text))
  const named = early ? [] : standardsOfHeading(text, standards)
  if (named.length > 0 && part !== 3 && (!isOrdered || opensSection(next)))
    return { text, standards: named, level: depth, about: 'standard' }
  const asked = part === 2 && (isStyled || text.endsWith('?')) ? promptOf(text, 3, true) : null
  if (asked) return { text, standards: [], level: depth, about: asked }
  const other = { text, standards: [], level: depth, about: 'other' } as const
  if (isStyled) return other
  const opens =
    next !== undefined && next.kind !== 'row' && (next.kind === 'item' || isLeadIn(next)) && /^\W?[A-Z]/.test(text)
  return part > 0 && !isOrdered && (isBold || opens || text.endsWith('?')) ? other : null
}

/** A numbered line heads what follows where that is not the next number of the same list. */
const opensSection = (next: Block | undefined) => (next?.kind === 'item' && !next.ordered) || next?.kind === 'paragraph'

function promptOf(text: string, part: 0 | 1 | 2 | 3, isSure: boolean): Heading['about'] | null {
  if (part === 3)
    return prompts.goodPractice.test(text) ? 'goodPractice' : prompts.toolRequests.test(text) ? 'toolRequests' : null
  const mayAsk = text.endsWith('?') || isSure || (part === 1 && text.split(' ').length <= 14)
  return mayAsk && prompts.selfEvaluation.test(text) ? 'selfEvaluation' : null
}

/** A line that nothing marks as a heading may still be one where it is short, whole, and promises nothing. */
function couldBeHeading(block: Written): boolean {
  const text = block.text
  if (block.kind === 'item' && !block.ordered) return false
  if (text.split(' ').length > 24 || /[.,]["']?$/.test(text) || text.endsWith(':') || isRubric(text)) return false
  if (/\b(?:will|shall|we aim|aims to|we are|we have)\b/i.test(text) && !text.endsWith('?')) return false
  return /^["'(]?[A-Z0-9]/.test(text) && rhythmsIn(text).length === 0 && !/\d{3,}|\d%/.test(text)
}

/** The words that lead into a list of promises: "Our commitment is to provide:", "We will:". */
export const isLeadIn = (block: Block): boolean =>
  block.kind !== 'row' && /[:;]$/.test(block.text) && block.text.split(' ').length <= 14

/** What the form itself says to whoever fills it in, or before every list; the team did not write it. */
export const isRubric = (text: string): boolean =>
  /^our (?:commitments?|promises?|pledges?) (?:is|are)(?: to (?:provide|do|deliver))?\s*[:;]?$/i.test(text) ||
  /^(?:please |you should )?(?:provide|describe|list|outline|set out|give|complete|explain|tell us|summarise)\b (?:an? (?:update|account|summary|description|overview)|your|the context|how your|any|details|brief|below|each)\b/i.test(
    text,
  )
