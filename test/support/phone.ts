import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'

const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** What axe finds, how much wider than the screen it is, and which targets are too small for a thumb. */
export async function faultsOf(page: Page): Promise<string[]> {
  await page.evaluate(axe)
  const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
  const found = await page.evaluate<string[]>(`(async () => {
    const { violations } = await axe.run({ runOnly: ${JSON.stringify(tags)} })
    const over = document.documentElement.scrollWidth - document.documentElement.clientWidth
    const small = [...document.querySelectorAll('#screen button, #screen .govuk-button')]
      .filter((one) => one.offsetHeight > 0 && one.offsetHeight < 48).map((one) => 'too small: ' + one.textContent)
    return [...violations.map(({ id, nodes }) => id + ' at ' + nodes.map(({ target }) => target).join(', ')),
      ...(over > 0 ? [over + ' pixels wider than the screen'] : []), ...small]
  })()`)
  return found
}

/** All that the phone's database holds, as somebody would read it who took the phone apart. */
export const dumped = (page: Page): Promise<string> =>
  page.evaluate(`(async () => {
    const done = (request) => new Promise((resolve) => (request.onsuccess = () => resolve(request.result)))
    const database = await done(indexedDB.open('frankpledge-field'))
    const stores = database.transaction(['records', 'photos', 'settings'])
    const rows = await Promise.all(['records', 'photos', 'settings'].map((name) => done(stores.objectStore(name).getAll())))
    const text = (value) =>
      value instanceof ArrayBuffer ? new TextDecoder('latin1').decode(value)
      : ArrayBuffer.isView(value) ? new TextDecoder('latin1').decode(value)
      : value && typeof value === 'object' ? Object.entries(value).map(([name, one]) => name + text(one)).join(' ')
      : String(value)
    database.close()
    return text(rows)
  })()`)

/** Lets the sign-in that lent the private key be long over by the phone's own clock. */
export const letKeyEnd = (page: Page) =>
  page.evaluate(`(async () => {
    const done = (request) => new Promise((resolve) => (request.onsuccess = () => resolve(request.result)))
    const database = await done(indexedDB.open('frankpledge-field'))
    const store = database.transaction('keys', 'readwrite').objectStore('keys')
    for (const key of await done(store.getAll())) await done(store.put({ ...key, until: 1 }))
    database.close()
  })()`)
