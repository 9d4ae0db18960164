import { rhythmsIn, saysRegularly, type Rhythm } from './rhythm.ts'
import { sentencesOf } from './sentences.ts'

/** One promise within a text: the words it came from, and the part of them that is its own. */
export type Promised = {
  /** What the promise itself says, without what comes before it. */
  readonly text: string
  /** Exactly what stands in the document, explanations included. */
  readonly words: string
  /** What it goes on from, where it has no subject of its own: "They …", "and issue …". */
  readonly subjectFrom: string | null
}

const means =
  /\b(?:will|shall|'ll|aims? (?:to|is|are)|intend(?:s|ing)? to|commit(?:s|ted|ment)? (?:is )?to|pledge[sd]?|promises?|undertakes?|endeavour(?:s|ing)? to|strive|plans? to|going to|we want to|our (?:aim|target|goal|ambition|objective) is|is to be|are to be|must)\b/i
const does =
  /\b(?:we|team|officers|NPTs?|PCSOs?|sergeants?|inspectors?|supervision|volunteers|constables)(?: (?:also|generally|regularly|usually|all|each))? (?:hold|attend|meet|visit|publish|issue|send|post|run|host|work|engage|provide|contact|call|write|update|keep|maintain|review|support|offer|patrol|encourage|liaise|consult|brief|share)s?\b/i
const goesOnAbout =
  /^(?:this|these|those|it|they|them|results?|such|which|here|there|examples?|for example|e\.g\.|the (?:time|aim|purpose|intention|first|last|latter|former|result|meetings?|newsletter|session|updates?|focus)|in doing so|by doing)\b/i

/** Whether a sentence says that something will be done, or is done again and again. */
export const isPromise = (sentence: string): boolean =>
  means.test(sentence) ||
  does.test(sentence) ||
  rhythmsIn(sentence).length > 0 ||
  saysRegularly(sentence) ||
  hasFigure(sentence)

const hasFigure = (sentence: string) =>
  /\b\d+(?:\.\d+)? ?(?:%|per ?cent)|\bby (?:the end of )?(?:\d{1,2} )?[A-Z][a-z]+ 20\d\d/.test(sentence)

/**
 * The promises of a paragraph or item, each with its own words; what merely explains stays with the promise beside it.
 * A fragment ("Street corner meetings") counts as a promise where the list it stands in promises.
 */
export function promisesIn(text: string, isItem: boolean): Promised[] {
  const groups: { sentences: string[]; promises: boolean }[] = []
  for (const sentence of sentencesOf(text)) {
    const last = groups.at(-1)
    const fragment = isItem && groups.length === 0 && !isStatement(sentence)
    const promises = fragment || (isPromise(sentence) && !isExplanation(sentence))
    if (last && !promises) last.sentences.push(sentence)
    else if (last && promises && !last.promises)
      Object.assign(last, { sentences: [...last.sentences, sentence], promises })
    else groups.push({ sentences: [sentence], promises })
  }
  return groups.flatMap(({ sentences }, n) => parted(sentences, groups[n - 1]?.sentences.join(' ') ?? ''))
}

const isExplanation = (sentence: string) =>
  goesOnAbout.test(sentence) &&
  rhythmsIn(sentence).length === 0 &&
  !hasFigure(sentence) &&
  !(/^they\b/i.test(sentence) && saysRegularly(sentence))

/** A whole sentence about how things are, rather than a fragment of a list. */
const isStatement = (sentence: string) =>
  /\b(?:is|are|was|were|has|have|had) (?:also |already |now )?\w+/i.test(sentence.slice(0, 80)) &&
  !means.test(sentence) &&
  rhythmsIn(sentence).length === 0

/** Sentences that name two rhythms make two promises, each parted from the other where a new clause begins. */
function parted(sentences: readonly string[], before: string): Promised[] {
  const words = sentences.join(' ')
  const first = Math.max(
    0,
    sentences.findIndex((sentence) => isPromise(sentence) && !isExplanation(sentence)),
  )
  const text = sentences.slice(first).join(' ')
  const rhythmic = sentences.find((sentence) => rhythmsIn(sentence).length > 0) ?? ''
  const clauses = clausesOf(rhythmic)
  const earlier = /^(?:this|these|it|they)\b/i.test(text) ? [before, ...sentences.slice(0, first)].join(' ').trim() : ''
  if (clauses.length === 1) return [{ text, words, subjectFrom: earlier || null }]
  return clauses.map((clause, n) => ({ text: clause, words, subjectFrom: n === 0 ? earlier || null : rhythmic }))
}

const verb = String.raw`(?:hold|attend|meet|visit|publish|issue|send|post|run|host|engage|provide|contact|call|write|update|keep|maintain|review|support|offer|patrol|liaise|consult|brief|share|produce|circulate|deliver|carry|give|make|organise|complete|report|put|take|email|e-mail|telephone|ring|speak|talk|be|monitor|check|refresh|ensure|arrange|undertake|conduct)`
const opening = new RegExp(
  `^(?:to |will |also |then |we |they |she |he )*(?:${verb}\\b|(?:a|an|the|our|one|two|at least) |[A-Z]\\w+ (?:will|shall)\\b|\\w+ (?:\\w+ )?will\\b|with (?:a|an|the)\\b)`,
  'i',
)

function clausesOf(sentence: string): string[] {
  const rhythms = rhythmsIn(sentence)
  const [first, second] = rhythms
  if (!first || !second) return [sentence]
  const cut = cutBetween(sentence, first, second)
  if (cut === null) return [sentence]
  const rest = sentence.slice(cut.to).trim()
  const own = second.at - cut.to < 3 && opensBare(rest, second) ? `${sentence.slice(0, first.at)}${rest}` : rest
  return [sentence.slice(0, cut.from).trim(), ...clausesOf(own)]
}

/** "… and every two weeks in harvest" does again what the clause before it does. */
const opensBare = (rest: string, { words }: Rhythm) =>
  /^(?:every|each|once|twice|daily|weekly|monthly|quarterly|yearly|annually|fortnightly)\b/i.test(words) &&
  /^\S+(?: \S+){0,2} (?:on|in|at|for|during|to|through|via|with)\b/i.test(rest)

function cutBetween(sentence: string, first: Rhythm, second: Rhythm): { from: number; to: number } | null {
  const start = first.at + first.words.length
  const between = sentence.slice(start, second.at)
  const joints = [
    ...between.matchAll(/[;,]? (?:and|as well as|plus|while|whilst|along with|but)\b |; |, (?=with |while )/g),
  ]
  const from = (joint: RegExpExecArray) => sentence.slice(start + joint.index + joint[0].length)
  const strong = joints.filter((joint) => opening.test(from(joint)))
  const beside = joints.filter((joint) =>
    /^\s*(?:an?|the|our)?\s*$/.test(sentence.slice(start + joint.index + joint[0].length, second.at)),
  )
  const joint = beside.at(-1) ?? strong.at(-1) ?? (first.every === second.every ? undefined : joints.at(-1))
  const rest = joint && sentence.slice(start + joint.index + joint[0].length).trim()
  if (!joint || !rest || rest.split(' ').length < (beside.length > 0 ? 2 : 3)) return null
  return { from: start + joint.index, to: start + joint.index + joint[0].length }
}
