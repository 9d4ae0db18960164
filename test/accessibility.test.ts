import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import test from 'node:test'
import type { Page } from 'playwright-core'
import { openPage } from './support/browser.ts'
import { demonstrationSite } from './support/site.ts'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

const forEverybody = [
  '/',
  '/?q=Bridport',
  '/?q=Atlantis',
  '/dorset',
  '/dorset/west-dorset',
  '/dorset/poole-north',
  '/dorset/west-dorset/contract/2019',
  '/dorset/west-dorset/contract/2019?as-at=2019-12-01',
  '/dorset/west-dorset/contract/2019/standards/D-8',
  '/dorset/west-dorset/contract/2019/commitments/R35',
  '/dorset/west-dorset/contract/2019/commitments/T1',
  '/dorset/west-dorset/contract/2019/commitments/R09',
  '/dorset/west-dorset/ledger',
  '/dorset/west-dorset/events',
  '/devon-and-cornwall/launceston',
  '/devon-and-cornwall/launceston/contract',
  '/frameworks',
  '/frameworks/dorset-2019',
  '/frameworks/devon-and-cornwall-2017',
  '/frameworks/dorset-2019/standards/D-2',
  '/sign-in',
  '/nowhere',
  '/dorset/west-dorset/contract/1999',
]

/** Each demonstration has events of its own days, so the first that is listed stands for all. */
async function firstEvent(page: Page, list: string): Promise<string> {
  await page.goto(list)
  return (await page.locator('.meetings a').first().getAttribute('href')) ?? '/no-event'
}

const atTheDesk = [
  '/desk/dorset/west-dorset',
  '/desk/dorset/west-dorset/engagements/new',
  '/desk/dorset/west-dorset/events',
  '/desk/dorset/west-dorset/events/new',
  '/desk/dorset/west-dorset/evidence/import',
  '/desk/dorset/west-dorset/contracts/read',
]

/** The faults axe finds, each with where; and how much wider than the screen the page is. */
async function faultsOf(page: Page, address: string): Promise<string[]> {
  await page.goto(address)
  await page.evaluate(axe)
  const violations = await page.evaluate(async () => {
    const run = Reflect.get(globalThis, 'axe') as {
      run: (options: object) => Promise<{ violations: { id: string; nodes: { target: unknown }[] }[] }>
    }
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
    return (await run.run({ runOnly: tags })).violations.map(
      ({ id, nodes }) => `${id} at ${nodes.map((node) => String(node.target)).join(', ')}`,
    )
  })
  const over = await page.evaluate<number>(
    'document.documentElement.scrollWidth - document.documentElement.clientWidth',
  )
  return [...violations, ...(over > 0 ? [`${over} pixels wider than the screen`] : [])]
}

for (const width of [320, 1280]) {
  test(`nobody is shut out of any page at ${width} pixels`, async (t) => {
    const { url } = await demonstrationSite(t)
    const page = await openPage({ width, height: 900 })
    const faults: Record<string, string[]> = {}
    for (const path of forEverybody) faults[path] = await faultsOf(page, url + path)
    const event = await firstEvent(page, `${url}/dorset/west-dorset/events`)
    faults[event] = await faultsOf(page, url + event)
    await page.request.post(`${url}/sign-in/demonstration`, { form: { person: 'sergeant' } })
    faults[`/desk${event}`] = await faultsOf(page, `${url}/desk${event}`)
    for (const path of atTheDesk) faults[path] = await faultsOf(page, url + path)
    await page.request.post(`${url}/sign-in/demonstration`, { form: { person: 'administrator' } })
    faults['/desk/frameworks/load'] = await faultsOf(page, `${url}/desk/frameworks/load`)
    assert.deepEqual(faults, Object.fromEntries(Object.keys(faults).map((path) => [path, []])))
  })
}

test('public pages need no script, hold no inline style or script, and set no cookie', async (t) => {
  const { url } = await demonstrationSite(t)
  for (const path of forEverybody) {
    const answer = await fetch(url + path)
    const text = await answer.text()
    assert.doesNotMatch(text, /<script(?![^>]*\bsrc=)|\sstyle=|<style|\son[a-z]+=/, path)
    assert.equal(answer.headers.get('set-cookie'), null, path)
    assert.match(answer.headers.get('content-security-policy') ?? '', /default-src 'none'/, path)
    assert.equal((text.match(/<h1[ >]/g) ?? []).length, 1, `${path} has one h1`)
  }
})
