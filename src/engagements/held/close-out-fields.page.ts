import { inWords } from '#platform/day.ts'
import { typed, typedDay, typedList, type FieldErrors, type FormValues } from '#platform/form.ts'
import { dateInput, input, radios, select, textarea } from '#platform/govuk.ts'
import { html, joined, nothing, type Html } from '#platform/html.ts'
import { capitalised } from '#platform/capitalised.ts'
import { confidences, figureSources } from '../engagement.ts'
import type { Hotspot } from './hotspot.ts'

const nameNobody = 'Never name a member of the public, or say anything by which others would know who it was.'

/** How good the figure is; both may be left unsaid. */
export const qualityFields = (values: FormValues): Html =>
  joined([
    quality('footfallMethod', 'How was the figure got? (optional)', figureSources, values),
    quality('footfallConfidence', 'How sure are you of it? (optional)', confidences, values),
  ])

const quality = (name: string, legend: string, among: readonly string[], values: FormValues): Html =>
  radios({
    name,
    legend,
    choices: among.map((value) => ({ value, words: capitalised(value) })),
    value: typed(values, name),
    size: 's',
    small: true,
    inline: true,
  })

/** The boxes for concerns in words: one more than were typed, at least `least`. */
export function concernFields(values: FormValues, errors: FieldErrors, least: number): Html {
  const told = typedList(values, 'concern').filter((words) => words.trim() !== '')
  const boxes = Array.from({ length: Math.max(least, told.length) }, (_, n) => n)
  return joined(
    boxes.map((n) =>
      textarea({
        name: 'concern',
        id: n === 0 ? 'concern' : `concern-${n + 1}`,
        label: n === 0 ? 'What was somebody worried about?' : `Another concern (${n + 1})`,
        hint: n === 0 ? `In words, one concern in each box. ${nameNobody}` : undefined,
        value: told[n] ?? '',
        error: n === 0 ? errors['concern'] : undefined,
        rows: 2,
        size: 's',
      }),
    ),
  )
}

/** What was promised, to whom and by when. */
export const promiseFields = (values: FormValues, errors: FieldErrors): Html =>
  joined([
    textarea({
      name: 'promised',
      label: 'What did you promise?',
      hint: nameNobody,
      value: typed(values, 'promised'),
      error: errors['promised'],
      rows: 2,
      size: 's',
    }),
    input({
      name: 'promisedTo',
      label: 'To whom?',
      hint: 'A post or an organisation, such as the parish council or the market traders.',
      value: typed(values, 'promisedTo'),
      error: errors['promisedTo'],
      size: 's',
    }),
    dateInput({
      name: 'promisedBy',
      legend: 'By which day?',
      value: typedDay(values, 'promisedBy'),
      error: errors['promisedBy'],
      size: 's',
    }),
  ])

/** What would be done differently, and whether others were told. */
export const learningFields = (values: FormValues, errors: FieldErrors): Html =>
  html`${textarea({
    name: 'learning',
    label: 'What did you learn?',
    hint: 'For example, that people came before we had set up.',
    value: typed(values, 'learning'),
    error: errors['learning'],
    rows: 2,
    size: 's',
  })}<div class="govuk-checkboxes govuk-checkboxes--small desk-form__tick"><div class="govuk-checkboxes__item">
<input class="govuk-checkboxes__input" id="learningShared" name="learningShared" type="checkbox" value="yes"${typed(values, 'learningShared') !== '' && html` checked`}>
<label class="govuk-label govuk-checkboxes__label" for="learningShared">We have told others of it</label>
</div></div>
`

/** Which hotspot a street corner meeting answers (R11); nothing is asked where none waits. */
export function hotspotField(values: FormValues, errors: FieldErrors, open: readonly Hotspot[]): Html {
  if (open.length === 0 && errors['hotspot'] === undefined) return nothing
  return select({
    name: 'hotspot',
    label: 'Did this street corner meeting answer a hotspot?',
    choices: [
      { value: '', words: 'No' },
      ...open.map(({ id, place, identifiedOn }) => ({ value: id, words: `${place}, named ${inWords(identifiedOn)}` })),
    ],
    value: typed(values, 'hotspot'),
    error: errors['hotspot'],
    size: 's',
  })
}
