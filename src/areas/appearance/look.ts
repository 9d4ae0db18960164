import { createHash } from 'node:crypto'
import { ownAccent, ownLook, type Look } from '#platform/look.ts'
import type { Appearance } from './appearance.ts'
import { shadesOf } from './colour.ts'

/** How a force's pages look; each address changes with what is behind it, so that a browser may keep it for ever. */
export const lookOf = (appearance: Appearance): Look => ({
  colour: appearance.colour ?? ownLook.colour,
  stylesheet: stylesheetAddress(appearance),
  crest: appearance.crestAt === null ? null : `/look/${appearance.forceId}/crest-${appearance.crestAt}`,
})

function stylesheetAddress(appearance: Appearance): string | null {
  const written = stylesheetOf(appearance)
  if (written === '') return null
  const hash = createHash('sha256').update(written).digest('hex').slice(0, 12)
  return `/look/${appearance.forceId}/${hash}.css`
}

/** The force's colours as properties that the site's own stylesheet reads; empty where it has chosen none. */
export function stylesheetOf({ colour, accent }: Pick<Appearance, 'colour' | 'accent'>): string {
  if (colour === null && accent === null) return ''
  const properties = { ...(colour === null ? {} : propertiesOf(colour)), 'site-accent-colour': accent ?? ownAccent }
  const lines = Object.entries(properties).map(([name, value]) => `--${name}:${value}`)
  return `:root{${lines.join(';')}}\n`
}

function propertiesOf(colour: string) {
  const { deeper, pale, line } = shadesOf(colour)
  return {
    'site-header-colour': colour,
    'govuk-brand-colour': colour,
    'govuk-link-colour': colour,
    'govuk-link-hover-colour': deeper,
    'govuk-surface-background-colour': pale,
    'govuk-template-background-colour': pale,
    'govuk-surface-border-colour': line,
  }
}
