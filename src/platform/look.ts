/** How the pages of a force look, or the site's own. */
export type Look = {
  /** Behind the name at the top of each page, and on posters, with white on it. */
  readonly colour: string
  /** The address of the force's own colours; null for the site's. */
  readonly stylesheet: string | null
  /** The address of the picture beside the name; null without one. */
  readonly crest: string | null
}

/** Where no force is spoken of, or it has chosen nothing; the same as in `src/browser/_themes.scss`. */
export const ownLook: Look = { colour: '#0b4f5c', stylesheet: null, crest: null }

/** The line below the name, where a force has not chosen another. */
export const ownAccent = '#f2b705'
