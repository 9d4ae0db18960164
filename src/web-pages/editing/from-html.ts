/** What became of a text that was pasted as HTML: restricted Markdown, and in words what was taken away. */
export type Unwrapped = { readonly words: string; readonly takenAway: readonly string[] }

/** Elements of which nothing is kept, not even what is inside. */
const dropped = [
  'script',
  'style',
  'template',
  'iframe',
  'object',
  'embed',
  'svg',
  'math',
  'xml',
  'head',
  'title',
  'noscript',
  'select',
  'textarea',
]

const blocks =
  /^(?:p|div|h[1-6]|ul|ol|table|tr|section|article|header|footer|blockquote|pre|address|dl|dt|dd|form|body|html)$/
const bold = /^(?:b|strong|h[1-6])$/

const looksLikeHtml =
  /<\/?(?:p|div|span|br|b|i|strong|em|a|ul|ol|li|h[1-6]|table|tr|td|font|html|head|body|img|script|style|iframe|svg|o:p|!--|meta|link|object|form|input)\b[^>]*>|<!--/i

/** Whether somebody pasted a page's source instead of its words, as happens with text out of Word. */
export const isHtml = (text: string): boolean => looksLikeHtml.test(text)

/**
 * The words of a text that was pasted as HTML, with its paragraphs, points, bold words and links; nothing of it is ever run
 * or shown as HTML. A text that is none comes back as it is.
 */
export function unwrapHtml(text: string): Unwrapped {
  if (!isHtml(text)) return { words: text, takenAway: [] }
  const taken = new Map<string, number>()
  const take = (what: string) => void taken.set(what, (taken.get(what) ?? 0) + 1)
  const words = written(tokensOf(withoutDropped(text, take)), take)
  return { words, takenAway: [...taken].map(([what, times]) => (times === 1 ? what : `${what} (${times} times)`)) }
}

type Take = (what: string) => void

/** Comments, declarations of Word and whole elements that hold no words. */
function withoutDropped(text: string, take: Take): string {
  const lessComments = text.replaceAll(/<!--[\s\S]*?(?:-->|$)|<!\[[^\]>]*\]>|<\?[^>]*>|<!doctype[^>]*>/gi, (found) => {
    take(/mso|\[(?:end)?if\b/i.test(found) ? 'instructions of Word' : 'a comment')
    return ''
  })
  return dropped.reduce(
    (rest, name) =>
      rest.replaceAll(new RegExp(`<${name}\\b[^>]*>[\\s\\S]*?(?:</${name}\\s*>|$)`, 'gi'), () => {
        take(nameOf(name))
        return ' '
      }),
    lessComments,
  )
}

const nameOf = (element: string): string =>
  element === 'script' ? 'a script' : ['style', 'head', 'xml'].includes(element) ? 'styles' : `an element “${element}”`

type Token = { readonly is: 'text' | 'opens' | 'closes'; readonly text: string; readonly attributes: string }

/** Tags and what is between them; a `<` that begins no tag is a letter like any other. */
function tokensOf(text: string): Token[] {
  return [...text.matchAll(/<(\/?)([a-z][a-z0-9:]*)((?:"[^"<]*"|'[^'<]*'|[^<>"'])*)>|[^<]+|</gi)].map(
    ([whole, slash, name, attributes = '']) =>
      name === undefined
        ? { is: 'text', text: asText(whole), attributes: '' }
        : { is: slash === '/' ? 'closes' : 'opens', text: name.toLowerCase(), attributes },
  )
}

/** The text of the tokens, in the marks of restricted Markdown. */
function written(tokens: readonly Token[], take: Take): string {
  let words = ''
  let href: string | null = null
  for (const { is, text, attributes } of tokens) {
    if (is === 'text') words += text
    else if (text === 'br') words += '\n'
    else if (text === 'li') words += is === 'opens' ? '\n- ' : ''
    else if (text === 'td' || text === 'th') words += ' '
    else if (text === 'a') {
      if (is === 'opens') href = hrefIn(attributes, take)
      if (href !== null) words += is === 'opens' ? '[' : `](${href})`
      if (is === 'closes') href = null
    } else {
      if (blocks.test(text)) words += '\n\n'
      if (bold.test(text)) words += '**'
      if (is === 'opens' && !blocks.test(text) && !bold.test(text)) take(markTaken(text))
    }
    if (is === 'opens') takeAttributes(attributes, take)
  }
  return tidied(words)
}

/** Word writes marks with a colon; a span carries nothing but a style. */
const markTaken = (element: string): string =>
  element.includes(':')
    ? 'instructions of Word'
    : ['span', 'font', 'u', 'i', 'em'].includes(element)
      ? 'styles'
      : `a mark “${element}”`

function hrefIn(attributes: string, take: Take): string | null {
  const found = /\bhref\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+))/i.exec(attributes)
  const address = asText(found?.[1] ?? found?.[2] ?? found?.[3] ?? '').trim()
  if (/^(?:https?|mailto|tel):[^\s()]+$/i.test(address)) return address
  if (address !== '') take('a link that leads nowhere safe')
  return null
}

function takeAttributes(attributes: string, take: Take): void {
  if (/\bon[a-z]+\s*=/i.test(attributes)) take('a script')
  if (/\b(?:style|class)\s*=/i.test(attributes)) take('styles')
}

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  rsquo: '’',
  lsquo: '‘',
  ldquo: '“',
  rdquo: '”',
  ndash: '–',
  mdash: '—',
  hellip: '…',
  pound: '£',
  bull: '•',
}

/** Text as it is read: entities once, and lines where Word broke them joined. */
const asText = (text: string): string =>
  text
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/&(?:#x([\da-f]{1,6})|#(\d{1,7})|(\w{2,8}));/gi, (whole, hex, decimal, name) => {
      if (name !== undefined) return entities[String(name).toLowerCase()] ?? whole
      const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)
      return code === 160 ? ' ' : code > 31 && code < 0x11_0000 ? String.fromCodePoint(code).toWellFormed() : ''
    })

const tidied = (words: string): string =>
  words
    .replaceAll(/[^\S\n]+/g, ' ')
    .replaceAll(/ *\n */g, '\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .replaceAll(/(\[[^[\]\n]*)\n+(?=[^[\]]*\]\()/g, '$1 ')
    .replaceAll(/\*\*(\s*)\*\*/g, '$1')
    .replaceAll(/\n?\n- (?:\s*[·•§]\s+)?/g, '\n- ')
    .replaceAll(/^\s*[·•§]\s+/gm, '- ')
    .trim()
