import { shadesOf } from '#areas/appearance/colour.ts'
import { html, type Html } from '#platform/html.ts'
import type { Colours } from './appearance.form.ts'

/** How the top of a page would look in these colours, drawn, since no page carries a style of its own. */
export function preview({ colour, accent }: Colours, said: string): Html {
  const { deeper, pale, line } = shadesOf(colour)
  return html`<svg class="look-preview" viewBox="0 0 320 148" role="img" aria-label="${said}: the colour ${colour} with the line ${accent}">
<rect width="320" height="148" fill="#ffffff"></rect>
<rect width="320" height="42" fill="${colour}"></rect>
<text x="12" y="28" font-size="19" font-weight="bold" fill="#ffffff">Frankpledge</text>
<rect y="42" width="320" height="6" fill="${accent}"></rect>
<text x="12" y="74" font-size="16" fill="${colour}" text-decoration="underline">A link on white</text>
<text x="170" y="74" font-size="16" fill="${deeper}" text-decoration="underline">When pointed at</text>
<rect x="0.5" y="90.5" width="319" height="57" fill="${pale}" stroke="${line}"></rect>
<text x="12" y="124" font-size="16" fill="${colour}" text-decoration="underline">A link on the pale ground</text>
</svg>`
}
