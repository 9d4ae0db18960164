import { typed, type FieldErrors, type FormValues } from '#platform/form.ts'
import { textarea } from '#platform/govuk.ts'
import { joined, type Html } from '#platform/html.ts'
import type { Footfall } from '../engagement.ts'
import { qualityFields } from './close-out-fields.page.ts'
import { tierFields } from './footfall.page.ts'

/** The figures as they are, to be typed over, and why. */
export const correctionFields = (values: FormValues, errors: FieldErrors): Html =>
  joined([tierFields(values, errors), qualityFields(values), reasonField(values, errors)])

/** Why a record is changed or withdrawn. */
export const reasonField = (values: FormValues, errors: FieldErrors): Html =>
  textarea({
    name: 'reason',
    label: 'Why?',
    hint: 'For example, counted again from the photograph. Never name a member of the public.',
    value: typed(values, 'reason'),
    error: errors['reason'],
    rows: 2,
    size: 's',
  })

/** Figures as their form would send them. */
export const figuresTyped = (footfall: Footfall): FormValues => ({
  reached: written(footfall.reached),
  spokeWith: written(footfall.spokeWith),
  raisedAConcern: written(footfall.raisedAConcern),
  footfallMethod: footfall.figureFrom ?? '',
  footfallConfidence: footfall.confidence ?? '',
})

const written = (figure: number | null): string => (figure === null ? '' : String(figure))
