import { inWords, type Day } from '#platform/day.ts'
import type { Mail } from '#platform/mail/mail.ts'
import type { Level } from './escalation.ts'

/** An overdue recommendation as a mail tells of it. */
export type Overdue = {
  readonly id: string
  readonly teamId: string
  readonly teamName: string
  readonly words: string
  readonly overdueSince: Day
  readonly level: Level
}

/** Recommendations that one mail lists; the others are counted. */
export const mostListed = 20

/** The mail to one person of what is overdue; it names nobody. */
export function overdueMail(
  to: { readonly personId: string; readonly email: string },
  overdue: readonly Overdue[],
  site: string,
): Mail {
  const lines = overdue.slice(0, mostListed).map((one) => lineOf(one, site))
  const further = overdue.length - lines.length
  return {
    to: to.email,
    about: `person/${to.personId}`,
    subject:
      overdue.length === 1
        ? 'A recommendation of the panel is overdue'
        : `${overdue.length} recommendations of the panel are overdue`,
    text: `The OPCC panel recommended this, and it is not answered or not done by its day:

${lines.join('\n\n')}
${further > 0 ? `\nAnd ${further} more.\n` : ''}
Answer it, say what shows that it is done, or ask the panel for more time. The public reads that it is overdue.
`,
  }
}

function lineOf({ id, teamId, teamName, words, overdueSince, level }: Overdue, site: string): string {
  const [force = ''] = teamId.split('/')
  const address = level === 'panel' ? `/desk/${force}/recommendations` : `/desk/${teamId}/recommendations`
  return `${teamName}: ${shortened(words)}\nOverdue since ${inWords(overdueSince)}\n${site}${address}#recommendation-${id}`
}

const shortened = (words: string): string => (words.length > 140 ? `${words.slice(0, 140).trimEnd()} …` : words)
