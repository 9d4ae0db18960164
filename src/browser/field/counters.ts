import { html, type Html } from '#platform/html.ts'
import { tiers, withCount, type Counts, type Tier } from './footfall.ts'
import { part } from './screen.ts'

const labels: Readonly<Record<Tier, string>> = {
  reached: 'Reached',
  spokeWith: 'Spoke with',
  raisedAConcern: 'Raised a concern',
}

const guesses = [10, 25, 50, 100]

/** Three counters for a thumb, guesses at a crowd, and a way to say that nobody counted. */
export const counters = (counts: Readonly<Record<Tier, string>>, uncounted: boolean): Html =>
  html`<fieldset class="govuk-fieldset field-counters" id="footfall"><legend class="govuk-fieldset__legend govuk-fieldset__legend--s">How many people?</legend>
${tiers.map((tier) => counter(tier, counts[tier]))}
<div class="govuk-checkboxes"><div class="govuk-checkboxes__item">
<input class="govuk-checkboxes__input" type="checkbox" id="uncounted" name="uncounted" value="yes"${uncounted && html` checked`}>
<label class="govuk-label govuk-checkboxes__label" for="uncounted">No figure</label></div></div></fieldset>`

const counter = (tier: Tier, value: string): Html => html`<div class="field-counter">
<label class="govuk-label" for="${tier}">${labels[tier]}</label>
<div class="field-counter__row"><button type="button" class="field-step" data-step="-1" data-tier="${tier}" aria-label="One fewer: ${labels[tier]}">−</button>
<input class="govuk-input" id="${tier}" name="${tier}" inputmode="numeric" autocomplete="off" value="${value}" aria-describedby="footfall-error">
<button type="button" class="field-step" data-step="1" data-tier="${tier}" aria-label="One more: ${labels[tier]}">+</button></div>
${tier === 'reached' && guessButtons}</div>`

const guessButtons = html`<div class="field-guesses" role="group" aria-label="Reached, about"><span>about</span>${guesses.map(
  (guess) => html`<button type="button" class="field-guess" data-guess="${guess}">${guess}</button>`,
)}</div>`

/** Wires the counters of a form; `counted` hears whether the figure was last counted or guessed. */
export function wireCounters(root: HTMLElement, heard: (how: 'counted' | 'estimated') => void): void {
  const box = (tier: Tier) => part<HTMLInputElement>(root, `#${tier}`)
  const uncounted = part<HTMLInputElement>(root, '#uncounted')
  const read = (): Counts => ({
    reached: numberIn(box('reached')),
    spokeWith: numberIn(box('spokeWith')),
    raisedAConcern: numberIn(box('raisedAConcern')),
  })
  const put = (counts: Counts) => {
    for (const tier of tiers) box(tier).value = counts[tier] === null ? '' : String(counts[tier])
  }
  const set = (tier: Tier, value: number | null, how: 'counted' | 'estimated') => {
    put(withCount(read(), tier, value))
    if (value !== null) uncounted.checked = false
    heard(how)
  }
  for (const step of root.querySelectorAll<HTMLButtonElement>('[data-step]'))
    step.addEventListener('click', () => {
      const tier = tiers.find((one) => one === step.dataset['tier']) ?? 'reached'
      set(tier, Math.max(0, (numberIn(box(tier)) ?? 0) + Number(step.dataset['step'])), 'counted')
    })
  for (const guess of root.querySelectorAll<HTMLButtonElement>('[data-guess]'))
    guess.addEventListener('click', () => set('reached', Number(guess.dataset['guess']), 'estimated'))
  for (const tier of tiers) box(tier).addEventListener('change', () => set(tier, numberIn(box(tier)), 'counted'))
  uncounted.addEventListener('change', () => {
    if (uncounted.checked) put({ reached: null, spokeWith: null, raisedAConcern: null })
  })
}

function numberIn({ value }: HTMLInputElement): number | null {
  const digits = value.replaceAll(/[,\s]/g, '')
  return /^\d{1,7}$/.test(digits) ? Number(digits) : null
}
