import assert from 'node:assert/strict'
import test from 'node:test'
import type { Page } from 'playwright-core'
import type { Role } from '#people/person.ts'
import { openPage } from './support/browser.ts'
import { demonstrationSite } from './support/site.ts'

async function signedIn(url: string, role: Role): Promise<Page> {
  const page = await openPage()
  await page.goto(`${url}/sign-in`)
  await page.click(`button[value="${role}"]`)
  return page
}

test('a contract goes from last year’s promises to its panel: submitted, signed, endorsed, published, evaluated from the evidence and frozen', async (t) => {
  const { url } = await demonstrationSite(t)
  const desk = `${url}/desk/dorset/west-dorset/contract`
  const [sergeant, inspector, smt] = [
    await signedIn(url, 'sergeant'),
    await signedIn(url, 'inspector'),
    await signedIn(url, 'smt'),
  ]
  const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()
  const isNow = (page: Page, state: string) => page.locator('h1 + p .govuk-tag', { hasText: state }).waitFor()

  await sergeant.goto(desk)
  const current = sergeant.url()
  await sergeant.getByRole('link', { name: /^The contract of \d{4}$/ }).click()
  await isNow(sergeant, 'draft')
  const next = sergeant.url()
  assert.equal(Number(next.slice(-4)), Number(current.slice(-4)) + 1)
  assert.match(
    (await sergeant.locator('main').textContent()) ?? '',
    /What the draft promises\s+Recommended by the panel\s+Use alerts more after what worries people\. \(V\w{6}, an assertion until it is given a measure\)/,
  )
  const published = next.replace('/desk', '')
  assert.equal((await sergeant.request.get(published)).status(), 404, 'nobody reads a draft')

  await press(sergeant, 'Submit it for signature')
  assert.match(
    (await sergeant.locator('.govuk-inset-text').first().textContent()) ?? '',
    /waits for an Inspector’s signature/,
  )
  await inspector.goto(`${url}/desk/dorset/west-dorset`)
  await inspector.getByRole('link', { name: /^Sign it/ }).click()
  await isNow(inspector, 'submitted')
  await inspector.getByText('Send it back').first().click()
  await inspector.getByLabel('Why do you send it back?').fill('Say where the drop-ins are.')
  await press(inspector, 'Send it back')
  await isNow(inspector, 'draft')
  await sergeant.goto(next)
  assert.match(
    (await sergeant.locator('#course ~ ol').textContent()) ?? '',
    /sent back, .* – Say where the drop-ins are\./,
  )
  await press(sergeant, 'Submit it for signature')
  await isNow(sergeant, 'submitted')
  await inspector.goto(next)
  await press(inspector, 'Sign it')
  await isNow(inspector, 'signed')
  await smt.goto(next)
  await press(smt, 'Endorse it')
  await isNow(smt, 'endorsed')
  await inspector.goto(next)
  await press(inspector, 'Publish it')
  await isNow(inspector, 'in force')
  assert.equal((await sergeant.request.get(published)).status(), 200, 'everybody reads what is published')

  await sergeant.goto(current)
  await press(sergeant, 'Draft the self evaluation from the evidence')
  await isNow(sergeant, 'self evaluation drafted')
  await sergeant.getByRole('link', { name: 'The self evaluation' }).click()
  assert.match((await sergeant.locator('main').textContent()) ?? '', /Every sentence rests on evidence\./)
  await sergeant.getByRole('link', { name: 'Edit Increase the use of social media platforms' }).click()
  await sergeant.getByLabel('Add a sentence, Best practice').fill('People say that our posts are kind.')
  await press(sergeant, 'Save this part')
  await sergeant.waitForURL(/self-evaluation#D-4$/)
  const claim = sergeant.locator('#D-4 li', { hasText: 'People say that our posts are kind.' })
  assert.equal((await claim.locator('.govuk-tag').textContent())?.trim(), 'assertion')

  await inspector.goto(current)
  await press(inspector, 'Freeze it and give it to the panel')
  await inspector.getByRole('heading', { name: 'There is a problem' }).waitFor()
  await inspector.getByLabel('Why is it frozen before its year is over?').fill('The team is merged with another.')
  await inspector.getByLabel(/days? of the year will not be judged/).check()
  await press(inspector, 'Freeze it and give it to the panel')
  await isNow(inspector, 'frozen')
  await inspector.getByRole('link', { name: /^What the panel was given/ }).click()
  assert.match(
    (await inspector.locator('.govuk-inset-text').textContent()) ?? '',
    /gives the same standings\. Nothing was recorded since\./,
  )
  const panel = await signedIn(url, 'opcc')
  await panel.goto(current)
  await panel.getByText('Send it back').first().click()
  await panel.getByLabel('Why do you send it back?').fill('Say what was learned.')
  await press(panel, 'Send it back')
  await isNow(panel, 'self evaluation drafted')
})
