import type { Mail } from '#platform/mail/mail.ts'
import { daysAfterAnswer } from '#priorities/concern.ts'
import type { Outcome } from '#priorities/priority.ts'

type To = {
  readonly to: string
  readonly concernId: string
  readonly teamName: string
  readonly teamId: string
  /** The whole address of the site, without a slash at its end. */
  readonly site: string
}

/** What somebody is told whose concern became no priority. */
export const answerMail = ({
  to,
  concernId,
  teamName,
  teamId,
  site,
  words,
}: To & { readonly words: string }): Mail => ({
  to,
  about: `concern/${concernId}`,
  subject: `What ${teamName} police say to what you told us`,
  text: `You told us what matters to you. This is our answer:

${words}

What we do about the priorities of your area: ${site}/${teamId}/you-said-we-did

${ending(teamName)}`,
})

type Reported = To & {
  readonly title: string
  readonly outcome: Outcome
  readonly words: string
  readonly priorityId: string
  readonly token: string
}

export const outcomeInWords: Readonly<Record<Outcome, string>> = {
  done: 'It is done.',
  partly: 'It is partly done.',
  'could not': 'We could not do it.',
  'still trying': 'We are still trying.',
}

/** What those who raised it are told of the outcome, with the link by which they say that it is not fixed. */
export const reportMail = (told: Reported): Mail => ({
  to: told.to,
  about: `concern/${told.concernId}`,
  subject: `What came of what you told ${told.teamName} police`,
  text: `You told us what matters to you. It led to this priority: ${told.title}

${outcomeInWords[told.outcome]} ${told.words}

All that we did: ${told.site}/${told.teamId}/priorities/${told.priorityId}

Is it not fixed? Tell us within ${daysAfterAnswer} days:
${told.site}/my-concern/${told.token}

${ending(told.teamName)}`,
})

const ending = (teamName: string): string => `${teamName} neighbourhood policing team

Nobody reads answers to this mail. Call 999 in an emergency, 101 otherwise.
Your address is deleted ${daysAfterAnswer} days after this mail.`
