import { inWords, type Day } from '#platform/day.ts'
import type { Mail } from '#platform/mail/mail.ts'
import { networkOf } from '../keeper-at.ts'

/** A relationship that falls due soon, and who keeps it up. */
export type DueSoon = {
  readonly id: string
  readonly teamId: string
  readonly dueOn: Day
  readonly ownerId: string
  readonly email: string
  /** The organisation or post; null for a key individual, of whom a mail says nothing. */
  readonly with: string | null
}

/** Relationships that one mail lists; the others are counted, and the desk shows them all. */
export const mostListed = 20

/** The mail to one owner of what falls due; it names no person, and of key individuals it says the day alone. */
export function dueMail(due: readonly [DueSoon, ...DueSoon[]], site: string): Mail {
  const [{ ownerId, email, teamId }] = due
  const further = due.length - mostListed
  const lines = due.slice(0, mostListed).map((one) => lineOf(one, site))
  return {
    to: email,
    about: `person/${ownerId}`,
    subject: due.length === 1 ? 'Somebody to keep in touch with soon' : `${due.length} to keep in touch with soon`,
    text: `These fall due by what was agreed:

${lines.join('\n\n')}
${further > 0 ? `\nAnd ${further} more. See them all at your desk:\n${site}${networkOf(teamId)}\n` : ''}
Once a contact is logged, the next day to keep in touch by follows from it.
`,
  }
}

const lineOf = ({ id, teamId, dueOn, with: label }: DueSoon, site: string): string =>
  `${inWords(dueOn)}: ${label ?? 'a key individual'}\n${site}${networkOf(teamId)}/relationships/${id}`
