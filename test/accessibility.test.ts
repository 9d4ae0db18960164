import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import test from 'node:test'
import type { Page } from 'playwright-core'
import { eventBegun } from './support/begun.ts'
import { openPage } from './support/browser.ts'
import { linkToCouncillorSurvey } from './support/councillor-survey.ts'
import { linksOfFollower } from './support/followed.ts'
import { walkThroughRecord } from './support/record-pages.ts'
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
  '/dorset/west-dorset/events/embed',
  '/dorset/west-dorset/events/follow',
  '/follow/asked',
  '/devon-and-cornwall/launceston',
  '/devon-and-cornwall/launceston/contract',
  '/frameworks',
  '/frameworks/dorset-2019',
  '/frameworks/devon-and-cornwall-2017',
  '/frameworks/dorset-2019/standards/D-2',
  '/sign-in',
  '/field',
  '/my-record/nobody',
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
  '/desk/dorset/west-dorset/concerns',
  '/desk/dorset/west-dorset/hotspots',
  '/desk/dorset/west-dorset/silence',
  '/desk/dorset/west-dorset/engagements/new',
  '/desk/dorset/west-dorset/events',
  '/desk/dorset/west-dorset/events?view=week',
  '/desk/dorset/west-dorset/events?view=list',
  '/desk/dorset/west-dorset/events/new',
  '/desk/dorset/west-dorset/feedback',
  '/desk/dorset/west-dorset/network',
  '/desk/dorset/west-dorset/network?q=Shirbourne',
  '/desk/dorset/west-dorset/network/individuals/new',
  '/desk/dorset/west-dorset/network/organisations/new',
  '/desk/dorset/west-dorset/network/duplicates',
  '/desk/dorset/west-dorset/network/import',
  '/desk/dorset/west-dorset/network/export',
  '/desk/dorset/west-dorset/network/reviews',
  '/desk/dorset/west-dorset/network/comes-back',
  '/desk/dorset/west-dorset/schools',
  '/desk/dorset/west-dorset/schools/early-intervention',
  '/desk/dorset/west-dorset/schools/plan',
  '/desk/dorset/west-dorset/schemes',
  '/desk/dorset/west-dorset/network/gone-through',
  '/desk/dorset/west-dorset/volunteers',
  '/desk/dorset/west-dorset/handover',
  '/desk/dorset/west-dorset/councils',
  '/desk/dorset/west-dorset/partners',
  '/desk/dorset/west-dorset/network/meetings/plan?with=sergeants',
  '/desk/dorset/west-dorset/evidence/import',
  '/desk/dorset/west-dorset/niche',
  '/desk/dorset/west-dorset/events/import',
  '/desk/dorset/west-dorset/contracts/read',
]

/** What closes an engagement, or puts it right, and the words of a form sent empty. */
const closingParts = [
  ['concern', /Enter what somebody was worried about/],
  ['promise', /Enter what you promised/],
  ['learning', /Enter what you learned/],
  ['correct', /Enter why/],
  ['withdraw', /Enter why/],
] as const

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
    faults[`${event}/follow`] = await faultsOf(page, `${url}${event}/follow`)
    await page.request.post(`${url}/sign-in/demonstration`, { form: { person: 'sergeant' } })
    for (const more of ['', '/social', '/feedback', '/change', '/assessment'])
      faults[`/desk${event}${more}`] = await faultsOf(page, `${url}/desk${event}${more}`)
    for (const path of atTheDesk) faults[path] = await faultsOf(page, url + path)
    await page.request.post(`${url}/sign-in/demonstration`, { form: { person: 'administrator' } })
    for (const path of ['/desk/dorset/events', '/desk/dorset/settings/advertising', '/desk/dorset/settings/assessment'])
      faults[path] = await faultsOf(page, url + path)
    for (const path of ['/desk/dorset/silence', '/desk/dorset/crime', '/desk/dorset/boundaries'])
      faults[path] = await faultsOf(page, url + path)
    faults['the readings'] = await faultsOf(page, `${url}/desk/dorset/west-dorset/network/readings`)
    for (const path of [
      '/desk/dorset/schools/register',
      '/desk/dorset/terms',
      '/desk/devon-and-cornwall/launceston/schools',
    ])
      faults[path] = await faultsOf(page, url + path)
    for (const path of ['/desk/dorset/neo', '/desk/dorset/west-dorset/people'])
      faults[path] = await faultsOf(page, url + path)
    faults['/desk/mail'] = await faultsOf(page, `${url}/desk/mail`)
    faults['/desk/dorset/niche'] = await faultsOf(page, `${url}/desk/dorset/niche`)
    faults['/desk/frameworks/load'] = await faultsOf(page, `${url}/desk/frameworks/load`)
    assert.deepEqual(faults, Object.fromEntries(Object.keys(faults).map((path) => [path, []])))
  })
}

for (const width of [320, 1280]) {
  test(`nobody is shut out of what a form leads to, mistakes among it, at ${width} pixels`, async (t) => {
    const { url, databaseUrl } = await demonstrationSite(t)
    const page = await openPage({ width, height: 900 })
    const desk = `${url}/desk/dorset/west-dorset`
    const faults: Record<string, string[]> = {}
    const look = async (what: string, words: RegExp) => {
      assert.match(await page.locator('main').innerText(), words, what)
      faults[what] = await faultsHere(page)
    }
    const press = (name: string) => page.getByRole('button', { name, exact: true }).click()

    await page.goto(`${url}/dorset/west-dorset/events/follow`)
    await press('Tell me')
    await look('a wish to be told with mistakes', /There is a problem/)
    await page.getByLabel('Your e-mail address').fill('resident@example.org')
    await press('Tell me')
    await look('a wish to be told', /look at your mail/)
    const { confirm, leave } = await linksOfFollower(databaseUrl)
    await page.goto(url + confirm)
    await look('the question whether to be told', /Do you want us to tell you/)
    await press('Yes, tell me')
    await look('the yes', /We will tell you/)
    await page.goto(url + leave)
    await look('the question whether to stop', /Do you want to stop/)
    await press('Yes, stop it')
    await look('the stop', /We will write no more/)
    await page.goto(url + leave)
    await look('a dead link', /does not work any more/)

    await page.goto(`${url}/sign-in`)
    await page.getByRole('button', { name: 'Sign in', exact: true }).click()
    await look('a sign-in with nothing in it', /There is a problem/)
    const begun = `${url}${await eventBegun(databaseUrl)}/feedback`
    await page.goto(begun)
    await look('three questions about an engagement', /How was it\?/)
    await press('Send')
    await look('three questions with mistakes', /There is a problem/)
    await page.getByLabel('Very much').first().check()
    await page.getByLabel('Partly').last().check()
    await page.waitForTimeout(3_000)
    await press('Send')
    await look('thanks for an answer', /Thank you/)
    await page.goto(
      begun.replace(/[0-9a-f-]{36}/, (await firstEvent(page, `${url}/dorset/west-dorset/events`)).split('/')[4] ?? ''),
    )
    await look('questions that are not asked yet', /Nobody is asked about this now/)
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
    const engagement = page.url()
    await page.goto(`${engagement}/footfall`)
    await look('the figures of an engagement', /Reached/)
    await page.getByLabel('Reached', { exact: true }).fill('40')
    await press('Save the figures')
    for (const [part, words] of closingParts) {
      await page.goto(`${engagement}/${part}`)
      await page.locator('form.desk-form button[type=submit]').click()
      await look(`the form “${part}” with mistakes`, words)
    }
    await page.goto(`${engagement}/promise`)
    await page.getByLabel('What did you promise?').fill('A speed check')
    await page.getByLabel('To whom?').fill('the town council')
    await page.getByLabel('Day').fill('1')
    await page.getByLabel('Month').fill('3')
    await page.getByLabel('Year').fill('2030')
    await press('Add the promise')
    await look('an engagement with a promise', /A speed check/)
    for (const link of [/^Reword/, /^Say it is kept/]) {
      await page.goto(engagement)
      await page.getByRole('link', { name: link }).first().click()
      await look(`what “${link.source}” leads to`, /A speed check|Words/)
    }

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

    const calendar = `${desk}/events/import`
    await upload(calendar, 'Read the file', 'broken.xlsx', 'PK nothing')
    await look('a broken calendar', /There is a problem/)
    const rows = 'Date,Event,Venue\n1/3/2021,Farm watch,Hall\n1/3/2021,Farm watch,The hall\n31/2/2021,Fair,Green\n'
    await upload(calendar, 'Read the file', 'calendar.csv', rows)
    await look('the columns of a calendar', /What does each column mean/)
    await press('Check the rows')
    await look('the columns of a calendar with a mistake', /There is a problem/)
    await page.getByLabel('How are people met where a row does not say?').selectOption({ label: 'Watch meeting' })
    await press('Check the rows')
    await look('a calendar to be confirmed', /Check before anything is saved/)
    await press('Bring them in')
    await look('a calendar brought in', /The calendar was brought in/)

    const niche = `${desk}/niche`
    const fromNiche =
      'id,in_niche,occurred_on,type,title,place\n,yes,1/2/2021,surgery,Surgery,Library\n,yes,never,x,,\n'
    await upload(niche, 'Check the file', 'wrong.csv', 'a,b\n1,2\n')
    await look('a file that is not from Niche', /cannot be read/)
    await upload(niche, 'Check the file', 'niche.csv', fromNiche)
    await look('a file from Niche to be confirmed', /Check before anything is changed/)
    await press('Take the file in')
    await look('a file from Niche taken in', /The file was taken in/)

    const people = `${desk}/network/import`
    await upload(people, 'Read the file', 'broken.csv', 'name;email')
    await look('a broken network file', /There is a problem/)
    const imported =
      'name,email\nRobin Imported,x@\nSam Imported,same@example.org\nSamantha Imported,same@example.org\nSam Imported,\n'
    await upload(people, 'Read the file', 'people.csv', imported)
    await look('the columns of a network file', /What does each column mean/)
    await press('Check the rows')
    await look('the columns of a network file with mistakes', /There is a problem/)
    await page.getByLabel('Whom do they speak for, where a row does not say?').fill('residents of Bridport')
    await page.getByLabel('What kind is an organisation, where a row does not say?').selectOption({ label: 'Charity' })
    await page.getByRole('radio', { name: 'Public task' }).check()
    await page.getByLabel('What are they held for?').fill('keeping in touch')
    await page.getByLabel('Day').fill('1')
    await page.getByLabel('Month').fill('3')
    await page.getByLabel('Year').fill(String(new Date().getFullYear() + 1))
    await press('Check the rows')
    await look('a network file to be confirmed', /Check before anything is saved/)
    await press('Bring them in')
    await look('a network file brought in', /The file was brought in/)
    await page.goto(`${desk}/network/duplicates`)
    await page.getByRole('link', { name: /Imported and/ }).click()
    await press('Make them one')
    await look('two records with a mistake', /There is a problem/)
    await page.getByRole('radio', { name: /^The first/ }).check()
    await press('Make them one')
    await page.goto(`${desk}/network/duplicates`)
    await look('records that were merged', /Merged in the last/)
    await page.getByRole('button', { name: /^Undo/ }).click()
    await look('a merge undone', /They are two again/)

    await page.goto(`${desk}/network/individuals/new`)
    await press('Save')
    await look('a key individual with mistakes', /There is a problem/)
    await walkThroughRecord(page, url, look)
    await page.goto(`${desk}/network/organisations/new`)
    await press('Save')
    await look('an organisation with mistakes', /There is a problem/)
    const openFound = async (words: string) => {
      await page.goto(`${desk}/network?q=${words}`)
      await page.locator('#search-results .week-row__what a').first().click()
    }
    await openFound('Morgan')
    await look('a key individual', /Speaks for/)
    await openFound('Bridport Town Council')
    await look('an organisation', /Contacts with it/)
    await openFound('Clerk of Bridport')
    await press('Save the level')
    await look('a level of contact with mistakes', /There is a problem/)
    await page.getByRole('button', { name: /^Log a contact/ }).click()
    await press('Log the contact')
    await look('a contact with mistakes', /There is a problem/)
    await page.getByRole('radio', { name: 'Visit' }).check()
    await page.getByLabel('What did they raise?').fill('Speeding')
    await press('Log the contact')
    await look('a contact logged', /It counts towards/)
    await page.getByRole('button', { name: 'Tell them what came of it' }).click()
    await look('telling somebody what came of it', /When were they told/)

    await page.goto(`${desk}/councils`)
    await page.getByRole('link', { name: /Record a meeting\W+Bridport/ }).click()
    await press('Save the meeting')
    await look('a meeting with mistakes', /There is a problem/)
    await page.getByRole('radio', { name: 'One of us or more was there' }).check()
    await press('Save the meeting')
    await look('a meeting recorded', /We were there/)
    await page.getByText('Add an action').click()
    await press('Add the action')
    await look('an action with mistakes', /There is a problem/)
    await page.getByRole('button', { name: 'Withdraw it' }).click()
    await press('Withdraw a meeting')
    await look('a withdrawal without a reason', /Enter why/)
    await page.goto(`${desk}/councils`)
    await page.getByRole('link', { name: /Quarterly briefing\W+Bridport/ }).click()
    await look('a council’s briefing', /What was heard/)
    await page.goto(`${url}/desk/dorset/councils`)
    await look('the councils of all teams', /Councils of all teams/)
    await page.goto(await linkToCouncillorSurvey(url, databaseUrl))
    await press('Send')
    await look('three statements with mistakes', /There is a problem/)
    for (const group of await page.getByRole('group').all()) await group.getByLabel('Neither').check()
    await press('Send')
    await look('thanks of a councillor survey', /Thank you/)

    const example = readFileSync(new URL('../src/contracts/reading/examples/wolding.pdf', import.meta.url))
    const read = `${url}/desk/dorset/purbeck/contracts/read`
    await upload(read, 'Read the document', 'broken.pdf', '%PDF-1.7 nothing')
    await look('a broken document', /There is a problem/)
    await upload(read, 'Read the document', 'plan.pdf', example)
    await look('a contract to be confirmed', /Promise 1/)

    await page.request.post(`${url}/sign-in/demonstration`, { form: { person: 'administrator' } })
    await upload(`${url}/desk/frameworks/load`, 'Load the framework', 'framework.json', '{ "id": "x",\n "title": 1 }')
    await look('a framework with faults', /2\t“title” must be a text/)
    const register = `${url}/desk/dorset/schools/register`
    const columns = 'urn,name,town,postcode,open_date,close_date'
    await upload(register, 'Check the file', 'wrong.csv', 'a,b\n1,2\n')
    await look('a file that is no register', /There is a problem/)
    const row = '113001,Bridport School,Bridport,DT6 3AB,,\n'
    await upload(register, 'Check the file', 's.csv', `${columns}\n${row}113002,B,Lyme Regis,DT7 3AB,,\n1,,,,,\n`)
    await look('a register to be confirmed', /Places to be given to a team/)
    await press('Take in 1 school')
    await look('a register taken in', /1 new/)
    await press('Remember it')
    await look('a place with mistakes', /There is a problem/)
    await page.goto(`${url}/desk/dorset/terms`)
    await press('Add the half term')
    await look('a half term with mistakes', /There is a problem/)
    await page.goto(`${url}/desk/dorset/terms`)
    await page.locator('table a').first().click()
    await look('a half term to change', /Take it away/)
    await page.goto(`${desk}/schools/early-intervention`)
    await press('Note it')
    await look('an opportunity with mistakes', /There is a problem/)
    await upload(`${url}/desk/dorset/crime`, 'Load the crime', 'crime.csv', 'Month,Falls within\n')
    await look('a file of crime with faults', /lacks the column/)
    await upload(`${url}/desk/dorset/boundaries`, 'Load the boundaries', 'b.geojson', '{}')
    await look('boundaries without a day', /Enter the day from which/)
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
