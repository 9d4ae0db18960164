import { nobodyIsShutOut } from './support/accessible.ts'

const desk = '/desk/dorset/west-dorset/contract'

nobodyIsShutOut(
  'amending a contract and what the public reads of it',
  async ({ page, url, open, look, press, signIn }) => {
    await signIn('inspector')
    await page.goto(`${url}${desk}`)
    const year = new URL(page.url()).pathname
    const told = year.replace('/desk', '')
    await open(year, `${year}/amend`, `${year}/amend/add`, `${year}/amend/tell`, `${year}/amend/withdraw/R35`)
    await press('Publish that it is withdrawn')
    await look('a promise withdrawn without a reason', /There is a problem/)
    await page.goto(`${url}${year}/amend/change/R10`)
    await page.getByLabel('What is promised').fill('Once a week we are at a local event.')
    await page.getByRole('radio', { name: 'Otherwise, as told below' }).check()
    await press('Publish the change')
    await look('a changed promise with mistakes', /There is a problem/)
    await page.getByRole('radio', { name: 'Not at all' }).check()
    await page.getByLabel('Why?').fill('Nobody can count them')
    await press('Publish the change')
    await look('an amended contract', /Version 2/)
    await open(`${told}/versions`, `${told}/versions/1`, `${told}/versions/2/changes`, `${told}/versions/1/changes`)
    await open(`${year}/versions/2/withdraw`)
    await page.getByLabel('Why?').fill('A slip')
    await press('Withdraw this version')
    await open(`${told}/versions`, `${told}/versions/2`, `${told}/versions/3/changes`, `${told}/versions/9`)
  },
)
