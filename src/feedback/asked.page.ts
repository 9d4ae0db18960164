import { errorsSaid, typed, type FieldErrors } from '#platform/form.ts'
import { button, errorSummary, insetText, radios, textarea, warningText } from '#platform/govuk.ts'
import { html, type Html } from '#platform/html.ts'
import { sayIn, type Say } from '#platform/language/say.ts'
import { page, type SiteChrome } from '#platform/page.ts'
import { stampedFields } from '#platform/stamped-fields.ts'
import type { Given } from './given.ts'
import { points, pointsInWords } from './points.ts'

type Framed = {
  readonly site: SiteChrome
  /** What it is about, above the heading. */
  readonly about: Html
  readonly heading: Html
  /** The title of the browser's window. */
  readonly title: string
}

type Asked = Framed & {
  readonly given: Given
  readonly intro: Html
  readonly action: string
  readonly questions: readonly { readonly name: string; readonly legend: Html }[]
  /** What may be said in words. */
  readonly wordsLabel: Html
  readonly before: Html
}

/** A few questions on the scale of five, and one in words, for whoever answers without an account. */
export function askedPage(asked: Asked): Html {
  const { site, title, before, given } = asked
  const say = sayIn(site.language)
  const errors = errorsSaid(given.errors, say)
  const inside = html`${warningText(say`This is not for reporting crime, and nobody reads it at once. Call 999 in an emergency, 101 otherwise.`, say.text`Warning`)}
<p class="govuk-body">${asked.intro}</p>
<form method="post" action="${asked.action}" novalidate>
${stampedFields(given, say)}${questions(asked, errors, say)}
${button(say`Send`)}
</form>`
  const body = columns(html`${errorSummary(errors, say)}\n${headed(asked)}`, inside)
  return page({ title, body, site, before, mistaken: Object.keys(errors).length > 0 })
}

const columns = (top: Html, inside: Html): Html =>
  html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
${top}
${inside}
</div></div>`

const headed = ({ about, heading }: Framed): Html =>
  html`<h1 class="govuk-heading-l"><span class="govuk-caption-l">${about}</span> ${heading}</h1>`

function questions({ given: { values }, questions: asked, wordsLabel }: Asked, errors: FieldErrors, say: Say): Html {
  const choices = points.map((value) => ({ value, words: say.word(pointsInWords[value]) }))
  const hint = say`Up to 500 characters. Please name nobody.`
  const words = { name: 'words', label: wordsLabel, hint, value: typed(values, 'words'), error: errors['words'] }
  return html`${asked.map(({ name, legend }) =>
    radios({ name, legend, choices, value: typed(values, name), error: errors[name], say, size: 'm' }),
  )}${textarea({ ...words, say, rows: 5, size: 'm' })}`
}

/** What somebody reads who has answered. */
export function thankedPage({
  site,
  about,
  teamName,
  title,
  way,
}: Omit<Framed, 'heading'> & { teamName: string; way: Html }): Html {
  const say = sayIn(site.language)
  const inside = html`<p class="govuk-body">${say`We have what you said, and not who you are. How many answered, and the points they gave, count towards what ${teamName} promised.`}</p>
${insetText(say`If you meant to report a crime: call 999 in an emergency, 101 otherwise.`)}
<p class="govuk-body">${way}</p>`
  return page({ title, site, body: columns(headed({ site, about, title, heading: say`Thank you` }), inside) })
}

/** Why nobody can answer now. */
export function notAskedPage({
  site,
  about,
  title,
  why,
  way,
}: Omit<Framed, 'heading'> & { why: string; way: Html }): Html {
  const say = sayIn(site.language)
  const inside = html`<p class="govuk-body">${why}</p>
<p class="govuk-body">${way}</p>`
  const heading = say`Nobody is asked about this now`
  return page({ title, site, body: columns(headed({ site, about, title, heading }), inside) })
}
