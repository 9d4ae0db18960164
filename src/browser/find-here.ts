/** Asks the browser where it is, once the button is pressed; the place is rounded to about ten metres and kept nowhere. */
for (const form of document.querySelectorAll<HTMLFormElement>('form[data-find-here]')) {
  if (!('geolocation' in navigator)) continue
  form.hidden = false
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    tell(form, 'Asking your browser where you are…')
    navigator.geolocation.getCurrentPosition(
      ({ coords }) =>
        window.location.assign(`${form.action}?at=${coords.latitude.toFixed(4)},${coords.longitude.toFixed(4)}`),
      (fault) => tell(form, reasons[fault.code] ?? 'Your browser did not say where you are.'),
      { timeout: 15_000, maximumAge: 60_000 },
    )
  })
}

const reasons: Readonly<Record<number, string>> = {
  1: 'Your browser was not allowed to say where you are. Use your postcode or the name of your town instead.',
  2: 'Your browser does not know where you are. Use your postcode or the name of your town instead.',
  3: 'Your browser took too long to find where you are. Try again, or use your postcode.',
}

function tell(form: HTMLFormElement, words: string): void {
  const told = form.querySelector('[data-find-here-told]')
  if (told) told.textContent = words
}
