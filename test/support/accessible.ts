import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import test from 'node:test'
import type { Page } from 'playwright-core'
import { openPage } from './browser.ts'
import { leaveLookedAt } from './looked-at.ts'
import { demonstrationSite } from './site.ts'
import { htmlFaults, markupOf } from './valid-html.ts'

/** Somebody's way through the site: each page that is opened or looked at must shut nobody out. */
export type Walk = {
  readonly page: Page
  readonly url: string
  readonly databaseUrl: string
  /** Opens pages by their paths. */
  readonly open: (...paths: readonly string[]) => Promise<void>
  /** Looks at the page that is open; `words` tell that it is the page that is meant. */
  readonly look: (what: string, words: RegExp) => Promise<void>
  readonly press: (name: string) => Promise<void>
  readonly upload: (path: string, button: string, name: string, text: string | Buffer) => Promise<void>
  readonly signIn: (person: string) => Promise<void>
}

/** As wide as a small phone, and as a desk. */
const widths = [320, 1280]

/** Walks once, and looks at each page at both widths: axe finds nothing, the markup is valid HTML, and no page is wider than the screen. */
export function nobodyIsShutOut(of: string, go: (walk: Walk) => Promise<void>): void {
  test(`nobody is shut out of ${of} at ${widths.join(' and ')} pixels`, async (t) => {
    const { url, databaseUrl } = await demonstrationSite(t)
    const page = await openPage({ width: Math.min(...widths), height })
    const faults: Record<string, string[]> = {}
    const addresses = new Set<string>()
    await go({ page, url, databaseUrl, ...steps(page, url, looking(page, faults, addresses)) })
    leaveLookedAt({ of, widths, addresses: [...addresses], faults })
    assert.deepEqual(faults, Object.fromEntries(Object.keys(faults).map((what) => [what, []])))
  })
}

type Look = (what: string) => Promise<void>

const height = 900

/** Writes down what is wrong with the document that is open, at each width, and leaves it as narrow as it was found. */
function looking(page: Page, faults: Record<string, string[]>, addresses: Set<string>): Look {
  const markup = markupOf(page)
  return async (what) => {
    addresses.add(new URL(page.url()).pathname)
    const found = await htmlFaults(await markup())
    await page.evaluate(axe)
    for (const width of widths.toReversed()) {
      await page.setViewportSize({ width, height })
      for (const fault of await faultsOf(page)) found.push(`${fault} (${width} pixels)`)
    }
    faults[what] = found
  }
}

function steps(page: Page, url: string, lookAt: Look): Omit<Walk, 'page' | 'url' | 'databaseUrl'> {
  const press = (name: string) => page.getByRole('button', { name, exact: true }).click()
  return {
    press,
    open: async (...paths) => {
      for (const path of paths) {
        await page.goto(url + path)
        await lookAt(path)
      }
    },
    look: async (what, words) => {
      assert.match(await page.locator('main').innerText(), words, what)
      await lookAt(what)
    },
    upload: async (path, button, name, text) => {
      await page.goto(url + path)
      await page.setInputFiles('input[type=file]', { name, mimeType: 'text/plain', buffer: Buffer.from(text) })
      await press(button)
    },
    signIn: async (person) => {
      await page.request.post(`${url}/sign-in/demonstration`, { form: { person } })
    },
  }
}

/** Each demonstration has events of its own days, so the first that is listed stands for all. */
export async function firstEvent(page: Page, list: string): Promise<string> {
  await page.goto(list)
  return (await page.locator('.meetings a').first().getAttribute('href')) ?? '/no-event'
}

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** The faults axe finds in a page that carries it, each with where; and how much wider than the screen the page is. */
async function faultsOf(page: Page): Promise<string[]> {
  const violations = await page.evaluate(async () => {
    const run = Reflect.get(globalThis, 'axe') as {
      run: (options: object) => Promise<{ violations: { id: string; nodes: { target: unknown }[] }[] }>
    }
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
    return (await run.run({ runOnly: tags, resultTypes: ['violations'] })).violations.map(
      ({ id, nodes }) => `${id} at ${nodes.map((node) => String(node.target)).join(', ')}`,
    )
  })
  const over = await page.evaluate<number>(
    'document.documentElement.scrollWidth - document.documentElement.clientWidth',
  )
  return [...violations, ...(over > 0 ? [`${over} pixels wider than the screen`] : [])]
}
