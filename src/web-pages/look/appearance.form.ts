import type { Chosen } from '#areas/appearance/appearance.ts'
import {
  accentContrast,
  accentNeeds,
  nearestAccent,
  nearestColour,
  poorContrastsOf,
  ratioInWords,
  type PoorContrast,
} from '#areas/appearance/judge-colours.ts'
import { typed, typedList, type FieldErrors, type FormValues } from '#platform/form.ts'
import type { Language } from '#platform/language/language.ts'
import { ownAccent, ownLook } from '#platform/look.ts'

/** What was chosen; or the mistakes, with the colours that would do where those typed cannot be read. */
export type ReadAppearance =
  | { readonly ok: true; readonly chosen: Chosen }
  | { readonly ok: false; readonly errors: FieldErrors; readonly nearest: Colours | null }

export type Colours = { readonly colour: string; readonly accent: string }

/** The form as it is shown for what is kept; each colour can be typed, or picked beside it. */
export const appearanceValues = ({ colour, accent, languages }: Chosen): FormValues => ({
  colour: colour ?? '',
  'colour-shown': colour ?? '',
  'colour-picked': colour ?? ownLook.colour,
  accent: accent ?? '',
  'accent-shown': accent ?? '',
  'accent-picked': accent ?? ownAccent,
  languages: [...languages],
})

/** How a force's pages shall look, or every mistake in it. */
export function readAppearance(form: FormValues): ReadAppearance {
  const colour = colourOf(form, 'colour', ownLook.colour)
  const accent = colourOf(form, 'accent', ownAccent)
  const errors = { ...wrong('colour', colour), ...wrong('accent', accent) }
  if (Object.keys(errors).length > 0) return { ok: false, errors, nearest: null }
  const poor = poorlyRead(colour || ownLook.colour, accent || ownAccent)
  if (poor !== null) return { ok: false, ...poor }
  const languages: Language[] = typedList(form, 'languages').includes('cy') ? ['en', 'cy'] : ['en']
  return { ok: true, chosen: { colour: colour || null, accent: accent || null, languages } }
}

/** What was typed; where that was left as it was shown, what was picked beside it. Empty for the site's own. */
export function colourOf(form: FormValues, name: 'colour' | 'accent', own: string): string {
  const written = typed(form, name).trim().toLowerCase()
  const shown = typed(form, `${name}-shown`)
  const picked = typed(form, `${name}-picked`).trim().toLowerCase()
  const isPicked = written === shown && picked !== '' && picked !== (shown || own)
  return isPicked ? picked : written
}

const wrong = (name: string, colour: string): FieldErrors =>
  colour === '' || /^#[0-9a-f]{6}$/.test(colour)
    ? {}
    : { [name]: 'Write the colour as # and six letters or figures, such as #14315f' }

function poorlyRead(colour: string, accent: string): { errors: FieldErrors; nearest: Colours } | null {
  const [worst] = poorContrastsOf(colour).sort((a, b) => a.ratio / a.needed - b.ratio / b.needed)
  const darker = nearestColour(colour)
  const beside = accentContrast(accent, darker)
  const lighter = nearestAccent(accent, darker)
  const errors = {
    ...(worst ? { colour: `${inWords(worst)}. The nearest that will do is ${darker}` } : {}),
    ...(beside < accentNeeds
      ? {
          accent: `The line below the name has a contrast of ${ratioInWords(beside)} beside the colour and needs ${accentNeeds} : 1. The nearest that will do is ${lighter}`,
        }
      : {}),
  }
  return Object.keys(errors).length === 0 ? null : { errors, nearest: { colour: darker, accent: lighter } }
}

const words: Readonly<Record<PoorContrast['what'], string>> = {
  'white on it': 'White words on it',
  'links on white': 'Links of this colour on white',
  'links on the pale ground': 'Links of this colour on their pale ground',
  'the yellow of what is chosen': 'Yellow marks on it',
}

const inWords = ({ what, ratio, needed }: PoorContrast): string =>
  `${words[what]} have a contrast of ${ratioInWords(ratio)} and need ${needed} : 1`
