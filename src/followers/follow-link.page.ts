import { button } from '#platform/govuk.ts'
import { html, type Html } from '#platform/html.ts'
import { page, type SiteChrome } from '#platform/page.ts'

type Team = { readonly teamId: string; readonly teamName: string }
type Shown = { readonly site: SiteChrome }
type OfTeam = Shown & { readonly team: Team; readonly path: string }

/** What everybody reads who asked to be told, whether or not their address was known. */
export const askedPage = ({ site }: Shown): Html =>
  wordsPage(site, 'Now look at your mail', [
    'We have sent you a mail with a link. Open it within seven days and say yes: before that we tell you nothing.',
    'If it has not come after a few minutes, look among unwanted mail, or ask again and check the address.',
  ])

/** A button, since programs that look through mail open each link in it. */
export const confirmPage = ({ site, team, path }: OfTeam): Html =>
  pressPage(site, path, {
    title: 'Do you want us to tell you?',
    words: `We will write to you when a date of ${team.teamName} neighbourhood policing team that you follow is moved or cancelled.`,
    press: 'Yes, tell me',
  })

export const confirmedPage = ({ site, team }: Shown & { readonly team: Team }): Html =>
  wordsPage(site, 'We will tell you', ['Each mail has a link by which you can stop them.'], team)

export const leavePage = ({ site, team, path }: OfTeam): Html =>
  pressPage(site, path, {
    title: 'Do you want to stop this mail?',
    words: `We will tell you of no more changes by ${team.teamName} neighbourhood policing team, and delete your address.`,
    press: 'Yes, stop it',
  })

export const leftPage = ({ site, team }: Shown & { readonly team: Team }): Html =>
  wordsPage(site, 'We will write no more', ['Your address is deleted.'], team)

/** The same for a link that was guessed, used up or is too old. */
export const deadLinkPage = ({ site }: Shown): Html =>
  wordsPage(site, 'This link does not work any more', [
    'It may be too old, or you may have stopped the mail already; then there is nothing more to do.',
    'If mail still comes, use the link in the newest one. To be told of changes, ask again on the page of the event.',
  ])

type Press = { readonly title: string; readonly words: string; readonly press: string }

const pressPage = (site: SiteChrome, path: string, { title, words, press }: Press): Html =>
  framed(
    site,
    title,
    html`<p class="govuk-body">${words}</p>
<form method="post" action="${path}">
${button(press)}
</form>`,
  )

function wordsPage(site: SiteChrome, title: string, words: readonly string[], team?: Team): Html {
  const [href, onwards] = team
    ? [`/${team.teamId}/events`, `Where you can talk to ${team.teamName}`]
    : ['/', 'Find your team']
  return framed(
    site,
    title,
    html`${words.map((line) => html`<p class="govuk-body">${line}</p>\n`)}<p class="govuk-body"><a class="govuk-link" href="${href}">${onwards}</a></p>`,
  )
}

const framed = (site: SiteChrome, title: string, inside: Html): Html =>
  page({
    title,
    site,
    body: html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-l">${title}</h1>
${inside}
</div></div>`,
  })
