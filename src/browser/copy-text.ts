/** Beside each text that is there to be copied stands a button that copies it, and says that it did. */
for (const text of document.querySelectorAll<HTMLTextAreaElement>('textarea[readonly]')) {
  const said = document.createElement('span')
  said.setAttribute('role', 'status')
  said.className = 'govuk-body govuk-!-margin-left-2'
  text.after(copyButton(text, said), said)
}

function copyButton(text: HTMLTextAreaElement, said: HTMLElement): HTMLButtonElement {
  const made = document.createElement('button')
  made.type = 'button'
  made.className = 'govuk-button govuk-!-margin-top-2 govuk-!-margin-bottom-2'
  made.textContent = 'Copy'
  made.setAttribute('aria-label', `Copy: ${text.labels[0]?.textContent?.trim() ?? ''}`)
  made.addEventListener('click', () => {
    navigator.clipboard.writeText(text.value).then(
      () => (said.textContent = 'Copied'),
      () => chooseAll(text, said),
    )
  })
  return made
}

/** Where the browser keeps its clipboard to itself, everything is chosen so that one key copies it. */
function chooseAll(text: HTMLTextAreaElement, said: HTMLElement): void {
  text.focus()
  text.select()
  said.textContent = 'The text is selected: copy it with your keyboard'
}
