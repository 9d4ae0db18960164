type Light = readonly [red: number, green: number, blue: number]

const black: Light = [0, 0, 0]
const white: Light = [255, 255, 255]

/** How well one colour (`#14315f`) is read on another, from 1 to 21, by the formula of WCAG 2. */
export function contrast(one: string, other: string): number {
  const [lighter = 0, darker = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return (lighter + 0.05) / (darker + 0.05)
}

/** The colours that go with a force's own: for a link under the pointer, for a pale ground, for the lines on it. */
export const shadesOf = (colour: string) => ({
  deeper: mixed(colour, black, 0.45),
  pale: mixed(colour, white, 0.91),
  line: mixed(colour, white, 0.55),
})

/** A colour with so much black in it, from 0 to 1. */
export const darkened = (colour: string, share: number): string => mixed(colour, black, share)

/** A colour with so much white in it, from 0 to 1. */
export const lightened = (colour: string, share: number): string => mixed(colour, white, share)

function luminance(colour: string): number {
  const [red, green, blue] = lightOf(colour)
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
}

function linear(light: number): number {
  const share = light / 255
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
}

function mixed(colour: string, other: Light, share: number): string {
  const parts = lightOf(colour).map((light, place) => Math.round(light + ((other[place] ?? 0) - light) * share))
  return `#${parts.map((part) => part.toString(16).padStart(2, '0')).join('')}`
}

const lightOf = (colour: string): Light => [lightAt(colour, 1), lightAt(colour, 3), lightAt(colour, 5)]

const lightAt = (colour: string, at: number): number => parseInt(colour.slice(at, at + 2), 16)
