import { capitalised } from '#platform/capitalised.ts'
import { addressIn, type Language } from '#platform/language/language.ts'
import { sayIn, type Say } from '#platform/language/say.ts'
import { notHere } from '#platform/mail/ask-first.ts'
import type { Mail } from '#platform/mail/mail.ts'
import { daysAfterAnswer } from '#priorities/concern.ts'
import type { Outcome } from '#priorities/priority.ts'

/** Where mails lead: the team's name, and the whole address of the site without a slash at its end. */
export type Telling = { readonly teamName: string; readonly site: string }

type To = Telling & {
  readonly to: string
  /** In the language in which they told us. */
  readonly language: Language
  readonly concernId: string
  readonly teamId: string
}

/** What somebody is told whose concern became no priority. */
export function answerMail(told: To & { readonly words: string }): Mail {
  const { to, language, concernId, teamName, teamId, site, words } = told
  const say = sayIn(language)
  const done = `${site}${addressIn(language, `/${teamId}/you-said-we-did`)}`
  return {
    to,
    about: `concern/${concernId}`,
    subject: say.text`What ${teamName} police say to what you told us`,
    text: `${say.text`You told us what matters to you. This is our answer:`}

${words}

${say.text`What we do about the priorities of your area: ${done}`}

${ending(teamName, say)}`,
  }
}

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
export function reportMail(told: Reported): Mail {
  const say = sayIn(told.language)
  const at = (path: string) => `${told.site}${addressIn(told.language, path)}`
  return {
    to: told.to,
    about: `concern/${told.concernId}`,
    subject: say.text`What came of what you told ${told.teamName} police`,
    text: `${say.text`You told us what matters to you. It led to this priority: ${told.title}`}

${say.word(outcomeInWords[told.outcome])} ${told.words}

${say.text`All that we did: ${at(`/${told.teamId}/priorities/${told.priorityId}`)}`}

${say.text`Is it not fixed? Tell us within ${daysAfterAnswer} days:`}
${at(`/my-concern/${told.token}`)}

${ending(told.teamName, say)}`,
  }
}

const ending = (
  teamName: string,
  say: Say,
): string => `${capitalised(say.text`${teamName} neighbourhood policing team`)}

${say.word(notHere)}
${say.text`Your address is deleted ${daysAfterAnswer} days after this mail.`}`
