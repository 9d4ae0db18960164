import type { Team } from '#areas/area.ts'
import { inWords } from '#platform/day.ts'
import { typed, type FieldErrors, type FormValues } from '#platform/form.ts'
import {
  backLink,
  button,
  errorSummary,
  input,
  insetText,
  radios,
  select,
  textarea,
  warningText,
} from '#platform/govuk.ts'
import { html, type Html } from '#platform/html.ts'
import { page, type SiteChrome } from '#platform/page.ts'
import type { Concern } from '#priorities/concern.ts'
import { whence } from './concerns.page.ts'
import type { Priority } from '#priorities/priority.ts'

type Shown = {
  readonly site: SiteChrome
  readonly team: Team
  readonly concern: Concern
  /** Those that take concerns. */
  readonly priorities: readonly Priority[]
  readonly newId: string
  readonly values: FormValues
  readonly errors: FieldErrors
  /** Why what was sent was not taken; null where nothing was wrong. */
  readonly refused: string | null
}

/** One concern, and what becomes of it. */
export function triagePage(shown: Shown): Html {
  const { site, team, concern, newId, errors, refused } = shown
  const { id, words, raisedOn, neighbourhood, waitsForMail, source } = concern
  const body = html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
${errorSummary(errors)}
<span class="govuk-caption-l">${team.name}</span>
<h1 class="govuk-heading-l">What becomes of this concern?</h1>
${refused !== null && warningText(refused)}
${insetText(html`<p class="govuk-body">${words ?? 'The words were erased.'}</p><p class="govuk-body-s"><span><b>Raised</b> ${inWords(raisedOn)}</span> ${whence(concern, team)}${neighbourhood !== null && html`<span><b>In</b> ${neighbourhood}</span>`}</p>`)}
${decidedAlready(concern, team)}
<form class="desk-form" method="post" action="/desk/${team.id}/concerns/${id}" novalidate>
<input type="hidden" name="newId" value="${newId}">
${choices(shown)}
<p class="govuk-body">${waitsForMail ? 'They left an e-mail address: what you write is sent to them as it stands, once they say yes to it by a link.' : source === 'contact' ? 'Tell them yourself; this notes that you did.' : 'They left no address, so nobody is written to.'}</p>
${button('Decide')}
</form>
</div></div>`
  return page({
    title: `What becomes of this concern? – ${team.name}`,
    body,
    site,
    before: backLink(`/desk/${team.id}/concerns`, 'Concerns'),
    mistaken: Object.keys(errors).length > 0,
  })
}

const decidedAlready = ({ decision, decidedWords, priorityTitle, priorityId }: Concern, team: Team): Html | false =>
  decision !== null &&
  html`<p class="govuk-body"><b>It was decided already:</b> ${priorityId === null ? `${decision}. ${decidedWords ?? ''}` : html`it led to <a class="govuk-link" href="/desk/${team.id}/priorities/${priorityId}">${priorityTitle}</a>`}</p>`

function choices({ priorities, values, errors }: Shown): Html {
  const field = (name: string) => ({ name, value: typed(values, name), error: errors[name] })
  return html`${radios({
    ...field('decision'),
    legend: 'Choose one',
    choices: [
      ...(priorities.length === 0 ? [] : [{ value: 'priority', words: 'It joins a priority' }]),
      { value: 'new priority', words: 'It is a new priority' },
      { value: 'answered', words: 'Answered at once' },
      { value: 'not ours', words: 'Not ours: tell them where to go' },
      { value: 'nothing', words: 'Nothing to do, for a reason' },
    ],
    size: 's',
  })}
${priorities.length > 0 && html`<h2 class="govuk-heading-s">If it joins a priority</h2>${joined(field, priorities)}`}
<h2 class="govuk-heading-s">If it is a new priority</h2>
${input({ ...field('title'), label: 'Title', hint: 'In plain words, for everybody to read' })}
${textarea({ ...field('said'), label: 'What people said', hint: 'In general words that name nobody; the public reads them.', rows: 3 })}
<h2 class="govuk-heading-s">If it leads to no priority</h2>
${textarea({ ...field('words'), label: 'What they are told, or why nothing is done', hint: 'Never name a member of the public.', rows: 4 })}`
}

type Field = (name: string) => { readonly name: string; readonly value: string; readonly error: string | undefined }

const joined = (field: Field, priorities: readonly Priority[]): Html =>
  select({
    ...field('priority'),
    label: 'Which priority?',
    choices: [{ value: '', words: 'Choose one' }, ...priorities.map(({ id, title }) => ({ value: id, words: title }))],
  })
