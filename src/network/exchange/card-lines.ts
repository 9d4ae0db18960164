import { fault, type Fault } from '#evidence-import/fault.ts'

/** One line of a card: `TEL;TYPE=work:01305 222222`, its name and parameters in capitals. */
export type CardLine = {
  readonly line: number
  readonly name: string
  /** Each begins with a semicolon. */
  readonly params: string
  readonly value: string
}

/** The lines of a vCard file, unfolded: a line that begins with a space or tab belongs to the one before. */
export function* cardLines(text: string): Generator<CardLine | { readonly fault: Fault }> {
  let held: { line: number; words: string } | null = null
  let number = 0
  for (const { 0: written } of text.matchAll(/[^\r\n]*(\r\n|\n|\r|$)/g)) {
    number++
    const words = written.replace(/[\r\n]+$/, '')
    if (held && /^[ \t]/.test(words)) held.words += words.slice(1)
    else {
      if (held && held.words.trim() !== '') yield lineOf(held.line, held.words)
      held = { line: number, words }
    }
  }
  if (held && held.words.trim() !== '') yield lineOf(held.line, held.words)
}

function lineOf(line: number, words: string): CardLine | { readonly fault: Fault } {
  const colon = colonOf(words)
  if (colon < 0) return { fault: fault(line, 'is no line of a vCard: it has no colon') }
  const [property = '', ...params] = words.slice(0, colon).toUpperCase().split(';')
  const name = property.slice(property.lastIndexOf('.') + 1)
  return { line, name, params: params.map((param) => `;${param}`).join(''), value: words.slice(colon + 1) }
}

/** The first colon outside quotation marks, which may stand around a parameter. */
function colonOf(words: string): number {
  let quoted = false
  for (let at = 0; at < words.length; at++) {
    if (words[at] === '"') quoted = !quoted
    else if (words[at] === ':' && !quoted) return at
  }
  return -1
}

/** The parts of a value, parted by what is not escaped by a backslash; all in one where nothing parts it. */
export function partsOfValue(value: string, parting: ';' | ',' | null): string[] {
  const parts = ['']
  const add = (words: string) => parts.push((parts.pop() ?? '') + words)
  for (let at = 0; at < value.length; at++) {
    const letter = value[at] ?? ''
    if (letter === '\\') {
      at++
      add(/n/i.test(value[at] ?? '') ? '\n' : (value[at] ?? ''))
    } else if (letter === parting) parts.push('')
    else add(letter)
  }
  return parts.map((part) => part.trim())
}
