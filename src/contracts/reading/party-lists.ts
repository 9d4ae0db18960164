import type { FormBlock } from './plan-form.ts'
import { isPromise } from './promise.ts'

/**
 * A promise to be in touch "with each of the following:" and the list of them is one promise, not one for each line of
 * the list, so the list is joined to the line that leads into it.
 */
export function withListsOfParties(blocks: readonly FormBlock[]): FormBlock[] {
  const joined: FormBlock[] = []
  for (let index = 0; index < blocks.length; index++) {
    const block = blocks[index]
    if (!block) break
    const parties = leadsToParties(block) ? partiesAfter(blocks, index) : []
    if (block.kind === 'row' || parties.length < 2) joined.push(block)
    else {
      joined.push({ kind: 'item', level: 1, ordered: false, text: `${block.text} ${parties.join(', ')}` })
      index += parties.length
    }
  }
  return joined
}

const leadsToParties = (block: FormBlock) =>
  (block.kind === 'paragraph' || block.kind === 'item') &&
  block.text.endsWith(':') &&
  isPromise(block.text) &&
  /\b(?:following|each of|with|these|meet|contact|visit|call|liaise|write to|brief|consult|groups)\b/i.test(block.text)

/** The items right after a lead-in, as long as each only names somebody. */
function partiesAfter(blocks: readonly FormBlock[], lead: number): string[] {
  const start = blocks[lead]
  const deeperThan = start?.kind === 'item' ? start.level : 0
  const rest = blocks.slice(lead + 1)
  const end = rest.findIndex((block) => block.kind !== 'item' || block.level <= deeperThan)
  const items = (end < 0 ? rest : rest.slice(0, end)).flatMap((block) => (block.kind === 'item' ? [block.text] : []))
  return items.every(isName) ? items : []
}

const isName = (text: string) =>
  text.split(' ').length <= 7 &&
  /^(?:the |our |all |each |every |local )*[A-Z]?[\w']+/.test(text) &&
  !isPromise(text) &&
  !isDeed(text)

const isDeed = (text: string) =>
  /^(?:to )?(?:hold|attend|meet|visit|publish|issue|send|post|run|host|engage|provide|contact|call|write|update|keep|maintain|review|support|offer|patrol|liaise|consult|brief|share|produce|deliver|carry|give|make|organise|report|put|take|work|listen|promote|ensure|use|increase|build|develop)\b|\w+ing\b(?! \w+ (?:group|team|school))/i.test(
    text,
  )
