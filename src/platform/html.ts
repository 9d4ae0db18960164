/** What a template may hold: text is escaped, `Html` is not, and nothing at all is shown for null, undefined and false. */
export type Renderable = Html | string | number | bigint | null | undefined | false | readonly Renderable[]

/** Markup that is safe to send; only `html` and `raw` make it. */
export class Html {
  readonly text: string

  constructor(text: string) {
    this.text = text
  }

  toString(): string {
    return this.text
  }
}

/** A template whose every value is escaped; always quote attributes, since a space would end an unquoted one. */
export function html(parts: readonly string[], ...values: readonly Renderable[]): Html {
  let text = parts[0] ?? ''
  for (let index = 0; index < values.length; index++) text += render(values[index]) + parts[index + 1]
  return new Html(text)
}

/** Markup that we trust because the program itself wrote it; never give it anything a visitor typed. */
export const raw = (text: string): Html => new Html(text)

export const nothing: Html = new Html('')

/** Pieces one after another, with another piece between them. */
export function joined(pieces: readonly Renderable[], between: Renderable = ''): Html {
  return new Html(pieces.map(render).join(render(between)))
}

/** Text made safe for an element or a quoted attribute. */
export function escaped(text: string): string {
  let from = special(text, 0)
  if (from === text.length) return text
  let safe = ''
  let done = 0
  for (; from < text.length; from = special(text, done)) {
    safe += text.slice(done, from) + entityOf(text.charCodeAt(from))
    done = from + 1
  }
  return safe + text.slice(done)
}

function render(value: Renderable): string {
  if (typeof value === 'string') return escaped(value)
  if (value instanceof Html) return value.text
  if (typeof value === 'number' || typeof value === 'bigint') return String(value)
  if (value === null || value === undefined || value === false) return ''
  if (!Array.isArray(value)) return escaped(String(value))
  let text = ''
  for (const one of value) text += render(one)
  return text
}

const specials = /[&<>"']/g

function special(text: string, from: number): number {
  specials.lastIndex = from
  return specials.test(text) ? specials.lastIndex - 1 : text.length
}

function entityOf(code: number): string {
  if (code === 38) return '&amp;'
  if (code === 60) return '&lt;'
  if (code === 62) return '&gt;'
  return code === 34 ? '&quot;' : '&#39;'
}
