import type { Team } from '#areas/area.ts'
import { changesShown } from '#platform/changes/changes-shown.ts'
import { wordChanges } from '#platform/changes/word-changes.ts'
import { inWords } from '#platform/day.ts'
import { typed, type FieldErrors, type FormValues } from '#platform/form.ts'
import {
  backLink,
  button,
  buttonLink,
  details,
  errorSummary,
  input,
  summaryList,
  tag,
  textarea,
} from '#platform/govuk.ts'
import { html, joined, type Html } from '#platform/html.ts'
import { page, type SiteChrome } from '#platform/page.ts'
import { addressOf, nameOf, stateInWords, type PageText, type VersionLine } from './page-text.ts'
import { asThePublicSees, fromQuestions, instantInWords } from './text-shown.part.ts'
import { currentQuestion } from './write-text.page.ts'

export type VersionShown = {
  readonly site: SiteChrome
  readonly team: Team
  readonly text: PageText
  readonly version: VersionLine
  /** The version before it in the order of writing, or null. */
  readonly before: VersionLine | null
  /** The number of the version that the public reads, or null. */
  readonly shownNumber: number | null
  readonly isNewest: boolean
  readonly now: Date
  readonly timeZone: string
  readonly mayPublish: boolean
  readonly values: FormValues
  readonly errors: FieldErrors
}

/** One version of a text: what it says, what became of it, and what may be decided. */
export function versionPage(shown: VersionShown): Html {
  const { site, team, text, version, before, errors } = shown
  const name = nameOf({ section: text.section, title: version.title })
  const body = html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
${errorSummary(errors)}
<span class="govuk-caption-l">${name}</span>
<h1 class="govuk-heading-l">Version ${version.number}</h1>
${facts(shown)}
${asThePublicSees({ section: text.section, title: version.title, words: version.words })}
${before && details(`What differs from version ${before.number}`, changesShown(wordChanges(before.words, version.words)))}
${decisions(shown)}
</div></div>`
  const back = backLink(`${addressOf(text)}/versions`, 'All versions')
  return page({
    title: `Version ${version.number} of ${name} – ${team.name}`,
    body,
    site,
    before: back,
    mistaken: Object.keys(errors).length > 0,
  })
}

function facts({ text, version, shownNumber, now, timeZone }: VersionShown): Html {
  const { writer, writtenAt, decider, decidedAt, showsFrom, lastDay, wishedFrom } = version
  return summaryList([
    { key: 'State', value: text.takenDownAt === null ? stateInWords(version, shownNumber, now) : 'Taken down' },
    { key: 'Written by', value: `${writer}, ${instantInWords(writtenAt, timeZone)}` },
    { key: 'Why', value: version.why },
    ...(decider !== null && decidedAt !== null
      ? [{ key: 'Decided by', value: `${decider}, ${instantInWords(decidedAt, timeZone)}` }]
      : []),
    ...(version.state === 'sent back' ? [{ key: 'Sent back with', value: version.sentBackWith }] : []),
    ...(version.state === 'waiting' && wishedFrom !== null
      ? [{ key: 'To be shown from', value: instantInWords(wishedFrom, timeZone) }]
      : []),
    ...(showsFrom === null ? [] : [{ key: 'Shown from', value: instantInWords(showsFrom, timeZone) }]),
    ...(lastDay === null ? [] : [{ key: 'Last day', value: inWords(lastDay) }]),
    ...(text.takenDownAt === null
      ? []
      : [{ key: 'Taken down', value: `${instantInWords(text.takenDownAt, timeZone)}: ${text.takenDownWhy}` }]),
  ])
}

function decisions(shown: VersionShown): Html {
  const { text, version, now, mayPublish } = shown
  const isScheduled = version.state === 'published' && version.showsFrom !== null && version.showsFrom > now
  if (text.takenDownAt !== null) return html``
  return joined([
    version.state === 'waiting' && mayPublish && toDecide(shown),
    version.state === 'waiting' &&
      !mayPublish &&
      html`<p class="govuk-body">${tag('Waiting', 'yellow')} An officer looks at it before the public reads it.</p>`,
    isScheduled && mayPublish && press(shown, 'call-off', 'Call it off'),
    rewriting(shown),
    text.section === null && shown.shownNumber !== null && mayPublish && takingDown(shown),
  ])
}

/** An older version is written again as a new one, so that what was between stays known. */
function rewriting({ text, version, isNewest }: VersionShown): Html | false {
  if (isNewest) return buttonLink('Write it anew', addressOf(text), { kind: 'secondary' })
  return buttonLink('Bring this version back', `${addressOf(text)}?version=${version.number}`, { kind: 'secondary' })
}

const at = ({ text, version }: VersionShown): string => `${addressOf(text)}/versions/${version.number}`

const press = (shown: VersionShown, verb: string, words: string): Html =>
  html`<form method="post" action="${at(shown)}/${verb}">${button(words, { kind: 'warning' })}</form>
`

function toDecide(shown: VersionShown): Html {
  const { text, values, errors } = shown
  return html`<section aria-labelledby="decide"><h2 class="govuk-heading-m" id="decide">Is it right?</h2>
<form class="desk-form" method="post" action="${at(shown)}/publish" novalidate>
${fromQuestions(values, errors)}${currentQuestion(text.section, values, errors)}
${button('Publish')}
</form>
<form class="desk-form" method="post" action="${at(shown)}/send-back" novalidate>
${textarea({ name: 'words', label: 'Or send it back: what should they change?', value: typed(values, 'words'), error: errors['words'], rows: 3, size: 's' })}
${button('Send it back', { kind: 'secondary' })}
</form></section>
`
}

function takingDown({ text, values, errors }: VersionShown): Html {
  const asked = input({
    name: 'takenDownWhy',
    label: 'Why should nobody read it any more?',
    value: typed(values, 'takenDownWhy'),
    error: errors['takenDownWhy'],
    size: 's',
  })
  const form = html`<form class="desk-form" method="post" action="${addressOf(text)}/take-down" novalidate>${asked}${button('Take this news down', { kind: 'warning' })}</form>`
  return details('Take this news down', form, { open: errors['takenDownWhy'] !== undefined })
}
