import type { Html } from '#platform/html.ts'

/** One of the app's screens: its title, what it holds, and what must be wired once it stands. */
export type Screen = { readonly title: string; readonly body: Html; readonly ready?: (root: HTMLElement) => void }

/** Puts a screen up, and tells those who cannot see it by moving to its heading; redrawing the same one moves nothing. */
export function showScreen(root: HTMLElement, { title, body, ready }: Screen, isNew: boolean): void {
  document.title = `${title} – Frankpledge`
  root.innerHTML = body.text
  ready?.(root)
  if (!isNew) return
  const heading = root.querySelector('h1')
  heading?.setAttribute('tabindex', '-1')
  heading?.focus({ preventScroll: true })
  window.scrollTo(0, 0)
}

/** The element that a screen must hold; throws where it does not. */
export function part<Wanted extends Element>(root: ParentNode, selector: string): Wanted {
  const found = root.querySelector<Wanted>(selector)
  if (found === null) throw new Error(`the screen has no ${selector}`)
  return found
}
