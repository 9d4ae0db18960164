import { changesShown } from '#platform/changes/changes-shown.ts'
import { wordChanges } from '#platform/changes/word-changes.ts'
import { dayAt, inWords } from '#platform/day.ts'
import { typed, typedList, type FieldErrors, type FormValues } from '#platform/form.ts'
import { backLink, button, checkboxes, errorSummary, textarea, warningText } from '#platform/govuk.ts'
import { html, type Html } from '#platform/html.ts'
import { page, type SiteChrome } from '#platform/page.ts'
import type { Priority } from '#priorities/priority.ts'
import type { ToldOnce } from './rewording.sql.ts'

type Shown = {
  readonly site: SiteChrome
  readonly priority: Priority
  readonly told: ToldOnce
  readonly timeZone: string
  /** New with each form, so that one sent twice is kept once. */
  readonly id: string
  /** What was typed; null where the form is opened. */
  readonly sent: FormValues | null
  readonly errors: FieldErrors
  readonly refused: string | null
}

/** Where what the public was told of a priority is put differently. */
export function rewordingPage(shown: Shown): Html {
  const { site, priority, told, errors, refused } = shown
  const title = 'Reword what the public was told'
  const body = html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
${errorSummary(errors)}
<span class="govuk-caption-l">${priority.title}</span>
<h1 class="govuk-heading-l">${title}</h1>
<p class="govuk-body">It was told on ${inWords(told.postedOn)}. That day stays; the page says that it was reworded, and on which day.</p>
${refused !== null && html`${warningText(refused)}<p class="govuk-body"><b>The public reads now:</b> ${told.words}</p>`}
${formOf(shown)}
${earlierPart(shown)}
</div></div>`
  return page({
    title: `${title} – ${priority.title}`,
    body,
    site,
    before: backLink(`/desk/${priority.teamId}/priorities/${priority.id}`, priority.title),
    mistaken: Object.keys(errors).length > 0,
  })
}

function formOf({ priority, told, id, sent, errors }: Shown): Html {
  const values = sent ?? { words: told.words }
  return html`<form class="desk-form" method="post" action="/desk/${priority.teamId}/priorities/${priority.id}/updates/${told.id}" novalidate>
<input type="hidden" name="id" value="${id}"><input type="hidden" name="revision" value="${told.revision}">
${textarea({ name: 'words', label: 'What the public reads', value: typed(values, 'words'), error: errors['words'], rows: 6, most: 1500 })}
${textarea({ name: 'why', label: 'Why do you reword it?', hint: 'It stays at the desk.', value: typed(values, 'why'), error: errors['why'], rows: 2, most: 300 })}
${checkboxes({ name: 'forget', legend: html`<span class="govuk-visually-hidden">The earlier words</span>`, choices: [{ value: 'yes', words: 'Forget the earlier words for good, since they name somebody' }], values: typedList(values, 'forget'), small: true })}
${button('Publish these words')}
</form>
`
}

function earlierPart({ told, timeZone }: Shown): Html | false {
  const line = ({ words, why, at }: ToldOnce['earlier'][number], n: number) => {
    const since = n === 0 ? told.words : told.earlier[n - 1]?.words
    return html`<li><b>${inWords(dayAt(new Date(at), timeZone))}</b>: ${why}${words === null || since == null ? html`<p class="govuk-body">The earlier words were not kept.</p>` : changesShown(wordChanges(words, since))}</li>
`
  }
  return (
    told.earlier.length > 0 &&
    html`<section aria-labelledby="earlier"><h2 class="govuk-heading-m" id="earlier">How it was put before</h2>
<ol class="govuk-list" reversed>${told.earlier.map(line)}</ol></section>
`
  )
}
