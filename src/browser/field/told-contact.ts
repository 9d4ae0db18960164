import type { Fields } from './queue.ts'
import type { Faults } from './told.ts'

/** A contact as the desk's form would send it; where nobody typed a day the phone's clock dates it, and says so. */
export function contactIn(form: FormData): Fields {
  const text = (name: string) => String(form.get(name) ?? '').trim()
  const madeOn = text('madeOn')
  return {
    what: 'contact',
    ...Object.fromEntries(
      ['with', 'how', 'heard', 'voiced', 'promised', 'promisedBy'].map((name) => [name, text(name)]),
    ),
    facets: form.getAll('facets').map(String),
    ...(madeOn === '' ? { dated: 'by the clock' } : { dated: 'as typed', madeOn }),
  }
}

/** What the phone itself can see is missing; the desk judges the rest. */
export const contactFaults = (fields: Fields): Faults => ({
  ...(fields['with'] === '' ? { with: 'Choose whom you were in touch with' } : {}),
  ...(fields['how'] === '' ? { how: 'Choose how you were in touch' } : {}),
  ...(fields['promised'] !== '' && fields['promisedBy'] === '' ? { promisedBy: 'Enter by when you promised it' } : {}),
  ...(fields['promised'] === '' && fields['promisedBy'] !== ''
    ? { promised: 'Enter what you promised, or leave the day empty' }
    : {}),
})
