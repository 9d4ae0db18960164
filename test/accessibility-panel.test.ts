import { nobodyIsShutOut } from './support/accessible.ts'

const rounds = '/desk/dorset/rounds'

nobodyIsShutOut('the panel’s rounds and ratings', async ({ page, url, open, look, press, signIn }) => {
  await open('/dorset/west-dorset/contract/2019/rating')
  await signIn('opcc')
  await open('/desk/dorset/recommendations', rounds)
  await page.getByRole('link', { name: /^Round of 2019/ }).click()
  await look('a closed round', /It is closed/)
  const closed = new URL(page.url()).pathname
  await open(`${closed}/west-dorset`, `${closed}/west-dorset/standards/D-2`)

  await page.goto(url + rounds)
  await page.getByRole('button', { name: /^Open the round of/ }).click()
  await page.getByRole('group', { name: 'When does it open?' }).getByLabel('Year').fill('2099')
  await press('Open this round')
  await look('a round with mistakes', /There is a problem/)
  const now = new Date()
  for (const name of ['opensOn', 'scoringOn', 'moderationOn', 'closesOn']) {
    await page.fill(`#${name}`, String(now.getDate()))
    await page.fill(`#${name}-month`, String(now.getMonth() + 1))
    await page.fill(`#${name}-year`, String(now.getFullYear()))
  }
  await press('Open this round')
  await look('a round being set up', /It is being set up/)
  const one = new URL(page.url()).pathname
  await open(`${one}/west-dorset`, `${one}/rubric`, `${one}/panel`)
  await page.goto(url + one)
  await press('Begin scoring')
  await look('a round being scored', /You gave 0 of/)
  await page.goto(`${url}${one}/west-dorset/standards/D-2`)
  await press('Submit my score')
  await look('a score with mistakes', /Choose a grade/)
  await page.getByLabel('Good', { exact: true }).check()
  await page.getByLabel('Why?').fill('They are there')
  await press('Submit my score')
  await look('a score that was given', /Your score: good/)
  await page.goto(url + one)
  await press('Begin moderation')
  await open(`${one}/west-dorset`, `${one}/west-dorset/standards/D-2`)
  await page.goto(`${url}${one}/west-dorset`)
  await press('Recommend this')
  await look('a recommendation with mistakes', /Say what you recommend/)
  await signIn('sergeant')
  await open('/desk/dorset/west-dorset/recommendations', '/desk/dorset/west-dorset/letters/2019')
})
