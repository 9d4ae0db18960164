import { errorsSaid, typed, type FieldErrors, type FormValues } from '#platform/form.ts'
import {
  backLink,
  button,
  buttonLink,
  errorSummary,
  input,
  insetText,
  notificationBanner,
  radios,
  select,
  textarea,
} from '#platform/govuk.ts'
import { html, joined, type Html } from '#platform/html.ts'
import { sayIn, type Say } from '#platform/language/say.ts'
import { page, type SiteChrome } from '#platform/page.ts'
import { capitalised } from '#platform/capitalised.ts'
import { waysToReach } from '../key-individual.ts'
import { levelInWords, levels } from '../relationship.ts'
import type { RecordHeld, RelationshipHeld } from './record-held.ts'
import { recordSections } from './record-sections.page.ts'

/** What each page of somebody's own record needs; `path` is the address of the record, with its token. */
export type OwnShown = {
  readonly site: SiteChrome
  readonly path: string
  readonly teamName: string
  readonly timeZone: string
  readonly record: RecordHeld
}
type FormShown = OwnShown & { readonly values: FormValues; readonly errors: FieldErrors }

/** All that is held about whoever follows the link, and what they may do about it. */
export function ownRecordPage(shown: OwnShown & { readonly saved: string | null }): Html {
  const { site, path, teamName, timeZone, record, saved } = shown
  const say = sayIn(site.language)
  const { objectedOn, leftOn } = record.person
  const leads = { howOften: (id: string) => `${path}/how-often?with=${id}` }
  return framed(
    shown,
    say.text`What is held about you`,
    html`${saved !== null && notificationBanner(say.told(saved), { success: true, title: say.text`Success` })}
<h1 class="govuk-heading-l">${say`What is held about you`}</h1>
<p class="govuk-body-l">${say`By ${teamName} neighbourhood policing team, to keep in touch with you. It is never joined with records of crime.`}</p>
<p class="govuk-body">${say`Only whoever has this link sees this page. Do not pass it on.`}</p>
<div class="network-add">${buttonLink(say`Correct it`, `${path}/correct`)}
${objectedOn === null && buttonLink(say`Object`, `${path}/object`, { kind: 'secondary' })}
${buttonLink(leftOn === null ? say`Leave` : say`Have it erased`, `${path}/leave`, { kind: 'secondary' })}</div>
${recordSections(record, { timeZone, say, leads })}
<h2 class="govuk-heading-m">${say`Take a copy with you`}</h2>
<ul class="govuk-list">
<li><a class="govuk-link" href="${path}/everything.html">${say`Everything, to read (HTML)`}</a></li>
<li><a class="govuk-link" href="${path}/everything.json">${say`Everything, for programs (JSON)`}</a></li>
<li><a class="govuk-link" href="${path}/contacts.csv">${say`What passed between us, as a table (CSV)`}</a></li>
</ul>
<p class="govuk-body">${say`If you are not content with how we hold this, you may complain to the ${commissioner(say)}.`}</p>`,
  )
}

const commissioner = (say: Say): Html =>
  html`<a class="govuk-link" href="https://ico.org.uk/make-a-complaint/">${say`Information Commissioner’s Office`}</a>`

export function correctPage(shown: FormShown): Html {
  const { site, values, path } = shown
  const say = sayIn(site.language)
  const errors = errorsSaid(shown.errors, say)
  const field = (name: string) => ({ name, value: typed(values, name), error: errors[name], say, size: 's' as const })
  const form = html`<form class="desk-form" method="post" action="${path}/correct" novalidate>
${joined([
  input({ ...field('name'), label: say`Your name`, autocomplete: 'name' }),
  input({ ...field('email'), label: say`E-mail address (optional)`, type: 'email', autocomplete: 'email' }),
  input({ ...field('telephone'), label: say`Telephone (optional)`, type: 'tel', width: '20', autocomplete: 'tel' }),
  textarea({ ...field('address'), label: say`Address (optional)`, rows: 3 }),
  select({
    ...field('reachBy'),
    label: say`How do you like to be reached?`,
    choices: [
      { value: '', words: say.text`I have no wish` },
      ...waysToReach.map((value) => ({ value, words: capitalised(say.word(value)) })),
    ],
  }),
  input({
    ...field('languages'),
    label: say`Languages (optional)`,
    hint: say`Those in which you like to talk, with commas between them.`,
  }),
])}
${button(say`Save`)}
</form>`
  return formPage(
    shown,
    say.text`Correct what is held about you`,
    [
      say`It changes at once, and whoever keeps in touch with you is told. For anything else, tell them when you next speak.`,
    ],
    form,
  )
}

export function howOftenPage(shown: FormShown & { readonly relationship: RelationshipHeld }): Html {
  const { site, values, path, relationship } = shown
  const say = sayIn(site.language)
  const errors = errorsSaid(shown.errors, say)
  const form = html`<form class="desk-form" method="post" action="${path}/how-often" novalidate>
<input type="hidden" name="with" value="${relationship.id}">
${radios({
  name: 'every',
  legend: say`How often do you want to hear from us?`,
  choices: levels.map((value) => ({ value, words: capitalised(say.word(levelInWords(value))) })),
  value: typed(values, 'every'),
  error: errors['every'],
  say,
  size: 's',
})}
${button(say`Agree`)}
</form>`
  return formPage(shown, say.text`Change how often we are in touch`, [say.own(relationship.with)], form)
}

export const objectPage = (shown: OwnShown): Html => {
  const say = sayIn(shown.site.language)
  return formPage(
    shown,
    say.text`Do you object to our holding this?`,
    [
      say`We then look at once whether we have a reason that outweighs yours, and else erase it. You hear from us within a month.`,
      say`To stop us at once, choose to leave and have it erased instead.`,
    ],
    html`<form method="post" action="${shown.path}/object">
${button(say`Yes, I object`)}
</form>`,
  )
}

export function leavePage(shown: FormShown): Html {
  const { site, values, path, record } = shown
  const say = sayIn(site.language)
  const errors = errorsSaid(shown.errors, say)
  const later = {
    value: 'keep',
    words: say`Stop keeping in touch`,
    hint: say`What is held waits until it is next looked at. Posts you hold are still kept up.`,
  }
  const atOnce = {
    value: 'erase',
    words: say`Stop, and erase what is held about me at once`,
    hint: say`Nobody can bring it back. That we were in touch, and on which days, stays without your name and without a word of what was said.`,
  }
  const form = html`<form class="desk-form" method="post" action="${path}/leave" novalidate>
${radios({
  name: 'how',
  legend: say`What shall happen?`,
  choices: record.person.leftOn === null ? [later, atOnce] : [atOnce],
  value: typed(values, 'how'),
  error: errors['how'],
  say,
  size: 's',
})}
${button(say`Leave`, { kind: 'warning' })}
</form>`
  return formPage(shown, say.text`Leave`, [], form)
}

/** The last page: what stood behind the link is gone. */
export const erasedPage = ({ site }: Pick<OwnShown, 'site'>): Html => {
  const say = sayIn(site.language)
  return calm(site, say.text`What was held about you is erased`, [
    say`We will not write to you or call you for this again. This link shows nothing any more.`,
  ])
}

/** The same for a link that was guessed, is too old, was ended, or whose record was erased. */
export const deadRecordPage = ({ site }: Pick<OwnShown, 'site'>): Html => {
  const say = sayIn(site.language)
  return calm(site, say.text`This link does not work any more`, [
    say`It may be more than 30 days old, or it was ended, or what it showed is erased.`,
    say`To see what is held about you, ask your neighbourhood policing team for a new link.`,
  ])
}

const calm = (site: SiteChrome, title: string, lines: readonly Html[]): Html =>
  page({
    title,
    site,
    body: html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-l">${title}</h1>
${lines.map((line) => html`<p class="govuk-body">${line}</p>\n`)}<p class="govuk-body"><a class="govuk-link" href="/">${sayIn(site.language)`Find your team`}</a></p>
</div></div>`,
  })

function formPage(
  shown: OwnShown & { readonly errors?: FieldErrors },
  title: string,
  lines: readonly Html[],
  form: Html,
): Html {
  const { site, path } = shown
  const say = sayIn(site.language)
  const errors = errorsSaid(shown.errors ?? {}, say)
  const body = html`${errorSummary(errors, say)}
<h1 class="govuk-heading-l">${title}</h1>
${lines.map((line) => html`<p class="govuk-body">${line}</p>\n`)}${form}
${insetText(say`What you type is for your neighbourhood policing team alone. Call 999 in an emergency, 101 otherwise.`)}`
  return framed(shown, title, body, {
    before: backLink(path, say`What is held about you`, say),
    mistaken: Object.keys(errors).length > 0,
  })
}

const framed = (
  { site }: OwnShown,
  title: string,
  inside: Html,
  more: { readonly before?: Html; readonly mistaken?: boolean } = {},
): Html =>
  page({
    ...more,
    title,
    site,
    body: html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
${inside}
</div></div>`,
  })
