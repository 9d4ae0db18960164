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
  return faultsHere(page)
}

async function faultsHere(page: Page): Promise<string[]> {
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

for (const width of [320, 1280]) {
  test(`nobody is shut out of what a form leads to, mistakes among it, at ${width} pixels`, async (t) => {
    const { url } = await demonstrationSite(t)
    const page = await openPage({ width, height: 900 })
    const desk = `${url}/desk/dorset/west-dorset`
    const faults: Record<string, string[]> = {}
    const look = async (what: string, words: RegExp) => {
      assert.match(await page.locator('main').innerText(), words, what)
      faults[what] = await faultsHere(page)
    }
    const press = (name: string) => page.getByRole('button', { name, exact: true }).click()

    await page.goto(`${url}/sign-in`)
    await page.getByRole('button', { name: 'Sign in', exact: true }).click()
    await look('a sign-in with nothing in it', /There is a problem/)
    await page.request.post(`${url}/sign-in/demonstration`, { form: { person: 'inspector' } })
    await page.goto(`${url}/desk`)
    await look('the choice among teams', /Purbeck/)

    await page.goto(`${desk}/engagements/new`)
    await press('Save the engagement')
    await look('an engagement with mistakes', /There is a problem/)
    await page.getByLabel('What was it?').fill('Saturday market')
    await page.getByLabel('How did you meet people?').selectOption({ label: 'Community event' })
    await page.getByLabel('Where?').fill('Bridport')
    await page.getByLabel('Nobody took a figure').check()
    await press('Save the engagement')
    await look('an engagement recorded', /Saturday market/)
    await page.goto(`${page.url()}/footfall`)
    await look('the figures of an engagement', /Reached/)

    const upload = async (path: string, button: string, name: string, text: string | Buffer) => {
      await page.goto(path)
      await page.setInputFiles('input[type=file]', { name, mimeType: 'text/plain', buffer: Buffer.from(text) })
      await press(button)
    }
    const csv = `${desk}/evidence/import`
    await upload(csv, 'Check the file', 'wrong.csv', 'happened_on,kind\n2019-02-30,=HYPERLINK(1)\n')
    await look('a spreadsheet with mistakes', /2019-02-30/)
    await upload(csv, 'Check the file', 'right.csv', 'happened_on,kind\n2020-01-14,team meeting held\n')
    await look('a spreadsheet that is right', /1 piece/)
    await press('Record 1 piece of evidence')
    await look('a spreadsheet recorded', /recorded/i)

    const example = readFileSync(new URL('../src/contracts/reading/examples/wolding.pdf', import.meta.url))
    const read = `${url}/desk/dorset/purbeck/contracts/read`
    await upload(read, 'Read the document', 'broken.pdf', '%PDF-1.7 nothing')
    await look('a broken document', /There is a problem/)
    await upload(read, 'Read the document', 'plan.pdf', example)
    await look('a contract to be confirmed', /Promise 1/)

    await page.request.post(`${url}/sign-in/demonstration`, { form: { person: 'administrator' } })
    await upload(`${url}/desk/frameworks/load`, 'Load the framework', 'framework.json', '{ "id": "x",\n "title": 1 }')
    await look('a framework with faults', /2\t“title” must be a text/)
    assert.deepEqual(faults, Object.fromEntries(Object.keys(faults).map((what) => [what, []])))
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
