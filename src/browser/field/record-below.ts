import { html, joined, nothing, type Html } from '#platform/html.ts'
import { input, value, type Draft } from './record.screen.ts'
import type { Week } from './week.ts'
import { capitalised } from './words.ts'

type Shown = { readonly draft: Draft; readonly week: Week | null }

/** What may be added, in the order in which it is wanted at a street corner. */
export function below({ draft, week }: Shown): Html {
  const isTold = Object.keys(draft.faults).some((name) => !first.includes(name))
  return html`<div class="field-place"><button type="button" class="govuk-button govuk-button--secondary field-target" id="here">Use this phone’s place</button>
<p class="govuk-body-s" id="place-said" role="status"></p>
<input type="hidden" id="latitude" name="latitude" value="${value(draft, 'latitude')}"><input type="hidden" id="longitude" name="longitude" value="${value(draft, 'longitude')}"></div>
${teamOf(draft, week)}
<details class="field-more"${(isTold || draft.reason !== null) && html` open`}><summary>Add more (optional)</summary>
${joined([
  area(
    'concern',
    'What did people raise?',
    'In their words or yours, without names. Your phone’s dictation works here.',
    draft,
  ),
  input('title', 'What was it?', draft),
  communitiesOf(draft, week),
  photoOf(draft),
  area('learning', 'What would you do differently?', '', draft),
  input('heldOn', 'Day, if not today', draft, html` type="date"`),
  input('beganAt', 'When it began, if not now', draft, html` type="time"`),
])}
</details>`
}

const first = ['place', 'method', 'footfall', 'reached', 'spokeWith', 'raisedAConcern', 'team']

function teamOf({ team, faults }: Draft, week: Week | null): Html {
  if (
    week === null ||
    (week.teams.length < 2 && team !== null && faults['team'] === undefined && week.team?.id === team)
  )
    return nothing
  const options = week.teams.map(
    ({ id, name }) => html`<option value="${id}"${id === team && html` selected`}>${name}</option>`,
  )
  return html`<div class="govuk-form-group"><label class="govuk-label govuk-label--s" for="team">For which team?</label>
<select class="govuk-select" id="team" name="team"><option value="">Choose a team</option>${options}</select></div>`
}

/** Several lines to type in. */
export function area(name: string, label: string, hint: string, draft: Pick<Draft, 'fields'>): Html {
  return html`<div class="govuk-form-group"><label class="govuk-label govuk-label--s" for="${name}">${label}</label>
${hint !== '' && html`<div class="govuk-hint" id="${name}-hint">${hint}</div>`}
<textarea class="govuk-textarea" id="${name}" name="${name}" rows="3" maxlength="1000"${hint !== '' && html` aria-describedby="${name}-hint"`}>${value(draft, name)}</textarea></div>`
}

function communitiesOf({ fields }: Draft, week: Week | null): Html {
  const chosen = fields['communities'] ?? []
  const boxes = (week?.communities ?? []).map(
    (
      name,
      n,
    ) => html`<div class="govuk-checkboxes__item"><input class="govuk-checkboxes__input" type="checkbox" id="community-${n}" name="communities" value="${name}"${chosen.includes(name) && html` checked`}>
<label class="govuk-label govuk-checkboxes__label" for="community-${n}">${capitalised(name)}</label></div>`,
  )
  return boxes.length === 0
    ? nothing
    : html`<fieldset class="govuk-fieldset govuk-form-group"><legend class="govuk-fieldset__legend govuk-fieldset__legend--s">Whom did it reach?</legend>
<div class="govuk-checkboxes">${boxes}</div></fieldset>`
}

const photoOf = ({
  faults,
}: Draft): Html => html`<div class="govuk-form-group" id="photo-group"><label class="govuk-label govuk-label--s" for="photo">Photo</label>
<div class="govuk-hint" id="photo-hint">Ask everybody on it first. Where it was taken is removed from it.</div>
${faults['photo'] && html`<p class="govuk-error-message">${faults['photo']}</p>`}
<input class="govuk-file-upload" type="file" id="photo" accept="image/*" capture="environment" aria-describedby="photo-hint">
<div class="govuk-checkboxes"><div class="govuk-checkboxes__item"><input class="govuk-checkboxes__input" type="checkbox" id="consent">
<label class="govuk-label govuk-checkboxes__label" for="consent">Everybody on the photo agreed to it</label></div></div></div>`
