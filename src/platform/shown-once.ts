import type { Html } from '#platform/html.ts'
import type { Language } from '#platform/language/language.ts'
import type { Say } from '#platform/language/say.ts'

/**
 * Writes what is told of a thing once in each language, and tells it again while it is the very same thing. For things that
 * are read once and never changed: what has changed since must come as another thing.
 */
export function shownOnce<Thing extends object>(show: (thing: Thing, say: Say) => Html) {
  const written = new WeakMap<Thing, Map<Language, Html>>()
  return (thing: Thing, say: Say): Html => {
    const known = written.get(thing) ?? new Map<Language, Html>()
    written.set(thing, known)
    const markup = known.get(say.language) ?? show(thing, say)
    known.set(say.language, markup)
    return markup
  }
}
