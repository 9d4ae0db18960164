import { nobodyIsShutOut } from './support/accessible.ts'

const year = '/desk/dorset/west-dorset/contract'

nobodyIsShutOut('a contract’s year at the desk', async ({ page, url, open, signIn, look, press }) => {
  await signIn('sergeant')
  await open(`${year}/2019`, `${year}/2019/self-evaluation`, `${year}/2019/frozen`)
  await page.goto(`${url}${year}`)
  const current = new URL(page.url()).pathname
  await press('Draft the self evaluation from the evidence')
  await page.getByRole('link', { name: 'The self evaluation' }).waitFor()
  await open(current, `${current}/self-evaluation`, `${current}/self-evaluation/D-4`)
  await page.getByLabel('Add a sentence, Best practice').fill('We are kind. '.repeat(200))
  await press('Save this part')
  await look('a sentence that is too long', /There is a problem/)
  await page.goto(`${url}${current}`)
  await page.getByRole('link', { name: /^The contract of \d{4}$/ }).click()
  await look('a draft', /What the draft promises/)
  await press('Submit it for signature')
  await signIn('inspector')
  await page.reload()
  await page.getByText('Send it back').first().click()
  await press('Send it back')
  await look('a contract sent back without a reason', /There is a problem/)
  await page.goto(`${url}${current}`)
  await press('Freeze it and give it to the panel')
  await look('a contract frozen before its last day without a reason', /There is a problem/)
})
