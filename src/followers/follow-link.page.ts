import { button } from '#platform/govuk.ts'
import { html, type Html } from '#platform/html.ts'
import { sayIn, type Say } from '#platform/language/say.ts'
import { page, type SiteChrome } from '#platform/page.ts'

type Team = { readonly teamId: string; readonly teamName: string }
type Shown = { readonly site: SiteChrome }
type OfTeam = Shown & { readonly team: Team; readonly path: string }

/** What everybody reads who asked to be told, whether or not their address was known. */
export const askedPage = ({ site }: Shown): Html => {
  const say = sayIn(site.language)
  return wordsPage(site, say.text`Now look at your mail`, [
    say`We have sent you a mail with a link. Open it within seven days and say yes: before that we tell you nothing.`,
    say`If it has not come after a few minutes, look among unwanted mail, or ask again and check the address.`,
  ])
}

/** A button, since programs that look through mail open each link in it. */
export const confirmPage = ({ site, team, path }: OfTeam): Html => {
  const say = sayIn(site.language)
  return pressPage(site, path, {
    title: say.text`Do you want us to tell you?`,
    words: say`We will write to you when a date of ${team.teamName} neighbourhood policing team that you follow is moved or cancelled.`,
    press: say`Yes, tell me`,
  })
}

export const confirmedPage = ({ site, team }: Shown & { readonly team: Team }): Html => {
  const say = sayIn(site.language)
  return wordsPage(site, say.text`We will tell you`, [say`Each mail has a link by which you can stop them.`], team)
}

export const leavePage = ({ site, team, path }: OfTeam): Html => {
  const say = sayIn(site.language)
  return pressPage(site, path, {
    title: say.text`Do you want to stop this mail?`,
    words: say`We will tell you of no more changes by ${team.teamName} neighbourhood policing team, and delete your address.`,
    press: say`Yes, stop it`,
  })
}

export const leftPage = ({ site, team }: Shown & { readonly team: Team }): Html => {
  const say = sayIn(site.language)
  return wordsPage(site, say.text`We will write no more`, [say`Your address is deleted.`], team)
}

/** The same for a link that was guessed, used up or is too old. */
export const deadLinkPage = ({ site }: Shown): Html => {
  const say = sayIn(site.language)
  return wordsPage(site, say.text`This link does not work any more`, [
    say`It may be too old, or you may have stopped the mail already; then there is nothing more to do.`,
    say`If mail still comes, use the link in the newest one. To be told of changes, ask again on the page of the event.`,
  ])
}

type Press = { readonly title: string; readonly words: Html; readonly press: Html }

const pressPage = (site: SiteChrome, path: string, { title, words, press }: Press): Html =>
  framed(
    site,
    title,
    html`<p class="govuk-body">${words}</p>
<form method="post" action="${path}">
${button(press)}
</form>`,
  )

function wordsPage(site: SiteChrome, title: string, words: readonly Html[], team?: Team): Html {
  const onwards = onwardsTo(team, sayIn(site.language))
  return framed(
    site,
    title,
    html`${words.map((line) => html`<p class="govuk-body">${line}</p>\n`)}<p class="govuk-body">${onwards}</p>`,
  )
}

const onwardsTo = (team: Team | undefined, say: Say): Html =>
  team === undefined
    ? html`<a class="govuk-link" href="/">${say`Find your team`}</a>`
    : html`<a class="govuk-link" href="/${team.teamId}/events">${say`Where you can talk to ${team.teamName}`}</a>`

const framed = (site: SiteChrome, title: string, inside: Html): Html =>
  page({
    title,
    site,
    body: html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-l">${title}</h1>
${inside}
</div></div>`,
  })
