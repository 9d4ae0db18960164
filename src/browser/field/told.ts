import { timeOf } from './guess.ts'
import type { Fields } from './queue.ts'
import type { Draft } from './record.screen.ts'
import { capitalised } from './words.ts'

/** Mistakes by field, in words that say what to do. */
export type Faults = Readonly<Record<string, string>>

/**
 * A form as the desk would send it. Where nobody typed a day or a time the phone's clock dates it, and says so, so that the
 * desk can set right a clock that is wrong.
 */
export function toldIn(form: FormData, { draft }: { readonly draft: Draft }): Fields {
  const text = (name: string) => String(form.get(name) ?? '').trim()
  const method = text('method')
  const place = text('place')
  const uncounted = form.get('uncounted') !== null
  return {
    title: text('title') || (place === '' ? '' : `${capitalised(method)}, ${place}`.slice(0, 150)),
    method,
    place,
    ...dated(text('heldOn'), text('beganAt'), draft),
    footfall: uncounted ? 'none' : 'counted',
    ...Object.fromEntries(
      ['reached', 'spokeWith', 'raisedAConcern'].map((name) => [name, uncounted ? '' : text(name)]),
    ),
    communities: form.getAll('communities').map(String),
    ...Object.fromEntries(['latitude', 'longitude', 'concern', 'learning'].map((name) => [name, text(name)])),
  }
}

function dated(heldOn: string, beganAt: string, { plan }: Draft): Fields {
  if (heldOn !== '') return { heldOn, beganAt, dated: 'as typed' }
  if (plan === null) return { dated: 'by the clock', ...(beganAt === '' ? {} : { beganAt }) }
  // A meeting that begins early is recorded before the calendar says it began.
  const hasBegun = plan.begins <= timeOf(new Date())
  return hasBegun
    ? { heldOn: plan.heldOn, beganAt: beganAt || plan.begins, dated: 'by the plan' }
    : { dated: 'by the clock' }
}

type Checked = {
  readonly fields: Fields
  readonly team: string
  readonly hasPhoto: boolean
  readonly consent: boolean
}

/** What the phone itself can see is missing; the desk judges the rest. */
export function faultsOf({ fields, team, hasPhoto, consent }: Checked): Faults {
  const uncounted = fields['footfall'] === 'none'
  return {
    ...(fields['place'] === '' ? { place: 'Say where it was held' } : {}),
    ...(fields['method'] === '' ? { method: 'Choose how you met people' } : {}),
    ...(!uncounted && !/^\d[\d,\s]*$/.test(String(fields['reached']))
      ? { footfall: 'Say how many people you reached, or tick “No figure”' }
      : {}),
    ...(team === '' ? { team: 'Choose a team' } : {}),
    ...(hasPhoto && !consent ? { consent: 'Tick that everybody on the photo agreed, or leave the photo out' } : {}),
  }
}
