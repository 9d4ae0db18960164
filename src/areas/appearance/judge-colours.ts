import { contrast, darkened, lightened, shadesOf } from './colour.ts'

/** What of a colour cannot be read well enough, with the ratio that was measured and the one it needs (WCAG 2.2 AA). */
export type PoorContrast = {
  readonly what: 'white on it' | 'links on white' | 'links on the pale ground' | 'the yellow of what is chosen'
  readonly ratio: number
  readonly needed: number
}

const white = '#ffffff'
/** The Design System marks what the keyboard has chosen in this yellow. */
const chosen = '#ffdd00'

/** All that cannot be read well enough with this colour (1.4.3, 1.4.11); empty where it will do. */
export function poorContrastsOf(colour: string): PoorContrast[] {
  const { pale } = shadesOf(colour)
  const all: PoorContrast[] = [
    { what: 'white on it', ratio: contrast(white, colour), needed: 4.5 },
    { what: 'links on white', ratio: contrast(colour, white), needed: 4.5 },
    { what: 'links on the pale ground', ratio: contrast(colour, pale), needed: 4.5 },
    { what: 'the yellow of what is chosen', ratio: contrast(chosen, colour), needed: 3 },
  ]
  return all.filter(({ ratio, needed }) => ratio < needed)
}

const steps = Array.from({ length: 51 }, (_, step) => step / 50)

/** The colour itself where it will do, else the nearest darker one that does. */
export const nearestColour = (colour: string): string =>
  steps.map((share) => darkened(colour, share)).find((one) => poorContrastsOf(one).length === 0) ?? '#000000'

/** How well the line below the name is told from the colour above it, which needs 3 (1.4.11). */
export const accentContrast = (accent: string, colour: string): number => contrast(accent, colour)

export const accentNeeds = 3

/** The accent itself where it will do beside the colour, else the nearest lighter one that does. */
export const nearestAccent = (accent: string, colour: string): string =>
  steps.map((share) => lightened(accent, share)).find((one) => accentContrast(one, colour) >= accentNeeds) ?? white

/** A ratio as people are told it: never rounded up to what it does not reach. */
export const ratioInWords = (ratio: number): string => `${(Math.floor(ratio * 10) / 10).toFixed(1)} : 1`
