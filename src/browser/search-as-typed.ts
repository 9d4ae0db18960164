/** While somebody types, the list below shows what is found so far; without this script the button does the same. */
for (const form of document.querySelectorAll<HTMLFormElement>('form[data-search-as-typed]')) {
  const box = form.querySelector<HTMLInputElement>('input[type="search"]')
  const list = document.getElementById(form.dataset['searchAsTyped'] ?? '')
  if (box && list) follow(form, box, list)
}

function follow(form: HTMLFormElement, box: HTMLInputElement, list: HTMLElement): void {
  let waiting: number | undefined
  let asked = 0
  box.addEventListener('input', () => {
    window.clearTimeout(waiting)
    const turn = ++asked
    waiting = window.setTimeout(() => void show(turn), 120)
  })
  /** An answer that comes after a newer question is of no use any more. */
  async function show(turn: number): Promise<void> {
    const words = box.value.trim()
    const found = words === '' ? [] : await ask(form.action, words)
    if (turn === asked && found !== null) list.replaceChildren(...found)
  }
}

/** The nodes of the list, or null where the network is away; the button still asks in full. */
async function ask(address: string, words: string): Promise<Node[] | null> {
  const query = new URLSearchParams({ q: words, part: 'list' })
  try {
    const answer = await fetch(`${address}?${query}`, { headers: { accept: 'text/html' } })
    if (!answer.ok || answer.redirected) return null
    return [...new DOMParser().parseFromString(await answer.text(), 'text/html').body.childNodes]
  } catch {
    return null
  }
}
