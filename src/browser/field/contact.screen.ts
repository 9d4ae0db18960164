import { html, joined, nothing, type Html } from '#platform/html.ts'
import { deskLink } from './due-list.ts'
import type { Due } from './due.ts'
import { faultList, showFaults } from './faults.ts'
import type { Fields, Whom } from './queue.ts'
import { area } from './record-below.ts'
import { input, value } from './record.screen.ts'
import { part, type Screen } from './screen.ts'
import { contactFaults, contactIn } from './told-contact.ts'
import type { Faults } from './told.ts'
import { capitalised } from './words.ts'

/** What the form starts with: somebody from the list, nobody yet, or a contact that came back. */
export type ContactDraft = {
  readonly id: string
  readonly team: string | null
  readonly fields: Fields
  /** Of a contact that came back: they may have left the list since. */
  readonly whom: Whom | null
  readonly reason: string | null
  readonly faults: Faults
}

type Saved = { readonly id: string; readonly team: string; readonly fields: Fields; readonly whom: Whom }

type Shown = {
  readonly draft: ContactDraft
  readonly due: Due | 'sealed' | null
  readonly save: (saved: Saved) => Promise<void>
}

/** One contact: with whom, how, Save; what was said and promised is optional and lies below. */
export function contactScreen(shown: Shown): Screen {
  const { draft, due } = shown
  const title = 'Log a contact'
  const body = html`<a class="govuk-back-link" href="#">Today</a>
<h1 class="govuk-heading-m">${title}</h1>
<div id="faults">${faultList(draft.reason, draft.faults)}</div>
<form novalidate>
${whomOf(shown)}
${howOf(shown)}
<div class="field-save"><button type="submit" class="govuk-button field-big">Save</button></div>
${below(shown)}
</form>
${due !== null && due !== 'sealed' && html`<p class="govuk-body">${deskLink(due)}</p>`}`
  return { title, body, ready: (root) => wire(root, shown) }
}

/** With whom a contact may have been, by the relationship's id. */
function choicesOf({ due, draft }: Shown): ReadonlyMap<string, Whom> {
  const people = due === null || due === 'sealed' ? [] : due.people
  const given = value(draft, 'with')
  return new Map([
    ...(draft.whom && given !== '' ? [[given, draft.whom] as const] : []),
    ...people.map(({ id, label, name }) => [id, { label, name }] as const),
  ])
}

const inWords = ({ label, name }: Whom): string => (name === null ? label : `${name}: ${label}`)

function whomOf(shown: Shown): Html {
  const { draft } = shown
  const chosen = value(draft, 'with')
  const options = [...choicesOf(shown)].map(
    ([id, whom]) => html`<option value="${id}"${id === chosen && html` selected`}>${inWords(whom)}</option>`,
  )
  return group(
    'with',
    draft.faults,
  )(html`<label class="govuk-label govuk-label--s" for="with">With whom?</label>
${faultOf('with', draft.faults)}
<select class="govuk-select" id="with" name="with"><option value="">Choose</option>${options}</select>`)
}

const usualWays = ['telephone', 'visit', 'meeting', 'e-mail', 'letter', 'online']

function howOf({ draft, due }: Shown): Html {
  const ways = due === null || due === 'sealed' ? usualWays : due.ways
  const radios = ways.map(
    (
      way,
      n,
    ) => html`<div class="govuk-radios__item"><input class="govuk-radios__input" type="radio" id="${n === 0 ? 'how' : `how-${n}`}" name="how" value="${way}"${value(draft, 'how') === way && html` checked`}>
<label class="govuk-label govuk-radios__label" for="${n === 0 ? 'how' : `how-${n}`}">${capitalised(way)}</label></div>`,
  )
  return group(
    'how',
    draft.faults,
  )(html`<fieldset class="govuk-fieldset"><legend class="govuk-fieldset__legend govuk-fieldset__legend--s">How were you in touch?</legend>
${faultOf('how', draft.faults)}
<div class="govuk-radios field-ways">${radios}</div></fieldset>`)
}

const group =
  (name: string, faults: Faults) =>
  (within: Html): Html =>
    html`<div class="govuk-form-group${faults[name] && ' govuk-form-group--error'}">${within}</div>`

const faultOf = (name: string, faults: Faults): Html | undefined =>
  faults[name] === undefined ? undefined : html`<p class="govuk-error-message">${faults[name]}</p>`

function below({ draft, due }: Shown): Html {
  const isTold = draft.reason !== null
  return html`<details class="field-more"${isTold && html` open`}><summary>Add more (optional)</summary>
${joined([
  area(
    'heard',
    'What did they raise?',
    'The words stay at the desk: the public ledger learns only that there was something.',
    draft,
  ),
  area('voiced', 'What did we raise?', '', draft),
  input('promised', 'What did you promise?', draft),
  input('promisedBy', 'By when?', draft, html` type="date"`),
  due === null || due === 'sealed' ? nothing : facetsOf(draft, due.facets),
  input('madeOn', 'Day, if not today', draft, html` type="date"`),
])}
</details>`
}

function facetsOf({ fields }: ContactDraft, facets: readonly string[]): Html {
  const chosen = fields['facets'] ?? []
  const boxes = facets.map(
    (
      name,
      n,
    ) => html`<div class="govuk-checkboxes__item"><input class="govuk-checkboxes__input" type="checkbox" id="facet-${n}" name="facets" value="${name}"${chosen.includes(name) && html` checked`}>
<label class="govuk-label govuk-checkboxes__label" for="facet-${n}">${capitalised(name)}</label></div>`,
  )
  return html`<fieldset class="govuk-fieldset govuk-form-group"><legend class="govuk-fieldset__legend govuk-fieldset__legend--s">What else was it?</legend>
<div class="govuk-checkboxes">${boxes}</div></fieldset>`
}

function wire(root: HTMLElement, shown: Shown): void {
  const form = part<HTMLFormElement>(root, 'form')
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    void save(root, form, shown)
  })
  if (shown.draft.reason !== null) showFaults(root, shown.draft.reason, shown.draft.faults)
}

async function save(root: HTMLElement, form: HTMLFormElement, shown: Shown): Promise<void> {
  const fields = contactIn(new FormData(form))
  const whom = choicesOf(shown).get(value({ fields }, 'with'))
  const faults = contactFaults(fields)
  if (Object.keys(faults).length > 0 || whom === undefined) return showFaults(root, null, faults)
  const button = part<HTMLButtonElement>(form, '.field-save button')
  button.disabled = true
  try {
    await shown.save({ id: shown.draft.id, team: shown.draft.team ?? '', fields, whom })
  } catch {
    button.disabled = false
    showFaults(root, 'This phone could not keep the contact. Free some space on it and save again.', {})
  }
}
