/** Each box of a tally gets buttons for a thumb; the first also takes a guess at a crowd. */
for (const tally of document.querySelectorAll('[data-tally]'))
  tally.querySelectorAll('input').forEach((box, n) => {
    stepped(box)
    if (n === 0) guessed(box)
  })

function stepped(box: HTMLInputElement): void {
  const row = document.createElement('div')
  row.className = 'tally__row'
  box.replaceWith(row)
  const name = labelOf(box)
  row.append(step(box, '−', `One fewer: ${name}`, -1), box, step(box, '+', `One more: ${name}`, 1))
}

function guessed(box: HTMLInputElement): void {
  const abouts = document.createElement('div')
  abouts.className = 'tally__abouts'
  abouts.setAttribute('role', 'group')
  abouts.setAttribute('aria-label', `${labelOf(box)}, about`)
  const words = document.createElement('span')
  words.className = 'govuk-body-s govuk-!-margin-bottom-0'
  words.textContent = 'about'
  abouts.append(words, ...[10, 25, 50, 100].map((count) => guess(box, count)))
  box.parentElement?.after(abouts)
}

function step(box: HTMLInputElement, sign: string, said: string, by: number): HTMLButtonElement {
  const made = button(sign, 'tally__step', () => put(box, Math.max(0, (Number.parseInt(box.value, 10) || 0) + by)))
  made.setAttribute('aria-label', said)
  return made
}

function guess(box: HTMLInputElement, count: number): HTMLButtonElement {
  return button(String(count), 'tally__about', () => put(box, count))
}

function button(words: string, name: string, press: () => void): HTMLButtonElement {
  const made = document.createElement('button')
  made.type = 'button'
  made.className = name
  made.textContent = words
  made.addEventListener('click', press)
  return made
}

function put(box: HTMLInputElement, value: number): void {
  box.value = String(value)
  box.dispatchEvent(new Event('input', { bubbles: true }))
}

function labelOf(box: HTMLInputElement): string {
  return document.querySelector(`label[for="${box.id}"]`)?.textContent?.trim() ?? ''
}
