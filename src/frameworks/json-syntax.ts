import { createScanner, printParseErrorCode, type ParseErrorCode } from 'jsonc-parser'

const deepest = 64

/** Where brackets lie deeper in each other than any framework needs, or null: a reader that recurses would fall over. */
export function tooDeepAt(text: string): number | null {
  const scanner = createScanner(text, true)
  let depth = 0
  for (let token = scanner.scan(); token !== endOfFile; token = scanner.scan()) {
    if (opening.has(token)) depth++
    if (closing.has(token)) depth--
    if (depth > deepest) return scanner.getTokenOffset()
  }
  return null
}

/** `SyntaxKind` of jsonc-parser, which is a const enum and so has no names at run time. */
const opening = new Set([1, 3])
const closing = new Set([2, 4])
const endOfFile = 17

/** What the parser found, as a person would say it. */
export const syntaxInWords = (code: ParseErrorCode): string => syntax[printParseErrorCode(code)] ?? 'this is not JSON'

const syntax: Readonly<Record<string, string>> = {
  InvalidSymbol: 'this word is not JSON: text stands in double quotes',
  InvalidNumberFormat: 'this is not a number as JSON writes them',
  PropertyNameExpected: 'a name in double quotes is expected here; is there a comma too many before it?',
  ValueExpected: 'a value is expected here; is there a comma too many before it?',
  ColonExpected: 'a colon is expected here',
  CommaExpected: 'a comma is expected here',
  CloseBraceExpected: 'a closing brace } is missing',
  CloseBracketExpected: 'a closing bracket ] is missing',
  EndOfFileExpected: 'the file should end here',
  InvalidCommentToken: 'a framework file has no comments',
  UnexpectedEndOfComment: 'a framework file has no comments',
  UnexpectedEndOfString: 'a text is not closed with a double quote',
  UnexpectedEndOfNumber: 'this number is not finished',
  InvalidUnicode: 'this \\u escape is not four hexadecimal digits',
  InvalidEscapeCharacter: 'this escape does not exist in JSON',
  InvalidCharacter: 'this character must be written as an escape',
}
