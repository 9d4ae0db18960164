import { html } from '#platform/html.ts'
import type { Say } from '#platform/language/say.ts'
import { heading, paragraph, where, type Block } from './document.ts'

/** How a document that residents are given ends: where each figure can be checked, and what it is not for. */
export const closing = (address: string | null, say: Say): Block[] => [
  ...where(
    address !== null,
    heading(2, say`Check it yourself`),
    paragraph(say`Every figure here rests on entries of a ledger that anybody can look at: ${address ?? ''}`),
  ),
  paragraph(
    say`This is not for emergencies: call ${html`<strong>999</strong>`} in an emergency, ${html`<strong>101</strong>`} otherwise.`,
  ),
]
