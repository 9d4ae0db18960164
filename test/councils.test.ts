import assert from 'node:assert/strict'
import test from 'node:test'
import { extractText, getDocumentProxy } from 'unpdf'
import { openPage } from './support/browser.ts'
import { linkToCouncillorSurvey } from './support/councillor-survey.ts'
import { demonstrationSite } from './support/site.ts'

test('a sergeant plans a council’s meeting, records it, closes what it agreed, and hands the council its briefing', async (t) => {
  const { url } = await demonstrationSite(t)
  const page = await openPage({ width: 390, height: 800 })
  const desk = `${url}/desk/dorset/west-dorset`
  const today = new Date()
  const main = () => page.locator('main').innerText()
  const fillDay = async (on: Date) => {
    await page.getByLabel('Day').fill(String(on.getDate()))
    await page.getByLabel('Month').fill(String(on.getMonth() + 1))
    await page.getByLabel('Year').fill(String(on.getFullYear()))
  }
  await page.request.post(`${url}/sign-in/demonstration`, { form: { person: 'sergeant' } })

  await page.goto(desk)
  await page.getByRole('link', { name: 'Councils', exact: true }).click()
  await page.getByRole('link', { name: /Plan a meeting\W+Sherborne/ }).click()
  await fillDay(today)
  await page.getByRole('button', { name: 'Save the plan' }).click()
  assert.match(await main(), /To come/)
  const meeting = page.url()

  await page.getByRole('button', { name: 'Record what happened' }).click()
  await page.getByRole('radio', { name: 'We sent a written report instead' }).check()
  await page.getByLabel('Minutes').fill('Parking by the abbey')
  await page.getByRole('button', { name: 'Save the meeting' }).click()
  assert.match(await main(), /Held\s+Taking part\s+We sent a written report[\s\S]*Parking by the abbey/)

  await page.getByText('Add an action').click()
  await page.getByLabel('What is to be done?').fill('Patrol the abbey close')
  await page.getByLabel('Who of us does it?').selectOption({ label: 'Alex Fictional (Sergeant)' })
  await fillDay(today)
  await page.getByRole('button', { name: 'Add the action' }).click()
  await page.goto(desk)
  const agreed = page.getByRole('region', { name: /Agreed at meetings/ })
  assert.match(await agreed.innerText(), /Patrol the abbey close[\s\S]*Alex Fictional/)
  await agreed.getByRole('link', { name: /It is done/ }).click()
  await page.getByRole('button', { name: 'It is done' }).click()
  assert.equal(page.url(), meeting)
  await page.goto(desk)
  assert.equal(await agreed.count(), 0)

  await page.goto(`${desk}/councils`)
  await page.getByRole('link', { name: /Quarterly briefing\W+Sherborne/ }).click()
  assert.match(
    await main(),
    /took part in \d+ meetings? of yours[\s\S]*At each monthly meeting of Sherborne Town Council/,
  )
  const link = await page.getByRole('link', { name: 'This briefing as a PDF to hand over' }).getAttribute('href')
  const pdf = await page.request.get(`${url}${link}`)
  const document = await getDocumentProxy(new Uint8Array(await pdf.body()))
  const { text } = await extractText(document, { mergePages: true })
  assert.match(text.replaceAll(/\s+/g, ' '), /Briefing for Sherborne Town Council.*What was heard.*Not for emergencies/)
  assert.equal((await document.getMetadata()).metadata?.get('pdfuaid:part'), '1')
  assert.doesNotMatch(text, /Parking by the abbey|Marlow/)
})

test('a councillor without an account answers in three presses, without a script', async (t) => {
  const { url, databaseUrl } = await demonstrationSite(t)
  const councillor = await openPage({ width: 320, height: 700 })
  await councillor.route('**/*.js', (route) => route.abort())
  const link = await linkToCouncillorSurvey(url, databaseUrl)
  await councillor.goto(link)
  assert.match(await councillor.locator('main').innerText(), /not for emergencies/)
  for (const group of await councillor.getByRole('group').all()) await group.getByLabel('I agree').check()
  await councillor.getByRole('button', { name: 'Send' }).click()
  await councillor.getByRole('heading', { level: 1, name: 'Thank you' }).waitFor()
  assert.deepEqual(await councillor.context().cookies(), [])
  await councillor.goto(link)
  assert.match(await councillor.locator('main').innerText(), /You answered already/)
})
