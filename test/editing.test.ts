import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import test from 'node:test'
import type { Page } from 'playwright-core'
import { findContract } from '#contracts/contracts.sql.ts'
import { frameworkOfContract } from '#frameworks/known-frameworks.ts'
import type { Database } from '#platform/database/database.ts'
import { dayAt } from '#platform/day.ts'
import { stand } from '#standings/stand.ts'
import { drawnTeam, usualQuestions } from '#web-pages/dip-checks/dip-check.ts'
import { insertDraw } from '#web-pages/dip-checks/dip-checks.sql.ts'
import { routesOf } from '../src/app.ts'
import { browser } from './support/browser.ts'
import { demonstrationDatabase } from './support/demonstration.ts'
import { deskOf, saturday } from './support/desk.ts'
import { demonstrationSite } from './support/site.ts'

async function standings(db: Database, teamId: string): Promise<Map<string, string>> {
  const contract = await findContract(db, teamId, null)
  assert.ok(contract)
  const framework = await frameworkOfContract(db, contract.frameworkId)
  const [forceId = ''] = teamId.split('/')
  const stood = await stand(db, { contract, framework, forceId }, dayAt(saturday, 'Europe/London'))
  return new Map([...stood].map(([ref, standing]) => [ref, JSON.stringify(standing)]))
}

const written = (words: string, upon: number, more: Readonly<Record<string, string>> = {}) => ({
  id: randomUUID(),
  upon: String(upon),
  words,
  why: 'Brought up to date',
  do: 'send',
  ...more,
})

test('keeping the page moves the promises about the page, and each page moves no other', async (t) => {
  const db = await demonstrationDatabase(t, saturday)
  const { as } = await deskOf(t, routesOf({ demonstration: true }), db)
  const people = { sergeant: await as('sergeant'), volunteer: await as('volunteer'), inspector: await as('inspector') }
  const refs = ['R29', 'R33', 'R34', 'D7.1', 'D7.3']
  let before = await standings(db, 'dorset/west-dorset')
  const moved = async () => {
    const after = await standings(db, 'dorset/west-dorset')
    const changed = refs.filter((ref) => after.get(ref) !== before.get(ref))
    before = after
    return changed
  }
  const desk = '/desk/dorset/west-dorset/page'

  assert.equal(
    (await people.volunteer.send(`${desk}/texts/problem-solving`, written('With the council.', 1))).status,
    303,
  )
  assert.deepEqual(await moved(), [])
  assert.equal((await people.sergeant.send(`${desk}/texts/problem-solving/versions/2/publish`, {})).status, 303)
  assert.deepEqual(await moved(), ['R29'])
  const right = written('With the councils.', 2, { saysCurrent: 'yes' })
  assert.equal((await people.sergeant.send(`${desk}/texts/problem-solving`, right)).status, 303)
  assert.deepEqual(await moved(), ['R33', 'D7.3'])
  assert.equal((await people.sergeant.send(`${desk}/keeper/end`, {})).status, 303)
  assert.deepEqual(await moved(), ['R34'])

  const teamId = 'dorset/west-dorset'
  const seed = Array.from({ length: 99 }, (_, n) => `seed ${n}`).find(
    (one) => drawnTeam(one, [teamId, 'dorset/purbeck']) === teamId,
  )
  const draw = { id: randomUUID(), forceId: 'dorset', teamId, seed: seed ?? '', drawnFrom: [teamId, 'dorset/purbeck'] }
  const { id } = await insertDraw(db, { ...draw, drawnAt: saturday, drawnBy: people.inspector.id })
  const found = usualQuestions.map((_, n) => [`finding-${n + 1}`, 'right'])
  assert.equal((await people.inspector.send(`/desk/dorset/dip-check/${id}`, Object.fromEntries(found))).status, 303)
  assert.deepEqual(await moved(), ['D7.1'])
})

test('news of a neighbourhood counts as information shared', async (t) => {
  const db = await demonstrationDatabase(t, saturday)
  const { as } = await deskOf(t, routesOf({ demonstration: true }), db)
  const administrator = await as('administrator')
  const before = await standings(db, 'devon-and-cornwall/launceston')
  const address = `/desk/devon-and-cornwall/launceston/page/texts/${randomUUID()}`
  assert.equal((await administrator.send(address, written('Come.', 0, { title: 'Market day' }))).status, 303)
  const after = await standings(db, 'devon-and-cornwall/launceston')
  assert.deepEqual(
    ['S8', 'S9'].map((ref) => [before.has(ref), after.get(ref) !== before.get(ref)]),
    [
      [true, true],
      [true, true],
    ],
  )
})

test('a volunteer drafts on a phone, the sergeant approves, a resident reads it, and both versions are known', async (t) => {
  const { url } = await demonstrationSite(t)
  const open = async (options: Readonly<Record<string, unknown>> = {}): Promise<Page> =>
    (await (await browser()).newContext({ javaScriptEnabled: false, ...options })).newPage()
  const signIn = async (page: Page, role: string) => {
    await page.goto(`${url}/sign-in`)
    await page.click(`button[value="${role}"]`)
  }
  const phone = await open({
    viewport: { width: 320, height: 640 },
    userAgent: 'Mozilla/5.0 (Linux; Android 16) Mobile',
  })
  await signIn(phone, 'volunteer')
  await phone.goto(`${url}/desk/dorset/west-dorset/page/texts/new`)
  await phone.fill('#title', 'Bikes found')
  await phone.fill('#words', '<p class=MsoNormal>Ten <b>bikes</b> were found.</p><script>alert(1)</script>')
  await phone.fill('#why', 'Owners should know')
  await phone.click('text=See how it will look')
  assert.match(await phone.innerText('main'), /This was taken away: a script, styles/)
  assert.equal(await phone.locator('.page-preview strong').innerText(), 'bikes')
  await phone.click('text=Send to an officer for approval')
  assert.match(await phone.innerText('main'), /An officer looks at it before the public reads it/)

  const resident = await open()
  await resident.goto(`${url}/dorset/west-dorset/news`)
  assert.equal(await resident.getByText('Bikes found').count(), 0)

  const desk = await open()
  await signIn(desk, 'sergeant')
  await desk.goto(`${url}/desk/dorset/west-dorset`)
  await desk
    .locator('section', { has: desk.locator('#to-approve') })
    .getByRole('link', { name: 'News: Bikes found' })
    .click()
  await desk.click('text="Publish"')
  await resident.reload()
  await resident.click('text=Bikes found')
  assert.equal(await resident.locator('main p.govuk-body').first().innerText(), 'Ten bikes were found.')
  const news = resident.url()

  await desk.click('text=Write it anew')
  await desk.fill('#words', 'Twelve **bikes** were found.')
  await desk.fill('#why', 'Two more')
  await desk.click('text=See how it will look')
  await desk.click('text="Publish"')
  await desk.click('text=All versions')
  await desk.click('text=Show what differs')
  assert.equal(
    await desk
      .locator('.word-changes del')
      .innerText()
      .then((words) => words.includes('Ten')),
    true,
  )
  assert.equal(
    await desk
      .locator('.word-changes ins')
      .innerText()
      .then((words) => words.includes('Twelve')),
    true,
  )
  await resident.goto(news)
  assert.equal(await resident.locator('main p.govuk-body').first().innerText(), 'Twelve bikes were found.')
  assert.equal((await resident.context().cookies()).length, 0)
  const feed = await (await resident.request.get(`${url}/dorset/west-dorset/news.atom`)).text()
  assert.match(feed, /<title>Bikes found<\/title>[\s\S]*Twelve &lt;strong&gt;bikes&lt;\/strong&gt;/)
})
