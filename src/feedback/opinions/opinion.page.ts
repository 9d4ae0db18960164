import type { Team } from '#areas/area.ts'
import { backLink } from '#platform/govuk.ts'
import { html, type Html } from '#platform/html.ts'
import { sayIn, type Say } from '#platform/language/say.ts'
import type { SiteChrome } from '#platform/page.ts'
import { askedPage, notAskedPage, thankedPage } from '../asked.page.ts'
import type { Given } from '../given.ts'
import type { Of } from './opinion.ts'

/** What is asked about, with how people call it and where it is read. */
export type Matter = { readonly of: Of; readonly name: string; readonly path: string }

type About = { readonly site: SiteChrome; readonly team: Team; readonly matter: Matter }

/** Two questions and room for words about a part of the page or a priority, without an account. */
export function opinionPage({ site, team, matter, given }: About & { readonly given: Given }): Html {
  const say = sayIn(site.language)
  const isOfPage = matter.of.topic === 'web page'
  const [first, second] = isOfPage ? pageQuestions(say) : priorityQuestions(say)
  return askedPage({
    site,
    given,
    about: html`${team.name}: ${calledIn(matter, say)}`,
    heading: isOfPage ? say`What do you think of this page?` : say`What do you think of what we did?`,
    title: isOfPage
      ? say.text`What do you think of this page? – ${team.name}`
      : say.text`What do you think of what we did? – ${matter.name}`,
    intro: say`Three questions. We do not ask who you are, and nothing tells us. ${team.name} neighbourhood policing team reads what you say.`,
    action: formAddress(team.id, matter.of),
    questions: [
      { name: 'first', legend: first },
      { name: 'second', legend: second },
    ],
    wordsLabel: isOfPage
      ? say`What did you not find, or not understand? (optional)`
      : say`What should we do differently? (optional)`,
    before: backLink(matter.path, calledIn(matter, say), say),
  })
}

const pageQuestions = (say: Say) => [say`Did it help you to find what you came for?`, say`Is it clear?`] as const
const priorityQuestions = (say: Say) =>
  [say`Was it the right thing to work on?`, say`Was what we did worth it?`] as const

/** Where the form about something is given out and sent. */
export const formAddress = (teamId: string, of: Of): string =>
  of.topic === 'web page'
    ? `/${teamId}/page-feedback?about=${of.part}`
    : `/${teamId}/priorities/${of.priorityId}/feedback`

/** What somebody reads who has answered. */
export function thanksPage({ site, team, matter }: About): Html {
  const say = sayIn(site.language)
  return thankedPage({
    site,
    teamName: team.name,
    about: calledIn(matter, say),
    title: say.text`Thank you – ${matterText(matter, say)}`,
    way: html`<a class="govuk-link" href="${matter.path}">${say`Go back to what you read`}</a>`,
  })
}

/** Why nobody can say what they think of a priority now. */
export function closedPage({ site, team, matter, why }: About & { readonly why: string }): Html {
  const say = sayIn(site.language)
  return notAskedPage({
    site,
    why,
    about: calledIn(matter, say),
    title: say.text`Nobody is asked about this now – ${matterText(matter, say)}`,
    way: html`<a class="govuk-link" href="/${team.id}/priorities">${say`See the priorities of ${team.name}`}</a>`,
  })
}

/** Parts of the page have names in each language; a priority is called as its team called it. */
const calledIn = ({ of, name }: Matter, say: Say): Html =>
  of.topic === 'web page' ? html`${say.word(name)}` : say.own(name)
const matterText = ({ of, name }: Matter, say: Say): string => (of.topic === 'web page' ? say.word(name) : name)
