/** Asks the browser where it is, once the button is pressed; the place is rounded to about ten metres and kept nowhere. */
for (const form of document.querySelectorAll<HTMLFormElement>('form[data-find-here]')) {
  if (!('geolocation' in navigator)) continue
  form.hidden = false
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    tell(form, 'asking')
    navigator.geolocation.getCurrentPosition(
      ({ coords }) =>
        window.location.assign(`${form.action}?at=${coords.latitude.toFixed(4)},${coords.longitude.toFixed(4)}`),
      (fault) => tell(form, reasons[fault.code] ?? 'unknown'),
      { timeout: 15_000, maximumAge: 60_000 },
    )
  })
}

type Telling = 'asking' | 'denied' | 'unknown' | 'slow'

/** By the code of the browser's fault. */
const reasons: Readonly<Record<number, Telling>> = { 1: 'denied', 2: 'unknown', 3: 'slow' }

/** The page holds the words, in the language in which it is read. */
function tell(form: HTMLFormElement, telling: Telling): void {
  const told = form.querySelector('[data-find-here-told]')
  if (told) told.textContent = form.dataset[telling] ?? ''
}
