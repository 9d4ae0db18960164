import { inWords, type Day } from '#platform/day.ts'
import type { Mail } from '#platform/mail/mail.ts'

type Told = { readonly id: string; readonly teamId: string; readonly teamName: string; readonly answerBy: Day }

/** What a mail about a note says first; the note itself is read at the desk. */
const subjects = {
  written: 'A note of the commissioner’s office to your team',
  'asked again': 'The commissioner’s office asks again',
  answered: 'A team has answered your note',
  overdue: 'A note of the commissioner’s office is not answered',
} as const

/** The mail about a note, whose words stay at the desk: it is between the office and the team. */
export function noteMail(to: string, what: keyof typeof subjects, note: Told, site: string): Mail {
  const { id, teamId, teamName, answerBy } = note
  const when =
    what === 'answered'
      ? ''
      : `${what === 'overdue' ? 'It was to be answered' : 'Please answer it'} by ${inWords(answerBy)}.\n`
  return {
    to,
    about: `team-note/${id}`,
    subject: subjects[what],
    text: `${teamName}
${when}${site}/desk/${teamId}/notes/${id}
`,
  }
}
