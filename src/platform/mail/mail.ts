import { withoutPersonalData } from '#platform/log.ts'

/** A mail as a verb writes it: plain words always, so that every reader and every screen can show it. */
export type Mail = {
  readonly to: string
  readonly subject: string
  readonly text: string
  readonly html?: string
  readonly replyTo?: string
  /** The whole address at which one press stops such mail (RFC 8058). */
  readonly leaveAt?: string
  /** The thing it tells of, as `follower/0b1…`; ids only, never a name. */
  readonly about: string
  /** Not before this; at once where nothing is said. */
  readonly sendAfter?: Date
  /** It asks the owner of an address that somebody typed whether they want any mail at all. */
  readonly asksFirst?: true
}

/** A mail that waits in the outbox and is due. */
export type DueMail = {
  readonly id: string
  readonly to: string
  readonly subject: string
  readonly text: string
  readonly html: string | null
  readonly replyTo: string | null
  readonly leaveAt: string | null
  readonly attempts: number
  readonly writtenAt: Date
}

/** One plain address as the mail standards allow it without quotes, so that nothing else can hide in it. */
export const isAddress = (text: string): boolean =>
  text.length <= 254 &&
  /^[!#-'*+./0-9=?A-Z^-~-]{1,64}@([0-9a-z]([0-9a-z-]*[0-9a-z])?\.)+[a-z][0-9a-z-]*[0-9a-z]$/i.test(text)

/** `police@example.org`, or `West Dorset police <police@example.org>`; null where it is neither. */
export function parseSender(text: string): { readonly name: string; readonly address: string } | null {
  const [, name = '', bracketed] = /^([^<>"\p{Cc}]*)<([^<>]*)>$/u.exec(text.trim()) ?? []
  const address = bracketed ?? text.trim()
  return isAddress(address) ? { name: name.trim(), address } : null
}

/** A subject on one line: a line end in it would begin a header of somebody else's making. */
export const oneLine = (subject: string): string =>
  subject
    .replaceAll(/[\s\p{Cc}\u2028\u2029]+/gu, ' ')
    .trim()
    .slice(0, 200)

/** The same each time the mail is sent, so that a receiver can drop what it has already; without the angle brackets. */
export const messageIdOf = (id: string, sender: string): string => `${id}@${sender.slice(sender.lastIndexOf('@') + 1)}`

/** Why a mail did not go: the address or text is refused, this mail must wait, or no mail goes at all just now. */
export type MailFault = { readonly kind: 'refused' | 'wait' | 'unreachable'; readonly words: string }

/** What a mail server's answer means; the words are without addresses. */
export function faultOf(error: unknown): MailFault {
  const told = (name: string): unknown => (error instanceof Error ? Reflect.get(error, name) : undefined)
  const [status, command] = [Number(told('responseCode') ?? 0), told('command')]
  const words = withoutPersonalData(error instanceof Error ? error.message : String(error))
  const isOfThisMail = command === 'RCPT TO' || command === 'DATA'
  if (isOfThisMail && status >= 500) return { kind: 'refused', words }
  if (status >= 400 && status < 500 && command !== 'CONN') return { kind: 'wait', words }
  return { kind: 'unreachable', words }
}

const minute = 60_000
const gaps = [1, 5, 15, 60, 180, 360].map((minutes) => minutes * minute)

/** Milliseconds until a mail is tried again; a server that cannot be reached is asked more often than one that says wait. */
export function gapAfter(attempts: number, kind: MailFault['kind']): number {
  const gap = gaps[Math.min(attempts, gaps.length) - 1] ?? minute
  return kind === 'unreachable' ? Math.min(gap, 5 * minute) : gap
}

/** A mail that a server has put off for four days is given up, as mail servers do among themselves. */
export const longestWait = 4 * 24 * 60 * minute

/** Addresses are forgotten so long after a mail was sent, given up, or never went. */
export const addressesKept = 30 * 24 * 60 * minute
