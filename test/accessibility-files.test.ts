import { readFileSync } from 'node:fs'
import { nobodyIsShutOut } from './support/accessible.ts'

const desk = '/desk/dorset/west-dorset'

nobodyIsShutOut('what bringing in a file leads to, mistakes among it,', async (walk) => {
  const { page, look, press, upload, signIn } = walk
  await signIn('inspector')
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
  const fromNiche = 'id,in_niche,occurred_on,type,title,place\n,yes,1/2/2021,surgery,Surgery,Library\n,yes,never,x,,\n'
  await upload(niche, 'Check the file', 'wrong.csv', 'a,b\n1,2\n')
  await look('a file that is not from Niche', /cannot be read/)
  await upload(niche, 'Check the file', 'niche.csv', fromNiche)
  await look('a file from Niche to be confirmed', /Check before anything is changed/)
  await press('Take the file in')
  await look('a file from Niche taken in', /The file was taken in/)

  const example = readFileSync(new URL('../src/contracts/reading/examples/wolding.pdf', import.meta.url))
  const read = '/desk/dorset/purbeck/contracts/read'
  await upload(read, 'Read the document', 'broken.pdf', '%PDF-1.7 nothing')
  await look('a broken document', /There is a problem/)
  await upload(read, 'Read the document', 'plan.pdf', example)
  await look('a contract to be confirmed', /Promise 1/)

  await signIn('administrator')
  await upload('/desk/frameworks/load', 'Load the framework', 'framework.json', '{ "id": "x",\n "title": 1 }')
  await look('a framework with faults', /2\t“title” must be a text/)
  await upload('/desk/dorset/crime', 'Load the crime', 'crime.csv', 'Month,Falls within\n')
  await look('a file of crime with faults', /lacks the column/)
  await upload('/desk/dorset/boundaries', 'Check the boundaries', 'b.geojson', '{}')
  await look('boundaries without a day', /Enter the day from which/)
  const outlines = readFileSync(new URL('../demonstration/boundaries-west-dorset.geojson', import.meta.url))
  for (const [part, typed] of [
    ['day', '1'],
    ['month', '4'],
    ['year', '2026'],
  ] as const)
    await page.locator(`[name="from-${part}"]`).fill(typed)
  await page
    .locator('input[type="file"]')
    .setInputFiles({ name: 'b.geojson', mimeType: 'application/octet-stream', buffer: outlines })
  await press('Check the boundaries')
  await look('boundaries to be kept', /Check 3 boundaries before keeping/)
})
