import type { Html } from '#platform/html.ts'
import { sayIn, type Say } from '#platform/language/say.ts'
import { pressPage, wordsPage } from '#platform/link-pages.ts'
import type { SiteChrome } from '#platform/page.ts'

type Team = { readonly teamId: string; readonly teamName: string }
type Shown = { readonly site: SiteChrome }
type OfTeam = Shown & { readonly team: Team; readonly path: string }

/** What everybody reads who asked to be told, whether or not their address was known. */
export const askedPage = ({ site }: Shown): Html => {
  const say = sayIn(site.language)
  return wordsPage(site, {
    title: say.text`Now look at your mail`,
    words: [
      say`We have sent you a mail with a link. Open it within seven days and say yes: before that we tell you nothing.`,
      say`If it has not come after a few minutes, look among unwanted mail, or ask again and check the address.`,
    ],
    onwards: onwardsTo(undefined, say),
  })
}

/** Where they say yes. */
export const confirmPage = ({ site, team, path }: OfTeam): Html => {
  const say = sayIn(site.language)
  return pressPage(site, {
    path,
    title: say.text`Do you want us to tell you?`,
    words: say`We will write to you when a date of ${team.teamName} neighbourhood policing team that you follow is moved or cancelled.`,
    press: say`Yes, tell me`,
  })
}

export const confirmedPage = ({ site, team }: Shown & { readonly team: Team }): Html => {
  const say = sayIn(site.language)
  return wordsPage(site, {
    title: say.text`We will tell you`,
    words: [say`Each mail has a link by which you can stop them.`],
    onwards: onwardsTo(team, say),
  })
}

export const leavePage = ({ site, team, path }: OfTeam): Html => {
  const say = sayIn(site.language)
  return pressPage(site, {
    path,
    title: say.text`Do you want to stop this mail?`,
    words: say`We will tell you of no more changes by ${team.teamName} neighbourhood policing team, and delete your address.`,
    press: say`Yes, stop it`,
  })
}

export const leftPage = ({ site, team }: Shown & { readonly team: Team }): Html => {
  const say = sayIn(site.language)
  return wordsPage(site, {
    title: say.text`We will write no more`,
    words: [say`Your address is deleted.`],
    onwards: onwardsTo(team, say),
  })
}

/** The same for a link that was guessed, used up or is too old. */
export const deadLinkPage = ({ site }: Shown): Html => {
  const say = sayIn(site.language)
  return wordsPage(site, {
    title: say.text`This link does not work any more`,
    words: [
      say`It may be too old, or you may have stopped the mail already; then there is nothing more to do.`,
      say`If mail still comes, use the link in the newest one. To be told of changes, ask again on the page of the event.`,
    ],
    onwards: onwardsTo(undefined, say),
  })
}

const onwardsTo = (team: Team | undefined, say: Say) =>
  team === undefined
    ? { href: '/', words: say`Find your team` }
    : { href: `/${team.teamId}/events`, words: say`Where you can talk to ${team.teamName}` }
