import type { Force } from '#areas/area.ts'
import { typed, typedList, type FieldErrors, type FormValues } from '#platform/form.ts'
import {
  backLink,
  button,
  checkboxes,
  errorSummary,
  fileUpload,
  input,
  insetText,
  notificationBanner,
} from '#platform/govuk.ts'
import { html, joined, type Html } from '#platform/html.ts'
import { languages } from '#platform/language/language.ts'
import { ownAccent, ownLook } from '#platform/look.ts'
import { page, type SiteChrome } from '#platform/page.ts'
import { colourOf, type Colours } from './appearance.form.ts'
import { preview } from './preview.part.ts'

type Shown = {
  readonly site: SiteChrome
  readonly force: Force
  readonly values: FormValues
  /** The address of the crest that is kept. */
  readonly crest: string | null
  readonly errors: FieldErrors
  /** What would do in the place of colours that cannot be read. */
  readonly nearest: Colours | null
  readonly state: 'kept' | 'saved' | 'tried' | 'mistaken'
}

/** Where a force chooses how its pages look, and in which languages they can be read. */
export function appearancePage(shown: Shown): Html {
  const { site, force, errors, state } = shown
  const title = 'How our pages look'
  const body = html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
${state === 'saved' && notificationBanner('Saved. Every page of the force looks like this now.', { success: true })}
${errorSummary(errors)}
<span class="govuk-caption-l">${force.name}</span>
<h1 class="govuk-heading-l">${title}</h1>
${insetText('Choose the force’s own colours and crest. Leave out the royal crown and the typeface of GOV.UK: they belong to the government’s own site, and no machine checks that for you.')}
${colourForm(shown)}
${crestForm(shown)}
</div></div>`
  const before = backLink(`/desk/${force.id}/page`, 'What the force says of itself')
  return page({ title: `${title} – ${force.name}`, body, site, before, mistaken: Object.keys(errors).length > 0 })
}

function colourForm(shown: Shown): Html {
  const { force, values, state } = shown
  return html`<form class="desk-form" method="post" action="${addressOf(force)}" novalidate>
${colourFields(shown, 'colour', 'Which colour is behind the name of each page?', `White stands on it, and links have it. Such as ${ownLook.colour}; empty for ours.`)}
${colourFields(shown, 'accent', 'Which colour has the line below the name?', `Such as ${ownAccent}; empty for ours.`)}
${languageField(values)}
<h2 class="govuk-heading-m">${headings[state]}</h2>
${previews(shown)}
<div class="govuk-button-group">${button('Save')}${button('See how it looks', { kind: 'secondary', name: 'then', value: 'look' })}</div>
</form>`
}

const headings: Readonly<Record<Shown['state'], string>> = {
  kept: 'So it looks',
  saved: 'So it looks',
  tried: 'So it would look. It is not saved yet.',
  mistaken: 'So it would look',
}

function colourFields({ values, errors }: Shown, name: 'colour' | 'accent', label: string, hint: string): Html {
  const picker = {
    name: `${name}-picked`,
    value: typed(values, `${name}-picked`),
    type: 'color' as const,
    width: '3' as const,
  }
  return joined([
    input({ name, label, hint, value: typed(values, name), error: errors[name], width: '10', size: 's' }),
    html`<input type="hidden" name="${name}-shown" value="${typed(values, `${name}-shown`)}">`,
    input({ ...picker, label: name === 'colour' ? 'Or pick it here' : 'Or pick the line’s here' }),
  ])
}

const languageField = (values: FormValues): Html =>
  checkboxes({
    name: 'languages',
    legend: 'In which languages beside English can the public read the pages?',
    hint: 'What teams write themselves stays in the language they write it in.',
    choices: [{ value: 'cy', words: html`<span lang="cy">${languages.cy}</span> (Welsh)` }],
    values: typedList(values, 'languages'),
    size: 's',
  })

function previews({ values, nearest, state, errors }: Shown): Html {
  const typedColours = {
    colour: colourOf(values, 'colour', ownLook.colour) || ownLook.colour,
    accent: colourOf(values, 'accent', ownAccent) || ownAccent,
  }
  if (state === 'mistaken' && nearest === null && Object.keys(errors).some((name) => name !== 'crest'))
    return html`<p class="govuk-body">Put the colours right first.</p>`
  return html`${preview(typedColours, 'As chosen')}
${nearest !== null && html`<h3 class="govuk-heading-s">The nearest that will do: ${nearest.colour} with ${nearest.accent}</h3>\n${preview(nearest, 'The nearest that will do')}`}`
}

function crestForm({ force, errors, crest }: Shown): Html {
  const kept = html`<p><img class="look-crest" src="${crest}" alt="" width="88" height="88"></p>
<form method="post" action="${addressOf(force)}/crest/remove">${button('Take the crest away', { kind: 'secondary' })}</form>`
  return html`<h2 class="govuk-heading-m">Crest</h2>
${crest === null ? html`<p class="govuk-body">No crest is shown.</p>` : kept}
<form class="desk-form" method="post" action="${addressOf(force)}/crest" enctype="multipart/form-data" novalidate>
${fileUpload({ name: 'crest', label: 'Choose a crest (PNG or SVG)', hint: 'Square, smaller than 100 KB. It stands beside the name, which says whose page it is, so it is not read out.', error: errors['crest'], size: 's' })}
${button('Save the crest', { kind: 'secondary' })}
</form>`
}

/** Where a force chooses how its pages look. */
export const addressOf = (force: Force): string => `/desk/${force.id}/settings/appearance`
