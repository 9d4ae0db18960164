import type { Team } from '#areas/area.ts'
import { changesShown } from '#platform/changes/changes-shown.ts'
import { wordChanges } from '#platform/changes/word-changes.ts'
import { typed, typedDay, type FieldErrors, type FormValues } from '#platform/form.ts'
import {
  backLink,
  button,
  checkboxes,
  dateInput,
  details,
  errorSummary,
  input,
  textarea,
  warningText,
} from '#platform/govuk.ts'
import { html, joined, type Html } from '#platform/html.ts'
import { page, type SiteChrome } from '#platform/page.ts'
import { longestText, sectionInWords, webSectionOf, type TextSection, type VersionLine } from './page-text.ts'
import { asThePublicSees, fromQuestions, instantInWords } from './text-shown.part.ts'

type About = {
  readonly site: SiteChrome
  readonly team: Team
  readonly section: TextSection | null
  /** Where the form is sent. */
  readonly action: string
  readonly mayPublish: boolean
}

type Asked = About & {
  readonly values: FormValues
  readonly errors: FieldErrors
  readonly sentBack: VersionLine | null
}

/** Where somebody writes the words of a section, or news. */
export function writeTextPage(shown: Asked): Html {
  const { site, team, section, action, values, errors, sentBack } = shown
  const title = section === null ? 'Write news' : `Write “${sectionInWords[section]}”`
  const body = html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
${errorSummary(errors)}
<span class="govuk-caption-l">${team.name}</span>
<h1 class="govuk-heading-l">${title}</h1>
${sentBack && warningText(`${sentBack.decider ?? 'An officer'} sent this back: ${sentBack.sentBackWith}`)}
<form class="desk-form" method="post" action="${action}" novalidate>
${hiddenFields(values, ['id', 'upon'])}
${questions(shown)}
${button('See how it will look', { name: 'do', value: 'preview' })}
</form>
</div></div>`
  return page({
    title: `${title} – ${team.name}`,
    body,
    site,
    before: back(team),
    mistaken: Object.keys(errors).length > 0,
  })
}

const back = (team: Team): Html => backLink(`/desk/${team.id}/page/texts`, 'Words of the page')

const howToMark = html`<p class="govuk-body">Leave a line empty to begin a new paragraph. Begin lines with a dash to make a list.</p>
<p class="govuk-body">Put words between two stars to make them bold: <code>**Saturday**</code></p>
<p class="govuk-body">Link words like this: <code>[the council](https://www.example.org)</code></p>
<p class="govuk-body">You may paste from Word: what cannot be shown is taken away, and you are told what.</p>`

function questions({ section, values, errors, mayPublish }: Asked): Html {
  const field = (name: string) => ({ name, value: typed(values, name), error: errors[name], size: 's' as const })
  const day = { name: 'lastDay', value: typedDay(values, 'lastDay'), error: errors['lastDay'], size: 's' as const }
  return joined([
    section === null && input({ ...field('title'), label: 'Title' }),
    textarea({
      ...field('words'),
      label: 'What should the public read?',
      hint: 'Plain words. Name nobody who did not agree to it.',
      rows: 12,
      most: longestText,
    }),
    details('How to make lists, links and bold words', howToMark),
    input({
      ...field('why'),
      label: 'What did you change, and why?',
      hint: 'For your colleagues; the public does not read it.',
    }),
    fromQuestions(values, errors),
    section === null &&
      dateInput({
        ...day,
        legend: 'Its last day (optional)',
        hint: 'From the day after, the public no longer sees it.',
      }),
    mayPublish && currentQuestion(section, values, errors),
  ])
}

/** Only what the public must always find right is reviewed (S7a-d, R33). */
export const currentQuestion = (section: TextSection | null, values: FormValues, errors: FieldErrors): Html | false =>
  webSectionOf(section) !== null &&
  checkboxes({
    name: 'saysCurrent',
    legend: 'Is the whole section right with this?',
    choices: [{ value: 'yes', words: 'I looked at the whole section, and all of it is right' }],
    error: errors['saysCurrent'],
    values: typed(values, 'saysCurrent') === '' ? [] : ['yes'],
    size: 's',
  })

type Preview = About & {
  readonly values: FormValues
  readonly takenAway: readonly string[]
  readonly title: string
  readonly words: string
  /** What the public reads now; empty where it reads nothing. */
  readonly now: string
  readonly from: Date | null
  readonly timeZone: string
}

const all = [
  'id',
  'upon',
  'title',
  'words',
  'why',
  'fromTime',
  'saysCurrent',
  'from-day',
  'from-month',
  'from-year',
  'lastDay-day',
  'lastDay-month',
  'lastDay-year',
]

/** How a text will look, before anybody publishes it. */
export function previewPage(shown: Preview): Html {
  const { site, team, action, values, takenAway, mayPublish, now, words, from, timeZone } = shown
  const when = from === null ? 'as soon as it is published' : `from ${instantInWords(from, timeZone)} on`
  const body = html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<span class="govuk-caption-l">${team.name}</span>
<h1 class="govuk-heading-l">How it will look</h1>
${takenAway.length > 0 && warningText(`What you pasted held more than words. This was taken away: ${takenAway.join(', ')}.`, 'Note')}
<p class="govuk-body">Nobody sees it yet. The public will read it ${when}.</p>
${asThePublicSees(shown)}
${now !== '' && details('What differs from what the public reads now', changesShown(wordChanges(now, words)))}
<form method="post" action="${action}">
${hiddenFields(values, all)}
<div class="govuk-button-group">${button(mayPublish ? 'Publish' : 'Send to an officer for approval', { name: 'do', value: 'send' })}
${button('Change it', { name: 'do', value: 'change', kind: 'secondary' })}</div>
</form>
</div></div>`
  return page({ title: `How it will look – ${team.name}`, body, site, before: back(team) })
}

const hiddenFields = (values: FormValues, names: readonly string[]): Html =>
  html`${names.map((name) => html`<input type="hidden" name="${name}" value="${typed(values, name)}">\n`)}`

type Conflict = About & { readonly values: FormValues; readonly meanwhile: VersionLine; readonly timeZone: string }

/** Two wrote at once: the second sees both texts, and goes on from there with their own words. */
export function conflictPage(shown: Conflict): Html {
  const { site, team, section, action, values, meanwhile, timeZone } = shown
  const own = typed(values, 'words')
  const carried = { ...values, upon: String(meanwhile.number) }
  const body = html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<span class="govuk-caption-l">${team.name}</span>
<h1 class="govuk-heading-l">Somebody else wrote this meanwhile</h1>
<p class="govuk-body">${meanwhile.writer} wrote version ${meanwhile.number} on ${instantInWords(meanwhile.writtenAt, timeZone)}: “${meanwhile.why}”. Nothing of yours is lost: your words are below, and none of them is kept yet.</p>
<h2 class="govuk-heading-m">From their words to yours</h2>
${changesShown(wordChanges(meanwhile.words, own))}
${textarea({ name: 'theirs', label: 'Their words', value: meanwhile.words, rows: 8, readOnly: true, size: 's' })}
<form class="desk-form" method="post" action="${action}" novalidate>
${hiddenFields(carried, ['id', 'upon'])}
${questions({ ...shown, section, values: carried, errors: {}, sentBack: null })}
${button('See how it will look', { name: 'do', value: 'preview' })}
</form>
</div></div>`
  return page({ title: `Somebody else wrote this meanwhile – ${team.name}`, body, site, before: back(team) })
}
