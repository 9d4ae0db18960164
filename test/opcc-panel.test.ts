import assert from 'node:assert/strict'
import test from 'node:test'
import type { Page } from 'playwright-core'
import { openDatabase } from '#platform/database/database.ts'
import { beginSession } from '#people/session.ts'
import { browser } from './support/browser.ts'
import { demonstrationSite } from './support/site.ts'

const grades = ['outstanding', 'good', 'adequate']

test('a chair and two members judge the contract of West Dorset blind, moderate, rate and recommend, and the team answers in public', async (t) => {
  const { url, databaseUrl } = await demonstrationSite(t)
  const db = openDatabase(databaseUrl, { connections: 2 })
  t.after(() => db.end())
  const sitting = await db<{ id: string; name: string }[]>`
    select id, name from person where role = 'opcc' and force_id = 'dorset' order by created_at, id`
  const seats = await Promise.all(sitting.map(({ id }) => seated(url, db, id)))
  const [chair, second, third] = seats as [Page, Page, Page]
  const words = (page: Page) => page.locator('main').innerText()
  const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()

  await chair.goto(`${url}/desk`)
  await chair.getByRole('main').getByRole('link', { name: 'Rounds of the panel' }).click()
  await chair.getByRole('link', { name: /^Round of 2019/ }).click()
  assert.match(await words(chair), /It is closed[^]*West Dorset\s+10 of 10\s+10 of 10\s+good/)
  await chair.goBack()
  await chair.getByRole('button', { name: /^Open the round of/ }).click()
  await chair.getByRole('group', { name: 'When does moderation begin?' }).getByLabel('Year').fill('2001')
  await press(chair, 'Open this round')
  assert.match(await words(chair), /There is a problem[^]*Moderation cannot begin before scoring/)
  await allToday(chair)
  await press(chair, 'Open this round')
  const round = chair.url()
  await third.goto(`${round}/west-dorset`)
  await third.getByLabel('What is the conflict?').fill('My brother is on the team')
  await press(third, 'Declare it')
  assert.match(await words(third), /You have a conflict/)
  await press(chair, 'Begin scoring')
  assert.equal((await third.goto(`${round}/west-dorset`))?.status(), 403)

  await second.goto(round)
  await second.getByRole('link', { name: 'West Dorset' }).click()
  await second.getByRole('link', { name: /^D-1 / }).click()
  assert.match(
    await words(second),
    /0 of 10 scored[^]*What the panel asks[^]*Where it stands[^]*good in the round of 2019/,
  )
  await press(second, 'Submit my score')
  assert.match(await words(second), /There is a problem[^]*Choose a grade[^]*Say why/)
  await second.getByLabel('Adequate', { exact: true }).check()
  await second.getByLabel('Why?').fill('Too few villages: Zanzibar')
  await press(second, 'Submit my score')
  assert.match(await words(second), /1 of 10 scored[^]*Nobody else has given a score yet/)
  await chair.goto(second.url())
  assert.doesNotMatch(await chair.content(), /Zanzibar/)
  await chair.getByLabel('Good', { exact: true }).check()
  await chair.getByLabel('Why?').fill('Well done')
  await press(chair, 'Submit my score')
  assert.match(await words(chair), /Zanzibar[^]*From good to adequate: 1 grade apart/)
  for (const [n, page] of [chair, second].entries()) await scoreTheRest(page, `${round}/west-dorset`, n)

  await chair.goto(round)
  await press(chair, 'Begin moderation')
  await chair.getByRole('link', { name: 'West Dorset' }).click()
  for (let n = 1; n <= 10; n++) await moderate(chair, `${round}/west-dorset/standards/D-${n}`)
  await chair.goto(`${round}/west-dorset`)
  await chair.getByRole('group', { name: 'How does the panel rate it?' }).getByLabel('Good').check()
  await chair.getByLabel('Why?').fill('A good year on the whole')
  await press(chair, 'Keep this rating')
  await second.goto(`${round}/west-dorset`)
  await second.getByLabel('What do you hold instead?').fill('It was adequate')
  await press(second, 'Keep my dissent')
  await chair.getByLabel('What do you recommend?').fill('Meet the farming families')
  await chair.getByLabel('What evidence would show that it is done?').fill('Three meetings')
  await chair.getByLabel('Who owns it?').selectOption({ label: 'Alex Fictional (Sergeant), Sergeant' })
  await fillDay(chair, 'By when?', '2030')
  await press(chair, 'Recommend this')
  const year = /contract\/(\d+)/.exec((await fetch(`${url}/dorset/west-dorset/contract`)).url)?.[1] ?? ''
  const rating = `${url}/dorset/west-dorset/contract/${year}/rating`
  assert.equal((await fetch(rating)).status, 404)
  await chair.goto(round)
  await press(chair, 'Close the round and publish the ratings')

  const reader = await (await browser()).newContext({ javaScriptEnabled: false, viewport: { width: 320, height: 800 } })
  const resident = await reader.newPage()
  await resident.goto(rating.replace(/\/rating$/, ''))
  await resident.getByRole('link', { name: 'How the panel rated this contract' }).click()
  assert.match(
    await words(resident),
    /Rated good[^]*\d of \d members[^]*It was adequate[^]*Meet the farming families[^]*Not answered yet/,
  )
  assert.doesNotMatch(await resident.content(), /Zanzibar|Fictional \(OPCC/)
  assert.deepEqual(await reader.cookies(), [])

  const sergeant = await (await browser()).newPage()
  await sergeant.request.post(`${url}/sign-in/demonstration`, { form: { person: 'sergeant' } })
  await sergeant.goto(`${url}/desk/dorset/west-dorset`)
  await sergeant
    .getByRole('link', { name: /^Answer it/ })
    .first()
    .click()
  await sergeant.getByRole('link', { name: /^Say that it is done.*Meet the farming families/ }).click()
  await sergeant.getByLabel('What does the public read?').fill('We meet them in March')
  await sergeant.getByLabel('Or which promise of the contract takes it up?').selectOption({ index: 1 })
  await press(sergeant, 'Propose to close it')
  await chair.goto(`${url}/desk/dorset/recommendations`)
  await chair.getByLabel('It is done', { exact: true }).check()
  await chair.getByLabel('Why?').fill('We saw it')
  await press(chair, 'Publish this')
  await resident.reload()
  assert.match(await words(resident), /Done, as the panel sees it[^]*We meet them in March[^]*We saw it/)
})

async function seated(url: string, db: ReturnType<typeof openDatabase>, personId: string): Promise<Page> {
  const context = await (await browser()).newContext({ viewport: { width: 1280, height: 900 } })
  const token = await beginSession(db, personId, new Date(), null)
  await context.addCookies([{ name: 'frankpledge', value: token, url }])
  return context.newPage()
}

async function fillDay(page: Page, group: string, year: string): Promise<void> {
  const now = new Date()
  const parts = { Day: String(now.getDate()), Month: String(now.getMonth() + 1), Year: year }
  for (const [part, value] of Object.entries(parts))
    await page.getByRole('group', { name: group }).getByLabel(part).fill(value)
}

async function allToday(page: Page): Promise<void> {
  for (const group of [
    'When does it open?',
    'When does scoring begin?',
    'When does moderation begin?',
    'When is it to close?',
  ])
    await fillDay(page, group, String(new Date().getFullYear()))
}

/** Sends the form of each further standard as the page would. */
async function scoreTheRest(page: Page, contract: string, n: number): Promise<void> {
  for (let standard = 2; standard <= 10; standard++) {
    const form = { grade: grades[(standard + n) % 3] ?? '', reason: `Because ${standard}`, better: '', press: 'submit' }
    const answer = await page.request.post(`${contract}/standards/D-${standard}`, {
      form,
      headers: { origin: new URL(contract).origin },
    })
    assert.equal(answer.status(), 200)
  }
}

async function moderate(page: Page, standard: string): Promise<void> {
  await page.goto(standard)
  await page.getByLabel('Good', { exact: true }).check()
  await page.getByLabel('Why?').fill('All in all')
  await page.getByRole('button', { name: 'Keep the panel’s score', exact: true }).click()
}
