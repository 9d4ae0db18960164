import type { FieldErrors, FormValues } from '#platform/form.ts'
import { errorsSaid, typed } from '#platform/form.ts'
import { dayAt } from '#platform/day.ts'
import { button, errorSummary, insetText, textarea } from '#platform/govuk.ts'
import { html, type Html } from '#platform/html.ts'
import { sayIn, type Say } from '#platform/language/say.ts'
import { pressPage, wordsPage } from '#platform/link-pages.ts'
import { page, type SiteChrome } from '#platform/page.ts'
import { daysAfterAnswer } from '#priorities/concern.ts'
import { outcomeInWords } from './answer-mail.ts'
import type { AddressHolder, LinkHolder } from './concerns-sent.sql.ts'

type Shown = {
  readonly site: SiteChrome
  readonly holder: LinkHolder
  readonly path: string
  readonly values: FormValues
  readonly errors: FieldErrors
}

/** What came of what somebody raised, and where they say that it is not fixed. */
export function myConcernPage({ site, holder, path, values, errors }: Shown): Html {
  const say = sayIn(site.language)
  const said = errorsSaid(errors, say)
  const { title, teamName, outcome, reportBack, saidNotFixed, expiresAt, timeZone } = holder
  const told =
    outcome === null || reportBack === null
      ? html`<p class="govuk-body">${say`We are working on it again.`}</p>`
      : html`<p class="govuk-body"><b>${say.word(outcomeInWords[outcome])}</b> ${say.own(reportBack)}</p>`
  const body = html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
${errorSummary(said, say)}
<span class="govuk-caption-l">${say`${teamName} neighbourhood policing team`}</span>
<h1 class="govuk-heading-l">${say`What came of it: ${say.own(title)}`}</h1>
${told}
<p class="govuk-body"><a class="govuk-link" href="/${holder.teamId}/priorities/${holder.priorityId}">${say`All that we did`}</a></p>
${saidNotFixed ? insetText(say`You told us that it is not fixed. An officer looks at it again.`) : notFixed(path, values, said, say)}
<p class="govuk-body-s">${say`This link works until ${say.day(dayAt(expiresAt, timeZone))}.`}</p>
</div></div>`
  return page({
    title: say.text`What came of it: ${title}`,
    body,
    site,
    mistaken: Object.keys(said).length > 0,
  })
}

const notFixed = (path: string, values: FormValues, errors: FieldErrors, say: Say): Html =>
  html`<h2 class="govuk-heading-m">${say`Is it not fixed?`}</h2>
${insetText(say`This is not for emergencies: call 999, or 101 otherwise.`)}
<form method="post" action="${path}" novalidate>
${textarea({ name: 'words', label: say`What is still wrong? (optional)`, hint: say`Up to 500 characters. Please name nobody.`, value: typed(values, 'words'), error: errors['words'], say, rows: 4 })}
${button(say`It is not fixed`, { kind: 'secondary' })}
</form>`

/** What they read who said so. */
export const notFixedPage = ({ site, holder }: Pick<Shown, 'site' | 'holder'>): Html => {
  const say = sayIn(site.language)
  return wordsPage(site, {
    title: say.text`Thank you, we look at it again`,
    words: [say`An officer of ${holder.teamName} sees that it is not fixed.`],
    onwards: { href: `/${holder.teamId}/priorities`, words: say`Our priorities` },
  })
}

type OfAddress = { readonly site: SiteChrome; readonly holder: AddressHolder }

/** Where somebody says yes to being told by mail. */
export const sayYesPage = ({ site, holder, path }: OfAddress & { readonly path: string }): Html => {
  const say = sayIn(site.language)
  return pressPage(site, {
    path,
    title: say.text`Do you want us to tell you what comes of it?`,
    words: say`We will write to you once ${holder.teamName} neighbourhood policing team has decided what to do about what you told it.`,
    press: say`Yes, tell me`,
  })
}

/** What they read who said yes. */
export const saidYesPage = ({ site, holder }: OfAddress): Html => {
  const say = sayIn(site.language)
  return wordsPage(site, {
    title: say.text`We will tell you`,
    words: [say`Your address is deleted ${daysAfterAnswer} days after our answer.`],
    onwards: { href: `/${holder.teamId}/you-said-we-did`, words: say`What others said, and what we did` },
  })
}

/** The same for a link that was guessed or is too old. */
export const deadConcernLinkPage = ({ site }: Pick<Shown, 'site'>): Html => {
  const say = sayIn(site.language)
  return wordsPage(site, {
    title: say.text`This link does not work any more`,
    words: [say`It may be too old. Tell your team again what is wrong: you find them by your postcode.`],
    onwards: { href: '/', words: say`Find your team` },
  })
}
