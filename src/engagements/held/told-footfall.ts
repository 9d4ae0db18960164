import { z } from 'zod'
import { optionalWholeNumber, readForm, typed, type FieldErrors, type FormValues } from '#platform/form.ts'
import { confidences, figureSources, footfallFaults, nobodyCounted, type Footfall } from '../engagement.ts'

const wrong = 'Enter a whole number, such as 25'
const figure = () => optionalWholeNumber({ wrong, max: 1_000_000 })
const figuresForm = z.object({ reached: figure(), spokeWith: figure(), raisedAConcern: figure() })

export type ReadFootfall =
  { readonly ok: true; readonly value: Footfall } | { readonly ok: false; readonly errors: FieldErrors }

/** How many people an engagement reached, or that nobody took a figure; never both. */
export function readFootfall(form: FormValues): ReadFootfall {
  const anyTyped = ['reached', 'spokeWith', 'raisedAConcern'].some((name) => typed(form, name).trim() !== '')
  if (typed(form, 'footfall') === 'none')
    return anyTyped
      ? refused({ footfall: 'You entered a figure: untick this, or empty the boxes above' })
      : { ok: true, value: nobodyCounted }
  const read = readForm(figuresForm, form)
  if (!read.ok) return refused(read.errors)
  const faults = tierFaults(read.value)
  return Object.keys(faults).length === 0 ? { ok: true, value: { ...read.value, ...qualityOf(form) } } : refused(faults)
}

/** Both are optional, so that what is not on the list counts as not said. */
const qualityOf = (form: FormValues): Pick<Footfall, 'figureFrom' | 'confidence'> => ({
  figureFrom: figureSources.find((one) => one === typed(form, 'footfallMethod')) ?? null,
  confidence: confidences.find((one) => one === typed(form, 'footfallConfidence')) ?? null,
})

const refused = (errors: FieldErrors): ReadFootfall => ({ ok: false, errors })

function tierFaults(footfall: z.output<typeof figuresForm>): FieldErrors {
  const { reached, spokeWith, raisedAConcern } = footfall
  if (reached === null) return { reached: 'Enter how many people you reached, or tick that nobody took a figure' }
  const beyond = spokeWith === null && raisedAConcern !== null && raisedAConcern > reached
  return {
    ...footfallFaults(footfall),
    ...(beyond ? { raisedAConcern: `${raisedAConcern} people raised a concern but you reached only ${reached}` } : {}),
  }
}
