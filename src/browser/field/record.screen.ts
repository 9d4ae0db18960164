import { html, nothing, type Html } from '#platform/html.ts'
import { counters, wireCounters } from './counters.ts'
import { faultList, showFaults } from './faults.ts'
import type { Fields } from './queue.ts'
import { below } from './record-below.ts'
import { part, type Screen } from './screen.ts'
import { shrinkPhoto } from './shrink-photo.ts'
import { toldIn, faultsOf, type Faults } from './told.ts'
import type { Planned, Week } from './week.ts'
import { capitalised } from './words.ts'

/** What the form starts with: a guess, a plan, or a record that came back. */
export type Draft = {
  readonly id: string
  readonly team: string | null
  readonly plan: Planned | null
  readonly fields: Fields
  /** Why it came back, and what is wrong where. */
  readonly reason: string | null
  readonly faults: Faults
}

type Saved = { readonly id: string; readonly team: string; readonly fields: Fields; readonly photo: Blob | null }

type Shown = {
  readonly draft: Draft
  readonly week: Week | null
  readonly save: (saved: Saved) => Promise<void>
  readonly notThisPlan: () => void
}

/** One engagement: where, what kind, how many, Save; everything else is optional and lies below. */
export function recordScreen(shown: Shown): Screen {
  const { draft } = shown
  const title = 'Record an engagement'
  const body = html`<a class="govuk-back-link" href="#">Today</a>
<h1 class="govuk-heading-m">${title}</h1>
<div id="faults">${faultList(draft.reason, draft.faults)}</div>
<form novalidate>
${draft.plan && planLine(draft.plan)}
${input('place', 'Where?', draft)}
${kindOf(shown)}
${counters(countsIn(draft.fields), value(draft, 'footfall') === 'none')}
<p class="govuk-error-message" id="footfall-error">${draft.faults['footfall'] ?? draft.faults['reached']}</p>
<div class="field-save"><button type="submit" class="govuk-button field-big">Save</button></div>
${below(shown)}
</form>`
  return { title, body, ready: (root) => wire(root, shown) }
}

/** What a form starts with, and what is wrong where. */
type Typed = Pick<Draft, 'fields' | 'faults'>

export const value = ({ fields }: Pick<Draft, 'fields'>, name: string): string => {
  const given = fields[name]
  return typeof given === 'string' ? given : ''
}

/** One line to type in, with its mistake beside it. */
export function input(name: string, label: string, draft: Typed, more: Html = nothing): Html {
  const fault = draft.faults[name]
  return html`<div class="govuk-form-group${fault && ' govuk-form-group--error'}"><label class="govuk-label govuk-label--s" for="${name}">${label}</label>
${fault && html`<p class="govuk-error-message" id="${name}-error">${fault}</p>`}
<input class="govuk-input" id="${name}" name="${name}" value="${value(draft, name)}"${more}${fault && html` aria-describedby="${name}-error"`}></div>`
}

const planLine = ({
  title,
  begins,
  ends,
}: Planned): Html => html`<p class="govuk-inset-text">This closes <strong>${title}</strong>, ${begins} to ${ends}.
<button type="button" class="field-link" id="not-this-plan">This is something else</button></p>`

function kindOf({ draft, week }: Shown): Html {
  const chosen = value(draft, 'method')
  const methods = week?.methods ?? (chosen === '' ? [] : [chosen])
  const options = methods.map(
    (method) => html`<option value="${method}"${method === chosen && html` selected`}>${capitalised(method)}</option>`,
  )
  const fault = draft.faults['method']
  return html`<div class="govuk-form-group${fault && ' govuk-form-group--error'}"><label class="govuk-label govuk-label--s" for="method">How did you meet people?</label>
${fault && html`<p class="govuk-error-message">${fault}</p>`}
<select class="govuk-select" id="method" name="method"><option value="">Choose</option>${options}</select></div>`
}

const countsIn = (fields: Fields) => {
  const count = (name: string) => (typeof fields[name] === 'string' ? fields[name] : '')
  return { reached: count('reached'), spokeWith: count('spokeWith'), raisedAConcern: count('raisedAConcern') }
}

function wire(root: HTMLElement, shown: Shown): void {
  const form = part<HTMLFormElement>(root, 'form')
  let how: string = value(shown.draft, 'footfallMethod')
  wireCounters(root, (heard) => (how = heard))
  wirePlace(root)
  root.querySelector('#not-this-plan')?.addEventListener('click', shown.notThisPlan)
  const tell = (faults: Faults) => showAll(root, null, faults)
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    void save(form, shown, how, tell)
  })
  if (shown.draft.reason !== null) showAll(root, shown.draft.reason, shown.draft.faults)
}

async function save(form: HTMLFormElement, shown: Shown, how: string, tell: (faults: Faults) => void): Promise<void> {
  const { draft } = shown
  const told = { ...toldIn(new FormData(form), shown), ...(how === '' ? {} : { footfallMethod: how }) }
  const picture = part<HTMLInputElement>(form, '#photo').files?.[0] ?? null
  const consent = part<HTMLInputElement>(form, '#consent').checked
  const team = form.querySelector<HTMLSelectElement>('#team')?.value ?? draft.team ?? ''
  const faults = faultsOf({ fields: told, team, hasPhoto: picture !== null, consent })
  if (Object.keys(faults).length > 0) return tell(faults)
  const button = part<HTMLButtonElement>(form, '.field-save button')
  button.disabled = true
  try {
    const photo = picture && (await shrinkPhoto(picture))
    await shown.save({ id: draft.id, team, fields: told, photo })
  } catch {
    button.disabled = false
    tell({
      photo: picture
        ? 'This photo could not be read. Take it again, or save without it.'
        : 'This phone could not keep the record. Free some space on it and save again.',
    })
  }
}

/** The figures' own mistake stands by the counters, which are several fields. */
function showAll(root: HTMLElement, reason: string | null, faults: Faults): void {
  showFaults(root, reason, faults)
  part(root, '#footfall-error').textContent = faults['footfall'] ?? faults['reached'] ?? ''
}

/** The phone's own place, only when it is asked for: it is nobody's business before. */
function wirePlace(root: HTMLElement): void {
  const said = part<HTMLElement>(root, '#place-said')
  part(root, '#here').addEventListener('click', () => {
    said.textContent = 'Finding where you are…'
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        const [latitude, longitude] = [coords.latitude.toFixed(5), coords.longitude.toFixed(5)]
        part<HTMLInputElement>(root, '#latitude').value = latitude
        part<HTMLInputElement>(root, '#longitude').value = longitude
        const place = part<HTMLInputElement>(root, '#place')
        if (place.value.trim() === '') place.value = `At ${latitude}, ${longitude}`
        said.textContent = 'This phone’s place goes with the record.'
      },
      () => (said.textContent = 'This phone does not say where it is. Type the place instead.'),
      { enableHighAccuracy: true, timeout: 15_000, maximumAge: 60_000 },
    )
  })
}
