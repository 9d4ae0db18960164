import { createHash } from 'node:crypto'
import { html, Html } from '#platform/html.ts'

/** What a handler gives back: a page, or anything else as a `Reply`. */
export type Answer = Html | Reply

export type Reply = {
  readonly status: number
  readonly type: string
  readonly body: string | Buffer
  readonly headers?: Readonly<Record<string, string>>
  /** A new session's token, or null to end the session; absent leaves it as it is. */
  readonly session?: string | null
}

const pageType = 'text/html; charset=utf-8'

/** A page with another status than 200, such as a form shown again with its mistakes (422). */
export const shown = (page: Html, status: number): Reply => ({ status, type: pageType, body: page.text })

/** Leads on to another address of this site; 303, so that a form is not sent twice. */
export function redirect(to: string, status: 301 | 302 | 303 | 307 | 308 = 303): Reply {
  const body = html`<!doctype html><title>Moved</title>
    <p><a href="${to}">Continue</a></p>`.text
  return {
    status,
    type: pageType,
    body,
    headers: { location: new URL(to, 'http://here').href.replace(/^http:\/\/here/, '') },
  }
}

export const json = (value: unknown, status = 200): Reply => ({
  status,
  type: 'application/json; charset=utf-8',
  body: JSON.stringify(value),
})

export const text = (body: string, status = 200, type = 'text/plain; charset=utf-8'): Reply => ({ status, type, body })

export type CsvCell = string | number | boolean | null | undefined

/** A table for a spreadsheet: UTF-8 with its mark, and no cell that a spreadsheet would run as a formula. */
export function csv(filename: string, rows: readonly (readonly CsvCell[])[]): Reply {
  const body = '\ufeff' + rows.map((row) => row.map(csvCell).join(',')).join('\r\n') + '\r\n'
  return file(body, { type: 'text/csv; charset=utf-8', filename })
}

type FileKind = { readonly type: string; readonly filename: string; readonly inline?: boolean }

/** Bytes to keep, or to open in place where `inline`. */
export function file(body: string | Buffer, { type, filename, inline = false }: FileKind): Reply {
  const plain = filename.replace(/[^\w. -]/g, '_')
  const named = `filename="${plain}"; filename*=UTF-8''${encodeURIComponent(filename).replace(/['()*]/g, percent)}`
  return {
    status: 200,
    type,
    body,
    headers: { 'content-disposition': `${inline ? 'inline' : 'attachment'}; ${named}` },
  }
}

/** The same answer with a further header. */
export const withHeader = (answer: Answer, name: string, value: string): Reply => {
  const reply = asReply(answer)
  return { ...reply, headers: { ...reply.headers, [name.toLowerCase()]: value } }
}

/** The same answer, which also begins a session with this token, or ends it where the token is null. */
export const withSession = (answer: Answer, session: string | null): Reply => ({ ...asReply(answer), session })

export const asReply = (answer: Answer): Reply => (answer instanceof Html ? shown(answer, 200) : answer)

/** Names the bytes of an answer, and what goes with them. The tag is weak: the packed and the unpacked answer share it. */
export const entityTag = (body: string | Buffer, beside = ''): string =>
  `W/"${createHash('sha256').update(beside).update(body).digest('base64url').slice(0, 27)}"`

/** Whether an `If-None-Match` header names this tag. */
export const matches = (header: string | undefined, tag: string): boolean =>
  header !== undefined &&
  (header === tag || header.split(',').some((one) => bare(one) === bare(tag) || one.trim() === '*'))

const bare = (tag: string) => tag.trim().replace(/^W\//, '')

function csvCell(cell: CsvCell): string {
  if (cell === null || cell === undefined) return ''
  if (typeof cell !== 'string') return String(cell)
  const harmless = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless
}

const percent = (letter: string) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`
