import { Html } from '#platform/html.ts'
import { isLanguage } from '#platform/language/language.ts'
import type { Run } from './document.ts'

/**
 * What a page says, as it stands on paper: its words with their weight and language, without its links. Signs that no printer
 * has (control characters, halves of a letter) are left out. Throws a RangeError for markup that is more than words.
 */
export function runsOf(said: Html | string): Run[] {
  if (typeof said === 'string') return run(said, [])
  const around: Tag[] = []
  return [...said.text.matchAll(pieces)].flatMap(({ groups }) => {
    const { closes, name, rest = '', words } = groups as Piece
    if (words !== undefined) return run(decoded(words), around)
    if (closes === '/') around.pop()
    else if (name !== 'br') around.push(tagOf(name ?? '', rest))
    return name === 'br' ? run(' ', []) : []
  })
}

type Piece = { readonly closes?: string; readonly name?: string; readonly rest?: string; readonly words?: string }
const pieces = /<(?<closes>\/?)(?<name>\w+)(?<rest>[^>]*)>|(?<words>[^<]+)/g

/** What a mark makes of the words in it. */
type Tag = Pick<Run, 'strong' | 'language'>

function tagOf(name: string, rest: string): Tag {
  if (name === 'strong') return { strong: true }
  const language = / lang="(\w+)"/.exec(rest)?.[1] ?? ''
  if (name === 'span' && isLanguage(language)) return { language }
  if (name === 'a' || name === 'em') return {}
  throw new RangeError(`<${name}> is more than words`)
}

function run(words: string, around: readonly Tag[]): Run[] {
  const printed = printable(words)
  return printed === '' ? [] : [Object.assign({ words: printed }, ...around)]
}

/** Text that XML and a printer take: well-formed, and a blank for each row of white space or control characters. */
export const printable = (words: string): string =>
  words
    .toWellFormed()
    .replaceAll(/[\u2066-\u2069\ufffe\uffff]/g, '')
    .replaceAll(/[\p{Cc}\u2028\u2029 ]+/gu, ' ')

const decoded = (words: string): string =>
  words.replaceAll(/&(amp|lt|gt|quot|#39);/g, (_, name) => entities[name] ?? '')

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" }
